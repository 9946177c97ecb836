"""How long until an event is first told: what is on record, and what is still to come.

What happened yesterday can only be on record with a delay of a day or less, so delays on record are too short. The
estimate corrects for that by reverse time (Lagakos, Barraj and De Gruttola 1988): it holds among delays up to the
longest that the record could show.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marsad.analyse.heard import Heard

__all__ = ["Delays", "delays"]

_EXACT = 1
_KNOWN = 20
"""Incidents that must speak for the longest delay: one alone would decide over all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delays:
    """Delays in days from the day of an event to the day on which it was first told.

    `number` incidents have both days; `early` more are told before they happen, which is a mistake somewhere. `shares`
    say which share is told within so many days, corrected for what is still to come, and `raw` the same uncorrected;
    `longest` is the longest delay of which the record says enough.
    """

    number: int
    early: int
    last: date
    longest: int
    shares: tuple[float, ...]
    raw: tuple[float, ...]

    def within(self, days: int) -> float:
        """Return the share told within so many days."""
        return 0.0 if days < 0 else self.shares[min(days, len(self.shares) - 1)]

    def until(self, share: float) -> int:
        """Return after how many days that share is told."""
        return next((days for days, told in enumerate(self.shares) if told >= share), self.longest)


def delays(record: Sequence[Heard], *, last: date, source: str | None = None) -> Delays | None:
    """Return the delays of incidents whose day is known, as the record stood on a day; None where there is none.

    With a `source` it is the delay until that one tells it.
    """
    pairs: list[tuple[int, int]] = []
    early = 0
    for one in record:
        start = one.happening.start
        told = [voice.published for voice in one.voices if voice.published and source in (None, voice.source)]
        if start is None or one.happening.date_precision > _EXACT or not told or min(told) > last:
            continue
        if min(told) < start:
            early += 1
        else:
            pairs.append(((min(told) - start).days, (last - start).days))
    if not pairs:
        return None
    needed = min(_KNOWN, len(pairs))
    took, could = (sorted(pair[at] for pair in pairs) for at in range(2))

    def within(days: int) -> int:
        return bisect_right(took, days)

    def known(days: int) -> int:
        """Return how many are told within so many days, of those that the record could show with that delay."""
        return within(days) - bisect_left(could, days)  # nobody took longer than he could

    longest = max((delay for delay in set(took) if known(delay) >= needed), default=0)
    raw = tuple(within(days) / len(pairs) for days in range(longest + 1))
    shares = [1.0] * (longest + 1)
    for days in range(longest, 0, -1):
        there, of = within(days) - within(days - 1), known(days)
        shares[days - 1] = shares[days] * (1 - there / of) if of else shares[days]
    return Delays(number=len(pairs), early=early, last=last, longest=longest, shares=tuple(shares), raw=raw)
