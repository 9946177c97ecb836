"""Companions: words beside a form that it needs ("أطلق" needs "النار") or that silence it ("حادث سير").

>>> company = Company.of(("نار",), (), within=4, side="after")
>>> around = Companions([company]).around(("اطلق", "مسلحون", "النار"), 0, 3)
>>> company.allows(around, 0, 1), company.allows(Companions([company]).around(("اطلق",), 0, 1), 0, 1)
(True, False)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from marsad.arabic.affixes import stems
from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold
from marsad.frozen import dataclass
from marsad.lexicon.load import LexiconEntry, read_listed, read_made
from marsad.lexicon.one_pass import ONE_PASS

__all__ = ["Around", "Companions", "Company", "companies"]

_WITHIN = 12
_MEMO_LIMIT = 200_000


class Around(NamedTuple):
    """Which companions a sentence holds, where they stand, and which the word at each place is."""

    present: frozenset[str]
    places: Sequence[int]
    words: Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Company:
    """What the words around a form must and must not hold, behind any clitic and with any ending of a noun."""

    near: frozenset[str]
    not_near: frozenset[str]
    within: int
    side: str

    @classmethod
    def of(
        cls, near: Iterable[str] | None, not_near: Iterable[str] | None, within: int | None, side: str | None
    ) -> Company:
        """Return the company an entry asks for; what it leaves out asks for nothing."""
        return cls(
            frozenset(map(fold, near or ())), frozenset(map(fold, not_near or ())), within or _WITHIN, side or "around"
        )

    @property
    def asks(self) -> bool:
        """Say whether the entry looks at the words around it at all."""
        return bool(self.near or self.not_near)

    def allows(self, around: Around, first: int, stop: int) -> bool:
        """Say whether a form at words `first` to `stop` may fire among the companions of its sentence."""
        found = not self.near
        if not found and self.near.isdisjoint(around.present):
            return False
        if found and self.not_near.isdisjoint(around.present):
            return True
        low, high = first - self.within, stop + self.within
        for index, words in zip(around.places, around.words, strict=True):
            if index < low or first <= index < stop:
                continue
            if index >= high:
                break
            if not self.not_near.isdisjoint(words):
                return False
            if not found and self.side != ("after" if index < first else "before") and not self.near.isdisjoint(words):
                found = True
        return found


def companies(rows: Iterable[LexiconEntry]) -> tuple[Company, ...]:
    """Return the company that each entry of a list asks for, with its words folded as compiled before."""
    asked = [(row["near"], row["not_near"], row["within"], row["side"]) for row in rows]

    def compiled() -> list[tuple[frozenset[str], frozenset[str], int, str]]:
        made = [Company.of(*one) for one in asked]
        return [(company.near, company.not_near, company.within, company.side) for company in made]

    return tuple([Company(*row) for row in read_made("companies", asked, compiled)])


class _Memo(dict[str, frozenset[str]]):
    """Which companions each word seen is, behind its clitics."""

    __slots__ = ("listed",)

    def __init__(self, listed: Mapping[str, str]) -> None:
        super().__init__()
        self.listed = listed

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        listed = self.listed
        found = self[word] = frozenset(
            chain.from_iterable([said.split("\n") for said in map(listed.get, stems(word)) if said is not None])
        )
        return found


class Companions:
    """Finds the companions of many entries at once, in the one pass over the words of a report."""

    __slots__ = ("_memo", "_number")

    def __init__(self, companies: Iterable[Company]) -> None:
        words: frozenset[str] = frozenset().union(*(company.near | company.not_near for company in companies))
        listed = read_listed("companions", sorted(words), _forms)
        self._memo = _Memo(listed)
        self._number = ONE_PASS.add(self._memo.__getitem__, listed)

    def around(self, words: Sequence[str], first: int, stop: int) -> Around:
        """Return the companions in the sentence `first` to `stop`, each with its place."""
        places, memo = ONE_PASS.of(words, self._number), self._memo
        inside = places[bisect_left(places, first) : bisect_left(places, stop)]
        found = [memo[words[index]] for index in inside]
        return Around(frozenset().union(*found), inside, found)


def _forms(words: Iterable[str]) -> dict[str, str]:
    """Return every form that grammar makes of nouns, with the nouns that it may be of, a line each."""
    found: dict[str, dict[str, None]] = {}
    for word in words:
        for form in sorted(inflections(word, "noun")):
            found.setdefault(form, {})[word] = None
    return {form: "\n".join(made) for form, made in found.items()}
