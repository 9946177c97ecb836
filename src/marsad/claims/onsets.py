"""Beginnings that an earlier sentence dates: "منذ بدء الاعتصام", where they "يعتصمون منذ 8 آذار"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from marsad.claims.lists import says, spells
from marsad.claims.spans import Period
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["dated_before"]

_NOUN_REACH = 3
"""Words at most from "منذ" to what began."""
_TOLD_REACH = 8
"""Words at most between a day and the verb or noun of what began on it."""
_ROOT, _LONG_ROOT = 3, 4
_ENDINGS = re.compile(r"(ات|ون|ين|ان|وا|ه|ت|ا)$")
_WEAK = re.compile("[اويىؤئءأإآ]")


def dated_before(document: Document, found: list[Period], dates: tuple[DateMention, ...]) -> list[Period]:
    """Give what began without a day the one on which an earlier sentence lets it begin."""
    read: list[Period] = []
    for period in sorted(found, key=lambda one: one.first):
        at = _noun(document, period) if period.happening and period.start is None else None
        told = _told(document, document.words[at], period, read, dates) if at is not None else None
        on = document.published_on
        if told is None or on is None or told[1] >= on:
            read.append(period)
            continue
        read.append(replace(period, start=told[1], end=on, told_at=told[0]))
    return read


def _noun(document: Document, period: Period) -> int | None:
    """Return the word for what began: "الهجوم" of "منذ بدء الهجوم", None where the period says more of it."""
    words = document.words
    reach = range(period.first + 1, min(period.first + 1 + _NOUN_REACH, len(words)))
    return next((at for at in reach if words[at].startswith("ال")), None)


def _told(
    document: Document, noun: str, period: Period, ahead: list[Period], dates: tuple[DateMention, ...]
) -> tuple[int, date] | None:
    """Return where and on which day what a noun names was told to begin, the last time before a period."""
    sentence = next(one for one in document.sentences if one.first <= period.first < one.stop)
    told = [
        (one.first, one.start)
        for one in ahead
        if one.since and one.start is not None and one.first < sentence.first and _is_with(document, noun, one)
    ]
    earlier = (one for one in dates if one.first < sentence.first and one.scope == "point")
    told += [(one.first, one.start) for one in earlier if one.start is not None and _began(document, noun, one)]
    return max(told, default=None)


def _is_with(document: Document, noun: str, period: Period) -> bool:
    """Say whether what a noun names goes on since an earlier period: "يعتصمون منذ 8 آذار", "منذ اندلاع القتال في"."""
    near = _around(document, period.first, period.stop)
    return any(
        _is_of(noun, document.words[at], alias=period.happening) or _does(noun, document.words[at]) for at in near
    )


def _does(noun: str, word: str) -> bool:
    """Say whether a verb tells what goes on and is called by a noun: "تحاصر المدينة منذ أيار", "منذ بدء الحصار"."""
    bare = word.lstrip("وف")
    root = _root(noun)
    return bare.startswith(("ي", "ت")) and len(root) >= _ROOT and root in (_WEAK.sub("", bare[1:]), _root(bare[1:]))


def _began(document: Document, noun: str, day: DateMention) -> bool:
    """Say whether what a noun names is told to begin on a day: "أطلق الجيش في نيسان عملية"."""
    near = list(_around(document, day.first, day.stop))
    outbreak = next((at for at in near if at < day.first and says(document.words[at], "its-outbreak")), None)
    if outbreak is not None:
        sentence = next(one for one in document.sentences if one.first <= outbreak < one.stop)
        near = list(range(sentence.first, outbreak))  # "النزاع في البلاد ...، بعد سبعة أشهر على اندلاعه"
    began = outbreak is not None or any(says(document.words[at], "began") for at in near)
    return began and any(_is_of(noun, document.words[at]) for at in near)


def _around(document: Document, first: int, stop: int) -> Iterator[int]:
    sentence = next(one for one in document.sentences if one.first <= first < one.stop)
    yield from range(max(first - _TOLD_REACH, sentence.first), min(stop + _TOLD_REACH, sentence.stop))


def _is_of(noun: str, word: str, *, alias: bool = True) -> bool:
    """Say whether a word is the noun, its verb, or (`alias`) another noun for the war that began: no mere fighting."""
    if alias and spells(noun, "war-begun") and spells("ال" + word.lstrip("وفبل").removeprefix("ال"), "war-begun"):
        return True
    root, other = _root(noun), _root(word)
    same = _bare(noun) == _bare(word) and len(root) >= _ROOT
    return same or (root == other and len(root) >= _LONG_ROOT)


def _bare(word: str) -> str:
    return word.lstrip("وفبل").removeprefix("ال")


def _root(word: str) -> str:
    """Return the letters of a word that its noun and its verb share: "اعتصام" and "يعتصمون" are of "عتصم"."""
    bare = _ENDINGS.sub("", _bare(word))
    return _WEAK.sub("", bare.removeprefix("ت") if bare.startswith("ت") and len(bare) > _LONG_ROOT else bare)
