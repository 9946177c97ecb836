"""The record of a report to rows: its events, who takes part, and the places used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marsad.export.record import COUNTS
from marsad.model.who import SIDES
from marsad.store.columns import keepable

__all__ = ["actor_rows", "event_row", "event_words", "place_row", "urgency"]

_PLACE = ("country", "admin1", "admin2", "admin3", "latitude", "longitude")


def event_row(event: dict[str, Any], number: int) -> dict[str, Any]:
    """Return the columns of an event, less the keys; `actors` holds the codes of all sides, one a line."""
    place, date = event["place"], event["date"]
    codes = dict.fromkeys(_one_line(code) for side in SIDES for code in event[side])
    row = {
        "number": number,
        "event_id": event["event_id"],
        "event_type": event["event_type"],
        "sub_event_type": event["sub_event_type"],
        "place_id": place["place_id"],
        "place_name": place["name"],
        "place_precision": place["precision"],
        **{name: place[name] for name in _PLACE},
        "date_start": date["start"],
        "date_end": date["end"],
        "date_precision": date["precision"],
        "status": event["status"],
        "confidence": event["confidence"],
        "actors": "\n".join(codes),
    }
    for count in COUNTS:
        for bound in ("low", "best", "high"):
            row[f"{count}_{bound}"] = event[count][bound] if event[count] else None
    return row


def actor_rows(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield who takes part, in the order of the record; registry id and unit where the record has them."""
    units = {(unit["role"], unit["code"]): unit for unit in event["units"]}
    position = 0
    for role in SIDES:
        for code in event[role]:
            unit = units.get((role, code), {})
            yield {
                "position": position,
                "role": role,
                "code": keepable(_one_line(code)),
                "actor_id": unit.get("actor_id"),
                "unit": unit.get("unit"),
            }
            position += 1


def place_row(event: dict[str, Any]) -> dict[str, Any] | None:
    """Return the listed place of an event, None when it is not listed."""
    place = event["place"]
    if place["place_id"] is None:
        return None
    row = {"place_id": place["place_id"], "name": place["name"] or place["place_id"]}
    return row | {name: place[name] for name in _PLACE}


def event_words(record: dict[str, Any]) -> str:
    """Return what a search finds a report by beyond its own words: types, places, units and sources of its events."""
    found: dict[str, None] = {}
    for event in record["events"]:
        place = event["place"]
        names = (event["sub_event_type"], event["event_type"], place["name"], *place["also"])
        found.update(dict.fromkeys(filter(None, names)))
        found.update(dict.fromkeys(unit["unit"] for unit in event["units"] if unit["unit"]))
        found.update(dict.fromkeys(source["name"] for source in event["sources"] if source["name"]))
    return "\n".join(found)


def urgency(record: dict[str, Any]) -> dict[str, float | int | None]:
    """Return what queues put a report in order by, both None for one without events.

    `confidence` is the lowest probability of any of its events or of their fields; `severity` ten for each person
    killed and one for each one wounded, detained or abducted, of the event that was worst.
    """
    events = record["events"]
    if not events:
        return {"confidence": None, "severity": None}
    lowest = min(value for event in events for value in (event["confidence"], *event["confidence_fields"].values()))
    return {"confidence": lowest, "severity": max(map(_severity, events))}


def _severity(event: dict[str, Any]) -> int:
    people = {name: event[name] or {} for name in ("killed", "wounded", "detained", "abducted")}
    told = {name: count.get("best") or count.get("low") or 0 for name, count in people.items()}
    return int(10 * told["killed"] + told["wounded"] + told["detained"] + told["abducted"])


def _one_line(code: str) -> str:
    return " ".join(code.split())
