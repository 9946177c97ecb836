"""What people decided about incidents, as the linker obeys it: kept by report and act, so that it outlives codings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations, product
from typing import Any

from sqlalchemy import Connection

from marsad.link.coding import Member
from marsad.link.index import id_after
from marsad.link.judgements import Judgement as PairJudgement
from marsad.link.judgements import Ruling, ruling
from marsad.store.judgements import Judgement, in_force, newest_key

__all__ = ["KINDS", "NAMED", "WITHDRAWN", "Decisions", "decisions", "members_in", "named"]

KINDS = ("merge", "split", "credibility", "attribution")
"""Kinds of judgement that the linker obeys."""

NAMED = ("of", "off", "rest", "off_from", "rest_from")
"""Details of a judgement that name members: what it is about, both parts, and what each would have joined."""

WITHDRAWN = "withdrawn"
"""The verdict by which an earlier judgement is taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Judgements in force: which acts are one and which are not, and the grades that people gave, by act.

    `names` are the ids of incidents whose first act is one of these, where it does not follow from that act.
    """

    newest: int
    ruling: Ruling = field(default_factory=Ruling)
    together: Mapping[Member, frozenset[Member]] = field(default_factory=dict)
    apart: Mapping[Member, frozenset[Member]] = field(default_factory=dict)
    credibility: Mapping[Member, Judgement] = field(default_factory=dict)
    attribution: Mapping[Member, Judgement] = field(default_factory=dict)
    names: Mapping[Member, str] = field(default_factory=dict)


def decisions(connection: Connection, before: Decisions | None) -> Decisions:
    """Return the decisions in force; those of before when nothing was decided since."""
    newest = newest_key(connection)
    if before is not None and before.newest == newest:
        return before
    standing = [one for one in in_force(connection, KINDS) if one.verdict != WITHDRAWN]
    ruled = ruling(pair for one in standing for pair in _pairs(one))
    return Decisions(
        newest=newest,
        ruling=ruled,
        together=_both_ways(ruled.together),
        apart=_both_ways(ruled.apart),
        credibility={member: one for one in standing if one.kind == "credibility" for member in members_in(one, "of")},
        attribution={member: one for one in standing if one.kind == "attribution" for member in members_in(one, "of")},
        names=_names(standing),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    """An id that a split took from one act and gave to another, and what both were called before, where they were."""

    left: Member
    stays: Member
    before: tuple[str | None, str | None]


def _names(standing: Iterable[Judgement]) -> dict[Member, str]:
    """Return the ids that judgements gave to the incidents of some first acts, the oldest judgement first.

    A split whose id is no more that of the act that it was taken from says nothing: an earlier one was taken back. Two
    parts that are merged again have the id that they had as one.
    """
    found: dict[Member, str] = {}
    moves: list[_Moved] = []
    for one in standing:
        if one.kind == "merge":
            merged = set(members_in(one, "of"))
            for moved in [moved for moved in reversed(moves) if {moved.left, moved.stays} <= merged]:
                moves.remove(moved)
                for member, name in zip((moved.left, moved.stays), moved.before, strict=True):
                    found.pop(member)
                    if name is not None:
                        found[member] = name
        for left, stays in zip(members_in(one, "id_from"), members_in(one, "id_to"), strict=True):
            name = one.detail["incident"]
            if found.get(left, id_after(left)) == name:
                moves.append(_Moved(left=left, stays=stays, before=(found.get(left), found.get(stays))))
                found[stays], found[left] = name, id_after(left, parted_from=name)
    return found


def named(members: Iterable[Member]) -> list[dict[str, Any]]:
    """Return members as judgements name them."""
    return [{"report_id": member.report_id, "act": member.event} for member in sorted(members)]


def members_in(judgement: Judgement, name: str) -> list[Member]:
    """Return the members that a judgement names under a name of its detail."""
    return [Member(one["report_id"], one["act"]) for one in judgement.detail.get(name, ())]


def _pairs(judgement: Judgement) -> Iterable[PairJudgement]:
    """Yield what a judgement says of each pair: all that were merged are one; what was split off is one, and apart."""
    at = f"{judgement.made_at} {judgement.key:012d}"  # judgements of one second count in their order
    pairs: list[tuple[Member, Member, str]] = []
    if judgement.kind == "merge":
        pairs += ((left, right, "same") for left, right in combinations(members_in(judgement, "of"), 2))
    elif judgement.kind == "split":
        off, rest = members_in(judgement, "off"), members_in(judgement, "rest")
        pairs += ((left, right, "same") for left, right in combinations(off, 2))
        others = product(off, members_in(judgement, "off_from")), product(rest, members_in(judgement, "rest_from"))
        pairs += ((left, right, "different") for left, right in chain(product(off, rest), *others))
    return (PairJudgement(a=left, b=right, verdict=verdict, by=judgement.who, at=at) for left, right, verdict in pairs)


def _both_ways(pairs: Iterable[tuple[Member, Member]]) -> dict[Member, frozenset[Member]]:
    found: dict[Member, set[Member]] = {}
    for left, right in pairs:
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return {member: frozenset(others) for member, others in found.items()}
