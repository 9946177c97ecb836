"""Acts of a report numbered for good: a new coding of it tells the same acts, in whatever order and number.

What people decide, and the ids of incidents, rest on (report, act). The first coding numbers its events from 0; the
events of a later one get the number of the act that they tell, by the words they quote, or a number never used before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.link.words import words_of

__all__ = ["number_acts"]

_FIELDS = ("sub_event_type", "side1", "side2")
_QUOTED = 0.5
"""From this part of the shorter quotation on, two events tell one act."""
_TOUCHED = 0.2
"""From this part on, when most of what is coded is the same."""
_MOST = 0.6


def number_acts(known: Mapping[int, Mapping[str, Any]], events: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the number of the act that each event of a new coding tells.

    `known` are the acts told so far, each with the event that told it last. Of several that fit, the best goes first.
    """
    if not known:
        return list(range(len(events)))
    fits = []
    for number, act in known.items():
        for position, event in enumerate(events):
            worth = _likeness(act, event)
            if worth is not None:
                fits.append((-worth, abs(number - position), number, position))
    found: dict[int, int] = {}
    for _, _, number, position in sorted(fits):
        if position not in found and number not in found.values():
            found[position] = number
    unused = max(known) + 1
    for position in range(len(events)):
        if position not in found:
            found[position] = unused
            unused += 1
    return [found[position] for position in range(len(events))]


def _likeness(act: Mapping[str, Any], event: Mapping[str, Any]) -> float | None:
    """Return how well an event fits an act, None when it is another one."""
    ours, theirs = (frozenset(words_of(str(one.get("evidence") or ""))) for one in (act, event))
    quoted = len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
    values = [(act.get(name), event.get(name)) for name in _FIELDS]
    values += [(_of(act, "place", "name"), _of(event, "place", "name"))]
    values += [(_of(act, "date", "start"), _of(event, "date", "start"))]
    same = sum(bool(one == other) for one, other in values) / len(values)
    if quoted >= _QUOTED or (quoted >= _TOUCHED and same >= _MOST) or (same == 1 and not (ours and theirs)):
        return 2 * quoted + same
    return None


def _of(event: Mapping[str, Any], field: str, name: str) -> Any:
    value = event.get(field)
    return value.get(name) if isinstance(value, dict) else None
