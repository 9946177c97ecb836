"""Every day of a time as a square on a calendar, the more the darker."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from marsad.analyse.counts import Counts
from marsad.pictures.colours import GREY, amounts
from marsad.pictures.draw import Picture
from marsad.pictures.frame import figureless, framed, left_out, measure_of, numbers_as, whole_ticks
from marsad.pictures.periods import bounds
from marsad.wording import Tongue, label

__all__ = ["calendar"]

_SQUARE = 15
_WEEK = 7


def calendar(counts: Counts, tongue: Tongue, *, measure: str = "number", title: str | None = None) -> Picture:
    """Draw counts by day, one calendar a year: weeks along it (from the right in Arabic), days of the week downwards.

    The week starts on Saturday in Arabic and on Monday in English. A day without anything is grey.
    """
    between = bounds(counts)
    found = {row.key[0].code: row.tally for row in counts.rows if not row.key[0].note}
    days: list[dict[str, Any]] = []
    if between:
        for number in range((between[1] - between[0]).days + 1):
            day = between[0] + timedelta(days=number)
            tally = found.get(day.isoformat())
            amount = 0 if tally is None else tally.number if measure == "number" else tally.figures[measure].best
            days.append({
                "year": day.year, "month": day.month, "week": _week(day, tongue), "weekday": _down(day, tongue),
                "amount": amount, "told": 0 if tally is None else tally.number,
            })  # fmt: skip
    most = max((day["amount"] for day in days), default=1)
    name = label("count", measure_of(counts, measure), tongue)
    years = sorted({day["year"] for day in days})
    spec: dict[str, Any] = {
        "vconcat": [
            _year(year, [day for day in days if day["year"] == year], most, name, tongue, alone=len(years) == 1)
            for year in years
        ]
        or [{"data": {"values": [{}]}, "mark": "point"}]
    }
    told = title or (f"{name} يوماً بيوم" if tongue.rtl else f"{name} by day")
    key = tongue.either("الرمادي: لا شيء منقول في ذلك اليوم", "Grey: nothing is told of that day")
    if any(day["told"] and not day["amount"] for day in days):
        key += tongue.either("؛ الأبيض: منقول بلا رقم فوق الصفر", "; white: told, with no figure above nought")
    return framed(spec, told, [key, left_out(counts, tongue), figureless(counts, measure, tongue)], tongue)


def _down(day: date, tongue: Tongue) -> int:
    return (day.weekday() - tongue.first_weekday) % _WEEK


def _week(day: date, tongue: Tongue) -> int:
    """Return the number of a day's week within its year, 0 for that of 1 January."""
    first = date(day.year, 1, 1)
    return ((day - first).days + _down(first, tongue)) // _WEEK


def _year(
    year: int, days: list[dict[str, Any]], most: int, name: str, tongue: Tongue, *, alone: bool
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
        "values": sorted({max(tick, 1) for tick in whole_ticks(most) if tick <= max(most, 2)}),
        "labelExpr": numbers_as("format(datum.value, ',d')", tongue),
    }  # fmt: skip
    scale = amounts(most)
    plot: dict[str, Any] = {
        "width": {"step": _SQUARE}, "height": {"step": _SQUARE}, "data": {"values": days},
        "encoding": {"x": x, "y": y},
        "layer": [
            {"transform": [{"filter": "datum.told == 0"}], "mark": {"type": "rect", "color": GREY}},
            {"transform": [{"filter": "datum.amount > 0"}], "mark": "rect",
             "encoding": {"color": {"field": "amount", "type": "quantitative", "scale": scale, "legend": legend}}},
            {"transform": [{"filter": "datum.told > 0 && datum.amount == 0"}],
             "mark": {"type": "rect", "color": "white", "stroke": "#888888", "strokeWidth": 1}},
        ],
    }  # fmt: skip
    if not alone:
        plot["title"] = {"text": tongue.figures(str(year)), "fontSize": 12, "anchor": "end" if tongue.rtl else "start"}
    return plot


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
