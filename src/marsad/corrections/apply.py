"""The record of a report with what a person changed in its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from marsad.corrections.changes import Change
from marsad.export.happening import complete
from marsad.export.record import COUNTS
from marsad.export.table import parted
from marsad.model.what import EVENT_TYPES
from marsad.model.who import SIDES

__all__ = ["corrected"]

_PLACE = {
    "place_name": "name", "country": "country", "admin1": "admin1", "admin2": "admin2", "admin3": "admin3",
    "place_id": "place_id", "place_precision": "precision", "latitude": "latitude", "longitude": "longitude",
    "uncertainty_km": "uncertainty_km",
}  # fmt: skip
_DATE = {"date_start": "start", "date_end": "end", "date_precision": "precision"}
_TEXT = ("name", "country")


def corrected(record: Mapping[str, Any], changed: Iterable[Change]) -> dict[str, Any]:
    """Return a record with changes made to its events; what was not changed keeps its words and its probability.

    The words behind a changed field, and its probability, were the coder's: they go.
    """
    by_event: dict[str, list[Change]] = {}
    for change in changed:
        by_event.setdefault(change.event_id, []).append(change)
    filled = complete(record)["events"]
    pairs = zip(record["events"], filled, strict=True)
    events = [_event(whole, here) if (here := by_event.get(whole["event_id"])) else event for event, whole in pairs]
    return {**record, "events": events}


def _event(event: Mapping[str, Any], changed: list[Change]) -> dict[str, Any]:
    new = {**event, "place": dict(event["place"]), "date": dict(event["date"])}
    new |= {count: dict(event[count]) if event[count] else dict.fromkeys(("low", "best", "high")) for count in COUNTS}
    names = [source["name"] for source in event["sources"]]
    kinds = [source["kind"] for source in event["sources"]]
    touched: set[str] = set()
    for change in changed:
        name, value = change.column, change.after
        count, _, bound = name.rpartition("_")
        if name in SIDES:
            new[name] = parted(value)
            touched.add(name)
        elif name in _PLACE:
            key = _PLACE[name]
            new["place"][key] = "" if value is None and key in _TEXT else value
            touched.add("admin1" if key in ("admin1", "country") else "place")
        elif name == "place_also":
            new["place"]["also"] = parted(value)
            touched.add("place")
        elif name in _DATE:
            new["date"][_DATE[name]] = value
            touched.add("date")
        elif count in COUNTS:
            new[count][bound] = value
            touched.add(count)
        elif name == "source_names":
            names = parted(value)
            touched.add("sources")
        elif name == "source_kinds":
            kinds = parted(value)
            touched.add("sources")
        else:
            new[name] = value
            touched.add(name)
    new["event_type"] = EVENT_TYPES[new["sub_event_type"]]
    new["sources"] = [{"name": name, "kind": kind} for name, kind in zip(names, kinds, strict=True)]
    new["units"] = [unit for unit in event["units"] if unit["code"] in new[unit["role"]]]
    if new["date"]["start"] is not None:
        new["date"]["reason"] = None
    for count in COUNTS:
        if all(bound is None for bound in new[count].values()):
            new[count] = None
    new["evidence_fields"] = [words for words in event["evidence_fields"] if words["field"] not in touched]
    sure = {field: value for field, value in event["confidence_fields"].items() if value is not None}
    new["confidence_fields"] = {field: value for field, value in sure.items() if field not in touched}
    return new
