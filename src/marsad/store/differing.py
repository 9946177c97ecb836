"""Whose figures differ: of one incident the sources that tell of as many people otherwise than others do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["differing"]

_BOUNDS = ("low", "best", "high")


def differing(record: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the claims that count, by count, where independent sources tell other figures, as the ledger has them.

    >>> told = {"count": "killed", "low": 3, "best": 3, "high": 3, "passed_over": None}
    >>> more = told | {"low": 4, "best": 4, "high": 4}
    >>> list(differing({"ledger": [told, more]}))
    ['killed']
    >>> differing({"ledger": [told, told, more | {"passed_over": "copy of x"}]})
    {}
    """
    standing: dict[str, list[dict[str, Any]]] = {}
    for claim in record.get("ledger") or ():
        if claim.get("count") and claim.get("passed_over") is None:
            standing.setdefault(claim["count"], []).append(claim)
    return {
        count: claims
        for count, claims in standing.items()
        if len({tuple(claim.get(bound) for bound in _BOUNDS) for claim in claims}) > 1
    }
