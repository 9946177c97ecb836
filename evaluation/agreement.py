"""How far two codings of the same reports agree: what a coder, human or not, can be held to.

    python -m evaluation.agreement CODING_A CODING_B [--places DIR] [--json]

Prints how many events of each coding the other has (found, strict), the share of paired events in which a field
agrees, and Krippendorff's alpha, which takes off what chance alone would give. Alphas of fields speak of paired events,
so of those that both coders saw; "an event at all" is asked of each report. CODING_A is taken as the gold.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import Any

from marsad import gazetteer
from marsad.errors import ReadError
from marsad.evaluate.agree import FIELDS
from marsad.evaluate.bootstrap import intervals
from marsad.evaluate.places import SamePlace, fold_name, listed_together
from marsad.evaluate.records import EventRecord, read_records
from marsad.evaluate.score import Pair, ReportScore, score, summarise
from marsad.model.quantity import Estimate

__all__ = ["NOMINAL", "agreement", "coded_twice", "main", "nominal_alpha"]

Units = list[tuple[Hashable, Hashable]]
"""What the two coders said of each thing that both were asked about."""

_DRAWS, _SEED, _SHARE = 1000, 20110315, 0.95


def _count(name: str) -> Callable[[EventRecord], Hashable]:
    def value(event: EventRecord) -> Hashable:
        count: Estimate = getattr(event, name) or Estimate.exactly(0)
        return ("about", count.low) if count.best is None else count.best

    return value


NOMINAL: dict[str, Callable[[EventRecord], Hashable]] = {
    "sub_event_type": lambda event: event.sub_event_type,
    "side1": lambda event: frozenset(map(fold_name, event.side1)),
    "side2": lambda event: frozenset(map(fold_name, event.side2)),
    "admin1": lambda event: (event.country, event.admin1),
    "place": lambda event: fold_name(event.place_name),
    "place_precision": lambda event: event.place_precision,
    "day": lambda event: event.start,
    "day_precision": lambda event: event.day_precision,
    "killed": _count("killed"),
    "wounded": _count("wounded"),
    "detained": _count("detained"),
    "abducted": _count("abducted"),
    "source_kind": lambda event: event.source_kinds,
    "status": lambda event: event.status,
}
"""The fields whose values are names: how each is read off an event."""


def nominal_alpha(units: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Return Krippendorff's alpha of two coders for names: 1 at full agreement, 0 at what chance would give.

    None where nothing can be said: fewer than two units, or one value alone.

    >>> round(nominal_alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 3)
    0.533
    """
    units = list(units)
    values = Counter(value for unit in units for value in unit)
    total = values.total()
    expected = total * total - sum(count * count for count in values.values())
    if len(units) < 2 or not expected:
        return None
    apart = sum(left != right for left, right in units)
    return 1 - (total - 1) * 2 * apart / expected


def _units(pairs: Iterable[Pair], field: str) -> Units:
    """Return what was said of a field; values that the measures count as one are one."""
    read = NOMINAL[field]
    units: Units = []
    for found in pairs:
        first, second = read(found.gold), read(found.predicted)
        units.append((first, first if found.agreement.get(field, False) else second))
    return units


def coded_twice(first: Path, second: Path, same_place: SamePlace) -> list[ReportScore]:
    """Score the second coding against the first, on the reports that both have."""
    left, right = read_records(first), read_records(second)
    shared = {report_id: record for report_id, record in left.items() if report_id in right}
    if not shared:
        raise ReadError("The two codings share no report.", file=str(second), remedy="Give the reports equal ids.")
    return score(shared, right, same_place)


def agreement(reports: Sequence[ReportScore]) -> dict[str, Any]:
    """Return the measures of two codings as plain values; `reports` score the second against the first."""
    scores, spread = summarise(reports), intervals(reports)
    asked: dict[str, list[Units]] = {
        "an event at all": [[(bool(report.gold.events), bool(report.predicted))] for report in reports],
        **{field: [_units(report.pairs, field) for report in reports] for field in NOMINAL},
    }
    alphas = {}
    for name, by_report in asked.items():
        alpha = nominal_alpha(unit for units in by_report for unit in units)
        alphas[name] = {
            "units": sum(map(len, by_report)),
            "share": scores.fields.get(name, _share(by_report)),
            "alpha": None if alpha is None else round(alpha, 4),
            "interval": _interval(by_report),
        }
    return {
        "reports": scores.reports,
        "missing_reports": scores.missing_reports,
        "events": {"first": scores.found.gold, "second": scores.found.predicted, "paired": scores.found.hit},
        "found": scores.found.to_json() | {"interval": [round(edge, 4) for edge in spread.get("found", ())]},
        "strict": scores.strict.to_json() | {"interval": [round(edge, 4) for edge in spread.get("strict", ())]},
        "reports_alike": round(scores.perfect_reports, 4),
        "shares": {name: round(scores.fields[name], 4) for name in FIELDS},
        "alpha": alphas,
    }


def _share(by_report: Sequence[Units]) -> float:
    units = [left == right for units in by_report for left, right in units]
    return sum(units) / max(1, len(units))


def _interval(by_report: Sequence[Units]) -> list[float] | None:
    """Return the 95 % interval of alpha by drawing reports anew."""
    chance = random.Random(_SEED)
    drawn = []
    for _ in range(_DRAWS):
        sample = chance.choices(by_report, k=len(by_report))
        alpha = nominal_alpha(unit for units in sample for unit in units)
        if alpha is not None:
            drawn.append(alpha)
    if len(drawn) < _DRAWS * _SHARE:
        return None
    drawn.sort()
    cut = int(len(drawn) * (1 - _SHARE) / 2)
    return [round(drawn[cut], 4), round(drawn[-1 - cut], 4)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how far two codings agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path, metavar="CODING_A")
    parser.add_argument("second", type=Path, metavar="CODING_B")
    parser.add_argument("--places", type=Path, help="place files by which names are compared, beside the built-in ones")
    parser.add_argument("--json", action="store_true", dest="as_json")
    args = parser.parse_args(arguments)
    reports = coded_twice(args.first, args.second, listed_together(gazetteer.load(args.places).named))
    out = agreement(reports)
    out |= {f"only_{name}": len(read_records(getattr(args, name))) - len(reports) for name in ("first", "second")}
    if args.as_json:
        print(json.dumps(out, ensure_ascii=False))
        return
    events = out["events"]
    print(
        f"{out['reports']} reports coded twice ({out['only_first']} in the first coding alone, "
        f"{out['only_second']} in the second); "
        f"{events['first']} and {events['second']} events, {events['paired']} paired"
    )
    for name in ("found", "strict"):
        rates, spread = out[name], out[name]["interval"]
        print(f"{name:8} F1 {rates['f1']:.3f} ({_between(spread)}), of the second {rates['precision']:.3f}, "
              f"of the first {rates['recall']:.3f}")  # fmt: skip
    print(f"reports coded alike {out['reports_alike']:.3f}\n")
    print(f"{'field':16} {'units':>5} {'agree':>6} {'alpha':>6}  95 %")
    for name, figures in out["alpha"].items():
        alpha = "  none" if figures["alpha"] is None else f"{figures['alpha']:6.3f}"
        print(f"{name:16} {figures['units']:5} {figures['share']:6.3f} {alpha}  {_between(figures['interval'])}")


def _between(spread: Sequence[float] | None) -> str:
    return "{:.3f} to {:.3f}".format(*spread) if spread else ""


if __name__ == "__main__":
    main()
