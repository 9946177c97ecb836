"""Initials that stand before the name they belong to: "ب. عبد الحق" in news of the Maghreb."""

from __future__ import annotations

from dataclasses import replace

from marsad.redact.beside import TITLE_LETTERS
from marsad.redact.lastnames import behind_an_initial
from marsad.redact.named import Named
from marsad.redact.tokens import Tokens

__all__ = ["with_initial"]

_AND = 2
_NAMES = frozenset(("given", "word", "family"))


def with_initial(tokens: Tokens, named: Named) -> Named:
    """Return a private person with the initial of the family that stands before the name, if one does."""
    named = _with_a_family(tokens, named)
    at = named.first - 1
    if named.kind is None or at < 0 or tokens.stems[named.first][0] or tokens.gaps[named.first] not in (".", ". "):
        return named
    word = tokens.words[at]
    letter = word[1:] if len(word) == _AND and word[0] == "و" else word
    titled = letter in TITLE_LETTERS and (named.stop - named.first > 1 or letter == "د")
    if len(letter) != 1 or not letter.isalpha() or titled or _ends_a_name(tokens, at):
        return named
    return replace(named, first=at, names=(letter, *named.names))


def _with_a_family(tokens: Tokens, named: Named) -> Named:
    """Return a private person with the family name behind the initial that ends the name: "حازم ع. التركي"."""
    at = named.stop
    lettered = named.kind is not None and len(tokens.words[at - 1]) == 1 and named.stop - named.first > 1
    if not lettered or not behind_an_initial(tokens, at) or not tokens.words[at].startswith("ال"):
        return named
    return replace(named, stop=at + 1, names=(*named.names, tokens.words[at]))


def _ends_a_name(tokens: Tokens, at: int) -> bool:
    """Say whether an initial belongs to a name before it: "شادي م."."""
    return at > 0 and len(tokens.words[at]) == 1 and tokens.joined(at) and tokens.rank(at - 1) in _NAMES
