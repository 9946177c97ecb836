"""The one matcher: lexicon forms found in folded words, behind clitics, longest first.

>>> matcher = Matcher([("قصف مدفعي", "fixed", "shelling"), ("القصف", "fixed", "definite")])
>>> [(hit.first, hit.stop, hit.payload) for hit in matcher.find(("وبالقصف", "المدفعي"))]
[(0, 2, 'shelling'), (0, 1, 'definite')]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from marsad.arabic.affixes import splits
from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold
from marsad.lexicon.load import read_listed
from marsad.lexicon.one_pass import ONE_PASS

__all__ = ["Hit", "Matcher", "longest"]

P = TypeVar("P", bound=Hashable)

_VERB_CLITICS = frozenset(("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل", "لل"))
_SPOKEN_CLITICS = frozenset(("ب", "وب", "فب"))
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


_hit: Callable[[tuple[int, int, object, str]], Hit] = partial(tuple.__new__, Hit)
"""Makes a hit of its fields in half the time: a text has a hundred words that may be something."""

_Table = tuple[tuple[object, ...], dict[str, tuple[tuple[tuple[str, ...], object], ...]]]
"""What the forms of one first word carry: those of it alone, and longer ones by second word with what follows it."""

_Starts = tuple[tuple[str, _Table], ...]
"""What a word may start, fewest clitics first: the clitics, and the forms of what is left."""

_Listed = Mapping[str, str]
"""First word to its forms, a line each: the words that follow, v or n, the number of the payload, parted by tabs."""

_MEMO_LIMIT = 200_000


class _Memo(dict[str, _Starts | None]):
    """What may start at each word seen; a word is worked out when it is first asked for.

    All words that leave the same forms ("قوات", "والقوات") share one table of them: some first words have hundreds.
    """

    __slots__ = ("listed", "payloads", "tables")

    def __init__(self, listed: _Listed, payloads: Sequence[object]) -> None:
        super().__init__()
        self.listed, self.payloads = listed, payloads
        self.tables: dict[tuple[str, bool, bool], _Table] = {}

    def __missing__(self, word: str) -> _Starts | None:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        starts = self[word] = self._starts(word) or None
        return starts

    def _starts(self, word: str) -> _Starts:
        found: list[tuple[str, _Table]] = []
        for proclitics, stem in splits(word):
            forms = self.listed.get(stem)
            if forms is None:
                continue
            spoken = proclitics in _SPOKEN_CLITICS and stem.startswith("ي")  # "بيقصف"
            table = self._table(forms, spoken or proclitics in _VERB_CLITICS, proclitics in _NOUN_CLITICS)
            if any(table):
                found.append((proclitics, table))
        found.sort(key=lambda one: len(one[0]))
        return tuple(found)

    def _table(self, forms: str, verbs: bool, nouns: bool) -> _Table:
        """Return the forms that may stand behind such clitics."""
        found = self.tables.get((forms, verbs, nouns))
        if found is not None:
            return found
        alone: list[object] = []
        longer: dict[str, list[tuple[tuple[str, ...], object]]] = {}
        for form in forms.split("\n"):
            following, kind, number = form.split("\t")
            if not (verbs if kind == "v" else nouns):
                continue
            rest, payload = tuple(following.split()), self.payloads[int(number)]
            if not rest:
                alone.append(payload)
                continue
            for second in (rest[0], "ال" + rest[0]):
                longer.setdefault(second, []).append((rest[1:], payload))
        found = tuple(alone), {second: tuple(rests) for second, rests in longer.items()}
        self.tables[forms, verbs, nouns] = found
        return found


class Matcher(Generic[P]):
    """Finds forms in words. A form written with ال wants the article; one without accepts both.

    `forms` gives (form, pos, payload); pos is "verb", "noun" or "fixed" and decides inflection and clitics.
    Cost: one dictionary look-up a word, whatever the size of the lexicon, and the same one for all lexicons.
    """

    __slots__ = ("_memo", "_number")

    def __init__(self, forms: Iterable[tuple[str, str, P]]) -> None:
        told = list(forms)
        numbers = {payload: number for number, payload in enumerate(dict.fromkeys(payload for _, _, payload in told))}
        numbered = [(form, pos, numbers[payload]) for form, pos, payload in told]
        self._memo = _Memo(read_listed("forms", numbered, _inflected), list(numbers))
        self._number = ONE_PASS.add(self._memo.__getitem__, self._memo.listed)

    def __contains__(self, word: str) -> bool:
        """Say whether any form starts with this folded word."""
        return self._memo[word] is not None

    def alone(self, word: str) -> tuple[tuple[str, object], ...]:
        """Return proclitics and payload of every form that a folded word may be by itself."""
        return tuple([(proclitics, payload) for proclitics, (alone, _) in self._memo[word] or () for payload in alone])

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
            following = index + 1
            second = words[following] if following < end else ""
            found: list[Hit] = []
            single: list[Hit] = []
            for proclitics, (alone, longer) in starts:
                if second in longer:
                    found += [
                        Hit(index, following + 1 + len(rest), payload, proclitics)
                        for rest, payload in longer[second]
                        if not rest or _follows(words, following + 1, end, rest)
                    ]
                if alone:
                    single += [_hit((index, following, payload, proclitics)) for payload in alone]
            if len(found) > 1:
                found.sort(key=lambda hit: (-hit.stop, len(hit.proclitics)))
            hits += found
            hits += single
        return hits


def _inflected(forms: list[tuple[str, str, int]]) -> dict[str, str]:
    """Return every form that grammar makes of the listed ones, by first word."""
    found: dict[str, dict[str, None]] = {}
    for form, pos, number in forms:
        kind = "v" if pos == "verb" else "n"
        for made in sorted(inflections(fold(form), pos)):
            first, *rest = made.replace("_", " ").split()
            found.setdefault(first, {})[f"{' '.join(rest)}\t{kind}\t{number}"] = None
    return {first: "\n".join(made) for first, made in found.items()}


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
    found = list(hits)
    if len(found) < 2:
        return found
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.first, -hit.stop, len(hit.proclitics))):
        if not kept or hit.first >= kept[-1].stop:
            kept.append(hit)
    return kept
