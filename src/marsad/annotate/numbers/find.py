"""Every count, rank and bound of a document: "أكثر من ثلاثين مدنياً وعنصران" is (30, 30, None) and a dual of 2."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from marsad.annotate.numbers.bounds import bound_behind, bounded, bounds_after, bounds_before, role_of
from marsad.annotate.numbers.duals import Dual, dual, marked_dual
from marsad.annotate.numbers.grammar import Reading, read_cardinal, read_ordinal
from marsad.annotate.numbers.spread import has_leading_point, read_range, read_spaced
from marsad.annotate.numbers.words import lookup, number_words, signals
from marsad.lexicon.match import Hit
from marsad.lexicon.one_pass import ONE_PASS
from marsad.model.quantity import Estimate, NumberMention
from marsad.model.report import Document

__all__ = ["find"]

_OPEN = Estimate(None, None, None)
_LONGEST = 24
"""More words than any number has."""


def find(document: Document, first: int = 0, stop: int | None = None) -> tuple[NumberMention, ...]:
    """Return the numbers in words `first` to `stop` (excluded), by position, none inside another."""
    end = len(document.words) if stop is None else stop
    return tuple(_Finder(document, first, end).find())


def _worth(word: str) -> bool:
    """Say whether a word can open a number: most words cannot."""
    return word[0].isdigit() or word.endswith("ين") or lookup(word) is not None or dual(word) is not None


_WORTH = ONE_PASS.add(_worth)


class _Finder:
    """One pass over a document's words, with the bounds and vague counts found beforehand."""

    __slots__ = ("after", "before", "document", "first", "floors", "stop", "words")

    def __init__(self, document: Document, first: int, stop: int) -> None:
        self.document, self.words, self.first, self.stop = document, document.words, first, stop
        hits = signals().find(document.words, first, stop)
        self.before = bounds_before(hits, document.words)
        self.after = bounds_after(hits)
        self.floors: dict[int, Hit] = {}
        for hit in hits:
            if role_of(hit) == "vague":
                self.floors.setdefault(hit.first, hit)

    def find(self) -> list[NumberMention]:
        found: list[NumberMention] = []
        floors, first, stop = self.floors, self.first, self.stop
        worth = {index for index in ONE_PASS.of(self.words, _WORTH) if first <= index < stop}
        for index in sorted(worth.union(floors)):
            if index < first:
                continue
            mention = self._number(index) if index in worth else None
            if index in floors:
                mention = mention or self._vague(floors[index])
            elif mention is None:
                mention = self._dual(index)
            if mention is not None:
                found.append(mention)
                first = mention.stop
        return found

    def _number(self, index: int) -> NumberMention | None:
        words, document = self.words, self.document
        word = words[index]
        digits = word[0].isdigit()
        if not digits and lookup(word) is None:
            return None
        stop = self._number_stop(index)
        ordinal = None if digits else read_ordinal(words, index, stop)
        if ordinal is not None:
            return self._mention(ordinal, "ordinal", _OPEN)
        reading = read_spaced(document, index, stop) if digits else None
        if reading is None:
            reading = read_cardinal(words, index, stop)
        if reading is None:
            return None
        if digits and has_leading_point(document, index):
            reading = reading._replace(value=reading.value / 10 ** len(word))
        if digits and index not in self.before and self._behind_article(index):
            return self._mention(reading, "ordinal", _OPEN)  # "الـ15", but "أكثر من الـ15"
        for end in (reading.stop + 1, reading.stop + 2):
            unit = " ".join(words[reading.stop : end])
            if unit == "%" or unit in number_words("percent"):
                return self._mention(reading._replace(stop=end), "percent", _OPEN)
        if reading.value.denominator != 1:
            return self._mention(reading, "fraction", _OPEN)
        return self._cardinal(reading, stop)

    def _behind_article(self, index: int) -> bool:
        """Say whether the article stands right before word `index`, as digits have it: "الـ15"."""
        return index > 0 and self.words[index - 1].endswith(("ال", "لل")) and not self.document.gap(index).strip("ـ")

    def _cardinal(self, reading: Reading, stop: int) -> NumberMention:
        """Turn a whole number into an estimate: a range, bounded, or exact."""
        span = read_range(self.document, reading, stop)
        if span is not None:
            bound = self.before.get(span.first)
            first = bound.first if bound else span.first
            estimate = Estimate(span.low, None, span.high)
            return NumberMention(
                span=self.document.span(first, span.stop),
                first=first,
                stop=span.stop,
                rule_id="numbers.range",
                estimate=estimate,
                kind="range",
            )
        ahead = self.before.get(reading.first)
        role = ahead.role if ahead else bound_behind(self.words, reading.stop, stop, self.after)
        return self._mention(reading, "cardinal", bounded(int(reading.value), role), ahead.first if ahead else None)

    def _mention(self, reading: Reading, kind: str, estimate: Estimate, first: int | None = None) -> NumberMention:
        start = reading.first if first is None else first
        rule = "definite" if reading.definite and kind == "cardinal" else reading.rule
        value: int | Fraction = int(reading.value) if reading.value.denominator == 1 else reading.value
        return NumberMention(
            span=self.document.span(start, reading.stop),
            first=start,
            stop=reading.stop,
            rule_id=f"numbers.{rule}",
            entry_id=reading.entry_id,
            estimate=estimate,
            value=value,
            kind=kind,
        )

    def _vague(self, hit: Hit) -> NumberMention:
        _role, floor, entry_id = cast("tuple[str, int, str]", hit.payload)
        ahead = self.before.get(hit.first)
        start = ahead.first if ahead else hit.first
        return NumberMention(
            span=self.document.span(start, hit.stop),
            first=start,
            stop=hit.stop,
            rule_id="numbers.vague",
            entry_id=entry_id,
            estimate=Estimate(floor, None, None),
            kind="vague",
        )

    def _dual(self, index: int) -> NumberMention | None:
        word = self.words[index]
        found: Dual | None = dual(word)
        if found is None and word.endswith("ين"):
            found = marked_dual(word, self.document.quote(index, index + 1))
        if found is None:
            return None
        ahead = self.before.get(index)
        start = ahead.first if ahead else index
        role = ahead.role if ahead else bound_behind(self.words, index + 1, self.stop, self.after)
        return NumberMention(
            span=self.document.span(start, index + 1),
            first=start,
            stop=index + 1,
            rule_id="numbers.dual",
            entry_id=found.entry_id,
            estimate=bounded(2, role),
            value=2,
            kind="dual",
            counted=found.noun,
        )

    def _number_stop(self, index: int) -> int:
        """Return where a number that starts at `index` must end: at a comma, a line feed or a full stop."""
        limit = min(self.stop, index + _LONGEST)
        for at in range(index + 1, limit):
            gap = self.document.gap(at)
            if gap != " " and gap.strip(" -–—()\"'«»"):
                return at
        return limit
