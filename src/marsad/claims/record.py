"""Claims as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marsad.claims.check import Verdict, check
from marsad.claims.facts import Facts
from marsad.model.claim import Claim, ClaimPlace, Window
from marsad.model.report import Report

__all__ = ["claim_record", "report_record"]


def report_record(report: Report, claims: Sequence[Claim], facts: Facts | None = None) -> dict[str, Any]:
    """Return the record of a report: its id and its claims, each checked where there is a record to check it by."""
    if facts is None:
        return {"id": report.report_id, "claims": [claim_record(claim) for claim in claims]}
    checked = [{**claim_record(claim), "check": _verdict(check(claim, facts))} for claim in claims]
    return {"id": report.report_id, "claims": checked}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    record: dict[str, Any] = {
        "verdict": verdict.verdict,
        "reason": verdict.reason,
        "counted": {"low": verdict.low, "high": verdict.high},
        "incidents": list(verdict.incidents),
        "doubtful": list(verdict.doubtful),
    }
    return record if verdict.before is None else {**record, "before": verdict.before}


def claim_record(claim: Claim) -> dict[str, Any]:
    """Return one claim ready for JSON; see docs/claims.md."""
    return {
        "kind": claim.kind,
        "what": claim.what,
        "actors": list(claim.actors),
        "place": _place(claim.place),
        "window": _window(claim.window),
        "number": claim.number,
        "direction": claim.direction,
        "measure": claim.measure,
        "quote": claim.quote,
        "span": {"start": claim.span.start, "end": claim.span.end},
        "rule": claim.rule_id,
    }


def _place(place: ClaimPlace | None) -> dict[str, str | None] | None:
    return None if place is None else {"name": place.name, "country": place.country, "admin1": place.admin1}


def _window(window: Window | None) -> dict[str, str] | None:
    return None if window is None else {"start": window.start.isoformat(), "end": window.end.isoformat()}
