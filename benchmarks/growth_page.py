"""The page and the chart of how things grow, from what `benchmarks.growth` measured and nothing else.

    python -m benchmarks.growth_page FIGURES.json docs/growth.md

Sizes that were not measured are reckoned: a straight line through the last two sizes measured, so
that what a start costs counts once. The exponent told is that of the last two.
Writes the chart beside the page, with the same name and the ending svg.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import Any

from marsad.pictures.draw import Picture, to_svg

__all__ = ["Point", "main", "points"]

SIZES = tuple(10**power for power in range(3, 8))
_TOLD = (
    ("code", "coding, one process", "seconds", "s"),
    ("code-2", "coding, `--jobs 2`", "seconds", "s"),
    ("link", "linking", "seconds", "s"),
    ("search", "search, 95 of 100 questions within", "p95", "ms"),
    ("api", "API, 95 of 100 requests within", "p95", "ms"),
    ("link", "memory of linking", "mib", "MiB"),
)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure at a size; `measured` is False where it was reckoned from smaller sizes."""

    size: int
    value: float
    measured: bool


def points(figures: Mapping[str, Mapping[str, float]], name: str) -> tuple[list[Point], float]:
    """Return a figure at each of `SIZES`, and the exponent by which those not measured are reckoned."""
    found = sorted((int(figure.get("items", size)), int(size), float(figure[name])) for size, figure in figures.items())
    (few, _, low), (many, _, high) = found[-2], found[-1]
    exponent = log10(max(high, 1e-6) / max(low, 1e-6)) / log10(many / few)
    known = {size: value for _, size, value in found}
    out = []
    for size in SIZES:
        if size in known:
            out.append(Point(size, known[size], measured=True))
        elif size > max(known):
            out.append(Point(size, high + (high - low) / (many - few) * (size - many), measured=False))
    return out, exponent


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page and its chart."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("figures", type=Path)
    parser.add_argument("page", type=Path)
    args = parser.parse_args(arguments)
    figures = json.loads(args.figures.read_text(encoding="utf-8"))
    picture = args.page.with_suffix(".svg")
    picture.write_text(to_svg(_picture(figures)), encoding="utf-8")
    args.page.write_text("\n".join(_page(figures, picture.name)), encoding="utf-8")


def _rows(figures: Mapping[str, Any]) -> Iterator[tuple[str, list[Point], float, str]]:
    for kind, title, name, unit in _TOLD:
        if len(figures.get(kind, ())) > 1:
            yield title, *points(figures[kind], name), unit


def _page(figures: Mapping[str, Any], picture: str) -> Iterator[str]:
    loads = [figure["load"] for kind in figures.values() for figure in kind.values()]
    yield "# How things grow"
    yield ""
    yield (
        "From a thousand reports to ten million. Upright figures were measured; *slanted* ones were reckoned from "
        "the last two that were, along a straight line, and are no measurements."
    )
    yield (
        f"Two cores of a shared AMD EPYC server, whose load was {min(loads)} to {max(loads)} meanwhile: figures on the "
        "clock are worse than they would be alone."
    )
    yield ""
    yield f"![How seconds and waiting grow with the number of reports]({picture})"
    yield ""
    yield "| | " + " | ".join(f"{size:,}" for size in SIZES) + " | grows with size to the power of |"
    yield "|---|" + "---|" * (len(SIZES) + 1)
    for title, found, exponent, unit in _rows(figures):
        told = {point.size: point for point in found}
        cells = [_cell(told.get(size), unit) for size in SIZES]
        yield f"| {title} | " + " | ".join(cells) + f" | {exponent:.2f} |"
    yield ""
    yield (
        "Coding is whole commands, start and reading included, in seconds on the clock; linking is seconds of CPU, "
        "by number of codings; searches are the thirty-one questions of `benchmarks/search.py`, each with twenty hits, "
        "marked words and all counts, asked of SQLite; the API is asked for pages of reports, single reports and "
        "searches. A straight line tells too much where growth slows down, as that of waiting does. "
        "Past a million codings `marsad doctor` says to move to PostgreSQL: what SQLite "
        "would need there is told to show why."
    )
    yield ""
    yield "```sh"
    yield "python -m benchmarks.growth figures.json --reports reports.jsonl.gz"
    yield "python -m benchmarks.growth_page figures.json docs/growth.md"
    yield "```"
    yield ""


def _cell(point: Point | None, unit: str) -> str:
    if point is None:
        return "–"
    value, shown = point.value, unit
    if unit == "s" and value >= 36_000:
        value, shown = value / 3600, "h"
    if unit == "ms" and value >= 10_000:
        value, shown = value / 1000, "s"
    if unit == "MiB" and value >= 10_240:
        value, shown = value / 1024, "GiB"
    text = f"{value:,.1f} {shown}" if value < 10 else f"{value:,.0f} {shown}"
    return text if point.measured else f"*{text}*"


def _picture(figures: Mapping[str, Any]) -> Picture:
    shown = [row for row in _rows(figures) if row[3] in ("s", "ms")]
    rows = [
        {"of": title, "size": point.size, "value": point.value, "unit": unit, "measured": point.measured}
        for title, found, _, unit in shown
        for point in found
    ]
    for row in rows:
        row["of"] = str(row["of"]).replace("`", "")
    panels = [
        {
            "title": {"s": "Seconds", "ms": "Milliseconds"}[unit],
            "width": 300,
            "height": 260,
            "transform": [{"filter": f"datum.unit == '{unit}'"}],
            "layer": [
                {"mark": {"type": "line", "opacity": 0.5}, "encoding": {}},
                {
                    "mark": {"type": "point", "size": 60},
                    "encoding": {"fill": {
                        "condition": {"test": "datum.measured", "field": "of", "type": "nominal", "legend": None},
                        "value": "white",
                    }},
                },
            ],
            "encoding": {
                "x": {"field": "size", "type": "quantitative", "scale": {"type": "log"}, "title": "reports or codings",
                      "axis": {"values": list(SIZES), "format": "~s"}},
                "y": {"field": "value", "type": "quantitative", "scale": {"type": "log"}, "title": None},
                "color": {"field": "of", "type": "nominal", "title": None,
                          "legend": {"orient": "bottom", "columns": 1, "labelLimit": 300}},
            },
        }
        for unit in ("s", "ms")
    ]  # fmt: skip
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": "Filled points were measured, empty ones reckoned",
        "data": {"values": rows},
        "hconcat": panels,
        "resolve": {"scale": {"color": "independent", "fill": "independent"}},
        "config": {"font": "Noto Sans Arabic"},
    }
    return Picture(spec, "How seconds and waiting grow with the number of reports")


if __name__ == "__main__":
    main()
