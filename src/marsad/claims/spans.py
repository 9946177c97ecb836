"""Periods that are put together of words: "بين شباط ونيسان", "الربع الأول من 2021", "الأسبوع الذي سبقه"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from marsad.claims.lists import says, spells, spells_any
from marsad.claims.units import is_of_the_month, month_of, rank_of, unit_of
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = [
    "Period", "bare_parts", "before", "begun", "lone_years", "parts_of_years", "periods_before", "spans",
    "within_month",
]  # fmt: skip

_PARTS = {"quarter": 3, "half": 6, "third": 4}
_PART, _MONTHS, _YEARS = 3, 12, (1990, 2100)
_OPEN_REACH = 2
_SHORTEST = 28
_BEGUN_REACH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time expression of words `first` to `stop` (excluded) as a window for counting.

    `start` and `end` are None where it is too vague for days ("خلال الأيام الماضية"). `since` is an open period that
    runs to publication; `happening` says that it began with an act ("منذ بدء الهجوم"), `firm` that a preposition or
    adjective makes it a period and no mere date; `day` that it is a single day. `told_at` is the word of an earlier
    sentence that tells its beginning ("منذ ذلك الحين").
    """

    first: int
    stop: int
    start: date | None
    end: date | None
    since: bool = False
    happening: bool = False
    firm: bool = False
    day: bool = False
    told_at: int | None = None


def spans(document: Document, dates: tuple[DateMention, ...], numbers: tuple[NumberMention, ...]) -> list[Period]:
    """Read two days, months or years told as the ends of one period: "بين شباط ونيسان", "من 3 آذار حتى 9 نيسان"."""
    words, on, found = document.words, document.published_on, []
    for left, right in pairwise(dates):
        between = words[left.stop : right.first]
        if document.gap(right.first).strip() or len(between) > 1:
            continue
        opened = _opener(words, left.first)
        bounded = opened is not None and says(words[opened], "between")
        if right.start == on and right.end == on and not bounded:
            continue  # "منذ 8 كانون الأول وحتى اليوم" runs on
        if left.scope == "since" and on is not None and right.start == right.end == on - timedelta(1):
            continue  # "منذ بداية عام 2022 وحتى يوم أمس"
        if opened is None and left.first and unit_of(words[left.first - 1]) == "M":
            opened = left.first
        if opened is None or left.start is None or right.end is None or left.start > right.end:
            continue
        and_more = not between and words[right.first].startswith("و")
        leads = bool(between) and (between[0] == "و" or says(between[0], "span-to"))
        start = left.start
        if left.first and unit_of(words[left.first - 1]) == "M" and words[left.first - 1].startswith("ال"):
            opened, start = left.first - 1, start.replace(day=1)  # "الأشهر الثلاثة من أيلول إلى تشرين الثاني"
        if not leads and not (and_more and says(words[opened], "between")):
            continue  # "منذ عام 1990 والاثنين" are no ends of one period
        if on is None or start <= on:
            end = min(right.end, on or right.end)
            found.append(Period(first=opened, stop=right.stop, start=start, end=end, firm=True))
    found += _within_it(document, dates, numbers)
    found += _years_between(document, numbers)
    found += [
        period
        for told in dates
        if (
            period := _to_a_month(document, told, dates)
            or _to_yesterday(document, told)
            or _from_day(document, told, numbers)
        )
    ]
    for told in dates:
        opened, begins, last = _opener(words, told.first), told.start, told.end
        if told.scope == "since" and told.end == on:
            continue
        if "/" not in told.timex_value or opened is None or begins is None or last is None or begins > (on or begins):
            continue
        ahead = (
            not says(words[opened], "between")
            and last == on
            and (unit_of(words[told.stop - 1]) == "D" or spells(words[told.stop - 1], "now-spoken"))
        )  # "من 17 تموز حتى اليوم"
        found.append(
            Period(first=opened, stop=told.stop, start=begins, end=min(last, on or last), firm=True, since=ahead)
        )
    return found


def _years_between(document: Document, numbers: tuple[NumberMention, ...]) -> list[Period]:
    """Read "بين 2015 و2020", which is told as one number between two."""
    on, more = document.published_on, []
    for told in numbers:
        low, high = told.estimate.low, told.estimate.high
        if told.kind != "range" or low is None or high is None or not _YEARS[0] <= low < high <= _YEARS[1]:
            continue
        if (
            on is not None
            and low <= on.year
            and spells(document.words[told.first].removeprefix("و"), "from-or-between")
        ):
            end = min(date(high, 12, 31), on)
            more.append(Period(first=told.first, stop=told.stop, start=date(low, 1, 1), end=end, firm=True))
    return more


def _to_a_month(document: Document, told: DateMention, dates: tuple[DateMention, ...]) -> Period | None:
    """Read "بين يناير ومارس", whose second month alone is no date: it may be a verb."""
    words, on = document.words, document.published_on
    opened = _opener(words, told.first)
    behind = words[told.stop] if told.stop < len(words) and not document.gap(told.stop).strip() else ""
    month = month_of(behind.removeprefix("و")) if behind.startswith("و") else None
    if any(one.first <= told.stop < one.stop for one in dates):
        return None
    before_it = words[told.first - 1] if told.first else ""
    if month is None or told.start is None:
        return None
    if opened is None and month == told.start.month + 1 and (says(before_it, "into") or unit_of(before_it) == "M"):
        opened = told.first - 1  # "في تموز وآب", "خلال شهري تموز وآب"
    elif opened is None or not says(words[opened], "between"):
        return None
    year = told.start.year + (month < told.start.month)
    end = date(year, month, monthrange(year, month)[1])
    return Period(first=opened, stop=told.stop + 1, start=told.start, end=min(end, on or end), firm=True)


def _to_yesterday(document: Document, told: DateMention) -> Period | None:
    """Read "بين الثاني عشر من آب وأمس الخميس", which is told as one date."""
    words, on = document.words, document.published_on
    opened = _opener(words, told.first)
    ends = any(spells(word.removeprefix("و"), "the-day-before") for word in words[told.first + 1 : told.stop])
    if not ends or opened is None or told.start is None or on is None or told.start >= on - timedelta(1):
        return None
    return Period(first=opened, stop=told.stop, start=told.start, end=on - timedelta(1), firm=True)


def _from_day(document: Document, told: DateMention, numbers: tuple[NumberMention, ...]) -> Period | None:
    """Read "من الأول إلى الخامس عشر من الشهر", "بين 3 و19 آذار": the first day is told without its month."""
    words, on, end = document.words, document.published_on, told.end
    at = told.first
    if not words[at].startswith("و"):
        at -= 1
        if at < 0 or not says(words[at], "span-to"):
            return None
    first = next((one for one in numbers if one.stop == at), None)
    if first is None or first.first == 0 or end is None or told.start != end or told.scope != "point":
        return None
    opened = words[first.first - 1]
    day = first.value if isinstance(first.value, int) else 0
    if not says(opened, "span-opener") or not 0 < day < end.day or (on is not None and end > on):
        return None
    return Period(first=first.first - 1, stop=told.stop, start=end.replace(day=day), end=end, firm=True)


def _within_it(document: Document, dates: tuple[DateMention, ...], numbers: tuple[NumberMention, ...]) -> list[Period]:
    """Read "بين مطلع نيسان والعاشر منه": up to a day of the month told first."""
    words, on, more = document.words, document.published_on, []
    for told in dates:
        opened = _opener(words, told.first)
        last = next((one for one in numbers if told.stop <= one.first <= told.stop + 1), None)
        if (
            opened is None
            or told.start is None
            or last is None
            or not spells_any(words[last.stop : last.stop + 1], "of-it")
        ):
            continue
        joined = words[last.first].startswith("و") or says(words[last.first - 1], "span-to")
        if not joined or not isinstance(last.value, int) or not told.start.day < last.value <= _SHORTEST:
            continue
        end = told.start.replace(day=last.value)
        more.append(Period(first=opened, stop=last.stop + 1, start=told.start, end=min(end, on or end), firm=True))
    return more


def within_month(document: Document, numbers: tuple[NumberMention, ...]) -> list[Period]:
    """Read "بين السادس والعاشر من الشهر": days of the month of publication, told by their ranks."""
    words, on = document.words, document.published_on
    more: list[Period] = []
    for left, right in pairwise(numbers):
        low, high = left.value, right.value
        if on is None or left.stop != right.first or not words[right.first].startswith("و") or left.first == 0:
            continue
        if not spells(words[left.first - 1], "between") or not is_of_the_month(words[right.stop : right.stop + 2]):
            continue
        if isinstance(low, int) and isinstance(high, int) and 1 <= low < high <= on.day:
            start, end = on.replace(day=low), on.replace(day=high)
            more.append(Period(first=left.first - 1, stop=right.stop + 2, start=start, end=end, firm=True))
    return more


def _opener(words: tuple[str, ...], first: int) -> int | None:
    """Return where "بين" or "من" opens a period whose first end is told in word `first`, None where nothing does."""
    reach = range(first, max(first - _OPEN_REACH, 0) - 1, -1)
    return next((at for at in reach if says(words[at], "span-opener")), None)


def begun(document: Document, dates: tuple[DateMention, ...], found: list[Period]) -> list[Period]:
    """Read the day on which acts began that a relative clause tells of: "الاشتباكات التي اندلعت مطلع نيسان"."""
    words, on = document.words, document.published_on
    more: list[Period] = []
    for told in dates:
        low = max(told.first - _BEGUN_REACH, 1)
        verb = next((at for at in range(told.first - 1, low - 1, -1) if spells(words[at], "began")), None)
        if (
            verb is None
            or not spells(words[verb - 1], "having")
            or told.start is None
            or on is None
            or told.scope != "point"
        ):
            continue
        if any("،" in document.gap(at) for at in range(verb, told.first + 1)) or (on - told.start).days <= 1:
            continue
        if told.start != told.end and spells(words[verb], "launched-on"):
            continue  # "الغارات التي شنها التحالف الشهر الماضي"
        if (
            told.start < on
            and told.end is not None
            and not any(one.first <= verb < one.stop for one in (*found, *more))
        ):
            found[:] = [one for one in found if not (told.first <= one.first < told.stop)]
            more.append(
                Period(first=verb, stop=told.stop, start=told.start, end=on, since=True, happening=True, firm=True)
            )
    return more


def lone_years(document: Document, found: list[Period], numbers: tuple[NumberMention, ...]) -> list[Period]:
    """Read a year that only its place tells: "خلال 2021"."""
    words, on, more = document.words, document.published_on, []
    for number in numbers:
        year = number.value
        if not isinstance(year, int) or not _YEARS[0] <= year <= _YEARS[1] or number.first == 0:
            continue
        before_it = words[number.first - 1]
        placed = any(says(before_it, role) for role in ("had", "publication")) or spells(before_it, "year-opener")
        if not placed or any(one.first <= number.first < one.stop for one in found):
            continue
        end = date(year, 12, 31)
        if on is None or year <= on.year:
            more.append(
                Period(
                    first=number.first - 1, stop=number.stop, start=date(year, 1, 1), end=min(end, on or end), firm=True
                )
            )
    return more


def periods_before(document: Document, found: list[Period]) -> list[Period]:
    """Add "الأسبوع الذي سبقه" and "الأسبوع السابق": as long as the period told before it, and just before that."""
    words, on, more, kept = document.words, document.published_on, [], found
    for at in range(len(words) - 1):
        length = unit_of(words[at].removeprefix("ب"))
        own = unit_of(words[at].removesuffix("ه").removesuffix("ها")) if length is None else None
        ahead = [one for one in found if one.stop <= at and one.start is not None and not one.since]
        if own not in (None, "D") and spells(words[at + 1], "earlier-one"):
            length = own  # "أكثر من أسبوعه الأسبق"
        elif length in (None, "D") or not words[at].startswith("ال") or not spells(words[at + 1], "earlier-one"):
            continue
        last = ahead[-1] if ahead else None
        if length is None or last is None or last.start is None or not _as_long(last, length):
            continue
        kept = [one for one in kept if not (at <= one.first < at + 2)]
        earlier = before(last.start, 1, length)
        more.append(Period(first=at, stop=at + 2, start=earlier, end=last.start - timedelta(1), firm=True))
    for at in range(len(words) - 2):
        length = unit_of(words[at].removeprefix("ب"))
        if length in (None, "D") or not spells(words[at + 1], "having") or not spells(words[at + 2], "before-it"):
            continue
        told = [one for one in found if one.stop <= at and one.start is not None]
        start = told[-1].start if told else on
        if start is not None:
            more.append(
                Period(first=at, stop=at + 3, start=before(start, 1, length), end=start - timedelta(1), firm=True)
            )
    for at in range(len(words) - 1):
        length = unit_of(words[at + 1].removeprefix("ب")) if words[at + 1].startswith("ب") else None
        told = [one for one in found if one.stop <= at and one.start is not None and not one.since and not one.day]
        if length in (None, "D") or not spells(words[at].removeprefix("و"), "before-it") or not told:
            continue
        start = told[-1].start
        if length is not None and start is not None:  # "خطفوا 27 هذا الأسبوع. وقبله بأسبوع خطفوا 9"
            kept = [one for one in kept if not (at <= one.first < at + 2)]
            earlier = before(start, 1, length)
            more.append(Period(first=at, stop=at + 2, start=earlier, end=start - timedelta(1), firm=True))
    return [*kept, *more]


def _as_long(period: Period, unit: str) -> bool:
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days in {"W": range(5, 8), "M": range(27, 31), "Y": range(360, 366)}[unit]


def parts_of_years(document: Document, found: list[Period], numbers: tuple[NumberMention, ...]) -> list[Period]:
    """Read "الربع الأول من 2021", "النصف الأول من 2024": the year stands alone."""
    words, on, more = document.words, document.published_on, []
    for number in numbers:
        at, year = number.first, number.value
        if (
            at < _PART
            or not spells(words[at - 1], "of")
            or not isinstance(year, int)
            or not _YEARS[0] <= year <= _YEARS[1]
        ):
            continue
        months = next((months for role, months in _PARTS.items() if says(words[at - 3], role)), 0)
        last = _MONTHS // months if months and spells(words[at - 2], "last-of") else 0
        rank = rank_of(words[at - 2]) or last
        if not months or not rank or months * rank > _MONTHS or any(one.first <= at < one.stop for one in found):
            continue
        start = date(year, months * (rank - 1) + 1, 1)
        end = date(year, months * rank, monthrange(year, months * rank)[1])
        if on is None or start <= on:
            more.append(Period(first=at - 3, stop=number.stop, start=start, end=min(end, on or end), firm=True))
    return more


def bare_parts(document: Document, found: list[Period]) -> list[Period]:
    """Read "الربع الأول", "بالنصف الأول" that no year follows: of the year told last, else of that of publication."""
    words, on, more = document.words, document.published_on, []
    for at in range(len(words) - 1):
        noun = words[at].removeprefix("ب") if words[at].startswith("بال") else words[at]
        months = next((months for role, months in _PARTS.items() if spells(noun, role)), 0)
        rank = rank_of(words[at + 1]) if months and noun.startswith("ال") else None
        if on is None or not rank or months * rank > _MONTHS or spells_any(words[at + 2 : at + 3], "of"):
            continue
        if any(one.first <= at < one.stop for one in found):
            continue
        ahead = [one.start.year for one in found if one.stop <= at and one.start is not None]
        year = ahead[-1] if ahead else on.year
        end = date(year, months * rank, monthrange(year, months * rank)[1])
        if end < on:
            start = date(year, months * (rank - 1) + 1, 1)
            more.append(Period(first=at, stop=at + 2, start=start, end=end, firm=True))
    return more


def before(day: date, count: int, unit: str) -> date:
    """Return the day so much earlier: hours and days, weeks, months and years of the calendar."""
    if unit in "HDW":
        days = -(-count // 24) if unit == "H" else count * (7 if unit == "W" else 1)
        return day - timedelta(min(days, 30_000))
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    year = max(year, 1)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
