"""Is it rising? A search over two periods, on sources that reported throughout, and what else could be the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.analyse.heard import Heard
from marsad.analyse.reason import Reason
from marsad.trends.growth import as_by_a_season, grown
from marsad.trends.judge import CANNOT_TELL, FALLING, NOT_SHOWN, RISING, SourceTold, judged, sources_told
from marsad.trends.panel import Panel
from marsad.trends.parts import Part, parts_of
from marsad.trends.rates import Ratio, rate_ratio
from marsad.trends.reported import Reported
from marsad.trends.search import Search, matches
from marsad.trends.weeks import Weeks
from marsad.trends.yearly import Left, left_of, years_of

__all__ = ["Comparison", "Week", "compare"]

_PLAIN = 0.92
"""Level of the plain interval where a year before is on record: the one of 95 % is then that less the season."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week: the incidents that the panel tells, by id, and how many everybody tells."""

    first: date
    ids: tuple[str, ...]
    everyone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is found. `vague` incidents of the search have no day that is known to a week; they are in no number.

    `growth` compares the weeks as what grew since the turn, the last counting most; None where a period has none.
    `rest` is the rate ratio of all else that the panel tells; None where there is nothing else. `left` is what is left
    of a change when the time of the year is taken out; None where nothing changes or no earlier year shows a season.
    """

    search: Search
    weeks: Weeks
    panel: Panel
    told: tuple[Week, ...]
    sources: tuple[SourceTold, ...]
    parts: tuple[Part, ...]
    ratio: Ratio | None
    growth: Ratio | None
    rest: Ratio | None
    left: Left | None
    verdict: str
    reasons: tuple[Reason, ...]
    vague: int

    @property
    def before(self) -> int:
        """Incidents that the panel tells of the period before."""
        return sum(len(week.ids) for week in self.told[: self.weeks.before])

    @property
    def now(self) -> int:
        """Incidents that the panel tells of the period looked at."""
        return sum(len(week.ids) for week in self.told[self.weeks.before :])

    @property
    def everyone(self) -> tuple[int, int]:
        """Incidents that any source tells, before and now."""
        before = sum(week.everyone for week in self.told[: self.weeks.before])
        return before, sum(week.everyone for week in self.told) - before


def compare(record: Sequence[Heard] | Reported, search: Search, *, last: date) -> Comparison:
    """Compare the weeks of a search that end on a day with those before them, as far back as two sources reported.

    An incident is counted once, in the week of its first day, if a source of the panel tells it independently. A rise
    counts only where the interval, or that of growth since the turn, lies above 1 and three fifths of it are left
    without any one source: what a single source came to tell may be its own doing. Of two sources each by itself must
    tell of it, by more than chance. Where earlier years show a season, they tell how much weeks vary, too, and
    the interval that must lie above 1 is the one with the season taken out, beside a plain one of 92 %; where none
    does, a change that a yearly wave would explain nearly as well is none that can be told.
    """
    asked = Weeks(last=last, now=search.weeks, before=search.baseline)
    reported = Reported.of(record)
    weeks, panel = reported.panel(asked, search.panel)
    placed: list[tuple[int, Heard]] = []
    rest = [0] * weeks.total
    for number, one in reported.within(weeks):
        if matches(search, one.happening):
            placed.append((number, one))
        elif panel.voice(one):
            rest[number] += 1
    told = tuple(_weeks(placed, panel))
    counts = [len(week.ids) for week in told]
    before, now = counts[: weeks.before], counts[weeks.before :]
    years = years_of(reported, search, panel)
    earlier = () if years is None else years.halves
    ratio = rate_ratio(now, before, earlier=earlier) if sum(counts) else None
    growth = grown(now, before, earlier=earlier)
    sources = tuple(sources_told(placed, panel, ratio))
    others = rate_ratio(rest[weeks.before :], rest[: weeks.before]) if sum(rest) else None
    counted = [(number >= weeks.before, one.happening) for number, one in placed if panel.voice(one)]
    plain = ratio if ratio is None or years is None else rate_ratio(now, before, level=_PLAIN, earlier=earlier)
    verdict, reasons = judged(plain, sources, panel, sum(counts), growth=growth)
    changed = verdict in (RISING, FALLING)
    left = left_of(years, panel) if changed and years is not None else None
    if left is not None and not (left.ratio.low > 1 if verdict == RISING else left.ratio.high < 1):
        verdict, reasons = NOT_SHOWN, (Reason("The time of the year may have made the difference."),)
    elif left is None and changed and as_by_a_season(now, before):
        verdict, reasons = (
            CANNOT_TELL,
            (Reason("Without a year before, a season explains it as well: it came gradually."),),
        )
    return Comparison(
        search=search, weeks=weeks, panel=panel, told=told, sources=sources, parts=parts_of(counted, weeks),
        ratio=ratio, growth=growth, rest=others, left=left, verdict=verdict, reasons=reasons,
        vague=sum(matches(search, one.happening) for one in reported.vague),
    )  # fmt: skip


def _weeks(placed: Sequence[tuple[int, Heard]], panel: Panel) -> Iterable[Week]:
    for number in range(panel.weeks.total):
        here = [one for at, one in placed if at == number]
        ids = tuple(sorted(one.happening.key for one in here if panel.voice(one)))
        yield Week(first=panel.weeks.start(number), ids=ids, everyone=len(here))
