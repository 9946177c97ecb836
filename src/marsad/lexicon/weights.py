"""Learned weights as data: what each feature adds to the log-odds of a decision, and where that was learned.

A model is a JSON file in `resources/models`: name, kind ("binary" or "ranker"), bias, weights by feature and a
card (data, date, figures of cross-validation). Scoring needs nothing but the standard library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache
from itertools import repeat
from math import exp
from operator import itemgetter
from pathlib import Path
from typing import Any

from marsad.errors import ResourceError
from marsad.frozen import dataclass
from marsad.lexicon.load import RESOURCES, digest_of, read_block, read_compiled
from marsad.lexicon.table import Table, packed

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


class _Endings(dict[str, float]):
    """What each ending met so far adds behind one start."""

    __slots__ = ("start", "weights")

    def __init__(self, weights: Mapping[str, float], start: str) -> None:
        super().__init__()
        self.weights, self.start = weights, start

    def __missing__(self, ending: str) -> float:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        added = self[ending] = self.weights.get(self.start + ending, 0.0)
        return added


class _Rows(dict[str, tuple[float, ...] | None]):
    """What each feature met so far adds, joined to each of some names; None where it adds nothing with any.

    What candidates share is joined to a name of each: it is looked up once for all names. `columns` gives the name's
    weight of a row.
    """

    __slots__ = ("borders", "columns", "weights")

    def __init__(self, weights: Mapping[str, float], borders: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.weights, self.borders = weights, borders
        self.columns = {name: itemgetter(number) for number, name in enumerate(borders)}

    def __missing__(self, feature: str) -> tuple[float, ...] | None:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        known = self.weights.get
        row = tuple([known(before + feature + behind, 0.0) for before, behind in self.borders.values()])
        found = self[feature] = row if any(row) else None
        return found

    def wider(self, name: str, before: str, behind: str) -> _Rows:
        """Return rows of one more name, those known already among them."""
        made = _Rows(self.weights, {**self.borders, name: (before, behind)})
        known, noughts = self.weights.get, (0.0,) * len(self.borders)
        for feature, row in self.items():
            added = known(before + feature + behind, 0.0)
            made[feature] = (*(row or noughts), added) if row or added else None
        return made


class Joined(dict[str, float]):
    """What some features add, joined to each name that is asked for: in front of its opening, or behind its ending."""

    __slots__ = ("_features", "_find", "_found", "_rows")

    def __init__(self, features: Iterable[str], find: Callable[[str], _Rows]) -> None:
        super().__init__()
        self._features, self._find = features, find
        self._rows: _Rows | None = None

    def __missing__(self, name: str) -> float:
        rows = self._find(name)
        if rows is not self._rows:
            self._rows, self._found = rows, list(filter(None, map(rows.__getitem__, self._features)))
        added = self[name] = sum(map(rows.columns[name], self._found), 0.0)
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
    _joined: dict[str, _Rows] = field(default_factory=dict, init=False, repr=False, compare=False)
    _begun: dict[str, _Endings] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self._told(), ensure_ascii=False, sort_keys=True, indent=0)
        file.write_text(text + "\n", encoding="utf-8")

    def _told(self, without: str = "") -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("name", "kind", "bias", "card", "weights") if name != without}

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

    def added_to(self, score: float, start: str, endings: Iterable[str]) -> float:
        """Return a score plus the weights of features that begin alike ("w=قصف", "w=مدفعي"), none of them spelt out."""
        known = self._begun.get(start)
        if known is None:
            known = self._begun[start] = _Endings(self.weights, start)
        return sum(map(known.__getitem__, endings), score)

    def crossed(self, shared: Sequence[str]) -> Joined:
        """Return what features add before each ending that is asked for: "m=air|Battles".

        What candidates share is crossed with each of them: most of it has no weight.
        """
        return Joined(shared, self._crossing)

    def begun(self, shared: Sequence[str]) -> Joined:
        """Return what features add behind each start that is asked for: "cat=rebel|armed1"."""
        return Joined(shared, self._beginning)

    def _crossing(self, ending: str) -> _Rows:
        return self._rows("crossed", ending, "", f"|{ending}")

    def _beginning(self, start: str) -> _Rows:
        return self._rows("begun", start, start, "")

    def _rows(self, joined: str, name: str, before: str, behind: str) -> _Rows:
        rows = self._joined.setdefault(joined, _Rows(self.weights, {}))
        if name not in rows.columns:
            rows = self._joined[joined] = rows.wider(name, before, behind)
        return rows

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
    file = folder / "models" / f"{name}.json"
    if not file.is_file():
        return Weights.read(file)  # which says what is wrong
    digest = digest_of([file])
    told = read_compiled(f"told-{name}", digest, lambda: Weights.read(file)._told(without="weights"))  # noqa: SLF001
    block = read_block(f"model-{name}", digest, lambda: packed(Weights.read(file).weights))
    return Weights(weights=Table(block), **told)
