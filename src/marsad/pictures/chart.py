"""The charts by name: what each counts by, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable

from marsad.analyse.counts import Counts
from marsad.errors import SettingsError
from marsad.pictures.calendar import calendar
from marsad.pictures.draw import Picture
from marsad.pictures.matrix import matrix
from marsad.pictures.series import cumulative, multiples, series
from marsad.wording import Tongue

__all__ = ["CHARTS", "ON_CALENDARS", "chart", "dimensions"]

CHARTS = ("series", "cumulative", "multiples", "actors", "calendar")
"""The charts that there are."""

_DRAWN: dict[str, Callable[..., Picture]] = {
    "series": series, "cumulative": cumulative, "calendar": calendar,
}  # fmt: skip
ON_CALENDARS = ("day", "month")
"""The periods that a calendar shows as squares."""
_OF_ACTORS: dict[str, Callable[..., Picture]] = {"multiples": multiples, "actors": matrix}


def dimensions(kind: str, period: str | None = None, unit: str = "admin1") -> tuple[str, ...]:
    """Return what must be counted by for a chart; raises SettingsError for one that there is not.

    The period is a month unless told otherwise, on a calendar a day.

    >>> dimensions("multiples", "week"), dimensions("calendar")
    (('week', 'admin1'), ('day',))
    """
    if kind not in CHARTS:
        raise SettingsError(f"There is no chart {kind!r}. Write one of: {', '.join(CHARTS)}.")
    if kind == "calendar" and period not in (None, *ON_CALENDARS):
        raise SettingsError(f"A calendar shows no {period}. Write one of: {', '.join(ON_CALENDARS)}.")
    when = period or ("day" if kind == "calendar" else "month")
    fixed = {"actors": ("side1", "side2"), "multiples": (when, unit)}
    return fixed.get(kind, (when,))


def chart(
    kind: str, counts: Counts, tongue: Tongue, *, measure: str = "number", title: str | None = None,
    registered: bool = False,
) -> Picture:  # fmt: skip
    """Draw counts by the dimensions that `dimensions` names; `measure` is "number" or one of the people counted.

    With `registered`, actors outside the register are not named. `marsad.pictures.to_svg` makes it text for a page.
    """
    dimensions(kind)
    if kind in _OF_ACTORS:
        return _OF_ACTORS[kind](counts, tongue, measure=measure, title=title, registered=registered)
    return _DRAWN[kind](counts, tongue, measure=measure, title=title)
