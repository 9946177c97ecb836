"""One look-up a word for every word list together: where in a report each of them has anything to find.

Every lexicon of forms, and every grammar that starts from certain words, says once what it sees in a word. The words
of a report are then looked up once for all of them, and each is told where it has work: most words say nothing to
anybody, and cost one look-up.

>>> reader = ONE_PASS.add(lambda word: word.startswith("قصف"))
>>> ONE_PASS.of(("وقال", "قصفت", "المدينه"), reader)
[1]
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from marsad.arabic.affixes import stems

__all__ = ["ONE_PASS", "OnePass"]

_MEMO_LIMIT = 200_000
_LONG = 5_000
"""Lists of so many words are asked one by one: to put them together takes longer than a short run asks."""


class OnePass(dict[str, tuple[int, ...]]):
    """The numbers of the readers that each word seen says something to.

    The last report asked about is kept with its answers, since every stage asks about the same words.
    """

    __slots__ = ("_always", "_by_stem", "_last", "_long", "_readers")

    def __init__(self) -> None:
        super().__init__()
        self._readers: list[Callable[[str], object]] = []
        self._always: tuple[int, ...] = ()
        self._by_stem: dict[str, tuple[int, ...]] = {}
        self._long: list[tuple[Mapping[str, object], int]] = []
        self._last: tuple[Sequence[str], list[list[int]]] = ((), [])

    def add(self, reader: Callable[[str], object], listed: Collection[str] | None = None) -> int:
        """Take in a reader and return its number; what it gives is true of a word that says something to it.

        `listed` are the only words that can say anything to it, with or without what is written onto them.
        """
        number = len(self._readers)
        self._readers.append(reader)
        if listed is None:
            self._always = (*self._always, number)
        elif len(listed) > _LONG and isinstance(listed, Mapping):
            self._long.append((listed, number))
        else:
            known = self._by_stem
            fresh: dict[str, tuple[int, ...]] = dict.fromkeys(listed, (number,))
            for word in known.keys() & fresh.keys():
                fresh[word] = (*known[word], number)
            known.update(fresh)
        self._last = ((), [])
        for word in self:  # those looked up before
            if (listed is None or any(map(listed.__contains__, stems(word)))) and reader(word):
                self[word] = (*self[word], number)
        return number

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        asked, known = self._always, self._by_stem
        for stem in stems(word):
            if stem in known:
                asked += known[stem]
            for listed, number in self._long:
                if listed.get(stem) is not None:
                    asked += (number,)
        readers = self._readers
        told = self[word] = tuple([number for number in dict.fromkeys(asked) if readers[number](word)])
        return told

    def of(self, words: Sequence[str], number: int) -> list[int]:
        """Return the places of the words that say something to a reader."""
        last, places = self._last
        if words is not last or not places:
            places = [[] for _ in self._readers]
            for index, told in enumerate(map(self.__getitem__, words)):
                for reader in told:
                    places[reader].append(index)
            if isinstance(words, tuple):  # a list may change
                self._last = (words, places)
        return places[number]


ONE_PASS = OnePass()
"""The one that all word lists share."""
