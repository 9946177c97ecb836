"""Words of a document to pieces: names and the words around them, longest first, none overlapping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from marsad.annotate.actors.registry import Word, matcher, meaning, near, pick
from marsad.lexicon.actors import Alias, RegisteredActor

__all__ = ["Piece", "pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `first` to `stop` and all they may mean: names of actors, and words by role."""

    first: int
    stop: int
    proclitics: str
    names: tuple[tuple[RegisteredActor, Alias], ...]
    words: tuple[Word, ...]

    def word(self, *roles: str) -> Word | None:
        """Return the first of its words with one of these roles."""
        return next((word for word in self.words if word.role in roles), None)

    def named(self, day: date | None, country: str | None) -> RegisteredActor | None:
        """Return the actor it names on a day and in a country."""
        return pick(self.names, day, country) if self.names else None


def pieces(words: tuple[str, ...], country: str | None) -> list[Piece]:
    """Return the pieces of a document, left to right.

    At each place the longest form wins: inside "كتائب حزب الله" there is no "حزب الله".
    """
    found: list[Piece] = []
    stop = 0
    for first, group in groupby(matcher().find(words), key=attrgetter("first")):
        if first < stop:
            continue
        hits = list(group)
        while hits:
            end = hits[0].stop
            names: list[tuple[RegisteredActor, Alias]] = []
            around: list[Word] = []
            for hit in hits:
                if hit.stop != end:
                    break
                item, alias, word = meaning(hit.payload)
                if word is not None:
                    around.append(word)
                elif (
                    item is not None
                    and alias is not None
                    and not (alias.where and country is not None and country not in alias.where)
                    and (not alias.near or near(words, first, end, alias.near))
                ):
                    names.append((item, alias))
            if names or around:
                found.append(Piece(first, end, hits[0].proclitics, tuple(names), tuple(around)))
                stop = end
                break
            hits = [hit for hit in hits if hit.stop < end]
    return found
