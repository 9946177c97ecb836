"""Words of a document to pieces: names and the words around them, longest first, none overlapping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.actors.registry import Word, after, beside, meaning, near, pick
from marsad.lexicon.actors import Alias, RegisteredActor
from marsad.lexicon.match import Hit

__all__ = ["Piece", "pieces"]

Names = tuple[tuple[RegisteredActor, Alias], ...]

_HOME = "SY"
"""Where a report plays that tells no country."""


class Piece(NamedTuple):
    """Words `first` to `stop` and all they may mean: names of actors, and words by role."""

    first: int
    stop: int
    proclitics: str
    names: Names
    roles: dict[str, Word]

    def named(self, day: date | None, country: str | None) -> RegisteredActor | None:
        """Return the actor it names on a day and in a country."""
        return pick(self.names, day, country) if self.names else None


@lru_cache(maxsize=50_000)
def _meanings(payloads: tuple[object, ...], country: str | None) -> tuple[Names, dict[str, Word], bool]:
    """Return names, words by role, and whether a name needs companions, of forms that stand at one place."""
    names: list[tuple[RegisteredActor, Alias]] = []
    roles: dict[str, Word] = {}
    for payload in payloads:
        item, alias, word = meaning(payload)
        if word is not None:
            roles.setdefault(word.role, word)
        elif item is not None and alias is not None and (not alias.where or country is None or country in alias.where):
            names.append((item, alias))
    if country is None and "generic" in roles:  # "الشرطة" is not Iran's because only Iran's may be called so alone
        names = [pair for pair in names if not pair[1].where or _HOME in pair[1].where]
    return tuple(names), roles, any(alias.near or alias.beside or alias.not_after for _, alias in names)


def pieces(words: tuple[str, ...], hits: Sequence[Hit], country: str | None) -> list[Piece]:
    """Return the pieces of a document, left to right, from the hits of the one matcher.

    At each place the longest form wins: inside "كتائب حزب الله" there is no "حزب الله".
    """
    found: list[Piece] = []
    stop = index = 0
    total = len(hits)
    while index < total:
        first, end, _, proclitics = hits[index]
        until = index + 1
        while until < total and hits[until].first == first and hits[until].stop == end:
            until += 1
        if first >= stop:
            names, roles, picky = _meanings(tuple([hit.payload for hit in hits[index:until]]), country)
            if picky:
                names = tuple([pair for pair in names if _in_company(words, first, end, pair[1])])
            if names or roles:
                found.append(Piece(first, end, proclitics, names, roles))
                stop = end
        index = until
    return found


def _in_company(words: tuple[str, ...], first: int, stop: int, alias: Alias) -> bool:
    """Say whether the companion words that an alias asks for are there, and none that silences it."""
    if alias.not_after and after(words, first, alias.not_after):
        return False
    if alias.near and not near(words, first, stop, alias.near):
        return False
    return not alias.beside or beside(words, alias.beside)
