"""Is it rising? A search over two periods, on sources that reported throughout, and what else could be the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.analyse.voices import Told
from marsad.trends.panel import Panel, panel_of, weeks_of
from marsad.trends.parts import Part, parts_of
from marsad.trends.rates import Ratio, rate_ratio
from marsad.trends.search import Search, matches
from marsad.trends.weeks import Weeks

__all__ = ["CANNOT_TELL", "FALLING", "NOT_SHOWN", "RISING", "Comparison", "SourceTold", "Week", "compare"]

RISING, FALLING, NOT_SHOWN, CANNOT_TELL = "rising", "falling", "no change shown", "cannot tell"

_FEW = 8
"""Incidents of both periods together below which nothing is said."""
_NEAR = 2
_HELD = 0.6
"""How much of a change, on the scale of ratios, must be left without any one source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week: the incidents that the panel tells, by id, and how many everybody tells."""

    first: date
    ids: tuple[str, ...]
    everyone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTold:
    """What a source of the panel has to do with it.

    `before` and `now` are the incidents of the search that it tells independently, `first` those that it is the first
    of the panel to tell; `reports` what it told of any kind in both periods; `without` the rate ratio had it never
    spoken, None where nothing is left.
    """

    source: str
    before: int
    now: int
    first: int
    reports: tuple[int, int]
    without: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is found. `vague` incidents of the search have no day that is known to a week; they are in no number.

    `rest` is the rate ratio of all else that the panel tells; None where there is nothing else.
    """

    search: Search
    weeks: Weeks
    panel: Panel
    told: tuple[Week, ...]
    sources: tuple[SourceTold, ...]
    parts: tuple[Part, ...]
    ratio: Ratio | None
    rest: Ratio | None
    verdict: str
    reasons: tuple[str, ...]
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


def compare(record: Sequence[Told], search: Search, *, last: date) -> Comparison:
    """Compare the weeks of a search that end on a day with those before them, as far back as two sources reported.

    An incident is counted once, in the week of its first day, if a source of the panel tells it independently. A rise
    counts only where the interval lies above 1 and three fifths of it are left without any one source: what
    a single source came to tell may be its own doing.
    """
    asked = Weeks(last=last, now=search.weeks, before=search.baseline)
    weeks = weeks_of(record, asked, named=search.panel)
    panel = panel_of(record, weeks, named=search.panel)
    placed: list[tuple[int, Told]] = []
    rest = [0] * weeks.total
    vague = 0
    for one in record:
        day, wanted = one.happening.start, matches(search, one.happening)
        number = None if day is None else weeks.number(day)
        if day is None or one.happening.date_precision > _NEAR:
            vague += wanted
        elif number is not None and wanted:
            placed.append((number, one))
        elif number is not None and panel.voice(one):
            rest[number] += 1
    told = tuple(_weeks(placed, panel))
    counts = [len(week.ids) for week in told]
    before, now = counts[: weeks.before], counts[weeks.before :]
    ratio = rate_ratio(now, before) if sum(counts) else None
    sources = tuple(_sources(placed, panel))
    others = rate_ratio(rest[weeks.before :], rest[: weeks.before]) if sum(rest) else None
    counted = [(number >= weeks.before, one.happening) for number, one in placed if panel.voice(one)]
    verdict, reasons = _judge(ratio, sources, panel, sum(counts))
    return Comparison(
        search=search, weeks=weeks, panel=panel, told=told, sources=sources, parts=parts_of(counted, weeks),
        ratio=ratio, rest=others, verdict=verdict, reasons=reasons, vague=vague,
    )  # fmt: skip


def _weeks(placed: Sequence[tuple[int, Told]], panel: Panel) -> Iterable[Week]:
    for number in range(panel.weeks.total):
        here = [one for at, one in placed if at == number]
        ids = tuple(sorted(one.happening.key for one in here if panel.voice(one)))
        yield Week(first=panel.weeks.start(number), ids=ids, everyone=len(here))


def _sources(placed: Sequence[tuple[int, Told]], panel: Panel) -> Iterable[SourceTold]:
    turn = panel.weeks.before
    for source in sorted(panel.sources):
        here = [number for number, one in placed if source in one.sources]
        firsts = [voice for _, one in placed if (voice := panel.voice(one)) and voice.source == source]
        left = [number for number, one in placed if panel.voice(one, without=source)]
        yield SourceTold(
            source=source,
            before=sum(number < turn for number in here),
            now=sum(number >= turn for number in here),
            first=len(firsts),
            reports=panel.reports.get(source, (0, 0)),
            without=_rough(left, panel.weeks),
        )


def _rough(numbers: Sequence[int], weeks: Weeks) -> float | None:
    """Return a ratio that is never infinite: half an incident is added to both periods."""
    if not numbers:
        return None
    before = sum(number < weeks.before for number in numbers)
    return ((len(numbers) - before + 0.5) / weeks.now) / ((before + 0.5) / weeks.before)


def _judge(
    ratio: Ratio | None, sources: Sequence[SourceTold], panel: Panel, number: int
) -> tuple[str, tuple[str, ...]]:
    if not panel.sources:
        return CANNOT_TELL, ("No source reported throughout both periods.",)
    if ratio is None or number < _FEW:
        return CANNOT_TELL, (f"Too few incidents in both periods together: {number}.",)
    if ratio.low <= 1 <= ratio.high:
        return NOT_SHOWN, ("Chance may have made the difference.",)
    rises = ratio.low > 1
    telling = [source for source in sources if source.before + source.now]
    if len(telling) == 1:
        return CANNOT_TELL, (f"{telling[0].source} alone tells them: it may have come to tell more, or less.",)
    alone = [source for source in telling if not _holds(source, ratio, rises=rises)]
    if alone:
        names = " and on ".join(source.source for source in alone)
        return CANNOT_TELL, (f"It rests on {names}: without, less than three fifths of the change are left.",)
    return (RISING if rises else FALLING), ()


def _holds(source: SourceTold, ratio: Ratio, *, rises: bool) -> bool:
    """Return whether enough of the change is left without a source."""
    if source.without is None:
        return False
    least: float = min(max(ratio.ratio, 1e-3), 1e3) ** _HELD
    return source.without >= least if rises else source.without <= least
