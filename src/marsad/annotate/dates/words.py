"""The words of a report as the grammar of dates sees them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.match import Hit, Matcher
from marsad.lexicon.one_pass import ONE_PASS
from marsad.lexicon.role_words import forms_of, written_forms
from marsad.model.quantity import NumberMention
from marsad.model.report import Document

__all__ = ["BESIDE", "Token", "Words", "as_written", "date_words", "part_of", "sixtieths"]

_NEAR = re.compile(r"[^\S\n]*[،,/()\[\]\-–—:_#]?[^\S\n]*[(\-–—]?[^\S\n]*\Z")
_CLOSE = re.compile(r"[^\S\n]*\Z")
_INTEGER = re.compile(r"[0-9]{1,4}\Z")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+\Z")
BESIDE = frozenset((
    "rank", "paper", "today-told", "called-weekday", "called-date", "planned", "vague-length", "day-adverb",
    "early-late", "length-told",
    "fraction", "hour-fraction", "few", "before-period", "before-year", "before-month", "of-date", "of-day",
    "before-tomorrow", "to", "till",
    "up-to", "from", "two-days", "hours-of", "time-of", "behind-hour", "just-past", "tonight", "night-before",
    "next-one", "same-one", "that", "comes", "up-to-today", "of-office",
    "part-of", "inside", "less", "few-of", "one", "upon", "in-a-row", "as-written", "greeting", "two-years", "last",
    "last-one", "first-one", "since-of-rank", "within-of-rank", "the-morrow", "teen", "the-general", "night-to",
    "of-the-night", "spoken-ago", "that-one", "only", "after-what", "passing", "in-length", "hours-since", "someone",
    "the-maghreb", "done-by-night",
))  # fmt: skip
"""Roles of words that stand beside a time and are asked about one by one."""
_CLITICS = {"ال", "لل", "بال", "وال", "و", "ب", "ل"}


class Token(NamedTuple):
    """Words `first` to `stop` (excluded) read as one entry of the date lexicon."""

    first: int
    stop: int
    role: str
    value: int | str
    units: int
    weak: bool
    entry_id: str
    proclitics: str

    @property
    def number(self) -> int:
        """The value of a word that stands for a number."""
        return cast("int", self.value)

    @property
    def name(self) -> str:
        """The value of a word that stands for a thing."""
        return cast("str", self.value)

    @property
    def definite(self) -> bool:
        """Say whether the article was parted from the word."""
        return self.proclitics.endswith(("ال", "لل"))


@cache
def _matcher() -> Matcher[tuple[str, int | str, int, bool, str]]:
    return Matcher(
        (form, entry.pos, (entry["role"], entry["value"], entry["count"] or 0, bool(entry["weak"]), entry.entry_id))
        for entry in entries("dates")
        if entry["role"] not in BESIDE
        for form in entry.forms
    )


@cache
def date_words(*roles: str) -> frozenset[str]:
    """Return the folded words of roles that stand beside a time: "الأعنف" and "للمرة" are of "rank"."""
    return forms_of("dates", *roles)


@cache
def part_of() -> frozenset[str]:
    """Return the words between a time and the longer one that it is a part of: "السابع من آذار", "7 لـ آذار"."""
    return date_words("part-of", "inside") | {"ل"}


@cache
def as_written() -> frozenset[str]:
    """Return words of time that are such only as they are written, unfolded: "آب" is a month, "أب" a father."""
    return frozenset(written_forms("dates", "as-written"))


@cache
def sixtieths(*roles: str) -> dict[str, int]:
    """Return the folded words for parts of a unit, and how many sixtieths each is: "نصف" is 30."""
    rows = (entry for entry in entries("dates") if entry["role"] in roles)
    return {fold(form): entry["value"] for entry in rows for form in entry.forms}


_FIGURES = ONE_PASS.add(lambda word: word[0] <= "9")


class Words:
    """Date words and numbers by where they stand; asks are about one position and answer None when unmet."""

    __slots__ = ("_hits", "_numbers", "_tokens", "document", "words")

    def __init__(self, document: Document, numbers: tuple[NumberMention, ...]) -> None:
        self.document = document
        self.words = document.words
        hits: dict[int, list[Hit]] = {}
        for hit in _matcher().find(document.words):
            hits.setdefault(hit.first, []).append(hit)
        self._hits = hits
        self._tokens: dict[int, list[Token]] = {}
        self._numbers = {number.first: number for number in numbers if number.kind == "cardinal"}

    def positions(self, roles: frozenset[str]) -> list[int]:
        """Return the words at which a date may start: digits and listed words of some role."""
        listed = [
            index
            for index, hits in self._hits.items()
            if any(cast("tuple[str]", hit.payload)[0] in roles for hit in hits)
        ]
        return sorted({*listed, *ONE_PASS.of(self.words, _FIGURES)})

    def dated(self, index: int) -> bool:
        """Say whether the word is listed or a number: nothing of a date starts at any other word."""
        return index in self._hits or self.word(index)[:1].isdigit() or self.word(index) in _CLITICS

    def get(self, index: int, *roles: str) -> Token | None:
        """Return the longest reading of the word that has one of the roles."""
        if index not in self._hits:
            return None
        for token in self._tokens.get(index) or self.all(index):
            if token.role in roles:
                return token
        return None

    def all(self, index: int) -> list[Token]:
        """Return every reading of the word, longest first."""
        tokens = self._tokens.get(index)
        if tokens is None:
            tokens = []
            for first, stop, payload, proclitics in self._hits.get(index, ()):
                role, value, count, weak, entry_id = cast("tuple[str, int | str, int, bool, str]", payload)
                if role == "part" and self.words[index].endswith(tuple(date_words("the-maghreb"))):
                    continue  # the country, not the hour
                tokens.append(Token(first, stop, role, value, count, weak, entry_id, proclitics))
            self._tokens[index] = tokens
        return tokens

    def word(self, index: int) -> str:
        """Return the folded word, empty past the end of the report."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def near(self, index: int) -> bool:
        """Say whether only a space, a comma, a bracket or a dash stands before the word."""
        return 0 < index < len(self.words) and bool(_NEAR.match(self.document.gap(index)))

    def close(self, index: int) -> bool:
        """Say whether only white space stands before the word."""
        return 0 < index < len(self.words) and bool(_CLOSE.match(self.document.gap(index)))

    def gap(self, index: int) -> str:
        """Return what stands before the word."""
        return self.document.gap(index) if 0 < index < len(self.words) else "\n"

    def published(self, index: int) -> str:
        """Return the word as published: "آب" where the folded word is "اب"."""
        return self.document.quote(index, index + 1)

    def number(self, index: int) -> tuple[int, int] | None:
        """Return (stop, value) of the whole number at a word: "15", "خمسة وعشرين", "الـ24"."""
        word = self.word(index)
        if not word:
            return None
        if _INTEGER.match(word):
            return index + 1, int(word)
        read = self._spelt(index)
        given = self._numbers.get(index)
        if given is not None and isinstance(given.value, int) and (read is None or given.stop > read[0]):
            return given.stop, given.value
        if read is None and word in _CLITICS and _INTEGER.match(self.word(index + 1)):
            return index + 2, int(self.word(index + 1))
        return read

    def quantity(self, index: int) -> tuple[int, float] | None:
        """Return (stop, value) of the number at a word, fractions and large numbers included."""
        given = self._numbers.get(index)
        read = self.number(index)
        if given is not None and given.value is not None and (read is None or given.stop >= read[0]):
            return given.stop, float(given.value)
        if read is None and _DECIMAL.match(self.word(index)):
            return index + 1, float(self.word(index))
        return read

    def _spelt(self, index: int) -> tuple[int, int] | None:
        first = self.get(index, "number")
        if first is None:
            return None
        total, stop = first.number, first.stop
        while (following := self.get(stop, "number")) and following.proclitics.startswith("و") and self.close(stop):
            tens = following.number >= 20 and 0 < total % 100 < 10
            if not tens and total != 100:
                break
            total += following.number
            stop = following.stop
        return stop, total

    def ordinal(self, index: int) -> tuple[int, int] | None:
        """Return (stop, value) of an ordinal: "السابع عشر", "الخامس والعشرين", "العشرين"."""
        first = self.get(index, "ordinal")
        if first is None:
            tens = self.get(index, "number")
            if tens is not None and tens.number in {20, 30} and tens.definite and self.get(tens.stop, "unit") is None:
                return tens.stop, tens.number
            return None
        if first.number < 10:
            tens = self.get(first.stop, "number")
            if tens is not None and tens.proclitics.startswith("و") and 20 <= tens.number < 100:
                return tens.stop, first.number + tens.number
        return first.stop, first.number
