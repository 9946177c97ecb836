"""Companions: words beside a trigger that it needs ("أطلق" needs "النار") or that silence it ("حادث سير")."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.triggers.table import Trigger
from marsad.arabic.affixes import splits
from marsad.lexicon.match import Hit

__all__ = ["has_company"]


def has_company(words: Sequence[str], first: int, stop: int, hit: Hit, entry: Trigger) -> bool:
    """Say whether the words around a hit, inside its sentence `first` to `stop`, let the entry fire."""
    if not entry.near and not entry.not_near:
        return True
    low, high = max(first, hit.first - entry.within), min(stop, hit.stop + entry.within)
    around = (*words[low : hit.first], *words[hit.stop : high])
    if entry.not_near and any(_among(word, entry.not_near) for word in around):
        return False
    if not entry.near:
        return True
    if entry.side == "after":
        around = tuple(words[hit.stop : high])
    elif entry.side == "before":
        around = tuple(words[low : hit.first])
    return any(_among(word, entry.near) for word in around)


def _among(word: str, companions: frozenset[str]) -> bool:
    return word in companions or any(rest in companions for _, rest in splits(word))
