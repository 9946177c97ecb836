"""Two codings compared: features in words, their weights, and what each feature saw."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from marsad.lexicon.weights import Weights
from marsad.link.coding import Coding
from marsad.link.details import detail
from marsad.link.tolls import compare_tolls
from marsad.link.what import compare_kinds
from marsad.link.when import compare_days
from marsad.link.where import Where, relation
from marsad.link.who import compare_sides
from marsad.link.words import RARE, likeness, overlap, rarity

__all__ = ["FLOOR", "Comparer", "Reason", "comparer", "features"]

FLOOR = -3000
"""A pair that scores less, or was never compared, counts as this: no pair alone can forbid a link."""

_SHARES = ((0.01, "none"), (0.08, "next to none"), (0.16, "few"), (0.3, "some"), (0.5, "many"))
_LIKENESS = (
    (0.02, "unlike"), (0.05, "hardly alike"), (0.09, "a little alike"), (0.15, "alike"), (0.3, "much alike"),
)  # fmt: skip
_CALLED_ALIKE = frozenset(("same village", "same town", "same area", "same name, one vague", "told beside"))
_MEMO_LIMIT = 2_000_000


class Reason(NamedTuple):
    """A feature of a pair, what it adds to the log-odds of one incident (in thousandths), and what was seen."""

    feature: str
    weight: int
    detail: str


def features(left: Coding, right: Coding) -> list[str]:
    """Return the features of a pair; the order of the two does not matter."""
    standing = relation(left.where, right.where)
    found = [
        f"place: {standing}",
        *_named(left, right, standing),
        *compare_kinds(left.sub_event_type, right.sub_event_type),
        *compare_sides((left.side1, left.side2), (right.side1, right.side2)),
    ]
    found += _varying(left, right)
    return found


def _named(left: Coding, right: Coding, standing: str) -> tuple[str, ...]:
    """Say, of places that are not called alike, whether the text of one names the place of the other."""
    if standing in _CALLED_ALIKE or not left.around or not right.around:
        return ()
    found = _told_in(left, right) or _told_in(right, left)
    return ("named: in the other's text",) if found else ("named: not in the other's text",)


def _told_in(coding: Coding, other: Coding) -> bool:
    stems = coding.where.stems
    return bool(stems) and all(stem in other.around for stem in stems)


def _varying(left: Coding, right: Coding) -> list[str]:
    """Return the features that differ from pair to pair, however often place, kind and sides come again."""
    found = [*compare_days(left, right), *compare_tolls(left, right)]
    found.append(f"words: {_share(left.words, right.words)}")
    found += _text(left.around, right.around)
    if left.again or right.again:
        found.append("wording: both tell one more act" if left.again and right.again else "wording: one more act")
    if left.follows or right.follows:
        later = left if left.order > right.order else right
        found.append("wording: the later brings news of an act" if later.follows else "wording: the earlier does")
    if left.outlet and left.outlet == right.outlet:
        found.append("outlet: same")
    if left.copy_group is not None and left.copy_group == right.copy_group:
        found.append("report: copied")
    return found


def _share(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if not left or not right:
        return "none to compare"
    share = overlap(left, right)
    return next((name for least, name in _SHARES if share < least), "most")


def _text(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    if not left or not right:
        return ()
    alike = likeness(left, right)
    names = sum(rarity(word) >= RARE for word in frozenset(left).intersection(right))
    level = next((name for least, name in _LIKENESS if alike < least), "copied")
    return f"text: {level}", f"names: {names if names < 4 else '4 or more'}"


class Comparer:
    """Scores pairs by learned weights; what place, kind and sides add is worked out once for each combination.

    Weights and scores are whole thousandths of log-odds, so that sums are the same in any order.
    """

    __slots__ = ("_acts", "_known", "_places", "bias")

    def __init__(self, weights: Weights) -> None:
        self.bias = round(weights.bias * 1000)
        self._known = {name: round(weight * 1000) for name, weight in weights.weights.items()}
        self._places: dict[tuple[int, int], tuple[int, str, Where, Where]] = {}
        self._acts: dict[tuple[object, ...], int] = {}

    def score(self, left: Coding, right: Coding) -> int:
        """Return the log-odds that two codings tell one act, in thousandths, FLOOR at least."""
        known = self._known.get
        worth, standing = self._place(left.where, right.where)
        total = self.bias + worth + self._act(left, right)
        for feature in _named(left, right, standing):
            total += known(feature, 0)
        for feature in _varying(left, right):
            total += known(feature, 0)
        return max(FLOOR, total)

    def explain(self, left: Coding, right: Coding) -> tuple[Reason, ...]:
        """Return why: every feature with its weight and what it saw, the heaviest first; the weights sum to the score.

        The first reason, "any pair", is what speaks for or against a link before anything is compared.
        """
        found = [Reason(name, self._known.get(name, 0), detail(name, left, right)) for name in features(left, right)]
        found.sort(key=lambda reason: (-abs(reason.weight), reason.feature))
        return (Reason("any pair", self.bias, "before anything is compared"), *found)

    def _place(self, left: Where, right: Where) -> tuple[int, str]:
        key = (id(left), id(right))
        found = self._places.get(key)
        if found is None:
            if len(self._places) > _MEMO_LIMIT:
                self._places.clear()
            standing = relation(left, right)
            worth = self._known.get(f"place: {standing}", 0)
            found = self._places[key] = (worth, standing, left, right)  # held, so that no other place gets their ids
        return found[0], found[1]

    def _act(self, left: Coding, right: Coding) -> int:
        key = (left.sub_event_type, left.side1, left.side2, right.sub_event_type, right.side1, right.side2)
        found = self._acts.get(key)
        if found is None:
            if len(self._acts) > _MEMO_LIMIT:
                self._acts.clear()
            names = compare_kinds(left.sub_event_type, right.sub_event_type)
            names += compare_sides((left.side1, left.side2), (right.side1, right.side2))
            found = self._acts[key] = sum(self._known.get(name, 0) for name in names)
        return found


@cache
def comparer() -> Comparer:
    """Return the comparer with the weights that ship with marsad."""
    return Comparer(Weights.load("link"))
