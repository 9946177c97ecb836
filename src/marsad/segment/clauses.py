"""Connectives at which a sentence parts into clauses that can each hold an act."""

from __future__ import annotations

from functools import cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries

__all__ = ["connectives"]


@cache
def connectives() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the first folded word of each connective, and what must follow it: "في" by ("سياق", "متصل")."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries("connectives"):
        for form in entry.forms:
            first, *rest = fold(form).split()
            found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}
