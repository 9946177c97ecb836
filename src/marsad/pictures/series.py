"""Counts over time: bars by period with their lowest and highest figures, the running total, and one plot a unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.analyse.counts import Counts
from marsad.analyse.keys import Value
from marsad.analyse.tally import Figure, Tally
from marsad.lexicon.actors import wholes
from marsad.pictures.colours import BLACK, BLUE, SKY, VERMILLION
from marsad.pictures.draw import Picture
from marsad.pictures.frame import ACTORS, amount_axis, figureless, framed, left_out, measure_of, time_axis, value_label
from marsad.pictures.periods import bounds, filled, periods
from marsad.wording import Tongue, label

__all__ = ["cumulative", "multiples", "series"]

_WIDTH, _HEIGHT = 640, 240
_SMALL, _LOW = 190, 110
_COLUMNS = 3
_PLOTS = 12


def series(counts: Counts, tongue: Tongue, *, measure: str = "number", title: str | None = None) -> Picture:
    """Draw counts by period: a bar for the best figure, a line from the lowest to the highest, nought where nothing is.

    `measure` is "number" (of incidents or events) or one of the people counted, which have the line. An arrow says
    that the highest figure is a "more than".
    """
    rows = [_row(code, tally, measure) for code, tally in filled(counts)]
    spec = {
        "width": _WIDTH, "height": _HEIGHT, "data": {"values": rows},
        "layer": _bars(rows, [row["period"] for row in rows], _named(counts, measure, tongue), tongue),
    }  # fmt: skip
    told = title or _titled(counts, measure, tongue)
    return framed(spec, told, [_key(rows, measure, tongue), *_lacking(counts, measure, tongue)], tongue)


def cumulative(counts: Counts, tongue: Tongue, *, measure: str = "number", title: str | None = None) -> Picture:
    """Draw the running total over time, for people with a band from the lowest to the highest figures."""
    rows: list[dict[str, Any]] = []
    low = best = high = 0
    for code, tally in filled(counts):
        row = _row(code, tally, measure)
        low, best, high = low + row["low"], best + row["best"], high + row["high"]
        rows.append({"period": code, "low": low, "best": best, "high": high})
    codes = [row["period"] for row in rows]
    x = time_axis(codes, tongue)
    y = amount_axis(_named(counts, measure, tongue), tongue, high)
    line = {"mark": {"type": "line", "color": BLUE, "strokeWidth": 2.5, "point": len(rows) < 2}}
    band = {"mark": {"type": "area", "color": SKY, "opacity": 0.4}}
    layers = [{**band, "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}}]
    layers = [*(layers if measure != "number" else []), {**line, "encoding": {"x": x, "y": y}}]
    told = title or f"{_titled(counts, measure, tongue)}{'، تراكمياً' if tongue.rtl else ', running total'}"
    key = "" if measure == "number" else tongue.either("الشريط من أدنى الأرقام إلى أعلاها", "Band: lowest to highest")
    spec = {"width": _WIDTH, "height": _HEIGHT, "data": {"values": rows}, "layer": layers}
    return framed(spec, told, [key, *_lacking(counts, measure, tongue)], tongue)


def multiples(
    counts: Counts, tongue: Tongue, *, measure: str = "number", title: str | None = None, registered: bool = False
) -> Picture:
    """Draw one small plot for each unit, all to one scale, the largest first; the first dimension is the period.

    Beyond twelve the smallest share one plot, "others". With `registered`, actors outside the register share one, too,
    as their names may be those of private people. In Arabic the first plot stands at the right.
    """
    between = bounds(counts)
    codes = periods(str(counts.spec.period), *between) if between else []
    plots = _by_unit(counts, measure, tongue, registered=registered)
    rows = {name: [_row(code, tallies.get(code), measure) for code in codes] for name, tallies in plots.items()}
    most = max((row["high"] for of_one in rows.values() for row in of_one), default=1)
    drawn = [_plot(name, of_one, codes, most, tongue) for name, of_one in rows.items()]
    grid = [drawn[at : at + _COLUMNS] for at in range(0, len(drawn), _COLUMNS)]
    if grid and len(grid) > 1:
        grid[-1] += [_unseen(codes, most, tongue)] * (_COLUMNS - len(grid[-1]))
    lines = [{"hconcat": line[::-1] if tongue.rtl else line, "spacing": 22} for line in grid]
    told = title or _titled(counts, measure, tongue)
    everything = [row for of_one in rows.values() for row in of_one]
    notes = [_key(everything, measure, tongue), *_lacking(counts, measure, tongue)]
    return framed({"vconcat": lines or [_blank()]}, told, notes, tongue)


def _lacking(counts: Counts, measure: str, tongue: Tongue) -> list[str]:
    """Say what is not in the picture: what has no period, and what tells no figure."""
    return [left_out(counts, tongue), figureless(counts, measure, tongue)]


def _by_unit(counts: Counts, measure: str, tongue: Tongue, *, registered: bool) -> dict[str, dict[str, Tally]]:
    """Return tallies by period for each unit in words, the largest first."""
    units: dict[Value, dict[str, Tally]] = {}
    size: dict[Value, int] = {}
    dimension = counts.spec.by[1]
    for row in counts.rows:
        when, unit = row.key
        if registered and dimension in ACTORS and unit.code and unit.code not in wholes():
            unit = Value("", "unregistered")
        size[unit] = size.get(unit, 0) + _amount(row.tally, measure)
        if not when.note:
            units.setdefault(unit, {}).setdefault(when.code, Tally()).add(row.tally)
    order = sorted(units, key=lambda unit: (-size[unit], unit))
    named: dict[str, dict[str, Tally]] = {}
    shown = order if len(order) <= _PLOTS else order[: _PLOTS - 1]
    for unit in shown:
        named[value_label(dimension, unit, tongue)] = units[unit]
    rest = order[len(shown) :]
    if rest:
        together: dict[str, Tally] = {}
        for unit in rest:
            for code, tally in units[unit].items():
                together.setdefault(code, Tally()).add(tally)
        named[f"{label('note', 'others', tongue)} ({tongue.number(len(rest))})"] = together
    return named


def _plot(name: str, rows: list[dict[str, Any]], codes: Sequence[str], most: int, tongue: Tongue) -> dict[str, Any]:
    return {
        "width": _SMALL, "height": _LOW, "data": {"values": rows},
        "title": {"text": tongue.apart(name), "fontSize": 12, "anchor": "end" if tongue.rtl else "start", "offset": 4},
        "layer": _bars(rows, codes, None, tongue, most=most, labels=4),
    }  # fmt: skip


def _unseen(codes: Sequence[str], most: int, tongue: Tongue) -> dict[str, Any]:
    """Return a plot as wide as the others, its axis too, of which nothing is seen: the last row stands below theirs."""
    plot = _plot("", [_row(code, None, "number") for code in codes], codes, most, tongue)
    unseen = {f"{part}Opacity": 0 for part in ("label", "tick", "domain", "grid", "title")}
    for layer in plot["layer"]:
        layer["mark"] = {**layer["mark"], "opacity": 0}
        layer["encoding"] = {
            name: {**told, "axis": {**(told.get("axis") or {}), **unseen}} for name, told in layer["encoding"].items()
        }
    return plot


def _blank() -> dict[str, Any]:
    return {"width": _SMALL, "height": _LOW, "data": {"values": [{}]}, "mark": {"type": "point", "opacity": 0}}


def _bars(
    rows: list[dict[str, Any]],
    codes: Sequence[str],
    title: str | None,
    tongue: Tongue,
    *,
    most: int | None = None,
    labels: int = 13,
) -> list[dict[str, Any]]:
    x = time_axis(codes, tongue, most=labels)
    if most is None:
        most = max((row["high"] for row in rows), default=1)
    y = amount_axis(title, tongue, most)
    layers: list[dict[str, Any]] = [{"mark": {"type": "bar", "color": BLUE}, "encoding": {"x": x, "y": y}}]
    if any(row["low"] != row["high"] for row in rows):
        ends = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}
        layers.append({
            "transform": [{"filter": "datum.low != datum.high"}],
            "mark": {"type": "rule", "color": BLACK, "strokeWidth": 1.5}, "encoding": ends,
        })  # fmt: skip
    if any(row["open"] for row in rows):
        layers.append({
            "transform": [{"filter": "datum.open > 0"}],
            "mark": {"type": "point", "shape": "triangle-up", "filled": True, "color": VERMILLION, "size": 45,
                     "opacity": 1, "yOffset": -5},
            "encoding": {"x": x, "y": {**y, "field": "high"}},
        })  # fmt: skip
    return layers


def _row(code: str, tally: Tally | None, measure: str) -> dict[str, Any]:
    if tally is None:
        return {"period": code, "low": 0, "best": 0, "high": 0, "open": 0}
    if measure == "number":
        return {"period": code, "low": tally.number, "best": tally.number, "high": tally.number, "open": 0}
    figure: Figure = tally.figures[measure]
    return {"period": code, "low": figure.low, "best": figure.best, "high": figure.high, "open": figure.open}


def _amount(tally: Tally, measure: str) -> int:
    figures: Mapping[str, Figure] = tally.figures
    return tally.number if measure == "number" else figures[measure].best


def _named(counts: Counts, measure: str, tongue: Tongue) -> str:
    return label("count", measure_of(counts, measure), tongue)


def _titled(counts: Counts, measure: str, tongue: Tongue) -> str:
    name = _named(counts, measure, tongue)
    each = {"day": ("يوماً بيوم", "by day"), "week": ("أسبوعياً", "by week"), "month": ("شهرياً", "by month")}
    arabic, english = each.get(str(counts.spec.period), ("سنوياً", "by year"))
    return f"{name} {arabic}" if tongue.rtl else f"{name} {english}"


def _key(rows: list[dict[str, Any]], measure: str, tongue: Tongue) -> str:
    """Say how to read it."""
    if measure == "number":
        return ""
    told = tongue.either(
        "العمود: الرقم الأرجح؛ الخط: من الأدنى إلى الأعلى", "Bar: best figure; line: lowest to highest"
    )
    if any(row["open"] for row in rows):
        told += tongue.either("؛ المثلث: «أكثر من»", "; triangle: more than that")
    return told
