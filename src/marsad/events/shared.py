"""What the candidates of one choice share: weighed once, however many have it."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.lexicon.weights import Joined, Weights

__all__ = ["Shared"]


class Shared:
    """Features of a frame that each candidate joins to an opening or to an ending of its own.

    Candidates with the same opening ("cat=rebel|" before "armed1") or ending ("|Battles") add the same. Models are told
    apart by what they are, not by what they hold.
    """

    __slots__ = ("_begun", "_crossed", "features")

    def __init__(self, features: Iterable[str]) -> None:
        self.features = tuple(features)
        self._begun: dict[int, Joined] = {}
        self._crossed: dict[int, Joined] = {}

    def begun(self, weights: Weights, start: str) -> float:
        """Return what the features add behind an opening."""
        added = self._begun.get(id(weights))
        if added is None:
            added = self._begun[id(weights)] = weights.begun(self.features)
        return added[start]

    def crossed(self, weights: Weights, ending: str) -> float:
        """Return what the features add before "|" and an ending."""
        added = self._crossed.get(id(weights))
        if added is None:
            added = self._crossed[id(weights)] = weights.crossed(self.features)
        return added[ending]
