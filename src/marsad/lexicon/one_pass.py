"""One look-up a word for every word list together: where in a report each of them has anything to find.

Every lexicon of forms, and every grammar that starts from certain words, says once what it sees in a word. The words
of a report are then looked up once for all of them, and each is told where it has work: most words say nothing to
anybody, and cost one look-up.

>>> seen = ONE_PASS.add(lambda word: len(word) if word.startswith("قصف") else None)
>>> ONE_PASS.of(("وقال", "قصفت", "المدينه"), seen)
[(1, 4)]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from marsad.arabic.affixes import stems

__all__ = ["ONE_PASS", "OnePass"]

_MEMO_LIMIT = 200_000

Seen = tuple[int, Any]
"""The index of a word, and what a reader sees in it."""


class OnePass(dict[str, tuple[tuple[int, Any], ...]]):
    """What each word seen says to each reader, as (number of the reader, what it sees).

    The last report asked about is kept with its answers, since every stage asks about the same words.
    """

    __slots__ = ("_always", "_by_stem", "_last", "_readers")

    def __init__(self) -> None:
        super().__init__()
        self._readers: list[Callable[[str], Any]] = []
        self._always: tuple[int, ...] = ()
        self._by_stem: dict[str, tuple[int, ...]] = {}
        self._last: tuple[Sequence[str], list[list[Seen]]] = ((), [])

    def add(self, reader: Callable[[str], Any], listed: Iterable[str] | None = None) -> int:
        """Take in a reader and return its number; it gives None for a word that says nothing to it.

        `listed` are the only words that can say anything to it, with or without what is written onto them.
        """
        number = len(self._readers)
        self._readers.append(reader)
        if listed is None:
            self._always = (*self._always, number)
        else:
            known = self._by_stem
            for word in listed:
                known[word] = (*known.get(word, ()), number)
        self._last = ((), [])
        self.clear()
        return number

    def __missing__(self, word: str) -> tuple[tuple[int, Any], ...]:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        asked, known = self._always, self._by_stem
        for stem in stems(word):
            if stem in known:
                asked += known[stem]
        readers = self._readers
        told = [(number, readers[number](word)) for number in dict.fromkeys(asked)]
        seen = self[word] = tuple([pair for pair in told if pair[1] is not None])
        return seen

    def of(self, words: Sequence[str], number: int) -> list[Seen]:
        """Return where a reader sees something, and what, by position."""
        last, seen = self._last
        if words is not last or not seen:
            seen = [[] for _ in self._readers]
            for index, told in enumerate(map(self.__getitem__, words)):
                for reader, value in told:
                    seen[reader].append((index, value))
            if isinstance(words, tuple):  # a list may change
                self._last = (words, seen)
        return seen[number]


ONE_PASS = OnePass()
"""The one that all word lists share."""
