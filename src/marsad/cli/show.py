"""Fields of a record as short words for people."""

from __future__ import annotations

from typing import Any

from marsad.export.record import COUNTS

__all__ = ["FIELDS", "STYLES", "shown"]

STYLES = {
    "sub_event_type": "bold red",
    "side1": "bold magenta",
    "assist1": "magenta",
    "side2": "bold blue",
    "assist2": "blue",
    "place": "bold green",
    "date": "bold yellow",
    **dict.fromkeys(COUNTS, "bold cyan"),
    "sources": "underline",
    "status": "italic",
}
"""Field to the style that marks its words."""

FIELDS = tuple(STYLES)


def shown(event: dict[str, Any], field: str) -> str:
    """Return a field of an event in a few words, "" when it is empty: "at least 20", "2018-03-01 to 2018-03-03"."""
    value = event.get(field)
    if not value:
        return ""
    match field:
        case "place":
            where = ", ".join(filter(None, (value["name"], value["admin1"], value["country"])))
            return where + ("", "", " (near, or part of)", " (wider area)")[value["precision"]]
        case "date":
            return _date(value)
        case "sources":
            return "; ".join(f"{source['name']} ({source['kind']})" for source in value)
        case _ if field in COUNTS:
            return _count(value)
        case _:
            return ", ".join(value) if isinstance(value, list) else str(value)


def _date(date: dict[str, Any]) -> str:
    if date["start"] is None:
        return date["reason"] or "unknown"
    day = date["start"] if date["start"] == date["end"] else f"{date['start']} to {date['end']}"
    return day + ("", "", " (within a week)", " (within a month or longer)")[date["precision"]]


def _count(count: dict[str, int | None]) -> str:
    low, best, high = count["low"], count["best"], count["high"]
    if low == best == high:
        return str(best)
    if best is None:
        return f"{low or 0} or more" if high is None else f"{low or 0} to {high}"
    if low == best:
        return f"at least {best}" if high is None else f"{low} to {high}"
    if high == best:
        return f"up to {best}" if low is None else f"{low} to {high}"
    return f"about {best}" if low is None or high is None else f"{best} ({low} to {high})"
