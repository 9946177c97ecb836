"""A fixed panel: the sources that reported throughout two periods, whatever they reported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import ceil

from marsad.analyse.heard import Heard, Voice
from marsad.analyse.reason import Reason
from marsad.trends.weeks import Cut, Weeks

__all__ = ["Activity", "Panel", "panel_of", "weeks_of"]

_THROUGHOUT = 0.75
"""Share of the weeks of each period in which a source must have told something."""

_SHORTEST = 4
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Sources that are counted, and why the others are not.

    `reports` says of every source how many incidents of any kind it told of in the period before and in the one looked
    at.
    """

    weeks: Cut
    sources: frozenset[str]
    left_out: Mapping[str, Reason] = field(default_factory=dict)
    reports: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def absent(self) -> list[tuple[str, Reason]]:
        """Sources that are not counted with the reason, those that told the most first."""
        return sorted(self.left_out.items(), key=lambda one: (-sum(self.reports.get(one[0], (0, 0))), one[0]))

    def voice(self, told: Heard, *, without: str | None = None) -> Voice | None:
        """Return the earliest independent voice of the panel that tells an incident, None when none does."""
        for one in told.voices:
            if one.source in self.sources and one.source != without:
                return one
        return None


def panel_of(record: Iterable[Heard] | Activity, weeks: Cut, *, named: Iterable[str] = ()) -> Panel:
    """Return the panel of a record: who told something, of whatever kind, in three of four weeks of both periods.

    `named` are sources that the panel is to have, in place of those; one of them that did not report throughout is left
    out, too.
    """
    activity = _activity(record)
    told = activity.in_weeks(weeks)
    wanted = frozenset(named)
    sources: set[str] = set()
    silent = Reason("told nothing in either period")
    left_out: dict[str, Reason] = dict.fromkeys(wanted - told.keys(), silent)
    for name in sorted(told):
        reason = _absent(told[name], weeks, activity.heard(name))
        if reason is None and wanted and name not in wanted:
            reason = Reason("not named")
        if reason is None:
            sources.add(name)
        else:
            left_out[name] = reason
    reports = {name: _both(counts, weeks) for name, counts in told.items()}
    return Panel(weeks=weeks, sources=frozenset(sources), left_out=left_out, reports=reports)


class Activity:
    """How many incidents of any kind each source told on which day: asked for the weeks of many panels."""

    def __init__(self, record: Iterable[Heard]) -> None:
        self._days: dict[date, Counter[str]] = defaultdict(Counter)
        self._heard: dict[str, tuple[date, date]] = {}
        for one in record:
            for voice in one.voices:
                day = voice.published or one.happening.start
                if day is not None:
                    self._days[day][voice.source] += 1
                    first, last = self._heard.get(voice.source, (day, day))
                    self._heard[voice.source] = min(first, day), max(last, day)

    def heard(self, source: str) -> tuple[date, date]:
        """Return the first and the last day on which a source told anything, of whatever weeks."""
        return self._heard[source]

    def in_weeks(self, weeks: Cut) -> dict[str, dict[int, int]]:
        """Return for each source how many it told in which weeks."""
        told: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for day, counts in self._days.items():
            number = weeks.number(day)
            if number is not None:
                for source, count in counts.items():
                    told[source][number] += count
        return told


def _activity(record: Iterable[Heard] | Activity) -> Activity:
    return record if isinstance(record, Activity) else Activity(record)


def weeks_of(record: Iterable[Heard] | Activity, longest: Weeks, *, named: Iterable[str] = ()) -> Weeks:
    """Return the longest period before, up to the one given, throughout which two sources reported.

    Half of them must have told something in its first week, so that it begins where the record does. Where there is no
    such period of four weeks or more, it is one throughout which a single source reported, or the one given.
    """
    told = _activity(record).in_weeks(longest)
    wanted = frozenset(named)
    single: Weeks | None = None
    for before in range(longest.before, _SHORTEST - 1, -1):
        weeks, skipped = replace(longest, before=before), longest.before - before
        panel = []
        for name, counts in told.items():
            later = {number - skipped: count for number, count in counts.items() if number >= skipped}
            if later and (not wanted or name in wanted) and _absent(later, weeks) is None:
                panel.append(later)
        if not panel or 2 * sum(0 in counts for counts in panel) < len(panel):
            continue
        if len(panel) >= _TWO:
            return weeks
        single = single or weeks
    return single or longest


def _both(counts: Mapping[int, int], weeks: Cut) -> tuple[int, int]:
    before = sum(count for number, count in counts.items() if number < weeks.before)
    return before, sum(counts.values()) - before


def _absent(counts: Mapping[int, int], weeks: Cut, heard: tuple[date, date] | None = None) -> Reason | None:
    """Return why a source is not on the panel; None when it reported throughout.

    Who was `heard` before the weeks did not begin in them, and who was heard after them did not fall silent.
    """
    before = sum(number < weeks.before for number in counts)
    now = len(counts) - before
    if before >= ceil(weeks.before * _THROUGHOUT) and now >= ceil(weeks.now * _THROUGHOUT):
        return None
    if not now:
        silent = weeks.start(max(counts) + 1)
        if heard is not None and heard[1] > weeks.last:
            return _nothing(silent, weeks.last)
        return Reason("silent since %(day)s", day=silent)
    if not before or (before < weeks.before * _THROUGHOUT and min(counts) > weeks.before * (1 - _THROUGHOUT)):
        began = weeks.start(min(counts))
        if heard is not None and heard[0] < weeks.start(0):
            return _nothing(weeks.start(0), began - timedelta(days=1))
        return Reason("began in the week of %(day)s", day=began)
    return Reason(
        "told something in %(before)s of %(weeks_before)s weeks before and %(now)s of %(weeks)s weeks looked at",
        before=before, weeks_before=weeks.before, now=now, weeks=weeks.now,
    )  # fmt: skip


def _nothing(since: date, until: date) -> Reason:
    return Reason("told nothing from %(since)s to %(until)s", since=since, until=until)
