"""What every picture has: a title, what is left out of it, and axes on the side where reading starts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import ceil
from typing import Any

from marsad.analyse.counts import Counts
from marsad.analyse.keys import Value
from marsad.pictures.draw import Picture
from marsad.wording import Tongue, actor_label, label, unit_label

__all__ = [
    "ACTORS", "amount_axis", "figureless", "framed", "left_out", "measure_of", "numbers_as", "time_axis", "value_label",
    "whole_ticks",
]  # fmt: skip

ACTORS = ("actor", "side1", "side2")
"""The dimensions whose values are actors."""

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_LINE = 105
_FEW = 13
_YEAR = 4
"""Signs of a period that are its year: "2024-03", "2024-W12"."""
_TICKS = 5


def framed(spec: dict[str, Any], title: str, notes: Sequence[str], tongue: Tongue) -> Picture:
    """Return a picture with its title, and notes below it."""
    title = title[:1].upper() + title[1:]
    lines = [line for note in notes if note for line in _wrapped(note)]
    head = {"text": tongue.apart(title), "anchor": "end" if tongue.rtl else "start"}
    if lines:
        head["subtitle"] = [tongue.apart(line) for line in lines]  # type: ignore[assignment]
    whole = {"$schema": _SCHEMA, "title": head, "padding": 12, **spec}
    return Picture(whole, ". ".join([title, *(note for note in notes if note)]))


def _wrapped(note: str) -> list[str]:
    from textwrap import wrap

    return wrap(note, _LINE, break_long_words=False, break_on_hyphens=False)


def measure_of(counts: Counts, measure: str) -> str:
    """Return the words' key of what is measured: "killed", or incidents or events by the table."""
    return counts.table if measure == "number" else measure


def value_label(dimension: str, value: Value, tongue: Tongue) -> str:
    """Return a value as people read it, with its note: "دير الزور (معروف فوق المنطقة فقط)"."""
    name = unit_label(value.code, tongue) if value.code else ""
    if dimension in ("type", "kind", "status"):
        name = label({"type": "event_type", "kind": "sub_event_type"}.get(dimension, dimension), value.code, tongue)
    if dimension in ACTORS and value.code:
        name = actor_label(value.code, tongue)
    note = label("note", value.note, tongue) if value.note else ""
    return f"{name} ({note})" if name and note else name or note


def left_out(counts: Counts, tongue: Tongue, *, at: int = 0) -> str:
    """Say how many rows are no whole period, by their note, and what stands beside the counts."""
    told: dict[str, int] = {}
    for row in counts.rows if counts.spec.by else ():
        if row.key[at].note:
            told[row.key[at].note] = told.get(row.key[at].note, 0) + row.tally.number
    for reason, tally in counts.beside.items():
        told[reason] = tally.number
    parts = [f"{_reason(reason, tongue)} {tongue.number(number)}" for reason, number in sorted(told.items())]
    if not parts:
        return ""
    return f"{'غير مرسوم: ' if tongue.rtl else 'Not drawn: '}{('، ' if tongue.rtl else ', ').join(parts)}"


def figureless(counts: Counts, measure: str, tongue: Tongue) -> str:
    """Say how many of what is counted tell no figure: a sum of people holds nothing of them."""
    untold = 0 if measure == "number" else counts.total.figures[measure].untold
    return tongue.either("لا رقم منقول: ", "No figure told: ") + tongue.number(untold) if untold else ""


def _reason(reason: str, tongue: Tongue) -> str:
    if reason.startswith("may lie in "):
        unit = unit_label(reason.removeprefix("may lie in "), tongue)
        return f"قد يقع في {unit}" if tongue.rtl else f"may lie in {unit}"
    return label("note", reason, tongue)


def time_axis(codes: Sequence[str], tongue: Tongue, *, most: int = _FEW) -> dict[str, Any]:
    """Return the encoding of periods along a picture: from the right in Arabic, some of them labelled.

    Days and weeks of several years are labelled with their year, and so fewer of them.
    """
    years = bool(codes) and codes[0][:_YEAR] != codes[-1][:_YEAR]
    every = max(1, -(-len(codes) // (most * 2 // 3 if years else most)))
    shown = {code: tongue.apart(tongue.period(code, short=True, year=years)) for code in codes[::every]}
    return {
        "field": "period", "type": "ordinal", "sort": None,  # a list becomes an expression too deep for years of days
        "scale": {"domain": list(codes), "reverse": tongue.rtl, "paddingInner": 0.25},
        "axis": {
            "title": None, "values": list(shown), "labelExpr": _chosen(shown), "grid": False, "labelAngle": 0,
            "labelOverlap": True,
        },
    }  # fmt: skip


def _chosen(words: dict[str, str]) -> str:
    import json

    return f"({json.dumps(words, ensure_ascii=False)})[datum.value]"


def numbers_as(tongue: Tongue) -> str:
    """Return the expression of Vega for a whole number, its thousands parted, in the digits that are wanted."""
    expression = "format(datum.value, ',d')"
    if tongue.figures("1") != "1":
        for western, other in {",": "٬", **{str(digit): tongue.figures(str(digit)) for digit in range(10)}}.items():
            expression = f"replace({expression}, /{western}/g, '{other}')"
    return expression


def whole_ticks(most: float) -> list[int]:
    """Return whole numbers from nought to `most` or a little above, 1, 2 or 5 times a power of ten apart.

    >>> whole_ticks(1), whole_ticks(3), whole_ticks(33)
    ([0, 1], [0, 1, 2, 3], [0, 10, 20, 30, 40])
    """
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    step = next(step for step in steps if most <= _TICKS * step)
    return [number * step for number in range(max(ceil(most / step), 1) + 1)]


def amount_axis(title: str | None, tongue: Tongue, most: float) -> dict[str, Any]:
    """Return the encoding of the best figure upwards, from nought, in whole numbers."""
    ticks = whole_ticks(most)
    return {
        "field": "best", "type": "quantitative", "scale": {"domainMin": 0, "domainMax": ticks[-1], "nice": False},
        "axis": {
            "title": tongue.apart(title) if title else None, "orient": "right" if tongue.rtl else "left",
            "values": ticks, "format": "d", "labelExpr": numbers_as(tongue),
            "domain": False, "ticks": False,
        },
    }  # fmt: skip
