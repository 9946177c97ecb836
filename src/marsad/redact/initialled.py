"""Initials that stand before the name they belong to: "ب. عبد الحق" in news of the Maghreb."""

from __future__ import annotations

from dataclasses import replace

from marsad.redact.beside import TITLE_LETTERS
from marsad.redact.named import Named
from marsad.redact.tokens import Tokens

__all__ = ["with_initial"]

_AND = 2
_NAMES = frozenset(("given", "word", "family"))


def with_initial(tokens: Tokens, named: Named) -> Named:
    """Return a private person with the initial of the family that stands before the name, if one does."""
    at = named.first - 1
    if named.kind is None or at < 0 or tokens.stems[named.first][0] or tokens.gaps[named.first] not in (".", ". "):
        return named
    word = tokens.words[at]
    letter = word[1:] if len(word) == _AND and word[0] == "و" else word
    if len(letter) != 1 or not letter.isalpha() or letter in TITLE_LETTERS or _ends_a_name(tokens, at):
        return named
    return replace(named, first=at, names=(letter, *named.names))


def _ends_a_name(tokens: Tokens, at: int) -> bool:
    """Say whether an initial belongs to a name before it: "شادي م."."""
    return at > 0 and len(tokens.words[at]) == 1 and tokens.joined(at) and tokens.rank(at - 1) in _NAMES
