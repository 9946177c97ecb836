"""Who against whom: each pair of sides with how many incidents, as a table of colours and numbers."""

from __future__ import annotations

from typing import Any

from marsad.analyse.counts import Counts
from marsad.analyse.keys import Value
from marsad.lexicon.actors import wholes
from marsad.pictures.colours import amounts, dark_from
from marsad.pictures.draw import Picture
from marsad.pictures.frame import figureless, framed, measure_of
from marsad.wording import Tongue, actor_label, label

__all__ = ["matrix"]

_SIDES = 12
_CELL_WIDTH, _CELL_HEIGHT = 46, 28


def matrix(
    counts: Counts, tongue: Tongue, *, measure: str = "number", title: str | None = None, registered: bool = False
) -> Picture:
    """Draw counts by side1 (rows) and side2 (columns), the twelve largest of each, the rest together.

    An incident with several actors on a side is in each of their cells. With `registered`, actors outside the register
    stand together, as their names may be those of private people. In Arabic rows are named at the right.
    """
    pairs: dict[tuple[str, str], int] = {}
    for row in counts.rows:
        pair = (_key(row.key[0], registered=registered), _key(row.key[1], registered=registered))
        amount = row.tally.number if measure == "number" else row.tally.figures[measure].best
        if amount:
            pairs[pair] = pairs.get(pair, 0) + amount
    rows, columns = (_largest(pairs, at) for at in (0, 1))
    cells: dict[tuple[str, str], int] = {}
    for (acts, suffers), amount in pairs.items():
        cell = (acts if acts in rows else _OTHERS, suffers if suffers in columns else _OTHERS)
        cells[cell] = cells.get(cell, 0) + amount
    names = {key: _named(key, tongue) for key in {*rows, *columns, *(key for cell in cells for key in cell)}}
    rows = [key for key in [*rows, _OTHERS] if any(cell[0] == key for cell in cells)]
    columns = [key for key in [*columns, _OTHERS] if any(cell[1] == key for cell in cells)]
    scale = amounts(cells.values())
    values = [
        {"acts": names[acts], "suffers": names[suffers], "amount": amount, "told": tongue.number(amount)}
        for (acts, suffers), amount in sorted(cells.items())
    ]
    y = _axis("acts", [names[key] for key in rows])
    y["axis"]["orient"] = "right" if tongue.rtl else "left"
    x = _axis("suffers", [names[key] for key in columns])
    x["axis"] |= {
        "orient": "top",
        "labelLimit": 190,
        "labelAngle": 50 if tongue.rtl else -50,
        "labelAlign": "right" if tongue.rtl else "left",
    }
    x["scale"] |= {"reverse": tongue.rtl}
    dark = f"datum.amount > {dark_from(scale)}"
    colour = {"field": "amount", "type": "quantitative", "scale": scale, "legend": None}
    spec: dict[str, Any] = {
        "width": {"step": _CELL_WIDTH}, "height": {"step": _CELL_HEIGHT}, "data": {"values": values},
        "encoding": {"x": x, "y": y},
        "layer": [
            {"mark": {"type": "rect"}, "encoding": {"color": colour}},
            {"mark": {"type": "text", "fontSize": 11},
             "encoding": {"text": {"field": "told"}, "color": {"condition": {"test": dark, "value": "white"},
                                                               "value": "black"}}},
        ],
    }  # fmt: skip
    told = title or tongue.either("من ضد من: ", "Who against whom: ") + label(
        "count", measure_of(counts, measure), tongue
    )
    notes = [
        tongue.either("السطور: من فعل؛ الأعمدة: ضد مَن", "Rows: who acts; columns: against whom"),
        tongue.either(
            "ما فيه أكثر من طرف يُعدّ في خانة كل منهم",
            "What has several actors on a side is counted in the cell of each",
        ),
        figureless(counts, measure, tongue),
    ]
    return framed(spec, told, notes, tongue)


_OTHERS = "\x00others"
_UNREGISTERED = "\x00unregistered"
_NOBODY = "\x00nobody told"


def _key(value: Value, *, registered: bool) -> str:
    if not value.code:
        return _NOBODY
    return _UNREGISTERED if registered and value.code not in wholes() else value.code


def _named(key: str, tongue: Tongue) -> str:
    name = label("note", key[1:], tongue) if key.startswith("\x00") else actor_label(key, tongue)
    return tongue.apart(name)


def _largest(pairs: dict[tuple[str, str], int], at: int) -> list[str]:
    sums: dict[str, int] = {}
    for pair, amount in pairs.items():
        sums[pair[at]] = sums.get(pair[at], 0) + amount
    order = sorted(sums, key=lambda key: (-sums[key], key))
    return order if len(order) <= _SIDES else order[: _SIDES - 1]


def _axis(field: str, names: list[str]) -> dict[str, Any]:
    axis = {"title": None, "domain": False, "ticks": False, "labelLimit": 330, "labelPadding": 6}
    return {"field": field, "type": "nominal", "sort": names, "axis": axis, "scale": {"paddingInner": 0.05}}
