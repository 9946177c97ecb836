"""Learn by which weights two codings are one act, from the tuning half of the linking gold.

    python -m evaluation.train.link [--dry]

Pairs are those that the linker compares, of the codings made by hand and of those that marsad makes of the same texts.
Stories are kept whole in five folds; the figures printed come from weights that never saw the story.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from evaluation.linking_gold import FILES, Linked, as_coded, by_hand
from evaluation.train.fit import Fitted, Row, fit_binary, fold_of
from marsad.evaluate.clusters import b_cubed, pairwise
from marsad.lexicon.weights import Weights
from marsad.link.blocks import Blocks
from marsad.link.cluster import STRONG, THRESHOLD
from marsad.link.coding import Coding, Member
from marsad.link.compare import Comparer, features
from marsad.link.index import Index

__all__ = ["fit", "main", "rows", "unseen"]

STRENGTHS = (0.03, 0.1, 0.3, 1.0)


def compared(codings: Sequence[Coding]) -> Iterator[tuple[Coding, Coding]]:
    """Yield the pairs that the linker compares, of different reports."""
    blocks = Blocks()
    for number, coding in enumerate(codings):
        for other in sorted(blocks.candidates(coding)):
            if codings[other].member.report_id != coding.member.report_id:
                yield codings[other], coding
        blocks.add(number, coding)


def rows(linked: Linked) -> Iterator[Row]:
    """Yield a case for each compared pair whose incidents are known."""
    for left, right in compared(linked.codings):
        one, other = linked.incident.get(left.member), linked.incident.get(right.member)
        if one is not None and other is not None:
            yield Row(features(left, right), one == other, linked.story[left.member.report_id])


def fit(learned_from: Iterable[Linked], data: str) -> Fitted:
    """Fit the weights of the linker."""
    cases = [row for linked in learned_from for row in rows(linked)]
    return fit_binary(cases, name="link", data=data, on=date.today(), strengths=STRENGTHS)  # noqa: DTZ011


def incidents(codings: Iterable[Coding], weights: Weights, **limits: int) -> dict[Member, str]:
    """Return the incident of each coding, linked by some weights."""
    index = Index(compare=Comparer(weights), **limits)
    for coding in codings:
        index.add([coding])
    return {coding.member: found.incident_id for found in index.incidents() for coding in found.codings}


def unseen(linked: Linked, fitted: Fitted, **limits: int) -> dict[Member, str]:
    """Return the incident of each coding, linked by the weights that never saw its story."""
    folds: dict[int, list[Coding]] = {}
    for coding in linked.codings:
        folds.setdefault(fold_of(linked.story[coding.member.report_id]), []).append(coding)
    found: dict[Member, str] = {}
    for codings in folds.values():
        story = linked.story[codings[0].member.report_id]
        found.update(incidents(codings, fitted.unseen(story), **limits))
    return found


def line(made: Mapping[Member, str], gold: Mapping[Member, str]) -> str:
    """Return the figures of a grouping in one line."""
    cubed, pairs = b_cubed(made, gold), pairwise(made, gold)
    return f"B3 {cubed.precision:.3f} {cubed.recall:.3f} {cubed.f1:.3f}  pairs {pairs.precision:.3f} {pairs.recall:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print figures of unseen stories and of each file left out, and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dry", action="store_true", help="print figures, write nothing")
    args = parser.parse_args(arguments)
    halves = {"hand": by_hand("tuning"), "coded": as_coded("tuning")}
    reports = len(halves["hand"].story)
    fitted = fit(halves.values(), f"the tuning half of the linking gold ({reports} reports), by hand and as coded")
    print(fitted.figures["C"], fitted.figures["average_precision_by_C"], "auc", fitted.figures["auc"])
    for name, linked in halves.items():
        for strong, threshold in product((STRONG - 500, STRONG, STRONG + 500), (THRESHOLD - 500, THRESHOLD, 0)):
            made = unseen(linked, fitted, strong=strong, threshold=threshold)
            print(f"{name:6} strong {strong:5} threshold {threshold:5}  {line(made, linked.incident)}")
    for left_out in FILES:
        others = [name for name in FILES if name != left_out]
        without = fit([by_hand("tuning", others), as_coded("tuning", others)], "others").weights
        for name, linked in (("hand", by_hand("tuning", [left_out])), ("coded", as_coded("tuning", [left_out]))):
            print(
                f"{left_out} {name:6} by the other files: {line(incidents(linked.codings, without), linked.incident)}"
            )
    if not args.dry:
        print(fitted.write())
    for feature, weight in sorted(fitted.weights.weights.items()):
        print(f"  {weight:7.3f}  {feature}")
    print(f"  {fitted.weights.bias:7.3f}  bias")
    return 0


if __name__ == "__main__":
    sys.exit(main())
