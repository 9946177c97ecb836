"""Is a change more than chance, and more than one source? What `marsad trend` and `marsad compare` both judge by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.analyse.heard import Heard
from marsad.analyse.reason import Reason
from marsad.trends.panel import Panel
from marsad.trends.rates import Ratio, rate_ratio

__all__ = [
    "CANNOT_TELL", "FALLING", "FEW", "NEAR", "NOT_SHOWN", "RISING", "SourceTold", "judged", "sources_told",
]  # fmt: skip

RISING, FALLING, NOT_SHOWN, CANNOT_TELL = "rising", "falling", "no change shown", "cannot tell"

FEW = 8
"""Incidents of both periods together below which nothing is said."""
NEAR = 2
"""Worst precision of a day that is known to a week."""
_HELD = 0.6
"""How much of a change, on the scale of ratios, must be left without any one source."""
_LEFT = 0.93
"""Level of the interval that must lie on the same side of 1 for either of two sources by itself."""
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTold:
    """What a source of the panel has to do with it.

    `before` and `now` are the incidents of the search that it tells independently, `first` those that it is the first
    of the panel to tell; `reports` what it told of any kind in both periods; `without` the rate ratio had it never
    spoken, None where nothing is left. `holds` is whether the change is seen without it.
    """

    source: str
    before: int
    now: int
    first: int
    reports: tuple[int, int]
    without: float | None
    holds: bool


def sources_told(placed: Sequence[tuple[int, Heard]], panel: Panel, ratio: Ratio | None) -> Iterable[SourceTold]:
    """Yield what each source of a panel has to do with a ratio; `placed` are incidents with their week."""
    weeks, turn = panel.weeks, panel.weeks.before
    heard = [0] * weeks.total
    alone: dict[str, list[int]] = {}
    here = {source: [0, 0] for source in panel.sources}
    first: Counter[str] = Counter()
    for number, one in placed:
        sources = [voice.source for voice in one.voices if voice.source in here]
        if not sources:
            continue
        heard[number] += 1
        first[sources[0]] += 1
        if len(sources) == 1:
            alone.setdefault(sources[0], [0] * weeks.total)[number] += 1
        for source in sources:
            here[source][number >= turn] += 1
    single = sum(map(any, here.values())) <= _TWO
    for source in sorted(panel.sources):
        others = [told - only for told, only in zip(heard, alone[source], strict=True)] if source in alone else heard
        now, before = others[turn:], others[:turn]
        yield SourceTold(
            source=source,
            before=here[source][0],
            now=here[source][1],
            first=first[source],
            reports=panel.reports.get(source, (0, 0)),
            without=_rough(now, before, weeks.days) if any(others) else None,
            holds=not any(here[source])
            or ratio is None
            or (any(others) and _holds(now, before, ratio, days=weeks.days, single=single)),
        )


def _rough(now: Sequence[int], before: Sequence[int], days: tuple[int, int]) -> float:
    """Return a ratio that is never infinite: half an incident is added to both periods."""
    return ((sum(now) + 0.5) / days[1]) / ((sum(before) + 0.5) / days[0])


def _holds(now: Sequence[int], before: Sequence[int], whole: Ratio, *, days: tuple[int, int], single: bool) -> bool:
    """Return whether enough of a change is left in what the others tell; of a single one, more than chance makes."""
    least: float = min(max(whole.ratio, 1e-3), 1e3) ** _HELD
    left = _rough(now, before, days)
    if left < least if whole.ratio > 1 else left > least:
        return False
    if not single:
        return True
    found = rate_ratio(now, before, level=_LEFT, days=days)
    return found.low > 1 if whole.ratio > 1 else found.high < 1


def judged(
    ratio: Ratio | None,
    sources: Sequence[SourceTold],
    panel: Panel,
    number: int,
    *,
    growth: Ratio | None = None,
) -> tuple[str, tuple[Reason, ...]]:
    """Return the verdict on so many incidents of both periods, and why it is no other.

    A change shows in the interval of the ratio, or, where it is asked for, in that of `growth`.
    """
    if not panel.sources:
        return CANNOT_TELL, (Reason("No source reported throughout both periods."),)
    if ratio is None or number < FEW:
        return CANNOT_TELL, (Reason("Fewer than %(few)s in both periods together are too few to tell.", few=FEW),)
    if not ratio.shows and (growth is None or not growth.shows or (growth.ratio > 1) != (ratio.ratio > 1)):
        return NOT_SHOWN, (Reason("Chance may have made the difference."),)
    telling = [source for source in sources if source.before + source.now]
    if len(telling) == 1:
        source = telling[0].source
        return CANNOT_TELL, (
            Reason("%(source)s alone tells them: it may have come to tell more, or less.", source=source),
        )
    alone = tuple(source.source for source in telling if not source.holds)
    if alone:
        rests = Reason("It rests on %(sources)s: without, too little of the change is left.", sources=alone)
        return CANNOT_TELL, (rests,)
    return (RISING if ratio.ratio > 1 else FALLING), ()
