"""Comparisons, changes and seasons in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from marsad.export.naming import unit_name
from marsad.trends.changes import Change
from marsad.trends.compare import Comparison
from marsad.trends.growth import GROWN
from marsad.trends.judge import CANNOT_TELL, FALLING, RISING
from marsad.trends.panel import Panel
from marsad.trends.parts import Part
from marsad.trends.rates import Ratio
from marsad.trends.seasons import Ramadan, Season
from marsad.trends.spells import Tempo
from marsad.trends.weeks import Weeks

__all__ = [
    "about_change", "about_parts", "about_ramadan", "about_season", "about_tempo", "because", "headline", "listed_out",
    "number_of", "times",
]  # fmt: skip

_MANY = 5
_SELDOM = 0.1


def headline(found: Comparison) -> str:
    """Return the verdict with its figures: "Rising: 81 incidents in the 4 weeks from 2024-06-03, ..."."""
    weeks = found.weeks
    figures = (
        f"{number_of(found.now, 'incident')} in the {weeks.now} weeks from {weeks.turn} to {weeks.last}, "
        f"{found.before:,} in the {weeks.before} weeks before"
    )
    if found.ratio is not None and found.panel.sources:
        figures += f": {times(found.ratio)}"
    told = f"{found.verdict.capitalize()}: {figures}."
    return " ".join((told, *found.reasons))


def times(ratio: Ratio, each: str = "a week") -> str:
    """Return how many times as many there are, with the interval."""
    if isinf(ratio.ratio):
        return f"none before (95 % interval: at least {ratio.low:.2f} times as many {each})"
    return f"{ratio.ratio:.2f} times as many {each} (95 % interval {_interval(ratio)}, {ratio.model})"


def _interval(ratio: Ratio) -> str:
    return f"{ratio.low:.2f} to {'no upper end' if ratio.unbounded else f'{ratio.high:.2f}'}"


def because(found: Comparison) -> Iterator[str]:
    """Yield why it is not only that more is reported, or only the time of the year, or what speaks for that."""
    sources, panel = found.sources, found.panel
    if sources and found.verdict != CANNOT_TELL and found.ratio is not None:
        names = ", ".join(source.source for source in sources)
        left = [source.without for source in sources if source.without is not None]
        yield f"Counted is what {number_of(len(sources), 'source')} told that reported throughout: {names}."
        if left and (found.ratio.shows or found.verdict in (RISING, FALLING)):
            weakest = min(left) if found.ratio.ratio > 1 else max(left)
            yield f"Without any one of them {weakest:.2f} times as many or {_further(found.ratio)} are left."
    yield from _growth(found)
    rest = found.rest
    if panel.sources and rest is not None and not rest.low <= 1 <= rest.high:
        more = "more" if rest.low > 1 else "fewer"
        yield f"All else that they tell became {more}: {times(rest)}. It may be the war, or what is collected of it."
    if panel.left_out:
        yield listed_out(panel)
    before, now = found.everyone
    if now - found.now or before - found.before:
        rough = (now / found.weeks.now) / (before / found.weeks.before) if before else None
        more = f", {rough:.2f} times as many a week" if rough is not None else ""
        told = f"{now:,} now and {before:,} before{more}"
        yield f"All sources together: {told}; as sources came or went, that measures nothing."
    yield from _season(found)
    if found.vague:
        yield f"{number_of(found.vague, 'incident')} without a day known to the week: in no number."


def _growth(found: Comparison) -> Iterator[str]:
    """Yield what shows a change where the interval of all weeks together shows none."""
    ratio, growth = found.ratio, found.growth
    if ratio is None or ratio.shows or found.verdict not in (RISING, FALLING):
        return
    if growth is not None and growth.shows:
        grew = "grew" if found.verdict == RISING else "shrank"
        yield (
            f"The interval of all weeks together holds 1; that of what {grew} week by week does not: with the last "
            f"week counting most {growth.ratio:.2f} times as many a week ({GROWN:.0%} interval {_interval(growth)})."
        )
    else:
        yield "The interval of these weeks by themselves holds 1; with earlier years beside them it does not."


def _season(found: Comparison) -> Iterator[str]:
    """Yield what the time of the year has to do with a change that chance does not make."""
    left, ratio = found.left, found.ratio
    if left is not None:
        years = "the year before shows it" if left.years == 1 else f"the {left.years} years before show it"
        yield f"With the season taken out as {years} (told by {', '.join(sorted(left.sources))}): {times(left.ratio)}."
    elif found.verdict in (RISING, FALLING) or (found.verdict != CANNOT_TELL and ratio is not None and ratio.shows):
        yield (
            "Cannot tell the season: the record has no whole year before these weeks of which the same sources tell "
            "enough. It may be the time of the year."
        )


def _further(ratio: Ratio) -> str:
    return "more" if ratio.ratio > 1 else "fewer"


def listed_out(panel: Panel) -> str:
    """Return who is not counted, and why."""
    return "Left out: " + _listed([f"{name} ({reason})" for name, reason in panel.absent]) + "."


def _listed(items: list[str]) -> str:
    more = f"; and {len(items) - _MANY} more" if len(items) > _MANY else ""
    return "; ".join(items[:_MANY]) + more


def number_of(count: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def about_parts(found: Comparison) -> Iterator[str]:
    """Yield where the difference comes from."""
    for dimension in dict.fromkeys(part.dimension for part in found.parts):
        parts = [part for part in found.parts if part.dimension == dimension]
        yield f"By {dimension}: " + "; ".join(_part(part, found.weeks) for part in parts) + "."


def _part(part: Part, weeks: Weeks) -> str:
    name = "" if part.dimension == "kind" else unit_name(part.value) or ""
    words = part.value if name.lower() in ("", part.value.lower()) else f"{part.value} {name}"
    return f"{words} from {_rate(part.before / weeks.before)} to {_rate(part.now / weeks.now)} a week"


def _rate(rate: float) -> str:
    """Return a rate as closely as it takes to tell it from nought."""
    return f"{rate:.1f}" if rate >= _SELDOM or not rate else f"{rate:.2f}"


def about_change(change: Change, weeks: Weeks) -> str:
    """Return when a rate changed, and from what to what."""
    ratio = change.ratio
    return (
        f"The rate changed about {weeks.start(change.week)}: from {change.before:.1f} to {change.after:.1f} a week "
        f"({ratio.ratio:.2f} times, {_interval(ratio)})."
    )


def about_season(found: Season | None) -> str:
    """Return whether the time of the year matters."""
    if found is None:
        return "Season: less than two years on record; cannot tell."
    if found.chance > 0.05:
        return f"Season: no yearly wave shows (chance gives as much in {found.chance:.0%} of cases)."
    return (
        f"Season: about {found.height:%d %B} the rate is {found.ratio:.2f} times that of half a year away "
        f"({found.low:.2f} to {found.high:.2f})."
    )


def about_ramadan(found: Ramadan | None) -> str:
    """Return whether Ramadan differs from the days around it."""
    if found is None:
        return "Ramadan: none on record with the 30 days before and after it; cannot tell."
    years = ", ".join(f"{year} AH" for year in found.years)
    told = f"Ramadan ({years}): {found.inside:,} incidents in its days, {found.around:,} in the 60 around: "
    told += times(found.ratio) + "."
    return told if len(found.years) > 1 else told + " One Ramadan alone may differ by chance of the time."


def about_tempo(found: Tempo) -> Iterator[str]:
    """Yield how two actors meet: spells, usual days between, answers, and how it stands now."""
    one, other = found.pair
    if not found.spells:
        yield f"{one} and {other}: no incident between them has a known day."
        return
    number = sum(len(spell.ids) for spell in found.spells)
    spells = number_of(len(found.spells), "spell")
    told = number_of(number, "incident")
    yield f"{one} and {other}: {told} in {spells}, parted by more than {found.quiet} quiet days."
    if found.gap is not None:
        days = "1 day" if found.gap == 1 else f"{found.gap:g} days"
        yield f"In a spell the usual time from one incident to the next is {days}."
    for actor, answerer, (answers, acts) in ((one, other, found.answered[0]), (other, one, found.answered[1])):
        if acts:
            yield f"{answers} of {number_of(acts, 'act')} of {actor} were followed by one of {answerer} within a week."
    state = "The last spell goes on" if found.lasts else "It is quiet now"
    yield f"{state}: the last incident lies {number_of(found.since or 0, 'day')} back."
