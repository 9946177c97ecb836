"""How far a figure may be chance: 95 % intervals by drawing reports anew."""

from __future__ import annotations

import random
from collections.abc import Sequence

from marsad.evaluate.score import Rates, ReportScore

__all__ = ["INTERVAL_MEASURES", "Interval", "intervals"]

Interval = tuple[float, float]

_SHARE = 0.95

INTERVAL_MEASURES = ("found", "strict", "perfect_reports", "quiet_reports_kept_quiet")


def intervals(reports: Sequence[ReportScore], *, draws: int = 1000, seed: int = 20110315) -> dict[str, Interval]:
    """Return the interval of each of INTERVAL_MEASURES (F1 for found and strict).

    Reports are drawn with replacement, never events: the events of one report stand or fall together.
    """
    tallies = [
        (
            len(report.pairs),
            sum(found.strict for found in report.pairs),
            len(report.predicted),
            len(report.gold.events),
            int(report.perfect),
            int(not report.gold.events),
            int(not report.gold.events and not report.predicted),
        )
        for report in reports
    ]
    if not tallies:
        return {}
    chance = random.Random(seed)  # noqa: S311
    drawn: dict[str, list[float]] = {name: [] for name in INTERVAL_MEASURES}
    for _ in range(draws):
        sample = chance.choices(tallies, k=len(tallies))
        found, strict, predicted, gold, perfect, quiet, kept = map(sum, zip(*sample, strict=True))
        drawn["found"].append(Rates(hit=found, predicted=predicted, gold=gold).f1)
        drawn["strict"].append(Rates(hit=strict, predicted=predicted, gold=gold).f1)
        drawn["perfect_reports"].append(perfect / len(sample))
        if quiet:
            drawn["quiet_reports_kept_quiet"].append(kept / quiet)
    return {name: _middle(values) for name, values in drawn.items() if values}


def _middle(values: list[float]) -> Interval:
    values.sort()
    cut = int(len(values) * (1 - _SHARE) / 2)
    return values[cut], values[-1 - cut]
