"""The one matcher: lexicon forms found in folded words, behind clitics, longest first.

>>> matcher = Matcher([("قصف مدفعي", "fixed", "shelling"), ("القصف", "fixed", "definite")])
>>> [(hit.first, hit.stop, hit.payload) for hit in matcher.find(("وبالقصف", "المدفعي"))]
[(0, 2, 'shelling'), (0, 1, 'definite')]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from marsad.arabic.affixes import splits, stems
from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold

__all__ = ["Hit", "Matcher", "longest"]

P = TypeVar("P", bound=Hashable)

_VERB_CLITICS = frozenset(("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل", "لل"))
_NOUN_CLITICS = frozenset(
    before + preposition + article
    for before in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
    for article in ("", "ال", "ل")
)


class Hit(NamedTuple):
    """Words `first` to `stop` (excluded) carry `payload`; `proclitics` stood before the first word."""

    first: int
    stop: int
    payload: object
    proclitics: str


_Starts = tuple[tuple[tuple[str, object], ...], dict[str, tuple[tuple[str, tuple[str, ...], object], ...]]]
"""The forms of one word that a word may be, fewest clitics first; and the longer ones, by second word."""

_Buckets = dict[str, tuple[tuple[tuple[str, ...], bool, object], ...]]
"""First word to (following words, is verb, payload): tuples, which the collector of garbage passes over."""

_MEMO_LIMIT = 200_000


class _Memo(dict[str, _Starts | None]):
    """What may start at each word seen; a word is worked out when it is first asked for."""

    __slots__ = ("buckets",)

    def __init__(self, buckets: _Buckets) -> None:
        super().__init__()
        self.buckets = buckets

    def __missing__(self, word: str) -> _Starts | None:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        starts = self[word] = _starts(word, self.buckets)
        return starts


def _starts(word: str, buckets: _Buckets) -> _Starts | None:
    alone: list[tuple[str, object]] = []
    longer: dict[str, list[tuple[str, tuple[str, ...], object]]] = {}
    for proclitics, stem in splits(word):
        for rest, is_verb, payload in buckets.get(stem, ()):
            if proclitics not in (_VERB_CLITICS if is_verb else _NOUN_CLITICS):
                continue
            if not rest:
                alone.append((proclitics, payload))
                continue
            for second in (rest[0], "ال" + rest[0]):
                longer.setdefault(second, []).append((proclitics, rest[1:], payload))
    alone.sort(key=lambda one: len(one[0]))
    if not alone and not longer:
        return None
    return tuple(alone), {second: tuple(forms) for second, forms in longer.items()}


class _Openers(dict[str, tuple[int, ...]]):
    """Which matchers have a form that each word seen may open: one look-up a word for all lexicons together.

    The last report asked about is kept with its openers, since every annotator asks about the same words.
    """

    __slots__ = ("count", "first_words", "last")

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.first_words: dict[str, tuple[int, ...]] = {}
        self.last: tuple[Sequence[str], list[list[int]]] = ((), [])

    def add(self, first_words: Iterable[str]) -> int:
        """Take in the first words of a new matcher and return its number."""
        number, known = self.count, self.first_words
        for word in first_words:
            known[word] = (*known.get(word, ()), number)
        self.count += 1
        self.last = ((), [])
        self.clear()
        return number

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        known = self.first_words
        found: tuple[int, ...] = ()
        for stem in stems(word):
            if stem in known:
                found += known[stem]
        numbers = self[word] = tuple(dict.fromkeys(found)) if found else found
        return numbers

    def of(self, words: Sequence[str], number: int) -> list[int]:
        """Return the words at which a form of a matcher may start."""
        last, openers = self.last
        if words is not last or not openers:
            openers = [[] for _ in range(self.count)]
            for index, numbers in enumerate(map(self.__getitem__, words)):
                for opened in numbers:
                    openers[opened].append(index)
            if isinstance(words, tuple):  # a list may change
                self.last = (words, openers)
        return openers[number]


_OPENERS = _Openers()


class Matcher(Generic[P]):
    """Finds forms in words. A form written with ال wants the article; one without accepts both.

    `forms` gives (form, pos, payload); pos is "verb", "noun" or "fixed" and decides inflection and clitics.
    Cost: one dictionary look-up a word, whatever the size of the lexicon.
    """

    __slots__ = ("_memo", "_number")

    def __init__(self, forms: Iterable[tuple[str, str, P]]) -> None:
        buckets: dict[str, list[tuple[tuple[str, ...], bool, object]]] = {}
        seen: set[tuple[str, bool, P]] = set()
        for form, pos, payload in forms:
            for made in inflections(fold(form), pos):
                if (made, pos == "verb", payload) in seen:
                    continue
                seen.add((made, pos == "verb", payload))
                first, *rest = made.replace("_", " ").split()
                buckets.setdefault(first, []).append((tuple(rest), pos == "verb", payload))
        self._memo = _Memo({first: tuple(found) for first, found in buckets.items()})
        self._number = _OPENERS.add(buckets)

    def __contains__(self, word: str) -> bool:
        """Say whether any form starts with this folded word."""
        return self._memo[word] is not None

    def find(self, words: Sequence[str], first: int = 0, stop: int | None = None) -> list[Hit]:
        """Return every hit in words `first` to `stop`, by position, longest and fewest clitics first."""
        hits: list[Hit] = []
        end = len(words) if stop is None else stop
        memo, openers = self._memo, _OPENERS.of(words, self._number)
        if openers and (first > openers[0] or end <= openers[-1]):
            openers = openers[bisect_left(openers, first) : bisect_left(openers, end)]
        for index in openers:
            starts = memo[words[index]]
            if starts is None:
                continue
            alone, longer = starts
            following = index + 1
            if longer and following < end:
                found = [
                    Hit(index, following + 1 + len(rest), payload, proclitics)
                    for proclitics, rest, payload in longer.get(words[following], ())
                    if not rest or _follows(words, following + 1, end, rest)
                ]
                if len(found) > 1:
                    found.sort(key=lambda hit: (-hit.stop, len(hit.proclitics)))
                hits += found
            if alone:
                hits += [Hit(index, following, payload, proclitics) for proclitics, payload in alone]
        return hits


def _follows(words: Sequence[str], index: int, end: int, rest: tuple[str, ...]) -> bool:
    """Say whether `rest` stands from word `index` on; a word listed without ال may have it."""
    if index + len(rest) > end:
        return False
    for offset, wanted in enumerate(rest):
        word = words[index + offset]
        if word != wanted and word != "ال" + wanted:
            return False
    return True


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Keep the longest hit at each place, left to right, none overlapping another."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.stop, len(hit.proclitics))):
        if not kept or hit.first >= kept[-1].stop:
            kept.append(hit)
    return kept
