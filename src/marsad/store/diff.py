"""What differs between two codings of a report, event by event and field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marsad.export.record import COUNTS

__all__ = ["Difference", "differences", "pairs"]

_FIELDS = (
    "sub_event_type", "side1", "assist1", "side2", "assist2", "units", "place", "date", *COUNTS, "sources", "status",
    "evidence", "confidence",
)  # fmt: skip
"""The fields compared; ids, versions and the words behind fields differ without meaning anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field of an event that was coded otherwise; of an event that only one coding has, `field` is "event".

    `event` describes the event: type, place and day, as the newer coding has them where it has it.
    """

    report_id: str
    event: str
    field: str
    before: Any
    after: Any


def differences(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    """Yield what differs between two records of one report, the older one first.

    Events are taken for the same by the words that state them, else by type, day, place and sides.
    """
    report_id = after["id"]
    for old, new in pairs(before["events"], after["events"]):
        event = _called(new or old or {})
        if old is None or new is None:
            yield Difference(report_id=report_id, event=event, field="event", before=_brief(old), after=_brief(new))
            continue
        for field in _FIELDS:
            if old[field] != new[field]:
                yield Difference(report_id=report_id, event=event, field=field, before=old[field], after=new[field])


_Pair = tuple[dict[str, Any] | None, dict[str, Any] | None]


def pairs(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[_Pair]:
    """Return the events of two codings side by side, None where one has nothing of the kind."""
    ranked = sorted((-_likeness(old, new), at, to) for at, old in enumerate(before) for to, new in enumerate(after))
    paired: dict[int, int] = {}
    for likeness, at, to in ranked:
        if likeness < 0 and at not in paired.values() and to not in paired:
            paired[to] = at
    pairs: list[_Pair] = [(before[paired[to]] if to in paired else None, new) for to, new in enumerate(after)]
    return pairs + [(old, None) for at, old in enumerate(before) if at not in paired.values()]


def _likeness(old: dict[str, Any], new: dict[str, Any]) -> int:
    """Return 0 for events that are not the same act."""
    if old["evidence"] == new["evidence"]:
        return 8 + int(old["sub_event_type"] == new["sub_event_type"])
    same = {field: old[field] == new[field] for field in ("sub_event_type", "side1", "side2", "date", "place")}
    same["place"] = old["place"]["name"] == new["place"]["name"]
    overlap = old["evidence"] in new["evidence"] or new["evidence"] in old["evidence"]
    total: int = sum(same.values()) + 2 * overlap
    return total if total >= 3 else 0


def _called(event: dict[str, Any]) -> str:
    return ", ".join(filter(None, (event["sub_event_type"], event["place"]["name"], event["date"]["start"])))


def _brief(event: dict[str, Any] | None) -> str | None:
    return None if event is None else event["evidence"]
