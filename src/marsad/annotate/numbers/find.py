"""Every count, rank and bound of a document.

>>> # "قُتل أكثر من ثلاثين مدنياً وعنصران" gives (30, 30, None) and a dual of 2
"""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from marsad.annotate.numbers.bounds import Bound, bound_after, bounded, bounds_before
from marsad.annotate.numbers.duals import dual
from marsad.annotate.numbers.grammar import Reading, read_cardinal, read_ordinal
from marsad.annotate.numbers.words import lookup, vague
from marsad.lexicon.match import longest
from marsad.model.quantity import Estimate, NumberMention
from marsad.model.report import Document

__all__ = ["find"]

_PERCENT = {("%",), ("بالميه",), ("بالمايه",), ("في", "الميه"), ("في", "المايه"), ("بالماءه",)}


def find(document: Document, first: int = 0, stop: int | None = None) -> tuple[NumberMention, ...]:
    """Return the numbers in words `first` to `stop` (excluded), by position, none inside another."""
    end = len(document.words) if stop is None else stop
    words = document.words
    floors = {hit.first: hit for hit in longest(vague().find(words, first, end))}
    before = bounds_before(words, first, end)
    found: list[NumberMention] = []
    index = first
    while index < end:
        mention = _at(document, index, end, before)
        if mention is None and index in floors:
            mention = _vague(document, index, floors[index].stop, floors[index].payload, before)
        if mention is None:
            mention = _dual(document, index, before)
        if mention is None:
            index += 1
        else:
            found.append(mention)
            index = mention.stop
    return tuple(found)


def _at(document: Document, index: int, end: int, before: dict[int, Bound]) -> NumberMention | None:
    words = document.words
    word = words[index]
    if not word[0].isdigit() and lookup(word) is None:
        return None
    stop = _sentence_stop(document, index, end)
    ordinal = read_ordinal(words, index, stop)
    if ordinal is not None:
        return _mention(document, ordinal, "ordinal", Estimate(None, None, None))
    reading = (_spaced(document, index, stop) or read_cardinal(words, index, stop)) if word[0].isdigit() else None
    if reading is None and not word[0].isdigit():
        reading = read_cardinal(words, index, stop)
    if reading is None:
        return None
    if word.isdigit() and _has_leading_point(document, index):
        reading = reading._replace(value=reading.value / 10 ** len(word))
    if word[0].isdigit() and index and words[index - 1].endswith(("ال", "لل")) and not document.gap(index):
        return _mention(document, reading, "ordinal", Estimate(None, None, None))
    if _is_percent(words, reading.stop):
        share = reading._replace(stop=reading.stop + (2 if words[reading.stop] == "في" else 1))
        return _mention(document, share, "percent", Estimate(None, None, None))
    if reading.value.denominator != 1:
        return _mention(document, reading, "fraction", Estimate(None, None, None))
    return _counted(document, reading, stop, before)


def _counted(document: Document, reading: Reading, stop: int, before: dict[int, Bound]) -> NumberMention:
    """Turn a whole number into an estimate: a range, bounded, or exact."""
    span = _range(document, reading, stop)
    if span is not None:
        start, end, low, high = span
        return NumberMention(
            span=document.span(start, end),
            first=start,
            stop=end,
            rule_id="numbers.range",
            entry_id=None,
            estimate=Estimate(low, None, high),
            kind="range",
        )
    value = int(reading.value)
    ahead = before.get(reading.first)
    after = None if ahead else bound_after(document, reading.stop, stop)
    estimate = bounded(value, ahead.role if ahead else after)
    return _mention(document, reading, "cardinal", estimate, ahead.first if ahead else None)


def _range(document: Document, reading: Reading, stop: int) -> tuple[int, int, int, int] | None:
    """Read "10-15", "10 - 15", "بين 10 و15", "من 10 إلى 15"; return (first, stop, low, high)."""
    words = document.words
    low, first, end = int(reading.value), reading.first, reading.stop
    if reading.high is not None:
        return first, end, low, int(reading.high)
    if end >= stop:
        return None
    opener = words[first - 1] if first else ""
    next_word = words[end]
    if next_word[0].isdigit() and document.gap(end).strip() in ("-", "–", "—", "ـ"):
        high = read_cardinal(words, end, stop)
        if high is not None and high.value > low and high.value.denominator == 1 and high.high is None:
            return first, high.stop, low, int(high.value)
        return None
    joined = (opener == "بين" and next_word.startswith("و")) or next_word == "الي"
    if not joined:
        return None
    at = end + 1 if next_word in ("و", "الي") else end
    if at >= stop:
        return None
    high = read_cardinal(words, at, stop)
    if high is None or high.value <= low or high.value.denominator != 1:
        return None
    if opener == "بين":
        first -= 2 if first > 1 and words[first - 2] in ("ما", "وما") else 1
    elif opener in ("من", "ومن"):
        first -= 1
    elif next_word == "الي":
        return None
    return first, high.stop, low, int(high.value)


def _mention(
    document: Document, reading: Reading, kind: str, estimate: Estimate, first: int | None = None
) -> NumberMention:
    start = reading.first if first is None else first
    rule = "definite" if reading.definite and kind == "cardinal" else reading.rule
    value: int | Fraction = int(reading.value) if reading.value.denominator == 1 else reading.value
    return NumberMention(
        span=document.span(start, reading.stop),
        first=start,
        stop=reading.stop,
        rule_id=f"numbers.{rule}",
        entry_id=reading.entry_id,
        estimate=estimate,
        value=value,
        kind=kind,
    )


def _vague(document: Document, index: int, stop: int, payload: object, before: dict[int, Bound]) -> NumberMention:
    floor, entry_id = cast("tuple[int, str]", payload)
    ahead = before.get(index)
    start = ahead.first if ahead else index
    return NumberMention(
        span=document.span(start, stop),
        first=start,
        stop=stop,
        rule_id="numbers.vague",
        entry_id=entry_id,
        estimate=Estimate(floor, None, None),
        kind="vague",
    )


def _dual(document: Document, index: int, before: dict[int, Bound]) -> NumberMention | None:
    found = dual(document.words[index])
    if found is None:
        return None
    ahead = before.get(index)
    start = ahead.first if ahead else index
    return NumberMention(
        span=document.span(start, index + 1),
        first=start,
        stop=index + 1,
        rule_id="numbers.dual",
        entry_id=found.entry_id,
        estimate=bounded(2, ahead.role if ahead else None),
        value=2,
        kind="dual",
        counted=found.noun,
    )


def _has_leading_point(document: Document, index: int) -> bool:
    """Say whether a decimal point stands before the digits with no whole part: ".77"."""
    gap = document.gap(index)
    return gap.endswith((".", "٫")) and (gap[:-1].endswith((" ", "-")) or (index == 0 and len(gap) == 1))


def _spaced(document: Document, index: int, stop: int) -> Reading | None:
    """Read thousands parted by spaces: "1 000 000"."""
    words = document.words
    if not (1 <= len(words[index].split(",")[-1]) <= 3) or words[index][0] == "0" or "." in words[index]:
        return None
    end, digits = index + 1, words[index].replace(",", "")
    while (
        end < stop and len(words[end]) == 3 and words[end].isdigit() and digits.isdigit()
        and document.gap(end) in (" ", "\u00a0", "\u202f", "\u2009")
    ):  # fmt: skip
        digits += words[end]
        end += 1
    return Reading(index, end, Fraction(int(digits)), None, "digits") if end > index + 1 else None


def _is_percent(words: tuple[str, ...], index: int) -> bool:
    return words[index : index + 1] in _PERCENT or words[index : index + 2] in _PERCENT


def _sentence_stop(document: Document, index: int, end: int) -> int:
    """Return where a number that starts at `index` must end: at a line feed or a full stop."""
    limit = min(end, index + 24)
    for at in range(index + 1, limit):
        gap = document.gap(at)
        if gap != " " and gap.strip(" -–—()\"'«»") and gap.strip() != "و":
            return at
    return limit
