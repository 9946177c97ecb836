"""An incident without the reports that somebody does not see, and without private names and exact places."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from marsad.gazetteer import Gazetteer
from marsad.link.coding import Coding, Member
from marsad.link.compare import FLOOR, Reason
from marsad.link.index import Incident
from marsad.link.pack import unpack
from marsad.link.record import to_record
from marsad.redact.coarsen import public_record
from marsad.redact.limits import Limit
from marsad.redact.rules import Rule, Rules
from marsad.store.links import codings_linked, places_of

__all__ = ["public_incident", "without_events"]


class _Alone:
    """Pairs of which nothing is told: the scores of a whole incident say something of those that are left out."""

    def score(self, _left: Coding, _right: Coding) -> int:
        return FLOOR

    def explain(self, _left: Coding, _right: Coding) -> tuple[Reason, ...]:
        return ()


def without_events(
    connection: Connection, record: Mapping[str, Any], incident_id: str, keys: Collection[int]
) -> dict[str, Any]:
    """Return the record of an incident as only these of its events tell it.

    Values, figures and grades are chosen anew by the rules; grades that people gave to reports stay with them.
    """
    told = {(one["report_id"], one["event"]): one for one in record["members"]}
    positions = places_of(connection, keys)
    codings, at = [], {}
    for key, packed in codings_linked(connection, keys).items():
        coding = unpack(packed)
        member = told[positions[key]]
        codings.append(replace(coding, copy_group=member["copy_of"]))
        at[coding.member] = positions[key][1]
    codings.sort(key=lambda coding: coding.order)
    made = to_record(Incident(incident_id=incident_id, codings=tuple(codings)), _Alone(), reasons=False)
    del made["was"]
    for named in (*(one["from"] for one in made["choices"].values()), *made["ledger"], *made["members"]):
        named["event"] = at[Member(named["report_id"], named["event"])]
    for one in made["members"]:
        one["link"] = None
        before = told[one["report_id"], one["event"]]
        one |= {name: before[name] for name in ("credibility", "credibility_by") if name in before}
    made["credibility"] = min(one["credibility"] for one in made["members"])
    return made


def public_incident(record: Mapping[str, Any], limit: Limit, gazetteer: Gazetteer) -> dict[str, Any]:
    """Return the record of an incident without private names, and with place and day as coarse as its events'.

    What other reports say of a place or a day that may not be told as it is, is not told either.
    """
    own = {name: record[name] for name in ("place", "date", "side1", "side2", "event_type", "sub_event_type")}
    whole = {**record, "place": None, "date": None, "events": [own]}
    rule = Rule(name="as its reports", place=limit.place, date=limit.date)
    public = public_record(whole, Rules(rule=(rule,)), gazetteer, today=datetime.now(UTC).date())
    (told,) = public.pop("events")
    del public["redactions"]
    coarser = {"place": limit.place != "exact", "date": limit.date != "day"}
    public["choices"] = {
        name: {**choice, "others": {}} if coarser.get(name) else choice for name, choice in public["choices"].items()
    }
    return {**{name: public[name] for name in record}, "place": told["place"], "date": told["date"]}
