"""The one matcher: lexicon forms found in folded words, behind clitics, longest first.

>>> matcher = Matcher([("قصف مدفعي", "fixed", "shelling"), ("القصف", "fixed", "definite")])
>>> [(hit.first, hit.stop, hit.payload) for hit in matcher.find(("وبالقصف", "المدفعي"))]
[(0, 2, 'shelling'), (0, 1, 'definite')]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from marsad.arabic.affixes import splits
from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold
from marsad.lexicon.one_pass import ONE_PASS

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


class Matcher(Generic[P]):
    """Finds forms in words. A form written with ال wants the article; one without accepts both.

    `forms` gives (form, pos, payload); pos is "verb", "noun" or "fixed" and decides inflection and clitics.
    Cost: one dictionary look-up a word, whatever the size of the lexicon, and the same one for all lexicons.
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
        self._number = ONE_PASS.add(self._memo.__getitem__, buckets)

    def __contains__(self, word: str) -> bool:
        """Say whether any form starts with this folded word."""
        return self._memo[word] is not None

    def find(self, words: Sequence[str], first: int = 0, stop: int | None = None) -> list[Hit]:
        """Return every hit in words `first` to `stop`, by position, longest and fewest clitics first."""
        hits: list[Hit] = []
        end = len(words) if stop is None else stop
        memo, openers = self._memo, ONE_PASS.of(words, self._number)
        if openers and (first > openers[0] or end <= openers[-1]):
            openers = openers[bisect_left(openers, first) : bisect_left(openers, end)]
        for index in openers:
            starts = memo[words[index]]
            if starts is None:
                continue
            alone, longer = starts
            following = index + 1
            if longer and following < end and (forms := longer.get(words[following])) is not None:
                found = [
                    Hit(index, following + 1 + len(rest), payload, proclitics)
                    for proclitics, rest, payload in forms
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
