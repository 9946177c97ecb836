"""What each source covers: how many it tells, which only it tells, what it repeats, and how soon it tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marsad.analyse.heard import Heard, Voice
from marsad.missing.delay import delays

__all__ = ["Covered", "coverage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A source and the incidents that it tells of its own accord, by id.

    `first` are those that nobody tells on an earlier day, so that two may be first; `only` those that nobody else
    tells; `begins` and `ends` are the first and the last day on which it told any; `within_a_day` is the share that it
    tells on the day or the next.
    """

    source: str
    ids: tuple[str, ...]
    share: float
    first: int
    only: tuple[str, ...]
    begins: date | None
    ends: date | None
    within_a_day: float | None


def _earliest(voices: Sequence[Voice]) -> list[str]:
    """Return who tells on the first day; of those who give no day the one named first."""
    day = voices[0].published if voices else None
    return [voice.source for voice in voices if voice.published == day is not None or voice is voices[0]]


def coverage(record: Sequence[Heard], *, last: date) -> tuple[Covered, ...]:
    """Return what every source covers of some incidents, the most first."""
    told: dict[str, list[tuple[Heard, Voice]]] = defaultdict(list)
    firsts: Counter[str] = Counter()
    for one in record:
        firsts.update(_earliest(one.voices))
        for voice in one.voices:
            told[voice.source].append((one, voice))
    found = []
    for source, tellings in told.items():
        days = [voice.published for _, voice in tellings if voice.published]
        late = delays([one for one, _ in tellings], last=last, source=source)
        found.append(
            Covered(
                source=source,
                ids=tuple(sorted(one.happening.key for one, _ in tellings)),
                share=len(tellings) / len(record),
                first=firsts[source],
                only=tuple(sorted(one.happening.key for one, _ in tellings if len(one.voices) == 1)),
                begins=min(days, default=None),
                ends=max(days, default=None),
                within_a_day=late.within(1) if late else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (-len(one.ids), one.source)))
