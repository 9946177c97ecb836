"""What a time expression means in a report published on a given day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from marsad.annotate.dates import almanac
from marsad.annotate.dates.amounts import merged
from marsad.annotate.dates.grammar import Phrase
from marsad.annotate.dates.meaning import (
    Amount,
    Anaphor,
    Between,
    Calendar,
    Clock,
    Day,
    Edge,
    Feast,
    Lapse,
    Length,
    Meaning,
    Nights,
    Period,
    Repeated,
    Season,
    Shift,
    Since,
    Time,
    Weekday,
)
from marsad.frozen import dataclass
from marsad.model.report import Document
from marsad.model.when import DateMention, DatePrecision

__all__ = ["Resolved", "duration", "interval", "resolve", "so_long_before"]

_DAY, _WEEK, _MONTH = DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH
_LETTER = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "E",
}
_UNITS = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
_LENGTH = re.compile(r"P(?P<count>X|[\d.]+)(?P<letter>[DWMY])|PT(?P<hours>X|[\d.]+)H")
_PARTS = {
    "dawn": "MO", "morning": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "midnight": "NI",
    "day": "DT",
}  # fmt: skip
_CLOCK_UNITS = {"hour", "minute", "second"}
_DAYS = {
    "second": 0, "minute": 0, "hour": 1 / 24, "day": 1, "night": 1, "week": 7, "month": 30, "year": 365, "decade": 3650,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """An interval of days, its TIMEX3 value and what it is."""

    start: date | None
    end: date | None
    precision: DatePrecision
    timex_type: str
    timex_value: str
    scope: str = "point"
    reason: str | None = None


def resolve(phrase: Phrase, document: Document) -> DateMention:
    """Return the mention of a phrase read in a report."""
    meaning, part = phrase.meaning, None
    if isinstance(meaning, Time):
        part = meaning.part
    elif isinstance(meaning, Since) and isinstance(meaning.start, Time):
        part = meaning.start.part
    found = interval(meaning, document.published_on)
    return DateMention(
        span=document.span(phrase.first, phrase.stop),
        first=phrase.first,
        stop=phrase.stop,
        rule_id=phrase.rule,
        entry_id=phrase.entry_id,
        timex_type=found.timex_type,
        timex_value=found.timex_value,
        start=found.start,
        end=found.end,
        precision=found.precision,
        scope=found.scope,
        part_of_day=part,
        reason=found.reason,
    )


def interval(meaning: Meaning, on: date | None) -> Resolved:
    """Return the days that a meaning covers in a report published on a day."""
    match meaning:
        case Calendar():
            return _calendar(meaning, on)
        case Season(season, year, shift):
            found = almanac.season(season, year, shift, on)
            return _span(found, f"{year or (found[0].year if found else 'XXXX')}-{season}")
        case Feast(feast, year, shift):
            return _feast(feast, year, shift, on)
        case Time(day, part, clock):
            return _time(interval(day, on) if day is not None else None, part, clock, on)
        case Edge("early", Period("week", offset)) if on is not None:
            sunday = on - timedelta((on.weekday() + 1) % 7) + timedelta(7 * offset)
            return Resolved(sunday, sunday + timedelta(1), _WEEK, "DATE", f"{sunday + timedelta(1):%G-W%V}")
        case Edge("late", Period("week", offset)) if on is not None:
            saturday = on - timedelta((on.weekday() - 5) % 7) + timedelta(7 * max(offset, 0))
            return Resolved(saturday, saturday + timedelta(1), _WEEK, "DATE", f"{saturday:%G-W%V}-WE")
        case Edge(edge, of):
            return _edge(edge, interval(of, on), on)
        case Since(start):
            return _since(interval(start, on), on)
        case Between(first, last):
            return _between(first, last, on)
        case Length(amount, recent):
            return _length(amount, recent, on)
        case Repeated(unit, weekday):
            value = f"XXXX-WXX-{weekday + 1}" if weekday is not None else f"P1{_LETTER[unit]}"
            return Resolved(None, None, _MONTH, "SET", value, "repeated", "repeated")
        case Anaphor(amount, _):
            return Resolved(None, None, _DAY, "DATE", duration(amount), "point", "anaphoric")
    return _relative(meaning, on)


def _relative(meaning: Meaning, on: date | None) -> Resolved:
    if on is None:
        return Resolved(None, None, _DAY, "DATE", _partial(meaning), "point", "no publication date")
    match meaning:
        case Day(offset, weekday):
            return _one(_told_day(on + timedelta(offset), weekday, on))
        case Weekday(day, shift, week):
            return _one(_weekday(day, shift, week, on))
        case Nights(first, _):
            start = _weekday(first, 0, None, on)
            if start == on:
                start -= timedelta(7)
            return Resolved(start, start + timedelta(1), _DAY, "TIME", f"{start}TNI")
        case Shift(amount, sign):
            return _shift(*merged(amount), sign, on)
        case Period(unit, offset):
            return _period(unit, offset, on)
        case Lapse(amount, sign):
            return _lapse(amount, sign, on)
    raise AssertionError(meaning)


def _partial(meaning: Meaning) -> str:
    """Say in TIMEX3 what is known without a day of publication."""
    match meaning:
        case Weekday(day):
            return f"XXXX-WXX-{day + 1}"
        case Day(offset) | Period(_, offset):
            return "PAST_REF" if offset < 0 else "FUTURE_REF" if offset > 0 else "PRESENT_REF"
        case Shift(sign=sign) | Lapse(sign=sign):
            return "PAST_REF" if sign < 0 else "FUTURE_REF"
    return "XXXX"


def _one(day: date) -> Resolved:
    return Resolved(day, day, _DAY, "DATE", day.isoformat())


def _told_day(day: date, weekday: int | None, on: date) -> date:
    """Trust the name of the day over the count: "اليوم الثلاثاء" published past midnight is Tuesday."""
    if weekday is None or day.weekday() == weekday:
        return day
    back = (on.weekday() - weekday) % 7
    return on - timedelta(back) if back <= 3 else day


def _weekday(day: int, shift: int, week: int | None, on: date) -> date:
    """The last such day up to publication; "الماضي" is before publication, "المقبل" after it."""
    if week is not None:
        return on - timedelta(on.weekday()) + timedelta(day + 7 * week)
    back = (on.weekday() - day) % 7
    if shift == 0:
        return on - timedelta(back)
    if shift < 0:
        return on - timedelta((back or 7) + 7 * (-shift - 1))
    return on + timedelta((day - on.weekday()) % 7 or 7) + timedelta(7 * (shift - 1))


def _shift(count: float | None, unit: str, sign: int, on: date) -> Resolved:
    if count is None:
        return _vague(unit, sign, on)
    if unit in _CLOCK_UNITS:
        return _one(on + sign * timedelta(round(count * _DAYS[unit])))
    if unit in {"day", "night"}:
        return _one(on + sign * timedelta(round(count)))
    if unit == "week":
        day = on + sign * timedelta(round(7 * count))
        return Resolved(day, day, _WEEK, "DATE", day.isoformat())
    months = round(count * {"month": 1, "year": 12, "decade": 120}[unit])
    if not -20_000 < months < 20_000:
        return Resolved(None, None, _MONTH, "DATE", "XXXX", "point", "out of range")
    day = almanac.add_months(on, sign * months)
    if unit == "month":
        return Resolved(day, day, _MONTH, "DATE", f"{day:%Y-%m}")
    return Resolved(date(day.year, 1, 1), date(day.year, 12, 31), _MONTH, "DATE", f"{day.year:04}")


def _vague(unit: str, sign: int, on: date) -> Resolved:
    """Read "قبل ساعات" as the day itself; "قبل أيام" the week before, "قبل أسابيع" the month before."""
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if unit in _CLOCK_UNITS:
        return Resolved(on, on, _DAY, "DATE", value)
    far, near, precision = {
        "day": (7, 1, _WEEK), "night": (7, 1, _WEEK), "week": (31, 7, _MONTH), "month": (365, 31, _MONTH),
    }.get(unit, (3650, 365, _MONTH))  # fmt: skip
    if sign < 0:
        return Resolved(on - timedelta(far), on - timedelta(near), precision, "DATE", value)
    return Resolved(on + timedelta(near), on + timedelta(far), precision, "DATE", value)


def _period(unit: str, offset: int, on: date) -> Resolved:
    if unit in _CLOCK_UNITS:
        return _one(on)
    if unit in {"day", "night"}:
        return _one(on + timedelta(offset))
    if unit == "week":
        year, week, _ = (on + timedelta(7 * offset)).isocalendar()
        value = f"{year}-W{week:02}"
        if offset < 0:
            return Resolved(on + timedelta(7 * offset), on + timedelta(7 * offset + 6), _WEEK, "DATE", value)
        if offset == 0:
            return Resolved(on - timedelta(6), on, _WEEK, "DATE", value)
        monday = on - timedelta(on.weekday()) + timedelta(7 * offset)
        return Resolved(monday, monday + timedelta(6), _WEEK, "DATE", value)
    if unit == "month":
        first = almanac.add_months(on.replace(day=1), offset)
        last = almanac.month_end(first)
        return Resolved(first, on if offset == 0 else last, _MONTH, "DATE", f"{first:%Y-%m}")
    year = on.year + offset * (10 if unit == "decade" else 1)
    end = on if offset == 0 else date(year, 12, 31)
    return Resolved(date(year, 1, 1), end, _MONTH, "DATE", f"{year:04}")


def duration(amount: Amount) -> str:
    """Return an amount in TIMEX3: "يومين وساعة" is P2DT1H; X where the count is unsaid."""
    text, clock = "P", False
    for count, unit in amount:
        if unit in _CLOCK_UNITS and not clock:
            text, clock = text + "T", True
        text += f"{'X' if count is None else f'{count:g}'}{_LETTER[unit]}"
    return text


def so_long_before(length: str, on: date) -> Resolved | None:
    """Return the time that lies so long before a day, its length told in TIMEX3 ("P2W"), or None for a mixed one."""
    read = _LENGTH.fullmatch(length)
    if read is None:
        return None
    count = read["count"] or read["hours"]
    return _shift(None if count == "X" else float(count), _UNITS[read["letter"] or "H"], -1, on)


def _lapse(amount: Amount, sign: int, on: date) -> Resolved:
    """Read "آخر 24 ساعة": from the day before to publication. "الساعات الماضية" are of the day itself."""
    count, unit = merged(amount)
    if count is None and unit in _CLOCK_UNITS and sign < 0:
        return Resolved(on, on, _DAY, "DURATION", duration(amount))
    if count is None:
        days = {"day": 7, "night": 7, "week": 30, "month": 180, "year": 3650, "decade": 7300}.get(unit, 1)
    else:
        days = min(max(1, round(count * _DAYS[unit])), 100_000)
    precision = _WEEK if days <= 7 else _MONTH
    if sign > 0:
        return Resolved(on, on + timedelta(days), precision, "DURATION", duration(amount))
    return Resolved(on - timedelta(days), on, precision, "DURATION", duration(amount))


def _length(amount: Amount, recent: bool, on: date | None) -> Resolved:
    """Give "خلال ثلاثة أيام" its days up to publication; "لثلاثة أيام" has none."""
    count, unit = merged(amount)
    value = duration(amount)
    if not recent or on is None or count is None or count * _DAYS[unit] > 31:
        return Resolved(None, None, _WEEK, "DURATION", value, "duration", "a length names no day")
    back = count * _DAYS[unit]
    start = on - timedelta(round(back) if unit in _CLOCK_UNITS else max(0, round(back) - 1))
    return Resolved(start, on, _WEEK if (on - start).days <= 7 else _MONTH, "DURATION", value, "duration")


def _span(days: tuple[date, date] | None, value: str) -> Resolved:
    if days is None:
        return Resolved(None, None, _MONTH, "DATE", value, "point", "no publication date")
    return Resolved(days[0], days[1], _MONTH, "DATE", value)


def _calendar(told: Calendar, on: date | None) -> Resolved:
    if told.same_month:
        return Resolved(None, None, _DAY, "DATE", f"XXXX-XX-{told.day:02}", "point", "anaphoric")
    days = almanac.days(told, on)
    if days is None:
        month = f"{told.month:02}" if told.month else "XX"
        value = f"{told.year or 'XXXX'}-{month}" + (f"-{told.day:02}" if told.day else "")
        reason = "no publication date" if on is None else "no such day"
        return Resolved(None, None, _DAY if told.day else _MONTH, "DATE", value, "point", reason)
    start, end = days
    if start == end:
        return _one(start)
    value = f"{start:%Y-%m}" if told.month or told.months is not None else f"{start.year:04}"
    if told.hijri:
        value = f"{start}/{end}"
    return Resolved(start, end, _MONTH, "DATE", value)


def _feast(feast: str, year: int | None, shift: int | None, on: date | None) -> Resolved:
    days = almanac.feast(feast, year, shift, on)
    if days is None:
        return Resolved(None, None, _WEEK, "DATE", "XXXX", "point", "no publication date")
    start, end = days
    long = (end - start).days > 7
    value = start.isoformat() if not long else f"{start}/{end}"
    return Resolved(start, end, _MONTH if long else _WEEK if start != end else _DAY, "DATE", value)


def _time(day: Resolved | None, part: str | None, clock: Clock | None, on: date | None) -> Resolved:
    hour = ""
    if clock is not None:
        hour = f"T{almanac.hour(clock.hour, part):02}"
        hour += f":{clock.minute:02}" if clock.minute is not None else ""
        hour += f":{clock.second:02}" if clock.second is not None else ""
    elif part is not None:
        hour = f"T{_PARTS[part]}"
    if day is None:
        if part is None:
            return Resolved(None, None, _DAY, "TIME", hour, "point", "an hour names no day")
        if on is None:
            return Resolved(None, None, _DAY, "TIME", f"XXXX-XX-XX{hour}", "point", "no publication date")
        # ليلاً is the night before publication, as the codebook has "last night"
        told = on - timedelta(1) if part == "night" and clock is None else on
        return Resolved(told, told, _DAY, "TIME", f"{told}{hour}")
    if day.timex_type == "TIME":
        return day
    if day.start != day.end:
        one_night = part == "night" and day.start and day.end and (day.end - day.start).days == 1
        precision = _DAY if one_night else day.precision
        return Resolved(day.start, day.end, precision, day.timex_type, day.timex_value, day.scope, day.reason)
    return Resolved(day.start, day.end, day.precision, "TIME", day.timex_value + hour, day.scope, day.reason)


def _edge(edge: str, of: Resolved, on: date | None) -> Resolved:
    """The codebook's thirds: a month is 1-10, 11-20 and 21-end; none reaches past publication."""
    if of.start is None or of.end is None:
        return of
    whole_end = almanac.whole_end(of.start, of.timex_value) or of.end
    start, end = almanac.third(edge, of.start, whole_end)
    if on is not None and start <= on < end:
        end = on
    return Resolved(start, end, of.precision, "DATE", of.timex_value)


def _since(start: Resolved, on: date | None) -> Resolved:
    value = start.timex_value
    if start.start is None:
        return Resolved(None, None, start.precision, start.timex_type, value, "since", start.reason)
    if on is None:
        return Resolved(start.start, None, start.precision, start.timex_type, value, "since", "no publication date")
    if start.start > on:
        return Resolved(start.start, start.end, start.precision, start.timex_type, value, "since")
    days = (on - start.start).days
    precision = _DAY if days == 0 else _WEEK if days <= 7 else _MONTH
    return Resolved(start.start, on, precision, start.timex_type, value, "since")


def _between(first: Meaning | None, last: Meaning | None, on: date | None) -> Resolved:
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.year is None and last.year is not None:
        later = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
        first = replace(first, year=last.year - later)
    left = interval(first, on) if first is not None else None
    right = interval(last, on) if last is not None else None
    start = left.start if left is not None else None
    end = right.end if right is not None else None
    if start is not None and end is not None and start > end:
        if isinstance(first, Weekday):
            start -= timedelta(7)
        elif isinstance(last, Calendar) and last.year is None and not last.hijri:
            end = end.replace(year=start.year) if end.replace(year=start.year) >= start else end
    if start is not None and end is not None and start > end:
        start, end = end, start  # اليوم وأمس
    if start is None or end is None:
        reason = (left.reason if left else None) or (right.reason if right else None) or "one side is open"
        return Resolved(start, end, _WEEK, "DATE", "XXXX", "point", reason)
    precision = _WEEK if (end - start).days <= 7 else _MONTH
    return Resolved(start, end, precision, "DATE", f"{start}/{end}")
