"""Answer number-and-date suites with marsad's grammar of dates: `--system suite_dates:answer`.

The suites give an expression alone and a reference time, and each takes the convention of the library it
came from: "يوم الاثنين" is the NEXT Monday, "قبل شهر" a whole month. marsad's own rule is for news, where the
same words look back. So the words are read by `marsad.annotate.dates.grammar` and the meaning that comes out
is resolved here, by a `Convention`; `answer_as_news` gives what the annotator itself says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from marsad.annotate.dates import almanac, find
from marsad.annotate.dates.amounts import amount, merged
from marsad.annotate.dates.clock import minutes_after
from marsad.annotate.dates.grammar import STARTERS, Phrase, read
from marsad.annotate.dates.meaning import (
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
    Period,
    Season,
    Shift,
    Since,
    Time,
    Weekday,
)
from marsad.annotate.dates.words import Words
from marsad.annotate.numbers import find as find_numbers
from marsad.model.report import Document, Report
from marsad.normalise import fold_text
from marsad.segment import split

_TO = {"الي", "حتي", "وحتي", "والي"}
_CLOCK_UNITS = ("hour", "minute", "second")


@dataclass(frozen=True)
class Convention:
    """What a suite takes for granted. `ahead`: days with no year, weekdays and hours look forward."""

    ahead: bool
    week_starts: int
    whole_units: bool
    """ "قبل شهر" is the whole month, not the day a month ago."""
    today_counts: bool = True
    """A weekday may be the reference day itself."""
    end_inclusive: bool = False


_CONVENTIONS = {
    "duckling": Convention(ahead=True, week_starts=0, whole_units=False, today_counts=False),
    "maha": Convention(ahead=False, week_starts=6, whole_units=True, end_inclusive=True),
    "dateparser": Convention(ahead=False, week_starts=0, whole_units=False),
}


@dataclass(frozen=True)
class Cell:
    """A stretch of time: from `start` for one `grain`, or to `end`."""

    start: datetime | None
    grain: str
    end: datetime | None = None


def answer(item: dict[str, Any]) -> dict[str, Any] | None:
    """Answer one item of a suite, by the suite's convention."""
    document = _document(item)
    words = Words(document, find_numbers(document))
    if item["kind"] == "duration":
        return _duration(words)
    if item["kind"] == "am_pm":
        return _am_pm(words)
    if item["kind"] != "time":
        return None
    told = datetime.fromisoformat(item["reference_time"]).replace(tzinfo=None)
    convention = next((c for name, c in _CONVENTIONS.items() if item["suite"].startswith(name)), _CONVENTIONS["maha"])
    cell = _combined(words, told, convention)
    if cell is None:
        return None
    return {
        "start": cell.start.isoformat() if cell.start else None,
        "end": cell.end.isoformat() if cell.end else None,
        "grain": cell.grain,
    }


def answer_as_news(item: dict[str, Any]) -> dict[str, Any] | None:
    """Answer one item with the annotator's own days, as in a report published on the reference day."""
    if item["kind"] != "time":
        return answer(item)
    document = _document(item)
    mentions = [mention for mention in find(document, numbers=find_numbers(document)) if mention.start is not None]
    if not mentions:
        return None
    mention = max(mentions, key=lambda found: found.stop - found.first)
    start, end = mention.start, mention.end
    clock = mention.timex_value.partition("T")[2] if mention.timex_type == "TIME" else ""
    if clock[:2].isdigit():
        grain = ("hour", "minute", "second")[clock.count(":")]
        return {"start": f"{start}T{clock if ':' in clock else clock + ':00'}", "end": None, "grain": grain}
    grain = {4: "year", 7: "month", 8: "week"}.get(len(mention.timex_value), "day")
    if start == end or grain != "day":
        return {"start": f"{start}T00:00:00", "end": None, "grain": grain}
    assert end is not None
    return {"start": f"{start}T00:00:00", "end": f"{end + timedelta(1)}T00:00:00", "grain": "day"}


def _document(item: dict[str, Any]) -> Document:
    reference = item.get("reference_time")
    published_on = datetime.fromisoformat(reference).date() if reference else None
    report = Report(report_id=item["id"], text=item["expr"], published_on=published_on)
    return split(report, fold_text(report.source_text))


def _am_pm(words: Words) -> dict[str, Any] | None:
    part = next((token.name for i in range(len(words.words)) if (token := words.get(i, "part"))), None)
    return {"am_pm": "AM" if part in {"dawn", "morning"} else "PM"} if part else None


def _duration(words: Words) -> dict[str, Any] | None:
    total: dict[str, float] = {}
    index = 0
    while index < len(words.words):
        found = amount(words, index)
        if found is None or found.amount[0][0] is None:
            return None if not total or index == 0 else _components(total)
        for count, unit in found.amount:
            total[unit] = total.get(unit, 0) + (count or 0)
        index = found.stop
        if words.word(index) == "و":
            index += 1
    return _components(total) if total else None


def _components(total: dict[str, float]) -> dict[str, Any]:
    return {
        "components": [{"value": value, "unit": "day" if unit == "night" else unit} for unit, value in total.items()]
    }


def _combined(words: Words, told: datetime, convention: Convention) -> Cell | None:
    """Join the phrases of an expression: a day with an hour, a weekday with a week, an hour to another."""
    special = _minute_of_hour(words, told) or _hour_range(words, told)
    if special is not None:
        return special
    phrases: list[Phrase] = []
    stop = 0
    for index in words.positions(STARTERS):
        if index >= stop and (phrase := read(words, index)) is not None:
            phrases.append(phrase)
            stop = phrase.stop
    if not phrases:
        return _listed_ago(words, told, convention)
    shown: Cell | None = None
    for phrase in phrases:
        cell = _phrase_cell(words, phrase, told, convention)
        if cell is None:
            continue
        if words.word(phrase.first - 1) in _TO and isinstance(phrase.meaning, Time):
            shown = _hours(shown, cell, phrases, told, convention)
        else:
            shown = cell if shown is None else _both(shown, cell, phrases[0].meaning, phrase.meaning)
    return shown


def _minute_of_hour(words: Words, told: datetime) -> Cell | None:
    """Read "الدقيقة 3" and "12 دقيقة" as maha does: that minute of the reference hour."""
    unit = next((token for index in range(2) if (token := words.get(index, "unit")) and token.name == "minute"), None)
    number = (words.ordinal(0) or words.number(0)) if unit is None or unit.first else None
    if unit is not None and unit.first == 0:
        number = words.ordinal(unit.stop) or words.number(unit.stop)
        end = number[0] if number else 0
    elif number is not None and (found := words.get(number[0], "unit")) is not None and found.name == "minute":
        end = found.stop
    else:
        return None
    if number is None or end != len(words.words) or not 0 < number[1] < 60:
        return None
    return Cell(told.replace(minute=number[1], second=0), "minute")


def _hour_range(words: Words, told: datetime) -> Cell | None:
    """Read hours told by bare number words, "من الستة للسبعة", which a report never does."""
    start = next((index for index, word in enumerate(words.words) if word == "من"), None)
    if start is None:
        return None
    first = _spoken_hour(words, start + 1)
    if first is None:
        return None
    after = first[0] + (words.word(first[0]) in {*_TO, "لل"})
    last = _spoken_hour(words, after)
    if last is None or (after == first[0] and not words.word(after).startswith("ل")):
        return None
    (_, left, opening), (stop, right, closing) = first, last
    days = [_phrase_cell(words, p, told, _CONVENTIONS["maha"]) for i in (*range(start), *range(stop, len(words.words)))
            if (p := read(words, i)) is not None and not isinstance(p.meaning, Time)]  # fmt: skip
    day = next((cell.start for cell in days if cell is not None and cell.start is not None), told)
    same = stop >= len(words.words) or start > 0
    begin = datetime.combine((day if same else told).date(), time(left.hour, left.minute or 0))
    end = datetime.combine(day.date(), time(right.hour, right.minute or 0))
    if opening is None and closing in {"afternoon", "evening"}:
        begin = begin.replace(hour=almanac.hour(left.hour, closing))
    if closing is None and opening in {"afternoon", "evening"}:
        end = end.replace(hour=almanac.hour(right.hour, opening))
    return Cell(begin, "minute" if right.minute is not None else "hour", end)


def _spoken_hour(words: Words, index: int) -> tuple[int, Clock, str | None] | None:
    """Return (stop, hour, part of day) of "الأربعة ونص", "العشرة الصبح"."""
    cue = words.get(index, "clock")
    start = cue.stop if cue is not None else index
    token = words.get(start, "number", "ordinal")
    hour, stop = (token.number, token.stop) if token is not None else (0, start)
    if token is None and words.word(start).isdigit():
        hour, stop = int(words.word(start)), start + 1
    if not 1 <= hour <= 12 or words.get(stop, "unit") or words.get(stop, "month"):
        return None
    stop, told = minutes_after(words, stop, hour)
    part = words.get(stop, "part")
    if part is None:
        return stop, told, None
    return part.stop, Clock(almanac.hour(told.hour, part.name), told.minute), part.name


def _phrase_cell(words: Words, phrase: Phrase, told: datetime, convention: Convention) -> Cell | None:
    meaning = phrase.meaning
    if phrase.rule == "dates.now" or words.word(phrase.first) in {"الان", "حالا"}:
        return Cell(told, "second")
    if isinstance(meaning, Edge) and words.word(phrase.first) in {"اوايل", "اواخر"}:
        return _third(meaning, told, convention)
    unit = words.get(phrase.first, "unit")
    if isinstance(meaning, Anaphor) and unit is not None:
        return _cell(Period(unit.name, meaning.sign), told, convention)
    if isinstance(meaning, Calendar) and meaning.weekday is not None and meaning.day and meaning.day <= 5:
        cell = _calendar(meaning, told, convention)
        if cell is not None and cell.start is not None and cell.start.weekday() != meaning.weekday:
            return _calendar(replace(meaning, day=None, nth=meaning.day, of=meaning.weekday), told, convention)
    return _cell(meaning, told, convention)


def _listed_ago(words: Words, told: datetime, convention: Convention) -> Cell | None:
    """Read a bare list of units as time ago, as dateparser does: "1 عام, 1 شهر"."""
    listed = _duration(words)
    if listed is None or len(listed["components"]) < 2:
        return None
    return _shifted(tuple((part["value"], part["unit"]) for part in listed["components"]), -1, told, convention)


def _hours(first: Cell | None, last: Cell, phrases: list[Phrase], told: datetime, convention: Convention) -> Cell:
    """Join two hours; the part of day told once counts for both, and the later one comes after."""
    start, end = first.start if first is not None else None, last.start
    assert end is not None
    if start is None:
        return Cell(told, "second", end) if convention.ahead else Cell(None, last.grain, end)
    part = phrases[-1].meaning.part if isinstance(phrases[-1].meaning, Time) else None
    opening = phrases[-2].meaning if len(phrases) > 1 else None
    if isinstance(opening, Time) and opening.part is None and start.hour < 12 <= end.hour and part is not None:
        start += timedelta(hours=12) if start.hour + 12 < end.hour else timedelta(0)
    end = datetime.combine(start.date(), end.time()) if end.date() == told.date() else end
    if end < start:
        end += timedelta(hours=12)
    if not convention.end_inclusive:
        end = _add(end, last.grain, 1)
    return Cell(start, last.grain, end)


def _both(left: Cell, right: Cell, first: Meaning, second: Meaning) -> Cell:
    """Put an hour on a day, and a weekday inside a week or month."""
    inside = second.day if isinstance(second, Time) else None
    weekday = next((m for m in (first, second, inside) if isinstance(m, Weekday)), None)
    if weekday is not None and left.start and right.start:
        frame = right if isinstance(first, Weekday) else left
        if frame.grain in {"week", "month"}:
            assert frame.start is not None
            start = frame.start + timedelta((weekday.day - frame.start.weekday()) % 7)
            if isinstance(second, Time) and right.start:
                return Cell(datetime.combine(start.date(), right.start.time()), right.grain)
            return Cell(start, "day")
    for day, hour in ((left, right), (right, left)):
        if hour.grain in _CLOCK_UNITS and day.grain == "day" and day.start and hour.start:
            return Cell(datetime.combine(day.start.date(), hour.start.time()), hour.grain)
    return left


def _cell(meaning: Meaning, told: datetime, convention: Convention) -> Cell | None:
    midnight = datetime.combine(told.date(), time())
    match meaning:
        case Day(offset):
            return Cell(midnight + timedelta(offset), "day")
        case Weekday():
            return Cell(midnight + timedelta(_weekday_offset(meaning, told, convention)), "day")
        case Shift(told_amount, sign):
            return _shifted(told_amount, sign, told, convention)
        case Since(Shift(told_amount, sign)):
            return _shifted(told_amount, sign, told, convention)
        case Anaphor(told_amount, sign):
            return _shifted(told_amount, sign, told, convention)
        case Period(unit, offset):
            start = _floor(told, unit, convention) if offset or unit != "week" or convention.ahead else midnight
            return Cell(_add(start, unit, offset), unit)
        case Lapse(told_amount, sign):
            count, unit = merged(told_amount)
            base = _floor(told, unit, convention)
            first = _add(base, unit, 1 if sign > 0 else -int(count or 1))
            return Cell(first, unit, _add(first, unit, int(count or 1)))
        case Length(told_amount):
            count, unit = merged(told_amount)
            end = _add(told, unit, int(count or 1))
            return Cell(told, "second", end if unit in _CLOCK_UNITS else _floor(end, "day", convention))
        case Calendar():
            return _calendar(meaning, told, convention)
        case Edge(edge, of):
            return _edge_day(edge, of, told, convention)
        case Season(season, year, shift):
            days = almanac.season(season, year or told.year, shift, told.date())
            return _days(days, told)
        case Feast(feast, year, shift):
            return _feast(feast, year, shift, told, convention)
        case Between(first, last):
            return _interval(first, last, told, convention)
        case Time(day, part, clock):
            return _time(day, part, clock, told, convention)
    return None


def _weekday_offset(meaning: Weekday, told: datetime, convention: Convention) -> int:
    today = told.weekday()
    if meaning.week is not None:
        week_start = -((today - convention.week_starts) % 7)
        return week_start + (meaning.day - convention.week_starts) % 7 + 7 * meaning.week
    forward = (meaning.day - today) % 7
    if meaning.shift < 0:
        return -((today - meaning.day) % 7 or 7) - 7 * (-meaning.shift - 1)
    if meaning.shift > 0:
        return (forward or 7) + 7 * (meaning.shift - 1)
    return forward if forward or convention.today_counts else 7


def _floor(moment: datetime, unit: str, convention: Convention) -> datetime:
    day = datetime.combine(moment.date(), time())
    if unit in {"second", "minute", "hour"}:
        cut = {"second": 0, "minute": moment.second, "hour": moment.minute * 60 + moment.second}[unit]
        return moment - timedelta(seconds=cut)
    if unit == "week":
        return day - timedelta((day.weekday() - convention.week_starts) % 7)
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1) if unit == "year" else day


def _add(moment: datetime, unit: str, count: int) -> datetime:
    if unit in {"month", "year"}:
        day = almanac.add_months(moment.date(), count * (12 if unit == "year" else 1))
        return datetime.combine(day, moment.time())
    step = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800}[unit]
    return moment + timedelta(seconds=step * count)


def _shifted(told_amount: Any, sign: int, told: datetime, convention: Convention) -> Cell | None:
    if any(count is None for count, _ in told_amount):
        return None
    moment = told
    for count, unit in told_amount:
        moment = _add(moment, unit, sign * int(count)) if unit != "decade" else moment
    unit = min(
        (unit for _, unit in told_amount), key=("second", "minute", "hour", "day", "week", "month", "year").index
    )
    if unit in _CLOCK_UNITS:
        return Cell(_floor(moment, unit, convention), unit)
    if convention.whole_units:
        return Cell(_floor(moment, unit, convention), unit)
    return Cell(_floor(moment, "day", convention), "day")


def _days(days: tuple[date, date] | None, told: datetime) -> Cell | None:
    del told
    if days is None:
        return None
    start, end = (datetime.combine(day, time()) for day in days)
    return Cell(start, "day") if start == end else Cell(start, "day", end + timedelta(1))


def _calendar(meaning: Calendar, told: datetime, convention: Convention) -> Cell | None:
    on = told.date()
    grain = "day" if meaning.day or meaning.nth else "month" if meaning.month or meaning.months is not None else "year"
    if meaning.year is None and meaning.months is None and meaning.years is None and meaning.shift is None:
        year = almanac.days(Calendar(month=1, hijri=True, shift=0), on) if meaning.hijri else None
        if year is None and not meaning.hijri:
            days = almanac.days(replace(meaning, year=on.year), on)
        else:
            days = almanac.days(replace(meaning, shift=0), on)
    else:
        days = almanac.days(meaning, on)
    if days is None:
        return None
    if meaning.of == "week":
        first = almanac.days(replace(meaning, nth=None, of=None), on)
        return _week_of_month(meaning, first, convention) if first else None
    if meaning.hijri and grain != "day":
        return _days(days, told)
    return Cell(datetime.combine(days[0], time()), grain)


def _week_of_month(meaning: Calendar, month: tuple[date, date], convention: Convention) -> Cell:
    """Count whole weeks: the first that begins in the month."""
    start = datetime.combine(month[0], time())
    start += timedelta((convention.week_starts - start.weekday()) % 7)
    nth = meaning.nth or 1
    if nth > 0:
        return Cell(start + timedelta(7 * (nth - 1)), "week")
    end = datetime.combine(month[1], time())
    last = end - timedelta((end.weekday() - convention.week_starts) % 7)
    return Cell(last if last + timedelta(6) <= end else last - timedelta(7), "week")


def _whole(of: Meaning, told: datetime, convention: Convention) -> tuple[datetime, datetime] | None:
    cell = _cell(of, told, convention)
    if cell is None or cell.start is None:
        return None
    return cell.start, cell.end or _add(cell.start, cell.grain, 1)


def _edge_day(edge: str, of: Meaning, told: datetime, convention: Convention) -> Cell | None:
    """Answer a part of a period with one day, as the libraries do: the first, the 15th, the last."""
    whole = _whole(of, told, convention)
    if whole is None:
        return None
    start, end = whole
    day = {"early": start, "middle": start + timedelta(14), "late": end - timedelta(1)}.get(edge)
    return Cell(day, "day") if day is not None else None


def _third(meaning: Edge, told: datetime, convention: Convention) -> Cell | None:
    whole = _whole(meaning.of, told, convention)
    if whole is None:
        return None
    return _days(almanac.third(meaning.edge, whole[0].date(), whole[1].date() - timedelta(1)), told)


def _feast(feast: str, year: int | None, shift: int | None, told: datetime, convention: Convention) -> Cell | None:
    on = told.date()
    if year is None and shift is None and convention.ahead:
        shift = 1
    days = almanac.feast(feast, year, shift, on)
    if days is None:
        return None
    if feast != "ramadan":
        return Cell(datetime.combine(days[0], time()), "day")
    return _days(days, told)


def _interval(first: Meaning | None, last: Meaning | None, told: datetime, convention: Convention) -> Cell | None:
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.year is None and last.year is not None:
        first = replace(first, year=last.year)
    left = _cell(first, told, convention) if first is not None else None
    right = _cell(last, told, convention) if last is not None else None
    if right is None or right.start is None:
        return left
    end = right.start if convention.end_inclusive else _add(right.start, right.grain, 1)
    if left is None and convention.ahead:
        return Cell(told, "second", right.start)
    return Cell(left.start if left else None, right.grain, end)


def _time(
    day: Meaning | None, part: str | None, clock: Clock | None, told: datetime, convention: Convention
) -> Cell | None:
    cell = _cell(day, told, convention) if day is not None else Cell(datetime.combine(told.date(), time()), "day")
    if cell is None or cell.start is None:
        return None
    if clock is None:
        if part in {"night", "evening"} and day is not None:
            return Cell(cell.start + timedelta(hours=18), "hour", cell.start + timedelta(hours=24))
        return cell if day is not None else None
    hour = almanac.hour(clock.hour, part)
    moment = cell.start.replace(hour=hour, minute=clock.minute or 0, second=clock.second or 0)
    if part is None and convention.ahead and day is None and hour < 12 and moment < told:
        moment += timedelta(hours=12)
    grain = "second" if clock.second is not None else "minute" if clock.minute is not None else "hour"
    return Cell(moment, grain)
