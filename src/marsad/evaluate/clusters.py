"""How well a grouping of things agrees with a grouping by hand: B-cubed, and pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

__all__ = ["Agreed", "b_cubed", "pairwise"]

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Precision and recall of a grouping."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(made: Mapping[Thing, Hashable], gold: Mapping[Thing, Hashable]) -> Agreed:
    """Return B-cubed precision and recall of the things that the gold groups (Bagga and Baldwin 1998).

    Of each thing: what part of its group belongs to its gold group (precision), and the other way round (recall).
    Things that the gold leaves out are passed over, as are groups made of them alone.

    >>> round(b_cubed({1: "x", 2: "x", 3: "x"}, {1: "a", 2: "a", 3: "b"}).precision, 3)
    0.556
    """
    things = list(gold)
    both = Counter((made[thing], gold[thing]) for thing in things)
    ours = Counter(made[thing] for thing in things)
    theirs = Counter(gold[thing] for thing in things)
    count = max(1, len(things))
    precision = sum(both[made[thing], gold[thing]] / ours[made[thing]] for thing in things) / count
    recall = sum(both[made[thing], gold[thing]] / theirs[gold[thing]] for thing in things) / count
    return Agreed(precision=precision, recall=recall)


def pairwise(made: Mapping[Thing, Hashable], gold: Mapping[Thing, Hashable]) -> Agreed:
    """Return precision and recall of the pairs that are put together; 1 where there is no pair.

    >>> pairwise({1: "x", 2: "x", 3: "y"}, {1: "a", 2: "a", 3: "a"})
    Agreed(precision=1.0, recall=0.3333333333333333)
    """
    both = Counter((made[thing], group) for thing, group in gold.items())
    right = _pairs(both)
    put, wanted = _pairs(Counter(made[thing] for thing in gold)), _pairs(Counter(gold.values()))
    return Agreed(precision=right / put if put else 1.0, recall=right / wanted if wanted else 1.0)


def _pairs(sizes: Mapping[Any, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())
