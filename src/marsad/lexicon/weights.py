"""Learned weights as data: what each feature adds to the log-odds of a decision, and where that was learned.

A model is a JSON file in `resources/models`: name, kind ("binary" or "ranker"), bias, weights by feature and a
card (data, date, figures of cross-validation). Scoring needs nothing but the standard library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path
from typing import Any

from marsad.errors import ResourceError
from marsad.lexicon.load import RESOURCES

__all__ = ["Contribution", "Described", "Features", "Weights"]

Features = Iterable[str] | dict[str, float]
"""Features that are present ("head=shelling"), or features with a value each. One named twice counts twice."""

Described = tuple[Callable[..., tuple[str, ...]], tuple[Hashable, ...]]
"""Features by what spells them out and the few values that it is given: such a group comes again in every report."""

_NOUGHTS = repeat(0.0)
_MEMO_LIMIT = 50_000

Contribution = tuple[str, float]
"""A feature and what it added to the score."""


class _Groups(dict[Described, float]):
    """What each group of features met so far adds."""

    __slots__ = ("weights",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, group: Described) -> float:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        describe, values = group
        added = self[group] = sum(map(self.weights.get, describe(*values), _NOUGHTS), 0.0)
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One learned decision.

    Of a binary decision `score` is the log-odds and `probability` its logistic; of a ranker scores compare
    the candidates of one choice, and the softmax over them is the share of each.
    """

    name: str
    weights: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0
    kind: str = "binary"
    card: Mapping[str, Any] = field(default_factory=dict)
    _groups: _Groups = field(init=False, repr=False, compare=False)
    _by_ending: dict[str, dict[str, float]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_start: dict[str, dict[str, float]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the memo of groups, which looks weights up by itself."""
        object.__setattr__(self, "_groups", _Groups(self.weights))

    @classmethod
    def load(cls, name: str, folder: Path = RESOURCES) -> Weights:
        """Return the weights of `resources/models/<name>.json`; read once.

        Raises ResourceError when the file is missing or holds something else.
        """
        return _load(name, folder)

    @classmethod
    def read(cls, file: Path) -> Weights:
        """Read a model file."""
        try:
            value = json.loads(file.read_text(encoding="utf-8"))
            return cls(
                name=str(value["name"]),
                weights={str(feature): float(weight) for feature, weight in value["weights"].items()},
                bias=float(value["bias"]),
                kind=str(value["kind"]),
                card=dict(value["card"]),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ResourceError(
                f"This is no model file: {error!r}.",
                file=str(file),
                remedy="Reinstall marsad, or train the model again (evaluation/train).",
            ) from error

    def write(self, file: Path) -> None:
        """Write a model file: sorted keys, one weight a line, so that a change shows in review."""
        value = {
            "name": self.name,
            "kind": self.kind,
            "bias": self.bias,
            "card": self.card,
            "weights": self.weights,
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=0)
        file.write_text(text + "\n", encoding="utf-8")

    def score(self, features: Features, start: float | None = None) -> float:
        """Return bias plus the weights of the features; a feature never seen in training adds nothing.

        `start` stands for the bias where a part of the score is known.
        """
        known = self.weights.get
        if start is None:
            start = self.bias
        if isinstance(features, dict):
            return sum([known(feature, 0.0) * value for feature, value in features.items()], start)
        return sum(map(known, features, _NOUGHTS), start)

    def each(self, groups: Iterable[Described]) -> list[float]:
        """Return what each group of features adds; a group is spelt out when it is first met."""
        return list(map(self._groups.__getitem__, groups))

    def usual(self, groups: Iterable[Described]) -> float:
        """Return what groups of features add together."""
        return sum(map(self._groups.__getitem__, groups))

    def added(self, score: float, shared: Iterable[str], ending: str) -> float:
        """Return a score plus the weights of the shared features, each joined to an ending ("m=air|Battles").

        What candidates share is crossed with each of them: most of it has no weight, and is never spelt out.
        """
        if not self._by_ending:
            for feature, weight in self.weights.items():
                start, _, end = feature.rpartition("|")
                self._by_ending.setdefault(end, {})[start] = weight
        known = self._by_ending.get(ending)
        return score if known is None else sum(map(known.get, shared, _NOUGHTS), score)

    def added_to(self, score: float, start: str, endings: Iterable[str]) -> float:
        """Return a score plus the weights of features that begin alike ("w=قصف", "w=مدفعي"), none of them spelt out.

        `start` ends in "=" or "|", and no ending holds either sign.
        """
        if not self._by_start:
            for feature, weight in self.weights.items():
                cut = max(feature.rfind("="), feature.rfind("|")) + 1
                self._by_start.setdefault(feature[:cut], {})[feature[cut:]] = weight
        known = self._by_start.get(start)
        return score if known is None else sum(map(known.get, endings, _NOUGHTS), score)

    def probability(self, features: Features) -> float:
        """Return the logistic of the score."""
        return self.logistic(self.score(features))

    @staticmethod
    def logistic(score: float) -> float:
        """Return the probability of log-odds."""
        if score >= 0:
            return 1 / (1 + exp(-score))
        odds = exp(score)
        return odds / (1 + odds)

    def top(self, features: Features, n: int = 5) -> list[Contribution]:
        """Return the `n` features that moved the score most, either way, the largest first."""
        added: dict[str, float] = {}
        pairs = features.items() if isinstance(features, dict) else ((feature, 1.0) for feature in features)
        for feature, value in pairs:
            if feature in self.weights:
                added[feature] = added.get(feature, 0.0) + self.weights[feature] * value
        return sorted(added.items(), key=lambda item: (-abs(item[1]), item[0]))[:n]


@cache
def _load(name: str, folder: Path) -> Weights:
    return Weights.read(folder / "models" / f"{name}.json")
