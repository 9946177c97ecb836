"""A coded report as the record of the codebook's section 8, with what marsad knows beyond it."""

from __future__ import annotations

from typing import Any

from marsad import __version__
from marsad.lexicon.load import resources_version
from marsad.model.event import CodedReport, Event, Evidence, Skipped
from marsad.model.quantity import Estimate
from marsad.model.report import Report
from marsad.model.where import EventPlace

__all__ = ["COUNTS", "coder_version", "to_record"]

COUNTS = ("killed", "killed_civilians", "wounded", "detained", "abducted")
"""The counts of a record, each null or an object of low, best and high."""


def coder_version() -> str:
    """Return the version of marsad that codes: with `resources_version` it says which words gave a record."""
    return __version__


def to_record(coded: CodedReport, *, report: Report | None = None, gazetteer: str | None = None) -> dict[str, Any]:
    """Return the record of a report: `{"id": ..., "events": [...], "skipped": [...]}`, ready for JSON.

    The codebook's fields come under its own names; the others are described in docs/record.md. Offsets count
    code points in headline, line feed, text. `report` adds where and when it was published.
    """
    record: dict[str, Any] = {
        "id": coded.report_id,
        "events": [_event(event, gazetteer, coded.coder) for event in coded.events],
        "skipped": [_skipped(skipped) for skipped in coded.skipped],
    }
    if report is not None:
        record["report"] = {
            "published": report.published_on.isoformat() if report.published_on else None,
            "outlet": report.outlet,
            "url": report.url,
            "sha256": report.sha256,
            **_told_beside(report),
        }
    return record


def _told_beside(report: Report) -> dict[str, str]:
    """Return what few inputs tell of a report; absent where they do not."""
    told = {
        "published_at": report.published_at.isoformat() if report.published_at else None,
        "edited": report.edited,
        "forwarded_from": report.forwarded_from,
        "reply_to": report.reply_to,
        "extent": report.extent if report.extent != "whole" else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _event(event: Event, gazetteer: str | None, coder: str | None) -> dict[str, Any]:
    start, end = event.date.start, event.date.end
    counts: dict[str, Any] = {name: _estimate(getattr(event, name)) for name in COUNTS}
    return {
        "event_id": event.event_id,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "side1": event.codes("side1"),
        "assist1": event.codes("assist1"),
        "side2": event.codes("side2"),
        "assist2": event.codes("assist2"),
        "units": [
            {"role": who.role, "code": who.code, "actor_id": who.actor_id, "unit": who.unit}
            for who in event.participants
            if who.unit is not None or who.actor_id is not None
        ],
        "place": _place(event.place),
        "date": {
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "precision": int(event.date.precision),
            "reason": event.date.reason,
        },
        **counts,
        "sources": [{"name": source.name, "kind": source.kind} for source in event.sources],
        "status": event.status,
        "evidence": event.quote,
        "evidence_fields": [_evidence(evidence) for evidence in event.evidence],
        "confidence": round(event.confidence, 3),
        "confidence_fields": {field: round(probability, 3) for field, probability in event.field_confidence},
        "coder_version": coder or coder_version(),
        "resources_version": resources_version(),
        "gazetteer": gazetteer,
    }


def _place(place: EventPlace) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "precision": int(place.precision),
        "also": list(place.also),
        "place_id": place.place_id,
        "admin2": place.admin2,
        "admin3": place.admin3,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "uncertainty_km": place.uncertainty_km,
        "candidates": list(place.candidates),
    }


def _estimate(estimate: Estimate | None) -> dict[str, int | None] | None:
    return None if estimate is None else {"low": estimate.low, "best": estimate.best, "high": estimate.high}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "field": evidence.field,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "rule_id": evidence.rule_id,
        "entry_ids": list(evidence.entry_ids),
        "note": evidence.note,
    }


def _skipped(skipped: Skipped) -> dict[str, Any]:
    return {
        "stage": skipped.stage,
        "reason": skipped.reason,
        "start": skipped.span.start if skipped.span else None,
        "end": skipped.span.end if skipped.span else None,
        "quote": skipped.quote,
    }
