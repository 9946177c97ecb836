"""A report with its coding as the public edition tells it: names of private people out, places as the rules allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from marsad.gazetteer import Gazetteer
from marsad.model.report import Report
from marsad.redact.coarsen import public_record
from marsad.redact.limits import NOTHING_BEYOND, Beyond
from marsad.redact.line import public_id
from marsad.redact.rules import Rules

__all__ = ["public_document"]


def public_document(
    report: Report,
    record: Mapping[str, Any] | None,
    rules: Rules,
    gazetteer: Gazetteer,
    beyond: Beyond = NOTHING_BEYOND,
) -> tuple[Report, dict[str, Any] | None]:
    """Return headline, text and record as they may be told; the words behind a field are found anew in that text.

    A field whose words are told no more has none. Fields that a rule drops are left empty. `beyond` is what other
    reports of the same acts ask.
    """
    whole = {**(record or {"id": report.report_id, "events": []}), "title": report.headline, "text": report.text}
    today = datetime.now(UTC).date()
    public = public_record(whole, rules, gazetteer, today=today, beyond=beyond)
    told = replace(report, headline=public.pop("title"), text=public.pop("text"))
    del public["redactions"]
    if record is None:
        return told, None
    public.pop("withheld", None)
    before = {public_id(event["event_id"]): event for event in record["events"]}
    public["id"] = record["id"]  # a store calls its reports as they are called
    for event in public["events"]:
        was = before[event["event_id"]]
        event["event_id"] = was["event_id"]
        for name, value in was.items():
            event.setdefault(name, type(value)() if isinstance(value, list | dict | str) else None)
        if told.source_text != report.source_text:
            event["evidence_fields"] = [
                placed for part in event["evidence_fields"] if (placed := _placed(part, told.source_text)) is not None
            ]
    return told, public


def _placed(part: dict[str, Any], text: str) -> dict[str, Any] | None:
    """Return the words behind a field where they stand in a text now, the nearest to where they stood."""
    quote = part["quote"]
    found = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - part["start"]))
    return {**part, "start": start, "end": start + len(quote)}
