"""Does the time of the year matter? The months over several years, and Ramadan beside the days around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import atan2, exp, hypot, pi

from marsad.errors import MissingPackageError
from marsad.trends.rates import Ratio, rate_ratio
from marsad.trends.weeks import Weeks

__all__ = ["Ramadan", "Season", "angle", "fasting", "ramadan", "ramadan_of", "season"]

_YEAR = 365.2425
_YEARS = 2
_AROUND = 30
_STRETCH = 10
_RAMADAN = 9
_WEEK = 7
_Z = 1.959964


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """How many times as many weekly incidents the height of a year has as its low, and the day of the height.

    `chance` is how often a rate without seasons would show as much.
    """

    ratio: float
    low: float
    high: float
    height: date
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramadan:
    """Incidents in the 30 days from the first of Ramadan and in the 60 around them; `years` of the Islamic calendar."""

    ratio: Ratio
    inside: int
    around: int
    years: tuple[int, ...]


def season(counts: Sequence[int], weeks: Weeks) -> Season | None:
    """Return the yearly wave of a series of at least two years; None for a shorter one.

    A generalised linear model of weekly counts: a level for each year, a sine and a cosine of the day of the year;
    Poisson, its errors scaled by how much weeks vary beyond chance. Raises SettingsError without statsmodels.
    """
    if len(counts) * 7 < _YEARS * _YEAR or not sum(counts):
        return None
    try:
        import numpy as np
        from scipy.special import fdtrc
        from statsmodels.genmod.families import Poisson
        from statsmodels.genmod.generalized_linear_model import GLM
    except ImportError:
        raise MissingPackageError("A season", package="statsmodels", extra="trends") from None
    angles = np.array([angle(weeks.start(number) + timedelta(days=3)) for number in range(len(counts))])
    years = (np.arange(len(counts)) * 7 / _YEAR).astype(int)
    years = np.minimum(years, int(len(counts) * 7 // _YEAR) - 1)  # what is left of the last year belongs to it
    levels = (years[:, None] == np.unique(years)).astype(float)
    found = GLM(np.asarray(counts), np.column_stack((levels, np.sin(angles), np.cos(angles))), family=Poisson()).fit(
        scale="X2"
    )
    waves, spread = found.params[-2:], found.cov_params()[-2:, -2:] * max(1.0, 1 / found.scale)
    size = hypot(*waves)
    if not size:
        return None
    error = float(np.sqrt(waves @ spread @ waves)) / size
    wald = float(waves @ np.linalg.solve(spread, waves)) / 2
    first = weeks.last.replace(month=1, day=1)
    height = first + timedelta(days=round((atan2(waves[0], waves[1]) % (2 * pi)) / (2 * pi) * _YEAR) % 365)
    return Season(
        ratio=exp(2 * size),
        low=exp(2 * max(0.0, size - _Z * error)),
        high=exp(2 * (size + _Z * error)),
        height=height,
        chance=float(fdtrc(2, found.df_resid, wald)),
    )


def angle(day: date) -> float:
    """Return where in its year a day lies, in radians from the first of January."""
    return 2 * pi * ((day - day.replace(month=1, day=1)).days / _YEAR)


def ramadan_of(year: int) -> tuple[date, date]:
    """Return the first and the last day of Ramadan of an Islamic year, by the Umm al-Qura calendar.

    >>> ramadan_of(1445)
    (datetime.date(2024, 3, 11), datetime.date(2024, 4, 9))
    """
    from hijridate import Hijri

    first = Hijri(year, _RAMADAN, 1)
    start = date(*first.to_gregorian().datetuple())
    return start, start + timedelta(days=first.month_length() - 1)


def fasting(start: date) -> float:
    """Return which share of the week from a day on lies in Ramadan.

    >>> fasting(date(2024, 4, 8))
    0.2857142857142857
    """
    from hijridate import Gregorian

    days = [Gregorian.fromdate(start + timedelta(days=number)) for number in range(_WEEK)]
    return sum(day.to_hijri().month == _RAMADAN for day in days) / _WEEK


def ramadan(days: Sequence[date], *, first: date, last: date) -> Ramadan | None:
    """Compare the 30 days from the first of Ramadan with 30 before and 30 after, in all years between two days.

    They are counted in stretches of ten days, so that what varies beyond chance widens the interval. Returns None when
    no Ramadan lies there with the days around it, or nothing happened.
    """
    from hijridate import Gregorian

    years: list[int] = []
    inside: list[int] = []
    around: list[int] = []
    start, end = (Gregorian(day.year, day.month, day.day).to_hijri().year for day in (first, last))
    for year in range(start, end + 1):
        begins, _ = ramadan_of(year)
        if begins - timedelta(days=_AROUND) < first or begins + timedelta(days=2 * _AROUND - 1) > last:
            continue
        years.append(year)
        for number in range(-3, 6):
            ten = begins + timedelta(days=_STRETCH * number)
            found = sum(ten <= day < ten + timedelta(days=_STRETCH) for day in days)
            (inside if 0 <= number < 3 else around).append(found)
    if not sum(inside) + sum(around):
        return None
    return Ramadan(ratio=rate_ratio(inside, around), inside=sum(inside), around=sum(around), years=tuple(years))
