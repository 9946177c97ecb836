"""Two periods side by side, by area, kind or actor: a month and the one before, on sources that reported in both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from marsad.analyse.counts import Spec
from marsad.analyse.heard import Happened, Heard
from marsad.analyse.keys import PERIODS, Value, values_of
from marsad.analyse.reason import Reason
from marsad.analyse.tally import Sum, Tally
from marsad.errors import SettingsError
from marsad.trends.days import Days, days_before, last_whole_month
from marsad.trends.history import first_day, last_day
from marsad.trends.judge import FEW, NEAR, SourceTold, judged, sources_told
from marsad.trends.panel import Panel, panel_of
from marsad.trends.rates import LEVEL, Ratio, rate_ratio
from marsad.trends.search import Search, matches
from marsad.trends.weeks import Pieces

__all__ = ["BY", "Contrast", "Line", "contrast", "periods_asked"]

BY = ("country", "admin1", "admin2", "admin3", "type", "kind", "actor", "side1", "side2")
"""What the rows may be by: one or several of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: its values, what the panel tells of both periods, and what everybody tells.

    `ratio` is that of incidents a day, with a 95 % interval; None where there are none. The `verdict` is that of
    `marsad trend`, by an interval that is the wider the more rows there are, so that of all rows together one table in
    twenty, at most, shows any change that chance made. `reasons` say why it is no other.
    """

    key: tuple[Value, ...]
    before: Tally
    now: Tally
    everyone: tuple[int, int]
    ratio: Ratio | None
    sources: tuple[SourceTold, ...]
    verdict: str
    reasons: tuple[Reason, ...]

    @property
    def number(self) -> int:
        """How many incidents the panel tells of both periods."""
        return self.before.number + self.now.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What is found: a row for each value, those of which most is told first, and all together.

    `judged` rows hold enough to say anything of them, and each is judged by an interval of `level`.

    `vague` incidents of the search may lie in either period and have no day that says so: they are in no number. `ends`
    is the last day on which anybody reported, where the later period goes on after it; `begins` is the first one, where
    the earlier period began before.
    """

    search: Search
    by: tuple[str, ...]
    people: tuple[str, ...]
    periods: Pieces
    panel: Panel
    level: float
    judged: int
    rows: tuple[Line, ...]
    total: Line
    vague: int
    begins: date | None
    ends: date | None

    @property
    def heard(self) -> tuple[Line, ...]:
        """The rows of which the panel tells anything."""
        return tuple(line for line in self.rows if line.number)


def periods_asked(record: Sequence[Heard], now: Days | None, before: Days | None) -> Pieces:
    """Return two periods; without `now` the last whole month of the record, without `before` the period before it.

    Raises SettingsError where no source reported on a known day, and for periods that are not one before the other.
    """
    if now is None:
        last = last_day(record)
        if last is None:
            raise SettingsError(
                "No report names its outlet and its day of publication. Give reports both: compared is what the same "
                "outlets told."
            )
        now = last_whole_month(last)
    before = before or days_before(now)
    if before.last >= now.first:
        raise SettingsError(f"{before} does not end before {now}. Name the earlier period with --before.")
    return Pieces(earlier=before, later=now)


def contrast(
    record: Sequence[Heard],
    search: Search,
    periods: Pieces,
    *,
    by: tuple[str, ...] = ("admin1",),
    people: tuple[str, ...] = ("killed",),
) -> Contrast:
    """Compare two periods of a search, row by row.

    An incident is counted once in a row, in the period in which its days lie, if a source of the panel tells it
    independently; the panel are those who reported throughout both periods. One that is known to a week is counted by
    its first day. Raises SettingsError for rows that there are not.
    """
    unknown = [name for name in by if name not in BY]
    if unknown:
        what = "The periods are named with --now and --before" if unknown[0] in PERIODS else "There are no such rows"
        raise SettingsError(f"{what}: {unknown[0]!r}. Write one of: {', '.join(BY)}.")
    spec = Spec(by=by, people=people)
    panel = panel_of(record, periods, named=search.panel)
    wanted = [one for one in record if matches(search, one.happening)]
    numbers = [_number(one.happening, periods) for one in wanted]
    placed = [(number, one) for number, one in zip(numbers, wanted, strict=True) if number is not None]
    unplaced = [one.happening for number, one in zip(numbers, wanted, strict=True) if number is None]
    groups: dict[tuple[Value, ...], list[tuple[int, Heard]]] = defaultdict(list)
    for number, one in placed:
        facts = one.unit(spec).facts
        for key in product(*(values_of(name, facts) for name in by)):
            groups[key].append((number, one))
    lines = [_line(key, here, panel, spec) for key, here in groups.items()] if by else []
    enough = sum(line.number >= FEW for line in lines)
    level = 1 - (1 - LEVEL) / max(1, enough)
    rows = sorted((_told(line, groups[line.key], panel, level) for line in lines), key=_order)
    begins, ends = first_day(record), last_day(record)
    return Contrast(
        search=search, by=by, people=people, periods=periods, panel=panel, level=level, judged=enough, rows=tuple(rows),
        total=_told(_line((), placed, panel, spec), placed, panel, LEVEL),
        vague=sum(_may_lie(one, periods) for one in unplaced),
        begins=begins if begins is not None and begins > periods.earlier.first else None,
        ends=ends if ends is not None and ends < periods.last else None,
    )  # fmt: skip


def _number(found: Happened, periods: Pieces) -> int | None:
    """Return the piece in which an incident is counted; None where its days do not say that it lies in one period."""
    if found.start is None:
        return None
    number = periods.number(found.start)
    if number is None or found.date_precision <= NEAR:
        return number
    end = None if found.end is None else periods.number(found.end)
    return number if end is not None and (end < periods.before) == (number < periods.before) else None


def _may_lie(found: Happened, periods: Pieces) -> bool:
    """Say whether an incident that is in no number may lie in a period."""
    if found.start is None:
        return True
    end = found.end or found.start
    both = (periods.earlier, periods.later)
    return found.date_precision > NEAR and any(found.start <= one.last and end >= one.first for one in both)


def _line(key: tuple[Value, ...], placed: Sequence[tuple[int, Heard]], panel: Panel, spec: Spec) -> Line:
    """Return a row without its verdict."""
    turn = panel.weeks.before
    both = tuple(_tally((one for at, one in placed if (at >= turn) == now), panel, spec) for now in (False, True))
    earlier = sum(at < turn for at, _ in placed)
    ratio = _ratio(placed, panel, LEVEL)
    return Line(
        key=key, before=both[0], now=both[1], everyone=(earlier, len(placed) - earlier), ratio=ratio, sources=(),
        verdict="", reasons=(),
    )  # fmt: skip


def _tally(told: Iterable[Heard], panel: Panel, spec: Spec) -> Tally:
    added = Sum()
    for one in told:
        if panel.voice(one):
            added.add(one.unit(spec).tally)
    return added.tally(spec.people)


def _told(line: Line, placed: Sequence[tuple[int, Heard]], panel: Panel, level: float) -> Line:
    """Return a row with the verdict of an interval of some level."""
    ratio = _ratio(placed, panel, level)
    sources = tuple(sources_told(placed, panel, ratio))
    verdict, reasons = judged(ratio, sources, panel, line.number)
    return replace(line, sources=sources, verdict=verdict, reasons=reasons)


def _ratio(placed: Sequence[tuple[int, Heard]], panel: Panel, level: float) -> Ratio | None:
    counts = list(_counts(placed, panel))
    turn = panel.weeks.before
    return rate_ratio(counts[turn:], counts[:turn], level=level, days=panel.weeks.days) if sum(counts) else None


def _counts(placed: Sequence[tuple[int, Heard]], panel: Panel) -> Iterator[int]:
    """Yield how many incidents the panel tells of each piece."""
    heard = Counter(at for at, one in placed if panel.voice(one))
    for number in range(panel.weeks.total):
        yield heard[number]


def _order(line: Line) -> tuple[bool, int, int, tuple[Value, ...]]:
    return any(value.note for value in line.key), -line.number, -sum(line.everyone), line.key
