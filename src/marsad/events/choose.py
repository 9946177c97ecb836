"""Candidates, their features, and the best of them by learned weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Generic, TypeVar

from marsad.lexicon.weights import Weights
from marsad.model.span import Mention

__all__ = ["Candidate", "Choice", "best", "ranked"]

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[V]):
    """A value a field may take, the mention that says so (None for a default), and its features."""

    value: V
    mention: Mention | None
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """The candidate chosen, and the share of probability that its weights give it among its rivals."""

    value: V
    mention: Mention | None
    probability: float
    features: tuple[str, ...]


def ranked(weights: Weights, candidates: Sequence[Candidate[V]]) -> list[Choice[V]]:
    """Return every candidate with its probability, the highest first; earlier ones first among equals."""
    scores = [weights.score(candidate.features) for candidate in candidates]
    top = max(scores)
    total = sum(exp(score - top) for score in scores)
    choices = [
        Choice(candidate.value, candidate.mention, exp(score - top) / total, candidate.features)
        for candidate, score in zip(candidates, scores, strict=True)
    ]
    return sorted(choices, key=lambda choice: -choice.probability)


def best(weights: Weights, candidates: Sequence[Candidate[V]]) -> Choice[V]:
    """Return the candidate with the highest score; the earlier one when two are equal."""
    return ranked(weights, candidates)[0]
