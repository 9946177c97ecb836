"""Every day or month of a time as a square on a calendar, the more the darker."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from marsad.analyse.counts import Counts
from marsad.analyse.tally import Tally
from marsad.pictures.colours import GREY, Scale, amounts, dark_from, marks
from marsad.pictures.draw import Picture
from marsad.pictures.frame import figureless, framed, left_out, measure_of, numbers_as
from marsad.pictures.periods import bounds, filled
from marsad.wording import Tongue, label

__all__ = ["calendar"]

_SQUARE = 15
_WEEK = 7
_MONTH_WIDTH, _MONTH_HEIGHT = 62, 26


def calendar(counts: Counts, tongue: Tongue, *, measure: str = "number", title: str | None = None) -> Picture:
    """Draw counts by day, one calendar a year: weeks along it (from the right in Arabic), days of the week downwards.

    The week starts on Saturday in Arabic and on Monday in English. Counts by month are drawn as a row of months for
    each year, with their numbers: of many years the days are too small. What nothing is told of is grey.
    """
    by_month = counts.spec.period == "month"
    name = label("count", measure_of(counts, measure), tongue)
    cells = _months(counts, measure, tongue) if by_month else _days(counts, measure, tongue)
    spec = _month_plot(cells, tongue) if by_month else _day_plots(cells, name, tongue)
    arabic, english = ("شهراً بشهر", "by month") if by_month else ("يوماً بيوم", "by day")
    told = title or tongue.either(f"{name} {arabic}", f"{name} {english}")
    when = tongue.either("الشهر", "month") if by_month else tongue.either("اليوم", "day")
    key = tongue.either(f"الرمادي: لا شيء منقول في ذلك {when}", f"Grey: nothing is told of that {when}")
    if any(cell["told"] and not cell["amount"] for cell in cells):
        key += tongue.either("؛ الأبيض: منقول بلا رقم فوق الصفر", "; white: told, with no figure above nought")
    return framed(spec, told, [key, left_out(counts, tongue), figureless(counts, measure, tongue)], tongue)


def _amount(tally: Tally | None, measure: str) -> dict[str, int]:
    """Return how many are counted, and how many tell of it."""
    if tally is None:
        return {"amount": 0, "told": 0}
    return {"amount": tally.number if measure == "number" else tally.figures[measure].best, "told": tally.number}


def _days(counts: Counts, measure: str, tongue: Tongue) -> list[dict[str, Any]]:
    between = bounds(counts)
    found = {row.key[0].code: row.tally for row in counts.rows if not row.key[0].note}
    days: list[dict[str, Any]] = []
    for number in range((between[1] - between[0]).days + 1 if between else 0):
        day = between[0] + timedelta(days=number)  # type: ignore[index]
        days.append({
            "year": day.year, "month": day.month, "week": _week(day, tongue), "weekday": _down(day, tongue),
            **_amount(found.get(day.isoformat()), measure),
        })  # fmt: skip
    return days


def _day_plots(days: list[dict[str, Any]], name: str, tongue: Tongue) -> dict[str, Any]:
    scale = amounts(day["amount"] for day in days)
    years = sorted({day["year"] for day in days})
    plots = [
        _year(year, [day for day in days if day["year"] == year], scale, name, tongue, alone=len(years) == 1)
        for year in years
    ]
    return {"vconcat": plots or [{"data": {"values": [{}]}, "mark": "point"}]}


def _months(counts: Counts, measure: str, tongue: Tongue) -> list[dict[str, Any]]:
    months: list[dict[str, Any]] = []
    for code, tally in filled(counts):
        year, month = code.split("-")
        cell = _amount(tally, measure)
        months.append({
            "year": tongue.figures(year), "month": int(month), "said": tongue.number(cell["amount"]), **cell,
        })  # fmt: skip
    return months


def _month_plot(months: list[dict[str, Any]], tongue: Tongue) -> dict[str, Any]:
    scale = amounts(month["amount"] for month in months)
    names = [tongue.apart(tongue.month(month)) for month in range(1, 13)]
    x = {
        "field": "month", "type": "ordinal",
        "scale": {"domain": list(range(1, 13)), "reverse": tongue.rtl, "paddingInner": 0.06},
        "axis": {
            "title": None, "orient": "top", "domain": False, "ticks": False, "labelAngle": 0, "labelLimit": 0,
            "labelExpr": f"({_json(names)})[datum.value - 1]",
        },
    }  # fmt: skip
    y = {
        "field": "year", "type": "ordinal", "scale": {"paddingInner": 0.12},
        "axis": {"title": None, "orient": "right" if tongue.rtl else "left", "domain": False, "ticks": False},
    }  # fmt: skip
    shown = {"condition": {"test": f"datum.amount > {dark_from(scale)}", "value": "white"}, "value": "black"}
    squares = _squares({"scale": scale, "legend": None})
    numbers = {
        "transform": [{"filter": "datum.amount > 0"}], "mark": {"type": "text", "fontSize": 11},
        "encoding": {"text": {"field": "said"}, "color": shown},
    }  # fmt: skip
    return {
        "width": {"step": _MONTH_WIDTH}, "height": {"step": _MONTH_HEIGHT}, "data": {"values": months or [{}]},
        "encoding": {"x": x, "y": y}, "layer": [*squares, numbers],
    }  # fmt: skip


def _squares(colour: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the layers of squares: grey for nothing told, by amount, white for told without a figure."""
    return [
        {"transform": [{"filter": "datum.told == 0"}], "mark": {"type": "rect", "color": GREY}},
        {"transform": [{"filter": "datum.amount > 0"}], "mark": "rect",
         "encoding": {"color": {"field": "amount", "type": "quantitative", **colour}}},
        {"transform": [{"filter": "datum.told > 0 && datum.amount == 0"}],
         "mark": {"type": "rect", "color": "white", "stroke": "#888888", "strokeWidth": 1}},
    ]  # fmt: skip


def _down(day: date, tongue: Tongue) -> int:
    return (day.weekday() - tongue.first_weekday) % _WEEK


def _week(day: date, tongue: Tongue) -> int:
    """Return the number of a day's week within its year, 0 for that of 1 January."""
    first = date(day.year, 1, 1)
    return ((day - first).days + _down(first, tongue)) // _WEEK


def _year(
    year: int, days: list[dict[str, Any]], scale: Scale, name: str, tongue: Tongue, *, alone: bool
) -> dict[str, Any]:
    first, last = days[0]["week"], days[-1]["week"]
    weeks = list(range(first, last + 1))
    starts: dict[int, int] = {}
    for day in days:
        starts.setdefault(day["month"], day["week"])
    months = {str(week): tongue.apart(tongue.month(month)) for month, week in starts.items()}
    names = [tongue.apart(tongue.weekday((tongue.first_weekday + down) % _WEEK)) for down in range(_WEEK)]
    x = {
        "field": "week", "type": "ordinal", "sort": weeks,
        "scale": {"reverse": tongue.rtl, "domain": weeks, "paddingInner": 0.12},
        "axis": {
            "title": None, "orient": "top", "domain": False, "ticks": False, "values": [int(week) for week in months],
            "labelExpr": f"({_json(months)})[datum.value]", "labelAngle": 0, "labelOverlap": True,
            "labelAlign": "right" if tongue.rtl else "left",
        },
    }  # fmt: skip
    y = {
        "field": "weekday", "type": "ordinal", "scale": {"domain": list(range(_WEEK)), "paddingInner": 0.12},
        "axis": {
            "title": None, "orient": "right" if tongue.rtl else "left", "domain": False, "ticks": False,
            "labelExpr": f"({_json(names)})[datum.value]",
        },
    }  # fmt: skip
    legend = {
        "title": tongue.apart(name), "orient": "left" if tongue.rtl else "right", "gradientLength": 90,
        "values": marks(scale),
        "labelExpr": numbers_as(tongue),
    }  # fmt: skip
    plot: dict[str, Any] = {
        "width": {"step": _SQUARE}, "height": {"step": _SQUARE}, "data": {"values": days},
        "encoding": {"x": x, "y": y}, "layer": _squares({"scale": scale, "legend": legend}),
    }  # fmt: skip
    if not alone:
        plot["title"] = {"text": tongue.figures(str(year)), "fontSize": 12, "anchor": "end" if tongue.rtl else "start"}
    return plot


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
