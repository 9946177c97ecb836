"""Claims in words, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marsad.model.report import Report

__all__ = ["shown"]

_ORDINARY = {
    "events": "events",
    "killed": "killed",
    "wounded": "wounded",
    "detained": "detained",
    "abducted": "abducted",
}
_MARKS = {"supported": "+", "not supported": "-", "cannot tell": "?"}
_MANY = 6


def shown(report: Report, claims: Iterable[dict[str, Any]]) -> str:
    """Return a report's claims in lines: what is claimed, the words, and the verdict where there is one."""
    day = report.published_on.isoformat() if report.published_on else "no date"
    lines = [" · ".join(filter(None, (report.report_id, day, report.outlet, report.headline)))]
    for number, claim in enumerate(claims, 1):
        lines.append(f"  {number}. {claim_line(claim)}")
        lines.append(f"     « {' '.join(claim['quote'].split())} »")
        if "check" in claim:
            lines += _verdict_lines(claim["check"])
    return "\n".join(lines)


def claim_line(claim: dict[str, Any]) -> str:
    """Return a claim in a few words: "count: 14 events, is, دير الزور (SY09), 2022-09-01 to 2022-09-30"."""
    return f"{claim['kind']}: " + ", ".join(
        filter(None, (_figure(claim), claim["what"], " and ".join(claim["actors"]), _place(claim), _window(claim)))
    )


def _figure(claim: dict[str, Any]) -> str:
    measure = _ORDINARY[claim["measure"]]
    if claim["kind"] == "trend":
        return f"{measure} {claim['direction']}" if claim["direction"] != "same" else f"{measure} unchanged"
    if claim["kind"] == "ordinal":
        return f"number {claim['number']} ({measure})"
    return f"{claim['number']:,} {measure}"


def _place(claim: dict[str, Any]) -> str:
    place = claim["place"]
    if place is None:
        return ""
    return f"{place['name']} ({place['admin1'] or place['country'] or '?'})"


def _window(claim: dict[str, Any]) -> str:
    window = claim["window"]
    if window is None:
        return "no days named"
    return window["start"] if window["start"] == window["end"] else f"{window['start']} to {window['end']}"


def _verdict_lines(verdict: dict[str, Any]) -> list[str]:
    lines = [f"     {_MARKS[verdict['verdict']]} {verdict['verdict']}: {verdict['reason']}"]
    for name, title in (("incidents", "counted"), ("doubtful", "perhaps")):
        ids = verdict[name]
        if ids:
            more = f" and {len(ids) - _MANY} more" if len(ids) > _MANY else ""
            lines.append(f"       {title}: {', '.join(ids[:_MANY])}{more}")
    return lines
