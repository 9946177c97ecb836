"""Candidates, their features, and the best of them by learned weights."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Generic, NamedTuple, TypeVar

from marsad.events.shared import Shared
from marsad.lexicon.weights import Described, Weights
from marsad.model.span import Mention

__all__ = ["Candidate", "Choice", "agreed", "best", "ranked", "shares", "weighed"]

V = TypeVar("V")


class Candidate(NamedTuple, Generic[V]):
    """A value a field may take, the mention that says so (None for a default), and what describes it.

    `usual` are features in groups that come again in many reports, each weighed once; `begun` holds what a candidate
    shares with its rivals behind the opening that makes it the candidate's own ("cat=rebel|" before all that a frame
    tells); `crossed` holds what it shares, and the ending that does.
    """

    value: V
    mention: Mention | None
    own: tuple[str, ...]
    crossed: tuple[tuple[Shared, str], ...] = ()
    usual: tuple[Described, ...] = ()
    begun: tuple[tuple[str, Shared], ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """Every feature, spelt out."""
        return (
            *(feature for describe, values in self.usual for feature in describe(*values)),
            *(f"{start}{feature}" for start, shared in self.begun for feature in shared.features),
            *self.own,
            *(f"{feature}|{ending}" for shared, ending in self.crossed for feature in shared.features),
        )

    def score(self, weights: Weights) -> float:
        """Return the score that weights give the candidate."""
        score = weights.score(self.own)
        if self.usual:
            score += weights.usual(self.usual)
        for start, shared in self.begun:
            score += shared.begun(weights, start)
        for shared, ending in self.crossed:
            score += shared.crossed(weights, ending)
        return score


class Choice(NamedTuple, Generic[V]):
    """The candidate chosen, and the share of probability that its weights give it among its rivals."""

    value: V
    mention: Mention | None
    probability: float


def shares(scores: Sequence[float]) -> list[float]:
    """Return the share of probability of each score: the softmax over them."""
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    total = sum(odds)
    return [one / total for one in odds]


def weighed(weights: Weights, candidates: Sequence[Candidate[V]]) -> list[Choice[V]]:
    """Return every candidate with its probability, in their order."""
    found = shares([candidate.score(weights) for candidate in candidates])
    return [Choice(each.value, each.mention, share) for each, share in zip(candidates, found, strict=True)]


def ranked(weights: Weights, candidates: Sequence[Candidate[V]]) -> list[Choice[V]]:
    """Return every candidate with its probability, the highest first; earlier ones first among equals."""
    return sorted(weighed(weights, candidates), key=lambda choice: -choice.probability)


def best(weights: Weights, candidates: Sequence[Candidate[V]]) -> Choice[V]:
    """Return the candidate with the highest score; the earlier one when two are equal."""
    if len(candidates) == 1:
        return Choice(candidates[0].value, candidates[0].mention, 1.0)
    found = shares([candidate.score(weights) for candidate in candidates])
    most = max(found)
    chosen = candidates[found.index(most)]
    return Choice(chosen.value, chosen.mention, most)


def agreed(choices: Sequence[Choice[V]]) -> Choice[V]:
    """Return the value with the most probability over all choices that say it, in its likeliest words.

    "اليوم" in the headline, "الثلاثاء" in the lead and publication day may all be one day: together they outweigh
    a likelier "أمس".
    """
    shares: dict[V, float] = {}
    for choice in choices:
        shares[choice.value] = shares.get(choice.value, 0.0) + choice.probability
    value = max(shares, key=shares.__getitem__)
    said = max((choice for choice in choices if choice.value == value), key=lambda choice: choice.probability)
    return Choice(value, said.mention, min(shares[value], 1.0))
