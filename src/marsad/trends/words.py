"""Comparisons, changes and seasons in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf
from typing import Any

from marsad.analyse.reason import Names, Reason
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
    "about_change", "about_parts", "about_ramadan", "about_season", "about_tempo", "because", "figures", "headline",
    "listed_out", "number_of", "times",
]  # fmt: skip

_MANY = 5
_SELDOM = 0.1
_LEVELS = {"admin1": "governorate", "admin2": "district"}
_MODELS = {
    "Poisson": Reason("Poisson"),
    "negative binomial": Reason("negative binomial"),
    "season taken out": Reason("season taken out"),
}


def headline(found: Comparison) -> str:
    """Return the verdict with its figures: "Rising: 81 incidents in the 4 weeks from 2024-06-03, ..."."""
    return " ".join((f"{found.verdict.capitalize()}: {figures(found)}", *found.reasons))


def figures(found: Comparison) -> Reason:
    """Return how many there are now and were before, and how many times as many that is."""
    weeks = found.weeks
    told: dict[str, Any] = {
        "number": found.now, "weeks": weeks.now, "turn": weeks.turn, "last": weeks.last, "before": found.before,
        "earlier": weeks.before,
    }  # fmt: skip
    if found.ratio is None or not found.panel.sources:
        return Reason.counted(
            "%(number)s incident in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s weeks "
            "before.",
            "%(number)s incidents in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s "
            "weeks before.",
            **told,
        )
    return Reason.counted(
        "%(number)s incident in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s weeks "
        "before: %(times)s.",
        "%(number)s incidents in the %(weeks)s weeks from %(turn)s to %(last)s, %(before)s in the %(earlier)s weeks "
        "before: %(times)s.",
        **told, times=times(found.ratio),
    )  # fmt: skip


def times(ratio: Ratio, each: str = "a week") -> Reason:
    """Return how many times as many there are a week or a day, with the interval."""
    rate = Reason("a day") if each == "a day" else Reason("a week")
    if isinf(ratio.ratio):
        return Reason("none before (95 %% interval: at least %(low)s times as many %(each)s)", low=ratio.low, each=rate)
    return Reason(
        "%(ratio)s times as many %(each)s (95 %% interval %(interval)s, %(model)s)",
        ratio=ratio.ratio, each=rate, interval=_interval(ratio), model=_MODELS.get(ratio.model, ratio.model),
    )  # fmt: skip


def _interval(ratio: Ratio) -> Reason:
    if ratio.unbounded:
        return Reason("%(low)s to no upper end", low=ratio.low)
    return Reason("%(low)s to %(high)s", low=ratio.low, high=ratio.high)


def because(found: Comparison) -> Iterator[Reason]:
    """Yield why it is not only that more is reported, or only the time of the year, or what speaks for that."""
    sources, panel = found.sources, found.panel
    if sources and found.verdict != CANNOT_TELL and found.ratio is not None:
        yield Reason.counted(
            "Counted is what the %(number)s source that reported throughout told: %(sources)s.",
            "Counted is what the %(number)s sources that reported throughout told: %(sources)s.",
            number=len(sources), sources=Names(source.source for source in sources),
        )  # fmt: skip
        left = [source.without for source in sources if source.without is not None]
        if left and (found.ratio.shows or found.verdict in (RISING, FALLING)):
            if found.ratio.ratio > 1:
                yield Reason(
                    "Leaving out any one of them, it is still at least %(ratio)s times as many.", ratio=min(left)
                )
            else:
                yield Reason(
                    "Leaving out any one of them, it is still at most %(ratio)s times as many.", ratio=max(left)
                )
    yield from _growth(found)
    rest = found.rest
    if panel.sources and rest is not None and not rest.low <= 1 <= rest.high:
        yield _all_else(rest)
    if panel.left_out:
        yield listed_out(panel)
    before, now = found.everyone
    if now - found.now or before - found.before:
        yield _everyone(found)
    yield from _season(found)
    if found.vague:
        yield Reason.counted(
            "%(number)s incident without a day known to the week: in no number.",
            "%(number)s incidents without a day known to the week: in no number.",
            number=found.vague,
        )


def _all_else(rest: Ratio) -> Reason:
    if rest.low > 1:
        return Reason(
            "All else that they tell rose: %(times)s. There may be more of the war, or more of it may be collected.",
            times=times(rest),
        )
    return Reason(
        "All else that they tell fell: %(times)s. There may be less of the war, or less of it may be collected.",
        times=times(rest),
    )


def _everyone(found: Comparison) -> Reason:
    before, now = found.everyone
    if not before:
        return Reason(
            "All sources together: %(now)s now and %(before)s before; as sources came or went, that measures nothing.",
            now=now, before=before,
        )  # fmt: skip
    return Reason(
        "All sources together: %(now)s now and %(before)s before, %(ratio)s times as many a week; as sources came or "
        "went, that measures nothing.",
        now=now, before=before, ratio=(now / found.weeks.now) / (before / found.weeks.before),
    )  # fmt: skip


def _growth(found: Comparison) -> Iterator[Reason]:
    """Yield what shows a change where the interval of all weeks together shows none."""
    ratio, growth = found.ratio, found.growth
    if ratio is None or ratio.shows or found.verdict not in (RISING, FALLING):
        return
    if growth is None or not growth.shows:
        yield Reason("The interval of these weeks by themselves holds 1; with earlier years beside them it does not.")
        return
    told: dict[str, Any] = {"ratio": growth.ratio, "level": round(100 * GROWN), "interval": _interval(growth)}
    if found.verdict == RISING:
        yield Reason(
            "The interval of all weeks together holds 1; that of what grew week by week does not: with the last week "
            "counting most %(ratio)s times as many a week (%(level)s%% interval %(interval)s).",
            **told,
        )
    else:
        yield Reason(
            "The interval of all weeks together holds 1; that of what shrank week by week does not: with the last week "
            "counting most %(ratio)s times as many a week (%(level)s%% interval %(interval)s).",
            **told,
        )


def _season(found: Comparison) -> Iterator[Reason]:
    """Yield what the time of the year has to do with a change that chance does not make."""
    left, ratio = found.left, found.ratio
    if left is not None:
        yield Reason.counted(
            "With the season taken out as the year before shows it (told by %(sources)s): %(times)s.",
            "With the season taken out as the %(number)s years before show it (told by %(sources)s): %(times)s.",
            number=left.years, sources=Names(sorted(left.sources)), times=times(left.ratio),
        )  # fmt: skip
    elif found.verdict in (RISING, FALLING) or (found.verdict != CANNOT_TELL and ratio is not None and ratio.shows):
        yield Reason(
            "The season cannot be told: of no whole year before these weeks do the same sources tell enough. It may be "
            "the time of the year."
        )


def listed_out(panel: Panel) -> Reason:
    """Return who is not counted, and why."""
    absent = panel.absent
    told = [Reason("%(source)s (%(why)s)", source=name, why=reason) for name, reason in absent[:_MANY]]
    if len(absent) > _MANY:
        told.append(Reason("and %(number)s more", number=len(absent) - _MANY))
    return Reason("Left out: %(sources)s.", sources=tuple(told))


def number_of(count: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def about_parts(found: Comparison) -> Iterator[str]:
    """Yield where the difference comes from."""
    for dimension in dict.fromkeys(part.dimension for part in found.parts):
        parts = [part for part in found.parts if part.dimension == dimension]
        yield f"By {_LEVELS.get(dimension, dimension)}: " + "; ".join(_part(part, found.weeks) for part in parts) + "."


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


def about_season(found: Season | None, *, beside: bool = False) -> str:
    """Return whether the time of the year matters; `beside` changes of the rate, which may be its own."""
    if found is None:
        return "Season: less than two years on record; cannot tell."
    if found.chance > 0.05:
        return f"Season: no yearly wave shows (chance gives as much in {found.chance:.0%} of cases)."
    told = (
        f"Season: about {found.height:%d %B} the rate is {found.ratio:.2f} times that of half a year away "
        f"({found.low:.2f} to {found.high:.2f})."
    )
    return f"{told} It is not taken out of the changes above: they may be its rise and fall." if beside else told


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
