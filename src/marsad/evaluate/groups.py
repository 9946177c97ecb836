"""Part a run's reports by what they have in common: outlet, year, country or style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from marsad.evaluate.score import ReportScore

__all__ = ["grouped"]

_GROUPINGS = ("outlet", "year", "country", "style")
_NONE = "—"


def grouped(reports: Iterable[ReportScore], by: str) -> dict[str, list[ReportScore]]:
    """Return reports by group, the largest first; a report's country is that of most of its gold events."""
    groups: dict[str, list[ReportScore]] = {}
    for report in reports:
        groups.setdefault(_key(report, by), []).append(report)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def _key(report: ReportScore, by: str) -> str:
    gold = report.gold
    if by == "outlet":
        return gold.outlet or _NONE
    if by == "year":
        return (gold.published or _NONE)[:4]
    if by == "style":
        return gold.style or _NONE
    if by == "country":
        countries = Counter(event.country for event in gold.events if event.country)
        return countries.most_common(1)[0][0] if countries else _NONE
    raise ValueError(f"{by!r} is none of {', '.join(_GROUPINGS)}.")
