"""Streams of incidents made up with known truth: how many really happened each week, and who told of which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from marsad.analyse.voices import Told, Voices
from marsad.export.happening import of_incident

__all__ = ["LAST", "Channel", "steady", "stream", "told"]

LAST = date(2024, 6, 30)
"""The last day of every stream, a Sunday."""

_KINDS = ("Armed clash", "Shelling/artillery/missile attack", "Air/drone strike", "Arrests")
_PLACES = (
    ("ذيبان", "SY0903", 35.03, 40.51), ("الشحيل", "SY0903", 35.11, 40.45), ("هجين", "SY0902", 34.69, 40.83),
    ("البصيرة", "SY0901", 35.15, 40.43), ("الكسرة", "SY0901", 35.58, 39.93),
)  # fmt: skip
_SIDES = (("is", "sdf"), ("sdf", "is"), ("unidentified", "sdf"), ("sdf", "civilians"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A source: how likely it tells an incident of a week, and whom it copies where it tells what that one told.

    `drawn` is by how much likelier it tells what an earlier channel of the list tells.
    """

    name: str
    share: Callable[[int], float]
    copies: str | None = None
    drawn: tuple[str, float] | None = None


def steady(name: str, share: float, *, begins: int = 0) -> Channel:
    """Return a source that tells the same share of what happens, from a week on."""
    return Channel(name=name, share=lambda week: share if week >= begins else 0.0)


def stream(
    rates: Sequence[float],
    channels: Sequence[Channel],
    chance: np.random.Generator,
    *,
    dispersion: float = 0.0,
    seldom: float = 1.0,
    last: date = LAST,
) -> Iterator[dict[str, Any]]:
    """Yield incidents as `marsad link` writes them, week by week up to `last`; what nobody tells is not there.

    `rates` are the incidents that really happen, a week; with a `dispersion` they vary by a gamma of that variance.
    `seldom` is by how much less likely any channel tells one half of them.
    """
    first = last - timedelta(days=7 * len(rates) - 1)
    number = 0
    for week, rate in enumerate(rates):
        mean = chance.gamma(1 / dispersion, rate * dispersion) if dispersion else rate
        for _ in range(chance.poisson(mean)):
            number += 1
            day = first + timedelta(days=7 * week + int(chance.integers(7)))
            tellers = _tellers(channels, week, seldom if seldom < 1 and chance.random() < 0.5 else 1.0, chance)
            if tellers:
                yield _record(f"i-{number:06}", day, tellers, chance, last)


def _tellers(channels: Sequence[Channel], week: int, factor: float, chance: np.random.Generator) -> list[Channel]:
    found: list[Channel] = []
    for one in channels:
        share = one.share(week) if one.share(week) >= 1 else one.share(week) * factor
        if one.drawn and any(other.name == one.drawn[0] for other in found):
            share = min(0.95, share * one.drawn[1])
        if chance.random() < share:
            found.append(one)
    return found


def _record(key: str, day: date, tellers: list[Channel], chance: np.random.Generator, last: date) -> dict[str, Any]:
    place, unit, latitude, longitude = _PLACES[int(chance.integers(len(_PLACES)))]
    side1, side2 = _SIDES[int(chance.integers(len(_SIDES)))]
    kind = _KINDS[int(chance.integers(len(_KINDS)))]
    names = {one.name for one in tellers}
    members = []
    for one in tellers:
        copied = f"{key}-{one.copies}" if one.copies in names else None
        published = min(day + timedelta(days=int(chance.geometric(0.7)) - 1), last)
        members.append(
            {"report_id": f"{key}-{one.name}", "event": 0, "outlet": one.name, "published": published.isoformat(),
             "copy_of": copied, "evidence": f"{kind} في {place}"}
        )  # fmt: skip
    members.sort(key=lambda member: str(member["published"]))
    return {
        "incident_id": key, "was": [], "sub_event_type": kind, "side1": [side1], "side2": [side2],
        "place": {"name": place, "country": "SY", "admin1": "SY09", "admin2": unit, "precision": 1,
                  "latitude": latitude, "longitude": longitude},
        "date": {"start": day.isoformat(), "end": day.isoformat(), "precision": 1}, "figures": {},
        "reports": len(members), "sources": sum(member["copy_of"] is None for member in members), "choices": {},
        "members": members,
    }  # fmt: skip


def told(records: Iterator[dict[str, Any]]) -> list[Told]:
    """Return incidents with their independent voices, read as any others are."""
    return Voices().of(of_incident(record, {}) for record in records)
