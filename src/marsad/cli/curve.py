"""How `marsad evaluate --curve` shows what confidence is worth: a threshold's price, and whether it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.evaluate.curve import Point
    from marsad.evaluate.score import ReportScore

__all__ = ["curve_json", "print_curve"]


def curve_json(points: Sequence[Point], reports: Sequence[ReportScore]) -> dict[str, Any]:
    """Return the curve and the calibration of events and fields as plain values."""
    from marsad.evaluate.calibration import binned, brier, calibration_error, chance_error

    def figures(judged: list[tuple[float, bool]]) -> dict[str, Any]:
        error, chance, squares = calibration_error(judged), chance_error(judged), brier(judged)
        return {
            "count": len(judged),
            "calibration_error": None if error is None else round(error, 4),
            "by_chance": None if chance is None else round(chance, 4),
            "brier": None if squares is None else round(squares, 4),
            "bins": [
                {
                    "low": part.low,
                    "high": part.high,
                    "count": part.count,
                    "said": round(part.said, 4),
                    "right": round(part.right, 4),
                }
                for part in binned(judged)
            ],
        }

    return {
        "curve": [
            {
                "threshold": point.threshold,
                "events": point.found.predicted,
                "found": point.found.to_json(),
                "strict": point.strict.to_json(),
            }
            for point in points
        ],
        "calibration": {name: figures(judged) for name, judged in _judged(reports).items()},
    }


def print_curve(points: Sequence[Point], reports: Sequence[ReportScore]) -> None:
    """Print the rates by threshold beside a chart, then how far the probabilities are off."""
    from rich.console import Console
    from rich.table import Table

    from marsad.evaluate.calibration import binned, brier, calibration_error, chance_error
    from marsad.evaluate.curve import chart

    console = Console()
    table = Table("confidence", "events", "precision", "recall", "F1", "strict F1")
    for point in points:
        rates = (point.found.precision, point.found.recall, point.found.f1, point.strict.f1)
        table.add_row(f"{point.threshold:.2f}", str(point.found.predicted), *(f"{rate:.3f}" for rate in rates))
    console.print(table)
    console.print("      0        precision P, recall R       1")
    for point, line in zip(points, chart(points), strict=True):
        console.print(f"{point.threshold:.2f}  {line}")
    judged = _judged(reports)
    table = Table("probability of", "given", "said", "right", "error", "by chance", "Brier")
    for name, items in judged.items():
        if items:
            said = sum(probability for probability, _ in items) / len(items)
            right = sum(hit for _, hit in items) / len(items)
            figures = (said, right, calibration_error(items) or 0.0, chance_error(items) or 0.0, brier(items) or 0.0)
            table.add_row(name, str(len(items)), *(f"{figure:.3f}" for figure in figures))
    console.print(table)
    table = Table("events said to be right with", "count", "said", "right")
    for part in binned(judged["event"]):
        table.add_row(f"{part.low:.1f} to {part.high:.1f}", str(part.count), f"{part.said:.3f}", f"{part.right:.3f}")
    console.print(table)


def _judged(reports: Sequence[ReportScore]) -> Mapping[str, list[tuple[float, bool]]]:
    from marsad.evaluate.calibration import judged_events, judged_fields

    return {"event": judged_events(reports), **judged_fields(reports)}
