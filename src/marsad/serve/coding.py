"""What a person sends as the right coding of a report, checked and written as a record.

What the person left as it was keeps its rule, its words and its probability; what was changed has rule "person" and
the words that the person selected for it.
"""

from __future__ import annotations

import copy
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from marsad.export.record import COUNTS
from marsad.gazetteer import Gazetteer
from marsad.model.report import Report
from marsad.model.what import EVENT_TYPES
from marsad.model.who import CODE, SIDES

__all__ = ["Coding", "Draft", "next_number", "revised"]

_RADIUS_KM = {1: 2.0, 2: 15.0, 3: 80.0}
_PERSON = "person"
_LONGEST_QUOTE = 200

Code = Annotated[str, Field(pattern=f"^({CODE})$")]
Precision = Literal[1, 2, 3]
People = Annotated[int, Field(ge=0, le=10_000_000)]


class _Given(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Words(_Given):
    """Words behind a field: code points into headline, line feed, text; `rule_id` as the coding had it."""

    field: Annotated[str, Field(max_length=40)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    rule_id: Annotated[str, Field(max_length=200)] = _PERSON


class PlaceDraft(_Given):
    """Where: a listed place by its id, or a name with the country that it lies in."""

    name: Annotated[str, Field(max_length=200)]
    country: Annotated[str, Field(max_length=2)] = ""
    admin1: Annotated[str, Field(max_length=100)] | None = None
    precision: Precision
    place_id: Annotated[str, Field(max_length=100)] | None = None
    also: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=50)] = []


class DateDraft(_Given):
    """When: both days or none."""

    start: date | None
    end: date | None
    precision: Precision
    reason: Annotated[str, Field(max_length=200)] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> DateDraft:
        if (self.start is None) != (self.end is None) or (self.start and self.end and self.end < self.start):
            raise ValueError("both days or none, the first one first")
        return self


class CountDraft(_Given):
    """How many: what the wording leaves open is None."""

    low: People | None = None
    best: People | None = None
    high: People | None = None

    @model_validator(mode="after")
    def _in_order(self) -> CountDraft:
        told = [value for value in (self.low, self.best, self.high) if value is not None]
        if not told or told != sorted(told):
            raise ValueError("at least one figure, the lowest first")
        return self


class SourceDraft(_Given):
    """Who says so."""

    name: Annotated[str, Field(max_length=300)]
    kind: Literal[
        "outlet", "correspondent", "official", "party", "monitor", "media", "activist", "resident", "witness",
        "medical", "anonymous",
    ]  # fmt: skip


class Draft(_Given):
    """One event as a person wants it; without `event_id` it is a new one."""

    event_id: Annotated[str, Field(max_length=300)] | None = None
    sub_event_type: Literal[tuple(EVENT_TYPES)]  # type: ignore[valid-type]
    side1: Annotated[list[Code], Field(max_length=30)]
    assist1: Annotated[list[Code], Field(max_length=30)]
    side2: Annotated[list[Code], Field(max_length=30)]
    assist2: Annotated[list[Code], Field(max_length=30)]
    place: PlaceDraft
    date: DateDraft
    killed: CountDraft | None = None
    killed_civilians: CountDraft | None = None
    wounded: CountDraft | None = None
    detained: CountDraft | None = None
    abducted: CountDraft | None = None
    sources: Annotated[list[SourceDraft], Field(max_length=50)]
    status: Literal["reported", "claimed", "disputed", "denied"]
    evidence_fields: Annotated[list[Words], Field(max_length=200)]


class Coding(_Given):
    """All events of a report; `in_force` is the coding that the person saw."""

    in_force: int
    events: Annotated[list[Draft], Field(max_length=100)]
    comment: Annotated[str, Field(max_length=4000)] = ""


def next_number(records: list[dict[str, Any]]) -> int:
    """Return the first number that no event of a report ever had, so that ids never change their meaning."""
    numbers = [
        int(found[1])
        for record in records
        for event in record["events"]
        if (found := re.search(r"#(\d+)$", event["event_id"]))
    ]
    return max(numbers, default=0) + 1


def revised(
    coding: Coding, record: dict[str, Any], report: Report, *, number: int, gazetteer: Gazetteer
) -> dict[str, Any]:
    """Return the record with the events as a person wants them; new ones are numbered from `number` on.

    Raises ValueError, naming field and offsets, for words that do not lie in the report.
    """
    known = {event["event_id"]: event for event in record["events"]}
    events, used = [], set()
    for draft in coding.events:
        base = known.get(draft.event_id or "") if draft.event_id not in used else None
        if base is None:
            event_id = f"{report.report_id}#{number}"
            number += 1
        else:
            event_id = base["event_id"]
        used.add(event_id)
        events.append(_event(draft, base, event_id, record, report, gazetteer))
    return {**record, "events": events}


def _event(
    draft: Draft,
    base: dict[str, Any] | None,
    event_id: str,
    record: dict[str, Any],
    report: Report,
    gazetteer: Gazetteer,
) -> dict[str, Any]:
    versions = base or (record["events"] or [_unversioned()])[0]
    date_draft = draft.date.model_dump(mode="json")
    event: dict[str, Any] = {
        "event_id": event_id,
        "event_type": EVENT_TYPES[draft.sub_event_type],
        "sub_event_type": draft.sub_event_type,
        **{side: list(dict.fromkeys(getattr(draft, side))) for side in SIDES},
        "units": [],
        "place": _place(draft.place, base, gazetteer),
        "date": date_draft | {"reason": None if draft.date.start else draft.date.reason},
        **{name: _count(getattr(draft, name)) for name in COUNTS},
        "sources": [source.model_dump() for source in draft.sources],
        "status": draft.status,
        "evidence": "",
        "evidence_fields": [],
        "confidence": base["confidence"] if base else 1.0,
        "confidence_fields": {},
        **{name: versions[name] for name in ("coder_version", "resources_version", "gazetteer")},
    }
    if base is not None:
        event["units"] = [unit for unit in base["units"] if unit["code"] in event[unit["role"]]]
        event["confidence_fields"] = {
            field: value for field, value in base["confidence_fields"].items() if _same(field, event, base)
        }
    event["evidence_fields"] = [_words(words, base, event, report) for words in draft.evidence_fields]
    event["evidence"] = _statement(event, base, report)
    return event


def _unversioned() -> dict[str, Any]:
    from marsad.export.record import coder_version
    from marsad.lexicon.load import resources_version

    return {"coder_version": coder_version(), "resources_version": resources_version(), "gazetteer": None}


def _count(count: CountDraft | None) -> dict[str, int | None] | None:
    return None if count is None else count.model_dump()


def _same(field: str, event: dict[str, Any], base: dict[str, Any]) -> bool:
    if field == "admin1":
        return bool(event["place"]["admin1"] == base["place"]["admin1"])
    if field == "place":
        return bool(event["place"]["name"] == base["place"]["name"])
    return bool(event.get(field) == base.get(field))


def _place(draft: PlaceDraft, base: dict[str, Any] | None, gazetteer: Gazetteer) -> dict[str, Any]:
    given = draft.model_dump()
    if base is not None and all(base["place"][name] == given[name] for name in ("name", "place_id", "precision")):
        kept: dict[str, Any] = copy.deepcopy(base["place"])
        return kept | {"also": given["also"]}
    listed = gazetteer.by_id(draft.place_id) if draft.place_id else None
    rest: dict[str, Any] = dict.fromkeys(("place_id", "admin2", "admin3", "latitude", "longitude", "uncertainty_km"))
    if listed is None:
        return {**given, **rest, "candidates": []}
    return {
        **given,
        "name": draft.name or listed.name_ar,
        "country": listed.country,
        "admin1": listed.admin1 if listed.country == "SY" else listed.admin1_name,
        "place_id": listed.place_id,
        "admin2": listed.admin2,
        "admin3": listed.admin3,
        "latitude": listed.latitude,
        "longitude": listed.longitude,
        "uncertainty_km": _RADIUS_KM[draft.precision],
        "candidates": [],
    }


def _words(words: Words, base: dict[str, Any] | None, event: dict[str, Any], report: Report) -> dict[str, Any]:
    for part in base["evidence_fields"] if base else ():
        same = all(part[name] == getattr(words, name) for name in ("field", "start", "end", "rule_id"))
        if same:
            return dict(part)
    text = report.source_text
    if words.field not in event or not words.start < words.end <= len(text):
        raise ValueError(f"The words of {words.field} ({words.start} to {words.end}) do not lie in the report.")
    return {
        "field": words.field,
        "start": words.start,
        "end": words.end,
        "quote": text[words.start : words.end],
        "rule_id": _PERSON,
        "entry_ids": [],
        "note": None,
    }


def _statement(event: dict[str, Any], base: dict[str, Any] | None, report: Report) -> str:
    """Return the words that state the act: those selected for it, as long as the record takes them."""
    stated = [part for part in event["evidence_fields"] if part["field"] == "evidence"]
    if stated:
        return str(stated[-1]["quote"][:_LONGEST_QUOTE])
    if base is not None:
        return str(base["evidence"])
    told = [(part["start"], part["end"]) for part in event["evidence_fields"]]
    if not told:
        return ""
    first, last = min(start for start, _ in told), max(end for _, end in told)
    return report.source_text[first:last][:_LONGEST_QUOTE]
