"""Who copied whom: which report of a group the others come from.

Each question keeps those that answer it best, and the next is asked of them alone: who credits no other of the
group; who is credited; who carries no mark of having been passed on; who published first; whose wording the
others embed or cut short; who is an agency; whose text is longest. The smallest id settles what is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from typing import TypeVar

from marsad.copies.credits import credited, outlet_words
from marsad.copies.judge import Telling
from marsad.copies.words import CopyText
from marsad.lexicon.role_words import forms_of

__all__ = ["Member", "origin_of"]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Member:
    """A report of a group: its telling, and the text that it shares with those that say the same."""

    telling: Telling
    text: CopyText
    node: int


def origin_of(members: Sequence[Member], wins: Mapping[int, int]) -> Member:
    """Return the report that the others of a group come from.

    `wins` says of each text by how many others of the group it was cut short or embedded.
    """
    crediting, credits_of = _credits(members)
    left = list(members)
    left = _least(left, lambda one: one.telling.report_id in crediting)
    left = _least(left, lambda one: -credits_of[one.telling.report_id])
    left = _least(left, _is_passed_on)
    left = _first_published(left)
    agency = outlet_words("agency")
    left = _least(left, lambda one: -wins.get(one.node, 0))
    left = _least(left, lambda one: one.telling.outlet is None or agency.isdisjoint(one.telling.outlet.whole))
    left = _least(left, lambda one: -len(one.text.words))
    return min(left, key=lambda one: one.telling.report_id)


def _is_passed_on(member: Member) -> bool:
    """Say whether a report names somebody it has its words from: a line of credit, or "وسائل إعلام"."""
    words = member.text.words
    return bool(member.telling.lines) or any(both in _media() for both in pairwise(words))


@cache
def _media() -> frozenset[tuple[str, ...]]:
    """Return words for media that are not named, two and two, as they stand in a text: "وسائل" comes as سايل, too."""
    told = [tuple(form.split()) for form in forms_of("speakers", "media-at-large")]
    return frozenset((*told, *((first.removeprefix("و"), *rest) for first, *rest in told)))


def _credits(members: Sequence[Member]) -> tuple[set[str], Counter[str]]:
    """Return who credits another outlet of the group, and how often each is credited."""
    outlets = {one.telling.outlet.own: one.telling.outlet for one in members if one.telling.outlet is not None}
    crediting: set[str] = set()
    counts: Counter[tuple[str, ...]] = Counter()
    for one in members:
        named = [
            own
            for own, outlet in outlets.items()
            if (one.telling.outlet is None or own != one.telling.outlet.own)
            and (credited(one.text, outlet, one.telling.outlet) or any(name.own == own for name in one.telling.lines))
        ]
        if named:
            crediting.add(one.telling.report_id)
            counts.update(named)
    by_id = {one.telling.report_id: counts[one.telling.outlet.own] for one in members if one.telling.outlet is not None}
    return crediting, Counter(by_id)


def _least(items: list[Item], key: Callable[[Item], float]) -> list[Item]:
    if len(items) == 1:
        return items
    lowest = min(map(key, items))
    return [item for item in items if key(item) == lowest]


def _first_published(members: list[Member]) -> list[Member]:
    """Keep the reports of the earliest day, and of its earliest moment where all of that day have one."""
    dated = [one for one in members if one.telling.day is not None]
    if not dated:
        return members
    first = min(one.telling.day for one in dated if one.telling.day is not None)
    left = [one for one in dated if one.telling.day == first]
    moments = _comparable(one.telling.moment for one in left)
    if moments is None:
        return left
    earliest = min(moments)
    return [one for one, moment in zip(left, moments, strict=True) if moment == earliest]


def _comparable(moments: Iterable[datetime | None]) -> list[datetime] | None:
    """Return moments on one clock: in UTC where all say their offset, as written where none does; else None."""
    known: list[datetime] = []
    for moment in moments:
        if moment is None:
            return None
        known.append(moment)
    offsets = {moment.tzinfo is not None for moment in known}
    if len(offsets) > 1:
        return None
    return [moment.astimezone(UTC) for moment in known] if offsets == {True} else known
