"""Learn what parts acts of one kind in one town on one day, on top of the weights of the linker.

    python -m evaluation.train.link_days [--dry]

Learned from the tuning half of the linking gold, whose pairs count in full, and from the days of `linking-d` that may
be read, whose pairs count for less: they are full of acts by choice. Each pair starts from its score by weights of the
linker that never saw its story, so that what is learned here is what they lack. Stories are kept whole in five folds.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from evaluation.linking_gold import DENSE, FILES, Linked, as_coded, by_hand
from evaluation.train import link
from evaluation.train.fitted import STOP, card, weights_of
from evaluation.train.folds import FOLDS, fold_of
from marsad.lexicon.load import RESOURCES
from marsad.lexicon.weights import Weights
from marsad.link.coding import Coding, Member
from marsad.link.compare import FIXED, Comparer, day_features, features
from marsad.link.index import Index

__all__ = ["cases", "learn", "main"]

BESIDE = "place: beside one place"
"""Two quarters told with one town: the only feature of any pair that is learned here."""

_DENSE_COUNTS = 0.3


class _Cases:
    """Pairs: what they have of the features to be learned, where they start, their answers, folds and counts."""

    def __init__(self, rows: Sequence[tuple[list[str], float, bool, int, float]]) -> None:
        self.names = sorted({name for found, *_ in rows for name in found})
        column = {name: index for index, name in enumerate(self.names)}
        self.values = np.zeros((len(rows), len(self.names)))
        for index, (found, *_) in enumerate(rows):
            for name in found:
                self.values[index, column[name]] += 1
        self.start = np.array([row[1] for row in rows])
        self.sign = np.array([1.0 if row[2] else -1.0 for row in rows])
        self.fold = np.array([row[3] for row in rows])
        self.counts = np.array([row[4] for row in rows])


def cases(
    linked: Linked, base: Callable[[str], Weights], counts: float
) -> list[tuple[list[str], float, bool, int, float]]:
    """Return the compared pairs whose incidents are known; `base` gives the weights that score those of a story."""
    found = []
    for left, right in link.compared(linked.codings):
        one, other = linked.incident.get(left.member), linked.incident.get(right.member)
        if one is None or other is None:
            continue
        story = linked.story[left.member.report_id]
        weights, told = base(story), features(left, right)
        start = weights.bias + sum(weights.weights.get(name, 0.0) + FIXED.get(name, 0) / 1000 for name in told)
        learned = [*day_features(left, right), *(name for name in told if name == BESIDE)]
        found.append((learned, start, one == other, fold_of(story), counts))
    return found


def learn(pairs: _Cases, fold: int | None) -> dict[str, float]:
    """Return the weights of least logistic loss plus half their squares, learned without a fold."""
    kept = np.ones(len(pairs.sign), dtype=bool) if fold is None else pairs.fold != fold
    values, start, sign, counts = pairs.values[kept], pairs.start[kept], pairs.sign[kept], pairs.counts[kept]

    def loss(point: Any) -> tuple[float, Any]:
        margin = sign * (values @ point + start)
        value = float(counts @ np.logaddexp(0, -margin)) + point @ point / 2
        return value, values.T @ (-sign * counts * expit(-margin)) + point

    point = minimize(loss, np.zeros(len(pairs.names)), jac=True, method="L-BFGS-B", options=STOP).x
    return dict(zip(pairs.names, map(float, point), strict=True))


def _linked(codings: Iterable[Coding], compare: Comparer) -> dict[Member, str]:
    index = Index(compare=compare)
    for coding in codings:
        index.add([coding])
    return {coding.member: found.incident_id for found in index.incidents() for coding in found.codings}


def _unseen(linked: Linked, base: Callable[[str], Weights], days: Mapping[int, Weights | None]) -> dict[Member, str]:
    made: dict[Member, str] = {}
    for fold in range(FOLDS):
        codings = [coding for coding in linked.codings if fold_of(linked.story[coding.member.report_id]) == fold]
        if codings:
            story = linked.story[codings[0].member.report_id]
            made.update(_linked(codings, Comparer(base(story), days[fold])))
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, print figures of unseen stories before and after, and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dry", action="store_true", help="print figures, write nothing")
    args = parser.parse_args(arguments)
    sparse = {"a, b, c by hand": by_hand("tuning", FILES), "a, b, c as coded": as_coded("tuning", FILES)}
    dense = {"d by hand": by_hand("tuning", [DENSE]), "d as coded": as_coded("tuning", [DENSE])}
    fitted = link.fit(sparse.values(), "the tuning half")
    shipped = Weights.load("link")
    bases: dict[str, Callable[[str], Weights]] = dict.fromkeys(sparse, fitted.unseen)
    bases |= dict.fromkeys(dense, lambda _: shipped)
    golds = sparse | dense
    rows = [
        row
        for name, gold in golds.items()
        for row in cases(gold, bases[name], 1.0 if name in sparse else _DENSE_COUNTS)
    ]
    pairs = _Cases(rows)

    def weights(fold: int | None, about: dict[str, Any]) -> Weights:
        found = learn(pairs, fold)
        return weights_of("link-days", "binary", list(found), list(found.values()), 0.0, about)

    days = {fold: weights(fold, {}) for fold in range(FOLDS)}
    for name, gold in golds.items():
        print(f"{name:18} without {link.line(_unseen(gold, bases[name], dict.fromkeys(range(FOLDS))), gold.incident)}")
        print(f"{name:18} with    {link.line(_unseen(gold, bases[name], days), gold.incident)}")
    reports = len({report for gold in golds.values() for report in gold.story})
    data = f"the tuning half of the linking gold and the days of linking-d that may be read ({reports} reports)"
    whole = weights(None, card(data, date.today(), len(rows), reports, {}))  # noqa: DTZ011
    for feature, weight in sorted(whole.weights.items()):
        print(f"  {weight:7.3f}  {feature}")
    if not args.dry:
        whole.write(RESOURCES / "models" / "link-days.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
