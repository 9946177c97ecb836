"""Tolls counted over longer than an act takes: "قُتل 20,000 منذ بداية الحرب" is no toll of one ambush.

A time tells over how long a toll counts where it stands in the toll's own clause, behind it ("قُتل 40 مدنياً خلال
الأشهر الثلاثة الماضية"), over it ("عدد القتلى منذ آذار إلى 85") or before it as what opens the clause
("ومنذ بداية العام قُتل 320"). What only tells of a town since when it is besieged ("المحاصرة منذ 2013") is no such time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from marsad.frames.context import Context
from marsad.lexicon.role_words import forms_of
from marsad.model.report import Document
from marsad.model.what import CasualtyMention
from marsad.model.when import DateMention

__all__ = ["counts_long"]

_WEEK = 7
"""Days beyond which a total is a statistic, no toll of an act."""
_BEHIND, _BEFORE, _JOINED, _DATED = 12, 10, 2, 9
_PARTING = frozenset("،,.؛:\n!؟")
_LONG_LENGTH = re.compile(r"P(?:\d*X?[YM]|(?:[2-9]|\d\d+)W|(?:[89]|\d\d+)D)")


def counts_long(context: Context, toll: CasualtyMention) -> bool:
    """Say whether a toll counts over more than a week, by its own clause."""
    if (toll.estimate.best or toll.estimate.low) == 1:
        return False  # "أُطلق صيدلاني اختُطف منذ أسبوعين"
    if toll.subset and (whole := _whole(context, toll)) is not None:
        return counts_long(context, whole)  # "41 ألفاً منذ بداية الحرب، بينهم 16 ألف طفل"
    times = _long_times(context, toll)
    return any(_behind(context, toll, first) or _over(context, toll, first, stop) for first, stop in times)


def _whole(context: Context, part: CasualtyMention) -> CasualtyMention | None:
    """Return the toll that a part is picked of: the last one told before it in its sentence."""
    sentence = context.document.sentences[context.sentence_of[part.first]]
    before = (toll for toll in context.annotations.casualties if sentence.first <= toll.first < part.first)
    return max((toll for toll in before if not toll.subset), key=lambda toll: toll.first, default=None)


def _long_times(context: Context, toll: CasualtyMention) -> Iterator[tuple[int, int]]:
    """Return the words of each time longer than a week in the sentence of a toll."""
    sentence = context.document.sentences[context.sentence_of[toll.first]]
    for date in context.annotations.dates:
        if sentence.first <= date.first < sentence.stop and _is_long(context, date):
            yield date.first, date.stop
    for at in range(sentence.first, sentence.stop - 1):
        if context.document.words[at] in _since() and (stop := _begun_long_ago(context, at + 1, sentence.stop)):
            yield at, stop


def _is_long(context: Context, date: DateMention) -> bool:
    published = context.document.published_on
    if date.scope == "since":
        return date.start is not None and published is not None and (published - date.start).days > _WEEK
    within = not forms_of("dates", "during").isdisjoint(
        word.lstrip("و") for word in context.document.words[max(0, date.first - 1) : date.first + 1]
    )
    if not within:
        return False
    if date.start is not None and date.end is not None:
        return (date.end - date.start).days > _WEEK
    return date.scope == "duration" and _LONG_LENGTH.match(date.timex_value) is not None


@cache
def _since() -> frozenset[str]:
    return forms_of("casualty-words", "since") | {f"و{form}" for form in forms_of("casualty-words", "since")}


def _begun_long_ago(context: Context, at: int, limit: int) -> int:
    """Return the word behind what began long ago, 0 for anything else: "بداية الحرب", "بدء الهجوم في 13 أيار".

    A day told behind it says how long ago; without one, only a war is taken to last.
    """
    words = context.document.words
    begun = words[at] in forms_of("casualty-words", "begun")
    begin = at + begun
    if begin >= limit:
        return 0
    reach = next((to for to in range(begin + 1, min(limit, begin + _DATED)) if _parted(context.document, to)), limit)
    day = next((date for date in context.annotations.dates if begin < date.first < min(reach, begin + _DATED)), None)
    if day is not None and day.start is not None:
        published = context.document.published_on
        since = begun and published is not None and (published - day.start).days > _WEEK
        return day.stop if since else 0
    return begin + 1 if words[begin] in forms_of("casualty-words", "war") else 0


def _behind(context: Context, toll: CasualtyMention, at: int) -> bool:
    """Say whether a time at word `at` closes the clause that a toll opens, with further tolls told between the two."""
    if not toll.stop <= at <= toll.stop + _BEHIND or _attributive(context.document, at):
        return False
    last = toll.stop
    for other in context.annotations.casualties:
        if last <= other.first < at and other.first - last <= _JOINED:
            last = other.stop
        elif toll.stop <= other.first < at:
            return False
    return _unbroken(context, last, at)


def _over(context: Context, toll: CasualtyMention, first: int, stop: int) -> bool:
    """Say whether a time stands before a toll in its clause, as what opens it or behind what is counted."""
    document = context.document
    if not stop <= toll.stop or toll.first - stop > _BEFORE:
        return False
    if toll.first <= first:
        return not _attributive(document, first)
    opens = context.document.sentences[context.sentence_of[first]].first == first or _parted(document, first)
    if not opens and _attributive(document, first) and not _war_lasts(document.words, first):
        return False
    if opens and toll.first == stop:
        return True  # "ومنذ مطلع الشهر، قتلت الألغام 24 مزارعاً"
    begin = stop + (opens and _parted(document, stop))
    return not _parted(document, toll.first) and _unbroken(context, begin, toll.first)


def _war_lasts(words: Sequence[str], at: int) -> bool:
    """Say whether it is a war that lasts since a time at word `at`: "الحرب المستمرة منذ نيسان"."""
    return not forms_of("casualty-words", "war").isdisjoint(words[max(0, at - 3) : at])


def _unbroken(context: Context, first: int, stop: int) -> bool:
    """Say whether neither a comma, a theme, a day nor a relative clause stands between two words."""
    document = context.document
    if any(_parted(document, at) for at in range(first, stop)) or context.clauses_between(first, stop):
        return False
    if not _others().isdisjoint(document.words[first:stop]):
        return False
    return not any(first <= date.first < stop and not _is_long(context, date) for date in context.annotations.dates)


@cache
def _others() -> frozenset[str]:
    """Return the words behind which a time tells of something else: "التي تشهد نزاعاً منذ سنوات", "أعنف موجة منذ"."""
    ranks = forms_of("dates", "rank")
    return forms_of("casualty-words", "break", "ranked") | ranks | {rank.removeprefix("ال") for rank in ranks}


def _parted(document: Document, at: int) -> bool:
    return not _PARTING.isdisjoint(document.gap(at))


def _attributive(document: Document, at: int) -> bool:
    """Say whether a time only tells since when something is as it is: "المحاصرة منذ 2013", "تدور فيه حرب منذ"."""
    if at == 0 or _parted(document, at):
        return False
    before = document.words[at - 1]
    a_war = before in forms_of("casualty-words", "war") and not before.startswith("ال")
    return a_war or before in forms_of("casualty-words", "lasting")
