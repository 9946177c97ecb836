"""Records as pages read them: what marsad adds to the codebook's fields may be absent, and stands there as unknown.

Other programs write records, and a record that lacks a grade or a ledger is shown without them.
"""

from __future__ import annotations

from typing import Any

__all__ = ["whole_coding", "whole_incident"]

_PLACE = {"name": "", "country": "", "admin1": None, "precision": 3, "latitude": None, "longitude": None}
_DATE = {"start": None, "end": None, "precision": 3}
_COUNT = {"low": None, "best": None, "high": None}
_ATTRIBUTION = {"grade": "none", "sources": 0, "rivals": 0, "contested": False}
_UNJUDGED = 6
_MEMBER = {
    "event": 0, "outlet": None, "published": None, "copy_of": None, "credibility": _UNJUDGED, "evidence": "",
    "link": None,
}  # fmt: skip
_CLAIM = {"source": "", "kind": "outlet", "outlet": None, "event": 0, "published": None, "passed_over": None, **_COUNT}
_EVENT: dict[str, Any] = {
    "event_type": "", "side1": [], "assist1": [], "side2": [], "assist2": [], "units": [], "killed": None,
    "killed_civilians": None, "wounded": None, "detained": None, "abducted": None, "sources": [], "status": "reported",
    "evidence": "", "evidence_fields": [], "confidence": None, "confidence_fields": {},
}  # fmt: skip
_LISTED: dict[str, Any] = {
    "also": [], "place_id": None, "admin2": None, "admin3": None, "uncertainty_km": None, "candidates": [],
}  # fmt: skip


def _filled(record: dict[str, Any] | None, missing: dict[str, Any]) -> dict[str, Any]:
    """Return a record with what it lacks, its own fields first and as they are; one that lacks nothing is the same."""
    found = dict(record or {})
    found.update((name, value) for name, value in missing.items() if name not in found)
    return found


def whole_incident(kept: dict[str, Any]) -> dict[str, Any]:
    """Return the record of an incident with every field that pages read."""
    record = dict(kept)
    members = [_filled(told, _MEMBER) for told in record.get("members") or () if told.get("report_id")]
    record["place"] = _filled(record.get("place"), _PLACE)
    record["date"] = _filled(record.get("date"), _DATE)
    record["attribution"] = _filled(record.get("attribution"), _ATTRIBUTION)
    record["figures"] = {
        count: _filled(told, {**_COUNT, "sources": 0, "rule": ""})
        for count, told in (record.get("figures") or {}).items()
        if told
    }
    record["ledger"] = [
        _filled(told, _CLAIM) for told in record.get("ledger") or () if told.get("report_id") and told.get("count")
    ]
    record["members"] = members
    return _filled(
        record,
        {
            "event_type": "", "sub_event_type": "", "side1": [], "side2": [], "choices": {},
            "reports": len({told["report_id"] for told in members}), "sources": 0, "credibility": _UNJUDGED,
        },
    )  # fmt: skip


def whole_coding(kept: dict[str, Any]) -> dict[str, Any]:
    """Return the record of a coding with every field that pages read of its events."""
    record = dict(kept)
    events = []
    for told in record.get("events") or ():
        event = _filled(told, _EVENT)
        event["place"] = _filled(event.get("place"), _PLACE | _LISTED)
        event["date"] = _filled(event.get("date"), _DATE | {"reason": None})
        for count in ("killed", "killed_civilians", "wounded", "detained", "abducted"):
            event[count] = _filled(event[count], _COUNT) if event[count] else None
        event["evidence_fields"] = [
            _filled(part, {"rule_id": "", "entry_ids": [], "note": None}) for part in event["evidence_fields"]
        ]
        event["sources"] = [_filled(source, {"name": "", "kind": "outlet"}) for source in event["sources"]]
        events.append(event)
    record["events"] = events
    return _filled(record, {"skipped": []})
