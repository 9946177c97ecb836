"""Two codings compared: features in words, their weights, and what each feature saw."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Collection
from functools import cache
from typing import NamedTuple

from marsad.lexicon.weights import Weights
from marsad.link.coding import Coding
from marsad.link.details import detail
from marsad.link.same_day import CALLED_ALIKE, OF_A_MOMENT, compare_marks, compare_same_day, of_a_moment, one_days
from marsad.link.tolls import compare_tolls, harm_apart, in_order
from marsad.link.what import are_unlike, compare_kinds
from marsad.link.when import TOLD_BEFORE, compare_days
from marsad.link.where import Where, relation, two_towns
from marsad.link.who import compare_sides
from marsad.link.words import RARE, likeness, overlap, rarity

__all__ = ["FIXED", "FLOOR", "Comparer", "Reason", "comparer", "day_features", "features"]

FLOOR = -2000
"""A pair that scores less, or was never compared, counts as this: no pair alone can forbid a link."""

_SHARES = (0.01, 0.08, 0.16, 0.3, 0.5)
_SHARED = tuple(f"words: {name}" for name in ("none", "next to none", "few", "some", "many", "most"))
_LIKENESS = (0.02, 0.05, 0.09, 0.15, 0.3)
_ALIKE = tuple(
    f"text: {name}" for name in ("unlike", "hardly alike", "a little alike", "alike", "much alike", "copied")
)
_TWO_TOWNS = "place: two towns known"
_OTHER_HANDS = "kind: another, by others"
_OTHER_HARM = "kind: another, with other harm"
FIXED = {
    _TWO_TOWNS: -8000,
    TOLD_BEFORE: -1500,
    "kind: arrest and fire": -2000,
    "kind: arrest and blast": -2000,
    "kind: attack and fire": -1000,
    "kind: attack and crowd": -1000,
    _OTHER_HANDS: -700,
    _OTHER_HARM: -1800,
}
"""What is not learned, in thousandths: two acts in towns far apart are two, whatever else they share, and so is what
was told before the other happened.

Nor is one an arrest and a bombing, or acts of two kinds by two forces, or one with dead and one with detained: the
gold, written about few incidents, has too few of these in one town on one day.
"""
_MEMO_LIMIT = 2_000_000


class Reason(NamedTuple):
    """A feature of a pair, what it adds to the log-odds of one incident (in thousandths), and what was seen."""

    feature: str
    weight: int
    detail: str


def features(left: Coding, right: Coding) -> list[str]:
    """Return the features of a pair that any two codings have; the order of the two does not matter."""
    standing = relation(left.where, right.where)
    return [
        f"place: {standing}",
        *_towns(left.where, right.where),
        *_act(left, right),
        *compare_days(left, right),
        *_tolls(left, right),
        *_told(left, right, standing, _Words(left)),
    ]


def day_features(left: Coding, right: Coding) -> tuple[str, ...]:
    """Return the features that a pair has beside these, where both are told of one day."""
    standing = relation(left.where, right.where)
    return compare_same_day(left, right, compare_days(left, right), standing)


def _towns(left: Where, right: Where) -> tuple[str, ...]:
    return (_TWO_TOWNS,) if two_towns(left, right) else ()


def _act(left: Coding, right: Coding) -> tuple[str, ...]:
    kinds = compare_kinds(left.sub_event_type, right.sub_event_type)
    sides = compare_sides((left.side1, left.side2), (right.side1, right.side2))
    others = are_unlike(left.sub_event_type, right.sub_event_type) and "side1: differ" in sides
    return kinds + sides + ((_OTHER_HANDS,) if others else ())


def _tolls(left: Coding, right: Coding) -> list[str]:
    found = compare_tolls(left, right)
    if are_unlike(left.sub_event_type, right.sub_event_type) and harm_apart(left.counts, right.counts):
        found.append(_OTHER_HARM)
    return found


class _Words:
    """The words of a coding that is compared with many others."""

    __slots__ = ("around", "words")

    def __init__(self, coding: Coding) -> None:
        self.words = frozenset(coding.words)
        self.around = frozenset(coding.around)


def _told(left: Coding, right: Coding, standing: str, ours: _Words) -> list[str]:
    """Return the features of how the two are told: words, wording, outlet."""
    found = []
    if left.words and right.words:
        shared = ours.words.intersection(right.words)
        found.append(_SHARED[bisect(_SHARES, overlap(left.words, right.words, shared)) if shared else 0])
    else:
        found.append("words: none to compare")
    if left.around and right.around:
        shared = ours.around.intersection(right.around)
        found.append(_ALIKE[bisect(_LIKENESS, likeness(left.around, right.around, shared)) if shared else 0])
        names = sum([rarity(word) >= RARE for word in shared]) if shared else 0
        found.append(f"names: {names if names < 4 else '4 or more'}")
        if standing not in CALLED_ALIKE:
            named = _names_place(ours.around, right.where) or _names_place(right.around, left.where)
            found.append("named: in the other's text" if named else "named: not in the other's text")
    if left.again or right.again:
        found.append("wording: both tell one more act" if left.again and right.again else "wording: one more act")
    if left.follows or right.follows:
        later = left if left.order > right.order else right
        found.append("wording: the later brings news of an act" if later.follows else "wording: the earlier does")
    if left.outlet and left.outlet == right.outlet:
        found.append("outlet: same")
    return found


def _names_place(words: Collection[str], where: Where) -> bool:
    """Say whether a text names a place that its own event is not told to lie at."""
    if not where.stems or where.stems[0] not in words:
        return False
    return len(where.stems) == 1 or all(stem in words for stem in where.stems)


class Comparer:
    """Scores pairs by learned weights; what place, act and figures add is worked out once for each combination.

    Weights and scores are whole thousandths of log-odds, so that sums are the same in any order.
    """

    __slots__ = ("_acts", "_known", "_most_told", "_places", "_tolls", "bias")

    def __init__(self, weights: Weights, days: Weights | None = None) -> None:
        """Make a comparer from weights for any pair, and those for pairs of one day."""
        self.bias = round(weights.bias * 1000)
        learned = {**weights.weights, **(days.weights if days is not None else {})}
        self._known = {name: round(weight * 1000) for name, weight in learned.items()} | FIXED
        self._most_told = sum(
            max(0, *(weight for name, weight in self._known.items() if name.startswith(f"{group}: ")), 0)
            for group in ("words", "text", "names", "named", "outlet")
        ) + sum(max(0, weight) for name, weight in self._known.items() if name.startswith("wording: "))
        self._places: dict[tuple[int, int], tuple[int, str, Where, Where]] = {}
        self._acts: dict[tuple[object, ...], int] = {}
        self._tolls: dict[tuple[int, int, bool, bool], tuple[int, int, object, object]] = {}

    def score(self, left: Coding, right: Coding) -> int:
        """Return the log-odds that two codings tell one act, in thousandths, FLOOR at least."""
        return self.against(left)(right)

    def against(self, left: Coding) -> Callable[[Coding], int]:
        """Return the scores of one coding with others."""
        known = self._known.get
        hopeless = FLOOR - self._most_told
        of_moment = left.sub_event_type in OF_A_MOMENT
        words: _Words | None = None

        def score(right: Coding) -> int:
            nonlocal words
            worth, standing = self._place(left.where, right.where)
            toll, one_day = self._toll(left, right)
            total = self.bias + worth + self._act(left, right) + toll
            days = compare_days(left, right)
            for feature in days:
                total += known(feature, 0)
            if of_moment and of_a_moment(left, right, days):
                if standing in CALLED_ALIKE:
                    total += one_day
                if left.marks and right.marks:
                    for feature in compare_marks(left.marks, right.marks):
                        total += known(feature, 0)
            if total <= hopeless:  # whatever the words
                return FLOOR
            words = words or _Words(left)
            for feature in _told(left, right, standing, words):
                total += known(feature, 0)
            return max(FLOOR, total)

        return score

    def explain(self, left: Coding, right: Coding) -> tuple[Reason, ...]:
        """Return why: every feature with its weight and what it saw, the heaviest first; the weights sum to the score.

        The first reason, "any pair", is what speaks for or against a link before anything is compared.
        """
        seen = (*features(left, right), *day_features(left, right))
        found = [Reason(name, self._known.get(name, 0), detail(name, left, right)) for name in seen]
        found.sort(key=lambda reason: (-abs(reason.weight), reason.feature))
        return (Reason("any pair", self.bias, "before anything is compared"), *found)

    def _place(self, left: Where, right: Where) -> tuple[int, str]:
        key = (id(left), id(right))
        found = self._places.get(key)
        if found is None:
            if len(self._places) > _MEMO_LIMIT:
                self._places.clear()
            standing = relation(left, right)
            worth = sum(self._known.get(name, 0) for name in (f"place: {standing}", *_towns(left, right)))
            found = self._places[key] = (worth, standing, left, right)  # held, so that no other place gets their ids
        return found[0], found[1]

    def _act(self, left: Coding, right: Coding) -> int:
        key = (left.sub_event_type, left.side1, left.side2, right.sub_event_type, right.side1, right.side2)
        found = self._acts.get(key)
        if found is None:
            if len(self._acts) > _MEMO_LIMIT:
                self._acts.clear()
            found = self._acts[key] = sum(self._known.get(name, 0) for name in _act(left, right))
        return found

    def _toll(self, left: Coding, right: Coding) -> tuple[int, int]:
        """Return what figures add, and what they add once more to acts of one kind, town and day."""
        first, later = in_order(left, right)
        unlike = are_unlike(left.sub_event_type, right.sub_event_type)
        key = (id(first.counts), id(later.counts), first.published == later.published, unlike)
        found = self._tolls.get(key)
        if found is None:
            if len(self._tolls) > _MEMO_LIMIT:
                self._tolls.clear()
            told, known = _tolls(left, right), self._known.get
            worth = sum([known(name, 0) for name in told])
            again = 0 if unlike else sum([known(name, 0) for name in one_days(told)])
            found = self._tolls[key] = (worth, again, first.counts, later.counts)
        return found[0], found[1]


@cache
def comparer() -> Comparer:
    """Return the comparer with the weights that ship with marsad."""
    return Comparer(Weights.load("link"), Weights.load("link-days"))
