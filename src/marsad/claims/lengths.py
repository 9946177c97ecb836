"""Lengths of time that count: "في شهر", "حصيلة أسبوع", "مئة يوم على الحرب", "الأيام العشرة الأولى من نيسان"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.spans import Period, before
from marsad.claims.units import is_of_the_month, is_one_month, unit_of
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["ends_of", "lengths", "units_current", "units_few", "units_past"]

_DUALS = ("ين", "ان")
_APPROACH = 5
_STOPS = frozenset("،؛.:؟!")
_YEARS = range(1990, 2101)
_MONTHS = 12
_SPOKEN = "هال"
"""Opening of "this" as it is spoken: "هالأسبوع", "بهالأسبوع"."""
_WAR_REACH, _BATTLE = 9, 3
"""Words at most from a war to how long it lasted, and days that it lasted at least: less is one act."""
_MOST = {"D": 400, "W": 100, "M": 60, "Y": 30}


def lengths(
    document: Document, found: list[Period], dates: tuple[DateMention, ...], numbers: tuple[NumberMention, ...]
) -> list[Period]:
    """Return the lengths up to publication that no date tells, where what stands before makes them a period."""
    on, more = document.published_on, []
    if on is None:
        return []
    words = document.words
    told_of = (
        one
        for one in dates
        if not is_one_month(words[one.stop - 2 : one.stop])
        and not spells(words[one.first], "after")
        and not (one.scope == "duration" and says(words[one.first], "lasted"))
    )
    taken = {at for one in found for at in range(one.first, one.stop)}
    taken.update(at for one in told_of for at in range(one.first, one.stop))
    for at in range(len(words)):
        told = _length(document, at, numbers)
        if told is None or not taken.isdisjoint(range(told[0], told[1])):
            continue
        first, stop, count = told
        unit = _unit_at(words[at]) or "D"
        opening = _opening_of(document, first, stop, count, unit) or _month_begun(document, first, stop, count, unit)
        if opening is not None:
            more.append(opening)
            continue
        begun = _year_begun(document, first, stop, numbers)
        if begun is not None:
            closes, year = begun
            start = date(year or on.year, 1, 1)
            end = min(_after(start, count, unit), on)
            if unit == "M" and spells(words[stop], "last-of"):
                start, end = date(year or on.year, max(13 - count, 1), 1), min(date(year or on.year, 12, 31), on)
            more.append(Period(first=first, stop=closes, start=start, end=end, firm=True))
            continue
        long = unit == "W" or (unit == "D" and count >= _BATTLE)
        opener = _licence(document, first, stop, war=long)
        if opener is not None and 0 < count <= _MOST[unit]:
            ran = spells_any(document.words[stop : stop + 1], "onto") and not says(document.words[opener], "licence")
            ran = ran and not says(document.words[opener], "lasted")  # "مئة يوم على الحرب"
            start = before(on, count, unit)
            more.append(Period(first=opener, stop=stop, start=start, end=on, firm=True, since=ran, happening=ran))
    return more


def _length(document: Document, at: int, numbers: tuple[NumberMention, ...]) -> tuple[int, int, int] | None:
    """Return first word, stop and count of a length whose unit is word `at`: "تسعة أيام", "الأيام العشرة", "شهر"."""
    words = document.words
    unit = _unit_at(words[at])
    if unit is None:
        return None
    if words[at].endswith(_DUALS) and not spells(words[at], "a-year"):
        return at, at + 1, 2
    if words[at].startswith("ب") and spells_any(words[at + 1 : at + 2], "one-only"):
        return at, at + 2, 1  # "بشهر واحد"
    counted = next((one for one in numbers if one.stop == at and isinstance(one.value, int)), None)
    if counted is not None and not words[at].startswith("ال"):
        return counted.first, at + 1, int(counted.value or 0)
    if words[at].startswith("ال") and _is_first_of(words[at + 1 : at + 3]) and unit in "WM":
        return at, at + 1, 1  # "الأسبوع الأول من العام"
    behind = next((one for one in numbers if one.first == at + 1 and isinstance(one.value, int)), None)
    if behind is not None and words[at].startswith("ال") and words[behind.first].startswith("ال"):
        return at, behind.stop, int(behind.value or 0)
    held = words[at].removeprefix("ب") if _with_in(words[at]) else words[at]
    lasted = at > 0 and words[at].endswith("ا") and says(words[at - 1], "lasted")  # "دامت شهراً في البلدة"
    if not lasted and not spells(held, "single-length"):
        return None
    one = at + 1 < len(words) and (spells(words[at + 1], "single") or spells(words[at + 1], "entire"))
    closed = _closes(document, at) or spells(words[at + 1], "length-of") or _counts_on(at, numbers)
    closed = closed or (at > 0 and says(words[at - 1], "licence") and spells(words[at + 1], "into"))  # "حصيلة أسبوع في"
    return (at, at + 1 + one, 1) if one or closed or lasted else None


def _is_first_of(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and spells(words[0], "the-first-one") and spells(words[1], "of")


def _counts_on(at: int, numbers: tuple[NumberMention, ...]) -> bool:
    """Say whether a count follows a length: "خلال شهر 45 عنصراً", and not "خلال شهر 5"."""
    counted = next((one for one in numbers if one.first == at + 1 and isinstance(one.value, int)), None)
    value = int(counted.value or 0) if counted is not None else 0
    return value > _MONTHS and value not in _YEARS


def _closes(document: Document, at: int) -> bool:
    """Say whether a pause follows word `at`, or its sentence ends with it, as that of a headline does."""
    ends = any(one.stop == at + 1 for one in document.sentences)
    return ends or not _STOPS.isdisjoint(document.gap(at + 1))


def _unit_at(word: str) -> str | None:
    return unit_of(word) or _with_in(word)


def _with_in(word: str) -> str | None:
    """Return the unit of two weeks, months or years with "in" written onto them: "بأسبوعين"."""
    held = word.startswith("ب") and (word.endswith("ين") or spells(word, "in-a-length"))
    unit = unit_of(word.removeprefix("ب")) if held else None
    return None if unit == "D" else unit


def _licence(document: Document, first: int, stop: int, *, war: bool) -> int | None:
    """Return the word from which a length is a period: "في", "حصيلة", or itself where it opens a sentence.

    `war` says that fighting so long is no single act.
    """
    words = document.words
    at = first - 1
    while at >= 0 and first - at <= _APPROACH and says(words[at], "nearly"):
        at -= 1
    sentence = next(one for one in document.sentences if one.first <= first < one.stop)
    if at >= sentence.first and says(words[at], "licence"):
        return at
    apart = any(spells(word.lstrip("وف"), "apart-in-time") for word in words[max(at - _APPROACH, 0) : first])
    if words[first].startswith("ب") and (stop - first > 1 or _with_in(words[first])) and not apart:
        return first  # "ثاني لغم ينفجر بتلات أيام", "بأسبوعين", and not "قبل الهجوم بثلاثة أيام"
    if at >= sentence.first and spells(words[at], "after") and spells_any(words[stop : stop + 1], "length-of"):
        fought = words[stop + 1 : stop + 3]
        return at if says_any(fought, "goes-on") else None
    if war and at >= sentence.first and _is_fought(document, sentence.first, at):
        return at
    opens = first == sentence.first and stop < sentence.stop and spells(words[stop], "length-of")
    opens = opens or (first == sentence.first and stop < sentence.stop and spells(words[stop], "went-by"))
    return first if opens else None


def _is_fought(document: Document, low: int, at: int) -> bool:
    """Say whether a war is told to have lasted so long: "وامتدت أحد عشر يوماً", "انتهت الحرب بعد 11 يوماً"."""
    words = document.words
    war = [one for one in range(max(low, at - _WAR_REACH), at) if says(words[one], "goes-on")]
    opener = words[war[-1] - 1] if war and war[-1] else ""
    if not war or spells(opener, "upon") or spells(opener, "since-told"):
        return False  # "بعد حصار دام أربع سنوات"
    if any(word.isdigit() and int(word) in _YEARS for word in words[low:at]):
        return False  # "حرب 2014 التي استمرت 51 يوماً"
    ahead = says_any(words[max(low, war[0] - 1) : war[0]], "lasted")  # "امتدت الاشتباكات في المخيم ثمانية أيام"
    return ahead or says(words[at], "lasted") or (spells(words[at], "after") and says_any(words[low:at], "ended"))


def _year_begun(
    document: Document, at: int, stop: int, numbers: tuple[NumberMention, ...]
) -> tuple[int, int | None] | None:
    """Return stop and year (None for this one) of "الأشهر الثلاثة الأولى من العام", whose first words are a length."""
    words = document.words
    edge = "".join(words[stop : stop + 1])
    if not words[at].startswith("ال") or not (spells(edge, "first-of") or spells(edge, "last-of")):
        return None
    year = next((one for one in numbers if one.first == stop + 2 and isinstance(one.value, int)), None)
    if year is not None and spells(words[stop + 1], "of") and int(year.value or 0) in _YEARS:
        return stop + 3, int(year.value or 0)
    closes = words[stop : stop + 3]
    told = len(closes) == 3 and spells(closes[1], "of") and spells(closes[2], "year-told")
    return (stop + 3, None) if told else None


def _month_begun(document: Document, at: int, stop: int, count: int, unit: str) -> Period | None:
    """Read "الأيام العشرة الأولى من الشهر": so long from the first of the month of publication on."""
    on, words = document.published_on, document.words
    if (
        on is None
        or unit not in "DW"
        or not words[at].startswith("ال")
        or not spells("".join(words[stop : stop + 1]), "first-of")
    ):
        return None
    if not is_of_the_month(words[stop + 1 : stop + 3]):
        return None
    start = on.replace(day=1)
    return Period(first=at, stop=stop + 3, start=start, end=min(_after(start, count, unit), on), firm=True)


def _opening_of(document: Document, first: int, stop: int, count: int, unit: str) -> Period | None:
    """Read "أول أسبوعين من السنة", "أول عشرة أيام من الشهر": so long from the turn of the year or month on."""
    on, words = document.published_on, document.words
    if (
        on is None
        or first < 1
        or not spells(words[first - 1].lstrip("وفب"), "first-days")
        or not spells_any(words[stop : stop + 1], "of")
    ):
        return None
    of = words[stop + 1] if stop + 1 < len(words) else ""
    whole = unit_of(of) if of.startswith("ال") else None
    if whole not in ("M", "Y"):
        return None
    start = _turn(on, whole)
    return Period(first=first - 1, stop=stop + 2, start=start, end=min(_after(start, count, unit), on), firm=True)


def units_current(document: Document, found: list[Period], numbers: tuple[NumberMention, ...]) -> list[Period]:
    """Read "خلال الأسبوع" that ends a clause or precedes a count: the week, month or year of publication so far."""
    counts = {one.first for one in numbers if isinstance(one.value, int) and one.value not in _YEARS}
    on, words, more = document.published_on, document.words, []
    for at in range(1, len(words)):
        unit = unit_of(words[at])
        closed = _closes(document, at) or at + 1 in counts
        if (
            on is None
            or unit in (None, "D")
            or not words[at].startswith("ال")
            or not spells(words[at - 1].removeprefix("و"), "throughout")
        ):
            continue
        if closed and not any(one.first <= at < one.stop for one in found):
            more.append(Period(first=at - 1, stop=at + 1, start=_turn(on, unit), end=on, firm=True))
    for at in range(len(words)):
        spoken = _spoken(words, at)
        if on is not None and spoken is not None and not any(one.first <= at < one.stop for one in found):
            unit, stop = spoken
            more.append(Period(first=at, stop=stop, start=_turn(on, unit), end=on, firm=True))
    return more


def _spoken(words: tuple[str, ...], at: int) -> tuple[str, int] | None:
    """Return unit and stop of "this week" or "this month" as it is spoken: "بهالأسبوع", "في الشهر دا"."""
    word, behind = words[at].removeprefix("و"), "".join(words[at + 1 : at + 2])
    this = word.removeprefix("ب").startswith(_SPOKEN)
    unit = unit_of(word.removeprefix("ب").removeprefix("ه")) if this else None
    if not this and word.removeprefix("ب").startswith("ال") and spells(behind, "this-spoken"):
        unit = unit_of(word.removeprefix("ب"))
    return None if unit in (None, "D") else (unit, at + 1 if this else at + 2)


def _turn(on: date, unit: str | None) -> date:
    """Return the first day of the week (7 days), month or year up to a day."""
    return on - timedelta(6) if unit == "W" else on.replace(day=1) if unit == "M" else date(on.year, 1, 1)


def units_past(document: Document, found: list[Period]) -> list[Period]:
    """Read "السنة المنقضية", "الشهر الفائت" where the dates do not: the year, month or 7 days before."""
    on, more = document.published_on, []
    for at in range(len(document.words) - 1):
        unit = unit_of(document.words[at].removeprefix("لل"))
        definite = document.words[at].startswith("ال") and spells(document.words[at + 1], "gone")
        if on is None or unit is None or not definite or any(one.first <= at < one.stop for one in found):
            continue
        start, end = before(on, 1, unit), on - timedelta(1)
        if unit == "Y":
            start, end = date(on.year - 1, 1, 1), date(on.year - 1, 12, 31)
        elif unit == "M":
            end = on.replace(day=1) - timedelta(1)
            start = end.replace(day=1)
        if unit != "D":
            more.append(Period(first=at, stop=at + 2, start=start, end=end, firm=True))
    return more


def units_few(document: Document, found: list[Period]) -> list[Period]:
    """Read "خلال الأسابيع القليلة الماضية", "خلال الفترة القريبة الماضية": a period too vague for days."""
    words, more = document.words, []
    for at in range(1, len(words) - 2):
        noun = words[at].startswith("ال") and (unit_of(words[at]) is not None or spells(words[at], "that-length"))
        few = spells(words[at + 1], "few-told") and spells(words[at + 2], "past")
        led = spells(words[at - 1].lstrip("وف"), "whole-month") or spells(words[at - 1], "and-in")
        if noun and few and led and not any(one.first <= at < one.stop for one in found):
            more.append(Period(first=at - 1, stop=at + 3, start=None, end=None, firm=True))
    return more


def ends_of(document: Document, told: DateMention, numbers: tuple[NumberMention, ...]) -> Period | None:
    """Read "الأشهر الستة الأولى من عام 2024", "الأسبوعين الأخيرين من تشرين الثاني": January to June, two weeks."""
    words, start, end = document.words, told.start, told.end
    edge = told.first - 1 - spells(words[told.first - 1], "of") if told.first > 1 else -1
    if (
        told.first > 1
        and spells(words[told.first], "first-of")
        and spells(words[told.first + 1], "of")
        and start is not None
    ):
        edge = told.first  # "الأولى من نيسان" is the first of April where no length stands before it
        end = start.replace(day=monthrange(start.year, start.month)[1])
    if (
        edge < 1
        or not (spells(words[edge], "first-of") or spells(words[edge], "last-of"))
        or start is None
        or end is None
        or start.day != 1
    ):
        return None
    at, count = edge - 1, 1
    counted = next((one for one in numbers if one.stop == edge and isinstance(one.value, int)), None)
    if counted is not None and counted.first > 0 and counted.kind != "dual":
        at, count = counted.first - 1, int(counted.value or 1)
    elif words[at].endswith("ين"):
        count = 2
    unit = unit_of(words[at])
    if unit is None or not words[at].startswith("ال") or not 0 < count <= _MOST[unit]:
        return None
    if spells(words[edge], "last-of"):
        start = max(start, before(end, count, unit) + timedelta(unit in "MY"))
    else:
        end = min(end, _after(start, count, unit))
    end = min(end, document.published_on or end)
    return Period(first=at, stop=told.stop, start=start, end=end, firm=True)


def _after(start: date, count: int, unit: str) -> date:
    """Return the last day of so many days, weeks or months that begin with `start`, the first of a month."""
    if unit in "DW":
        return start + timedelta(count * (7 if unit == "W" else 1) - 1)
    month = min(start.month + count - 1, 12) if unit == "M" else 12
    return date(start.year, month, monthrange(start.year, month)[1])
