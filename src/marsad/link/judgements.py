"""What people decided about pairs of codings: kept for good, overruled by newer decisions, never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.errors import MarsadError
from marsad.link.coding import Member

__all__ = ["Judgement", "Ruling", "ruling"]

VERDICTS = ("same", "different")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """That two codings tell the same act, or different ones; `at` is an ISO time, `by` who said so.

    A superseded judgement stays on record and counts no more.
    """

    a: Member
    b: Member
    verdict: str
    by: str = ""
    at: str = ""
    superseded: bool = False

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Judgement:
        """Read a judgement; raise MarsadError when it is none, saying what one looks like."""
        try:
            made = cls(
                a=_member(value["a"]),
                b=_member(value["b"]),
                verdict=value["verdict"],
                by=str(value.get("by") or ""),
                at=str(value.get("at") or ""),
                superseded=bool(value.get("superseded")),
            )
        except (KeyError, TypeError, AttributeError):
            made = None
        if made is None or made.verdict not in VERDICTS or made.a == made.b:
            raise MarsadError(
                'This is no judgement. Write {"a": {"report_id": "...", "event": 0}, "b": {...}, '
                '"verdict": "same" or "different", "by": "...", "at": "2024-03-20T10:00:00Z"}.'
            )
        return made

    @property
    def pair(self) -> tuple[Member, Member]:
        """The two codings, the smaller first."""
        return (self.a, self.b) if self.a <= self.b else (self.b, self.a)


def _member(value: Mapping[str, Any]) -> Member:
    report_id, event = value["report_id"], value["event"]
    if not isinstance(report_id, str) or not isinstance(event, int):
        raise TypeError
    return Member(report_id, event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The judgements in force: pairs held together and apart; `overruled` are those that newer ones contradict."""

    together: tuple[tuple[Member, Member], ...] = ()
    apart: tuple[tuple[Member, Member], ...] = ()
    overruled: tuple[Judgement, ...] = ()


def ruling(judgements: Iterable[Judgement]) -> Ruling:
    """Return which judgements count: of each pair the newest that is not superseded; of contradictions the newer.

    "a and b are one, b and c are one, a and c are not" cannot hold at once: the oldest of the three gives way.
    """
    newest: dict[tuple[Member, Member], Judgement] = {}
    for judgement in sorted(judgements, key=_age):
        if not judgement.superseded:
            newest[judgement.pair] = judgement
    parent: dict[Member, Member] = {}

    def root(member: Member) -> Member:
        parent.setdefault(member, member)
        while parent[member] != member:
            member = parent[member]
        return member

    together: list[tuple[Member, Member]] = []
    apart: list[tuple[Member, Member]] = []
    overruled: list[Judgement] = []
    for judgement in sorted(newest.values(), key=_age, reverse=True):
        one, other = map(root, judgement.pair)
        if judgement.verdict == "different":
            if one == other:
                overruled.append(judgement)
            else:
                apart.append(judgement.pair)
        elif any({root(left), root(right)} == {one, other} for left, right in apart) and one != other:
            overruled.append(judgement)
        else:
            parent[max(one, other)] = min(one, other)
            together.append(judgement.pair)
    return Ruling(together=tuple(sorted(together)), apart=tuple(sorted(apart)), overruled=tuple(overruled))


def _age(judgement: Judgement) -> tuple[str, str, tuple[Member, Member], str]:
    return judgement.at, judgement.by, judgement.pair, judgement.verdict
