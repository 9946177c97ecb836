"""Whether probabilities are kept: of what is said to be right with 0.8, four fifths should be."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from marsad.evaluate.agree import Agreement
from marsad.evaluate.score import ReportScore

__all__ = [
    "BINS",
    "Bin",
    "Judged",
    "binned",
    "brier",
    "calibration_error",
    "chance_error",
    "judged_events",
    "judged_fields",
]

BINS = 10
"""Bins of equal width that probabilities are laid into."""
_DRAWS, _SEED = 200, 20110315

_MEASURED_BY = {"date": "day"}

Judged = tuple[float, bool]
"""A probability that was given, and whether what it was given to was right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """What probabilities of one bin say together, and what came true of it."""

    low: float
    high: float
    count: int
    said: float
    right: float


def binned(judged: Iterable[Judged]) -> list[Bin]:
    """Return the bins that hold something, the lowest first."""
    parts: dict[int, list[Judged]] = {}
    for probability, right in judged:
        parts.setdefault(min(int(probability * BINS), BINS - 1), []).append((probability, right))
    return [
        Bin(
            low=index / BINS,
            high=(index + 1) / BINS,
            count=len(part),
            said=sum(probability for probability, _ in part) / len(part),
            right=sum(right for _, right in part) / len(part),
        )
        for index, part in sorted(parts.items())
    ]


def calibration_error(judged: Iterable[Judged]) -> float | None:
    """Return the expected calibration error: how far bins are off on average, each by its size; None for nothing."""
    parts = binned(judged)
    total = sum(part.count for part in parts)
    return sum(part.count * abs(part.said - part.right) for part in parts) / total if total else None


def chance_error(judged: Iterable[Judged]) -> float | None:
    """Return the calibration error that would be left, on average, were every probability kept: few cases scatter."""
    said = [probability for probability, _ in judged]
    chance = random.Random(_SEED)  # noqa: S311
    errors = [
        calibration_error([(probability, chance.random() < probability) for probability in said]) or 0.0
        for _ in range(_DRAWS)
    ]
    return sum(errors) / _DRAWS if said else None


def brier(judged: Iterable[Judged]) -> float | None:
    """Return the mean squared distance between probability and truth; None for nothing."""
    squares = [(probability - right) ** 2 for probability, right in judged]
    return sum(squares) / len(squares) if squares else None


def judged_events(reports: Iterable[ReportScore]) -> list[Judged]:
    """Return the confidence of each predicted event, and whether it was found in the gold."""
    out: list[Judged] = []
    for report in reports:
        out += [(found.predicted.confidence, True) for found in report.pairs if found.predicted.confidence is not None]
        out += [(event.confidence, False) for event in report.invented if event.confidence is not None]
    return out


def judged_fields(reports: Iterable[ReportScore]) -> dict[str, list[Judged]]:
    """Return by field the probability given to it in each found event, and whether it was right."""
    out: dict[str, list[Judged]] = {}
    for report in reports:
        for found in report.pairs:
            for field, probability in found.predicted.field_confidence:
                right = _right(field, found.agreement)
                if right is not None:
                    out.setdefault(field, []).append((probability, right))
    return out


def _right(field: str, agreement: Agreement) -> bool | None:
    return agreement.get(_MEASURED_BY.get(field, field))
