"""The weeks of a saved search as a small picture: those looked at against those before, with the mean of each."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.trends import Comparison

__all__ = ["Chart", "Column", "chart_of"]

_WIDE, _HIGH = 640, 88
_SHARE = 0.78
_LEAST = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A week: where its bar stands and how high it is, whether it is one of those looked at, and its words."""

    x: float
    y: float
    wide: float
    high: float
    now: bool
    label: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars of weeks; `means` are the lines of both periods from one side to the other, `turn` is where they meet."""

    columns: tuple[Column, ...]
    means: tuple[tuple[float, float, float], tuple[float, float, float]]
    turn: float
    wide: int = _WIDE
    high: int = _HIGH


def chart_of(found: Comparison, locale: Locale) -> Chart:
    """Return the picture of a comparison; time runs from the right in a page that does."""
    weeks = found.weeks
    counts = [len(week.ids) for week in found.told]
    most, step = max([*counts, 1]), _WIDE / weeks.total
    ltr = locale.direction == "ltr"

    def along(week: float) -> float:
        return round(week * step if ltr else _WIDE - week * step, 2)

    columns = []
    for number, (week, count) in enumerate(zip(found.told, counts, strict=True)):
        high = round(max(_LEAST, _HIGH * count / most), 2) if count else 0.0
        columns.append(
            Column(
                x=round(min(along(number), along(number + 1)) + step * (1 - _SHARE) / 2, 2), y=round(_HIGH - high, 2),
                wide=round(step * _SHARE, 2), high=high, now=number >= weeks.before,
                label=locale.text(later("week from %(day)s"), day=locale.day(week.first)), number=count,
            )
        )  # fmt: skip
    before = _HIGH * (1 - found.before / weeks.before / most)
    now = _HIGH * (1 - found.now / weeks.now / most)
    turn = along(weeks.before)
    return Chart(
        columns=tuple(columns), turn=turn,
        means=((along(0), turn, round(before, 2)), (turn, along(weeks.total), round(now, 2))),
    )  # fmt: skip
