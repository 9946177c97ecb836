"""Acts of a report numbered for good: a new coding of it tells the same acts, in whatever order and number.

What people decide, and the ids of incidents, rest on (report, act). The first coding numbers its events from 0; the
events of a later one get the number of the act that they tell, by the words they quote, or a number never used before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from marsad.link.words import words_of

__all__ = ["number_acts"]

_FIELDS = ("sub_event_type", "side1", "side2")
_QUOTED = 0.5
"""From this part of the shorter quotation on, two events tell one act."""
_TOUCHED = 0.2
"""From this part on, when most of what is coded is the same."""
_MOST = 0.6
_ALL = 3.0
"""How well an event fits that tells the same in the same words; nothing fits better."""


def number_acts(known: Mapping[int, Mapping[str, Any]], events: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the number of the act that each event of a new coding tells.

    `known` are the acts told so far, each with the event that told it last. Of several that fit, the best goes first.
    """
    if not known:
        return list(range(len(events)))
    acts = {number: _told(act) for number, act in known.items()}
    new = dict(enumerate(map(_told, events)))
    found = {number: number for number in acts.keys() & new.keys() if _likeness(acts[number], new[number]) == _ALL}
    # what is told in the same words, of all others, fits best: a report of many acts has no other pairs to look at
    _take(
        found, acts, new, lambda act, left: [one for one in left.get(act.key, ()) if _likeness(act, new[one]) == _ALL]
    )
    _take(found, acts, new, lambda _, left: [one for some in left.values() for one in some])
    unused = max(known) + 1
    for position in range(len(events)):
        if position not in found:
            found[position] = unused
            unused += 1
    return [found[position] for position in range(len(events))]


class _Told(NamedTuple):
    """What is compared of an event: the words that it quotes, and values; the key is the same where these are."""

    words: frozenset[str]
    values: tuple[Any, ...]
    key: str


def _take(
    found: dict[int, int],
    acts: Mapping[int, _Told],
    new: Mapping[int, _Told],
    candidates: Callable[[_Told, Mapping[str, Sequence[int]]], Sequence[int]],
) -> None:
    """Find the acts of events that have none yet, among those that nothing tells yet; the best pair goes first."""
    taken = set(found.values())
    left: dict[str, list[int]] = {}
    for position, event in new.items():
        if position not in found:
            left.setdefault(event.key, []).append(position)
    fits = []
    for number, act in acts.items():
        if number in taken:
            continue
        for position in candidates(act, left):
            worth = _likeness(act, new[position])
            if worth is not None:
                fits.append((-worth, abs(number - position), number, position))
    for _, _, number, position in sorted(fits):
        if position not in found and number not in taken:
            found[position] = number
            taken.add(number)


def _told(event: Mapping[str, Any]) -> _Told:
    values = (*map(event.get, _FIELDS), _of(event, "place", "name"), _of(event, "date", "start"))
    return _Told(frozenset(words_of(str(event.get("evidence") or ""))), values, repr(values))


def _likeness(act: _Told, event: _Told) -> float | None:
    """Return how well an event fits an act, None when it is another one."""
    ours, theirs = act.words, event.words
    quoted = len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
    same = sum(bool(one == other) for one, other in zip(act.values, event.values, strict=True)) / len(act.values)
    if quoted >= _QUOTED or (quoted >= _TOUCHED and same >= _MOST) or (same == 1 and not (ours and theirs)):
        return 2 * quoted + same
    return None


def _of(event: Mapping[str, Any], field: str, name: str) -> Any:
    value = event.get(field)
    return value.get(name) if isinstance(value, dict) else None
