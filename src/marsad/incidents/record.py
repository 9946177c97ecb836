"""An incident as the store keeps it: the record of `marsad link`, reasons beside it, with grades that people gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.incidents.decisions import Decisions
from marsad.incidents.graph import Graph
from marsad.link.coding import Coding, Member
from marsad.link.compare import FLOOR, Reason
from marsad.link.index import Incident
from marsad.link.record import to_record
from marsad.store import Incident as KeptIncident
from marsad.store import Judgement
from marsad.store import Member as KeptMember

__all__ = ["Group", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Codings of one act, with the keys of their events and the scores of their pairs, the smaller member first."""

    incident: Incident
    keys: set[int]
    key_of: Mapping[Member, int]
    scores: Mapping[tuple[Member, Member], int]

    @property
    def incident_id(self) -> str:
        """The id that follows from the first member."""
        return self.incident.incident_id

    @property
    def reports(self) -> set[str]:
        """The ids of the reports that tell it."""
        return {member.report_id for member in self.key_of}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pairs:
    group: Group
    graph: Graph

    def score(self, left: Coding, right: Coding) -> int:
        pair = (left.member, right.member) if left.member < right.member else (right.member, left.member)
        return self.group.scores.get(pair, FLOOR)

    def explain(self, left: Coding, right: Coding) -> tuple[Reason, ...]:
        return self.graph.explain(left, right)


def kept(group: Group, graph: Graph, decided: Decisions, *, places: Mapping[int, tuple[str, int]]) -> KeptIncident:
    """Return a group as the store keeps it.

    `places` says at which position of which report an event stands: acts are numbered for good, positions change with
    the coder.
    """
    codings = group.incident.codings
    record = to_record(group.incident, _Pairs(group=group, graph=graph))
    del record["was"]  # where old ids lead is kept apart, as it may change while the incident stays
    members = []
    for coding, told in zip(codings, record["members"], strict=True):
        link = told["link"] or {"reasons": [], "score": 0.0}
        reasons = tuple(link.pop("reasons"))
        members.append(KeptMember(event_key=group.key_of[coding.member], score=link["score"], explanation=reasons))
        _decide(told, decided.credibility.get(coding.member))
    record["credibility"] = min(told["credibility"] for told in record["members"])
    asked = [decided.attribution[coding.member] for coding in codings if coding.member in decided.attribution]
    if asked:
        _attribute(record["attribution"], max(asked, key=lambda one: one.key))
    positions = {member: places[key][1] for member, key in group.key_of.items()}
    for named in _named(record):
        named["event"] = positions[Member(named["report_id"], named["event"])]
    return KeptIncident(incident_id=group.incident_id, members=tuple(members), record=record)


def _decide(told: dict[str, Any], judgement: Judgement | None) -> None:
    if judgement is not None:
        told["credibility_by"] = _by(judgement, told["credibility"])
        told["credibility"] = int(judgement.verdict)


def _attribute(told: dict[str, Any], judgement: Judgement) -> None:
    rule = {"grade": told["grade"], "contested": told["contested"]}
    told["contested"] = judgement.verdict == "contested"
    if not told["contested"]:
        told["grade"] = judgement.verdict
    told["by"] = _by(judgement, rule)


def _by(judgement: Judgement, rule: Any) -> dict[str, Any]:
    """Return who graded in place of the rule, and what the rule says."""
    return {"judgement": judgement.key, "who": judgement.who, "at": judgement.made_at, "rule": rule}


def _named(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield everything in a record that names a report and an event of it."""
    yield from (choice["from"] for choice in record["choices"].values())
    yield from record["ledger"]
    for told in record["members"]:
        yield told
        if told["link"]:
            yield told["link"]["to"]
