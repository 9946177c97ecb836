"""Bars of trends on streams made up with known truth: false alarms, power, coverage of intervals, change points, and
how often an estimate of what nobody tells holds the truth.

    python -m benchmarks.trends [--runs 1000] [--seed 7] [--only capture] [--json]

Every scenario has its own seed, so that each can be run again alone.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi
from typing import Any

import numpy as np

from benchmarks.streams import LAST, Channel, steady, stream, told
from marsad.missing import missing
from marsad.trends import changes, compare, rate_ratio
from marsad.trends.compare import RISING
from marsad.trends.search import Search
from marsad.trends.seasons import fasting

__all__ = ["alerts", "coverage", "main", "recaptured", "turns"]

_BASELINE, _NOW = 26, 4
_YEAR = 52
_FLAT = (10.0,) * (_BASELINE + _NOW)
_STEP = (10.0,) * _BASELINE + (20.0,) * _NOW
_RAMP = (*(10.0,) * _BASELINE, 12.5, 15.0, 17.5, 20.0)
_SEARCH = Search(name="made up", weeks=_NOW, baseline=_BASELINE)
_THREE = (steady("a", 0.6), steady("b", 0.5), steady("c", 0.4))
_NEW = steady("new", 0.9, begins=_BASELINE)
_RAMADAN = date(2024, 4, 7)
"""Ends four weeks that lie in Ramadan from their first day on."""


def _grows(week: int) -> float:
    return 0.4 if week < _BASELINE else 0.8


_GROWS = Channel(name="c", share=_grows)


def _wave(years: int) -> tuple[float, ...]:
    """Return weekly rates with a season: half as many again at its height, which is looked at, as half a year before.

    So many years lie before the weeks that are compared.
    """
    weeks = years * _YEAR + _BASELINE + _NOW
    return tuple(10.0 * (1 + 0.2 * cos(2 * pi * (weeks - _NOW / 2 - week) / (365.2425 / 7))) for week in range(weeks))


def _fasts(years: int) -> tuple[float, ...]:
    """Return weekly rates that are half as many again in Ramadan."""
    weeks = years * _YEAR + _BASELINE + _NOW
    first = _RAMADAN - timedelta(days=7 * weeks - 1)
    return tuple(10.0 * (1 + 0.5 * fasting(first + timedelta(days=7 * week))) for week in range(weeks))


def _doubled(rates: Sequence[float]) -> tuple[float, ...]:
    return (*rates[:-_NOW], *(2 * rate for rate in rates[-_NOW:]))


@dataclass(frozen=True, slots=True)
class _Case:
    """What happens each week, who tells of it, how much weeks vary beyond chance, and the last day."""

    rates: Sequence[float]
    channels: Sequence[Channel]
    dispersion: float = 0.0
    last: date = LAST


_SCENARIOS: dict[str, _Case] = {
    "steady": _Case(_FLAT, _THREE),
    "steady, weeks vary": _Case(_FLAT, _THREE, 0.1),
    "steady, new channel tells nine of ten": _Case(_FLAT, (*_THREE, _NEW)),
    "steady, new channel, copied by another": _Case(
        _FLAT, (*_THREE, Channel(name="d", share=lambda _: 0.5, copies="new"), _NEW)
    ),
    "steady, new channel three weeks earlier": _Case(_FLAT, (*_THREE, steady("new", 0.9, begins=_BASELINE - 3))),
    "steady, one source of three doubles what it tells": _Case(_FLAT, (*_THREE[:2], _GROWS)),
    "steady, one source of two doubles what it tells": _Case(_FLAT, (_THREE[1], _GROWS)),
    "doubled for four weeks": _Case(_STEP, _THREE),
    "doubled for four weeks, weeks vary": _Case(_STEP, _THREE, 0.1),
    "doubled for four weeks, new channel too": _Case(_STEP, (*_THREE, _NEW)),
    "a season at its height, half as many again as half a year before": _Case(_wave(0), _THREE),
    "grown to double within four weeks": _Case(_RAMP, _THREE),
    "steady, one source of two doubles what it tells, weeks vary": _Case(_FLAT, (_THREE[1], _GROWS), 0.1),
    "doubled for four weeks, two sources": _Case(_STEP, _THREE[:2]),
    "doubled for four weeks, two sources that tell less": _Case(_STEP, _THREE[1:]),
    "a season at its height, one year before": _Case(_wave(1), _THREE),
    "a season at its height, two years before": _Case(_wave(2), _THREE),
    "Ramadan, half as many again, one year before": _Case(_fasts(1), _THREE, last=_RAMADAN),
    "steady, one year before": _Case((10.0,) * _YEAR + _FLAT, _THREE),
    "doubled for four weeks, one year before": _Case((10.0,) * _YEAR + _STEP, _THREE),
    "doubled for four weeks, weeks vary, one year before": _Case((10.0,) * _YEAR + _STEP, _THREE, 0.1),
    "doubled at the height of a season, one year before": _Case(_doubled(_wave(1)), _THREE),
}


def alerts(name: str, runs: int, seed: int) -> float:
    """Return in which share of runs a scenario raises an alert."""
    case = _SCENARIOS[name]
    chance = np.random.default_rng([seed, list(_SCENARIOS).index(name)])
    found = Counter(
        compare(
            told(stream(case.rates, case.channels, chance, dispersion=case.dispersion, last=case.last)),
            _SEARCH,
            last=case.last,
        ).verdict
        for _ in range(runs)
    )
    return found[RISING] / runs


def _weekly(mean: float, dispersion: float, weeks: int, chance: np.random.Generator) -> list[int]:
    means = chance.gamma(1 / dispersion, mean * dispersion, weeks) if dispersion else np.full(weeks, mean)
    return [int(count) for count in chance.poisson(means)]


def coverage(mean: float, ratio: float, dispersion: float, runs: int, seed: int) -> float:
    """Return in which share of runs the 95 % interval of a rate ratio holds the true one."""
    chance = np.random.default_rng([seed, int(mean * 10), int(ratio * 10), int(dispersion * 100)])
    held = 0
    for _ in range(runs):
        now = _weekly(mean * ratio, dispersion, _NOW, chance)
        before = _weekly(mean, dispersion, _BASELINE, chance)
        if sum(now) + sum(before):
            found = rate_ratio(now, before)
            held += found.low <= ratio <= found.high
        else:
            held += 1  # nothing is said, and nothing wrong
    return held / runs


def turns(weeks: int, turn: int | None, dispersion: float, runs: int, seed: int) -> tuple[float, float]:
    """Return the shares of runs with a change point, and with one within two weeks of the true doubling."""
    chance = np.random.default_rng([seed, weeks, turn or 0, int(dispersion * 100)])
    any_found = near = 0
    for _ in range(runs):
        counts = _weekly(10.0, dispersion, weeks if turn is None else turn, chance)
        counts += [] if turn is None else _weekly(20.0, dispersion, weeks - turn, chance)
        found = changes(counts)
        any_found += bool(found)
        near += turn is not None and any(abs(one.week - turn) <= 2 for one in found)
    return any_found / runs, near / runs


_ALL = steady("all", 1.0)
"""Tells all that happens, and is on no list: so the truth is known."""

_LISTS: dict[str, tuple[float, Sequence[Channel], float]] = {
    "three lists, 500 incidents": (10.0, (steady("a", 0.5), steady("b", 0.4), steady("c", 0.3)), 1.0),
    "three lists, 250 incidents": (5.0, (steady("a", 0.6), steady("b", 0.5), steady("c", 0.4)), 1.0),
    "four lists, 500 incidents": (
        10.0, (steady("a", 0.5), steady("b", 0.4), steady("c", 0.3), steady("d", 0.3)), 1.0,
    ),
    "three lists, one drawn to what another tells": (
        10.0, (steady("a", 0.5), Channel(name="b", share=lambda _: 0.35, drawn=("a", 1.6)), steady("c", 0.4)), 1.0,
    ),
    "four lists, one drawn to what another tells": (
        10.0,
        (steady("a", 0.5), Channel(name="b", share=lambda _: 0.35, drawn=("a", 1.6)), steady("c", 0.4),
         steady("d", 0.3)),
        1.0,
    ),
    "broken: half of the incidents half as likely told": (
        10.0, (steady("a", 0.7), steady("b", 0.6), steady("c", 0.5)), 0.5,
    ),
    "broken, four lists": (
        10.0, (steady("a", 0.7), steady("b", 0.6), steady("c", 0.5), steady("d", 0.4)), 0.5,
    ),
    "broken: half of the incidents a third as likely told": (
        10.0, (steady("a", 0.8), steady("b", 0.7), steady("c", 0.6)), 0.33,
    ),
}  # fmt: skip


def recaptured(name: str, runs: int, seed: int) -> tuple[float, float, float, float]:
    """Return four shares: of the estimates made, those whose interval holds the truth; of the runs, those without one,
    and those with a least number only; of the latter, those in which it is not too high.
    """
    rate, channels, seldom = _LISTS[name]
    chance = np.random.default_rng([seed, list(_LISTS).index(name)])
    search = Search(name="made up", panel=tuple(one.name for one in channels))
    first = LAST - timedelta(days=7 * 50 - 1)
    held = refused = least = low = 0
    for _ in range(runs):
        record = told(stream([rate] * 50, (*channels, _ALL), chance, seldom=seldom))
        found = missing(record, search, since=first, last=LAST)
        refused += found.estimate is None
        held += found.estimate is not None and found.estimate.low <= len(record) <= (found.estimate.high or 0)
        least += found.least is not None
        low += found.least is not None and found.least <= len(record)
    return held / max(runs - refused, 1), refused / runs, least / runs, low / max(least, 1)


def _rows(runs: int, seed: int) -> dict[str, Callable[[], Any]]:
    rows: dict[str, Callable[[], Any]] = {}
    for name in _SCENARIOS:
        rows[f"alerts: {name}"] = lambda name=name: alerts(name, runs, seed)
    for mean, ratio, dispersion in (
        (10, 1, 0), (10, 2, 0), (2, 1, 0), (2, 2, 0), (40, 1, 0), (10, 1, 0.05), (10, 2, 0.05), (10, 1, 0.1),
        (10, 2, 0.1), (10, 1, 0.3), (10, 2, 0.3), (10, 2, 0.6),
    ):  # fmt: skip
        name = f"interval holds the truth: {mean} a week, ratio {ratio}, dispersion {dispersion}"
        rows[name] = lambda mean=mean, ratio=ratio, dispersion=dispersion: coverage(
            mean, ratio, dispersion, 4 * runs, seed
        )
    for weeks, turn, dispersion in ((26, None, 0), (52, None, 0), (52, None, 0.1), (104, None, 0.4)):
        name = f"change points: steady, {weeks} weeks, dispersion {dispersion}"
        rows[name] = lambda weeks=weeks, turn=turn, dispersion=dispersion: turns(weeks, turn, dispersion, runs, seed)[0]
    for weeks, turn in ((26, 13), (52, 40)):
        name = f"change points: doubled in week {turn} of {weeks}, found within two weeks"
        rows[name] = lambda weeks=weeks, turn=turn: turns(weeks, turn, 0, runs, seed)[1]
    for name in _LISTS:
        rows[f"capture-recapture: {name} (holds the truth, no estimate, least only, least holds)"] = lambda name=name: (
            recaptured(name, runs // 4, seed)
        )
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every scenario and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="only scenarios whose name begins so")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    for name, measure in _rows(args.runs, args.seed).items():
        if not name.startswith(args.only):
            continue
        found = measure()
        figures = found if isinstance(found, tuple) else (found,)
        line = "  ".join(f"{figure:.3f}" for figure in figures)
        print(json.dumps({name: figures}) if args.json else f"{line}  {name}", flush=True)
    print(f"CPU seconds {resource.getrusage(resource.RUSAGE_SELF).ru_utime:.0f}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
