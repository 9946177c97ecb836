"""How words make a time expression: one function a construction, each from a position to (stop, meaning)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.annotate.dates import calendar, guards
from marsad.annotate.dates.clock import clock
from marsad.annotate.dates.meaning import (
    Anaphor,
    Between,
    Calendar,
    Day,
    Edge,
    Lapse,
    Length,
    Meaning,
    Nights,
    Period,
    Repeated,
    Shift,
    Since,
    Time,
    Weekday,
)
from marsad.annotate.dates.words import Token, Words

__all__ = ["Phrase", "read"]

_Found = tuple[int, Meaning]
_ADVERBS = {"فجرا", "صباحا", "ظهرا", "عصرا", "مساء", "ليلا", "الصبح", "المسا", "نهارا", "عشيه"}
_TO = {"الي", "حتي", "وحتي", "لغايه", "ولغايه"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression read: words `first` to `stop`, what it means, the rule and the entry at its head."""

    first: int
    stop: int
    meaning: Meaning
    rule: str
    entry_id: str | None


def read(words: Words, index: int) -> Phrase | None:
    """Return the longest time expression that starts at a word, or None."""
    best: tuple[int, Meaning, str] | None = None
    for name, rule in _RULES:
        found = rule(words, index)
        if found is not None and (best is None or found[0] > best[0]):
            best = (*found, name)
    if best is None or not guards.admits(words, index, best[0], best[1]):
        return None
    stop, meaning, name = best
    return Phrase(index, stop, meaning, f"dates.{name}", _head(words, index, stop))


_HEADS = ("day", "weekday", "month", "hijri-month", "feast", "season", "unit", "edge", "part", "weekday-bare", "habit")


def _head(words: Words, first: int, stop: int) -> str | None:
    tokens = [words.get(index, *_HEADS) for index in range(first, stop)]
    found = [token for token in tokens if token is not None]
    return min(found, key=lambda token: _HEADS.index(token.role)).entry_id if found else None


# --- points -----------------------------------------------------------------------------------------------------


def _weekday(words: Words, index: int) -> _Found | None:
    """Read "الثلاثاء", "يوم الثلاثاء الماضي", "الأحد من الأسبوع الماضي", "ليل الأحد - الاثنين"."""
    word = words.get(index, "day-word")
    start = word.stop if word is not None and not word.definite else index
    token = words.get(start, "weekday") or (words.get(start, "weekday-bare") if start > index else None)
    if token is None:
        return None
    stop, shift = calendar.modifier(words, token.stop)
    if shift is not None:
        return stop, Weekday(token.number, shift)
    week = token.stop + 1 if words.word(token.stop) in {"من", "في"} else token.stop
    period = calendar.period(words, week)
    if period is not None and isinstance(period[1], Period) and period[1].unit == "week":
        return period[0], Weekday(token.number, 0, period[1].offset)
    return token.stop, Weekday(token.number)


def _nights(words: Words, index: int) -> _Found | None:
    """Read the second day of "ليل الأحد - الاثنين", "ليلة الجمعة على السبت"."""
    first = words.get(index, "weekday")
    if first is None or not words.near(first.stop):
        return None
    after = first.stop + 1 if words.word(first.stop) in {"علي", "الي"} else first.stop
    second = words.get(after, "weekday")
    if second is None or not words.near(after) or (second.number - first.number) % 7 != 1:
        return None
    return second.stop, Nights(first.number, second.number)


def _core(words: Words, index: int) -> _Found | None:
    """Read one way to name a day: a word such as أمس, a day of the week, a date."""
    token = words.get(index, "day")
    if token is not None:
        return token.stop, Day(token.number)
    return _weekday(words, index) or calendar.date(words, index)


def _join(left: Meaning, right: Meaning) -> Meaning | None:
    """Make one day of two ways to name it: "أمس الثلاثاء", "الثلاثاء 19 آذار"."""
    match left, right:
        case (Day(), Weekday()) | (Day(), Calendar()):
            return left
        case (Weekday(), Day()) | (Calendar(), Day()):
            return right
        case (Weekday() as weekday, Calendar(day=int()) as date) | (Calendar(day=int()) as date, Weekday() as weekday):
            return replace(date, weekday=weekday.day)
        case (Weekday() as weekday, Shift(unit="week" | "month") | Period(unit="week") as other):
            return Weekday(weekday.day, 0, _weeks(other))
    return None


def _weeks(other: Shift | Period) -> int:
    return other.offset if isinstance(other, Period) else other.sign * (other.count or 1)


def _point(words: Words, index: int) -> _Found | None:
    """Read a day with what stands around it: part of day, hour, a second name of the same day."""
    part: str | None = None
    stop, hour = index, None
    while True:
        if part is None and (token := _part(words, stop, stop > index)) is not None:
            part, stop = token.name, token.stop
        elif hour is None and (found := clock(words, stop, stop > index)) is not None:
            stop, hour = found
        else:
            break
        if words.word(stop) in {"من", "في", "يوم"} and _core(words, stop + 1) and words.word(stop) != "يوم":
            stop += 1
    if stop > index and not words.near(stop):
        return None
    named: _Found | None = None
    if part == "night":
        named = _nights(words, stop)
        if named is None and (shift := calendar.modifier(words, stop))[1] is not None:
            named = shift[0], Day(min(shift[1], 0) if shift[1] != 1 else 1)
    named = named or _core(words, stop)
    if named is None:
        return None
    stop, meaning = named
    while words.near(stop):
        following = _core(words, stop) or calendar.period(words, stop)
        joined = _join(meaning, following[1]) if following is not None else None
        if following is not None and joined is not None:
            stop, meaning = following[0], joined
            continue
        token = _part(words, stop, True) if part is None else None
        if token is not None and (words.word(stop) in _ADVERBS or token.definite):
            part, stop = token.name, token.stop
            continue
        found = clock(words, stop, True) if hour is None else None
        if found is None:
            break
        stop, hour = found
    if part is None and hour is None:
        return stop, meaning
    return stop, Time(meaning, part, hour)


def _part(words: Words, index: int, inside: bool) -> Token | None:
    token = words.get(index, "part")
    if token is None or (inside and not words.near(index)):
        return None
    return token


def _night(words: Words, index: int) -> _Found | None:
    """Read "الليلة الماضية", "الليلة", "هذا الصباح", "هذه الليلة"."""
    this = words.word(index) in {"هذا", "هذه", "هاي", "هاد"}
    start = index + 1 if this else index
    token = words.get(start, "part")
    if token is None or not token.definite:
        return None
    stop, shift = calendar.modifier(words, token.stop)
    if shift is not None and token.name in {"night", "evening", "midnight"}:
        offset = 0 if token.name == "midnight" and shift == -1 else shift
        return stop, Time(Day(offset), "night" if token.name == "midnight" else token.name)
    if this or (words.word(start) == "الليله" and shift is None):
        return token.stop, Time(Day(0), token.name)
    return None


def _adverb(words: Words, index: int) -> _Found | None:
    """Read a bare part of day: "فجراً" is dawn of the day of publication."""
    token = words.get(index, "part")
    if token is None or words.word(index) not in _ADVERBS or token.stop != index + 1:
        return None
    found = clock(words, token.stop, True)
    if found is not None:
        return found[0], Time(None, token.name, found[1])
    return token.stop, Time(None, token.name)


def _hour(words: Words, index: int) -> _Found | None:
    """Read an hour with no day: "الساعة الثالثة فجراً"."""
    found = clock(words, index, False)
    if found is None:
        return None
    stop, hour = found
    token = words.get(stop, "part")
    if token is not None and words.near(stop):
        return token.stop, Time(None, token.name, hour)
    return stop, Time(None, None, hour)


# --- shifts and lengths -----------------------------------------------------------------------------------------


def _count(words: Words, index: int) -> tuple[int, int | None, str] | None:
    """Read a number of units: "يومين", "ثلاثة أيام", "نحو أسبوع", "الـ24 ساعة"; count None for a bare plural."""
    about = words.get(index, "about")
    index = about.stop if about is not None else index
    number = words.number(index)
    if number is not None:
        unit = words.get(number[0], "unit")
        if unit is not None and words.close(number[0]):
            return unit.stop, number[1], unit.name
    unit = words.get(index, "unit")
    if unit is None:
        return None
    if unit.count:
        stop = unit.stop
        if unit.count == 1 and words.word(stop) in {"واحد", "واحده"}:
            stop += 1
        return stop, unit.count, unit.name
    number = words.number(unit.stop)
    if number is not None and unit.definite and not words.word(unit.stop)[0].isdigit():
        return number[0], number[1], unit.name
    if number is not None and unit.definite:
        return number[0], number[1], unit.name
    return unit.stop, None, unit.name


def _ago(words: Words, index: int) -> _Found | None:
    """Read "قبل يومين", "قبل نحو أسبوع", "منذ ثلاثة أيام"."""
    cue = words.get(index, "ago", "since")
    if cue is None:
        return None
    counted = _count(words, cue.stop)
    if counted is None or not words.close(counted[0] - 1):
        return None
    stop, count, unit = counted
    before = words.get(stop - 1, "unit")
    if before is not None and before.definite and words.number(cue.stop) is None:
        return None
    shift = Shift(count, unit, -1)
    if cue.role == "since":
        return stop, Since(shift)
    return stop, shift


def _after(words: Words, index: int) -> _Found | None:
    """Read "بعد يومين من ذلك", "اليوم التالي": a day told from another one."""
    cue = words.get(index, "after")
    if cue is not None:
        counted = _count(words, cue.stop)
        if counted is None:
            return None
        stop, count, unit = counted
        return stop, Anaphor(count, unit, 1)
    unit_token = words.get(index, "unit")
    if unit_token is None or not unit_token.definite:
        return None
    following = words.word(unit_token.stop)
    if following in {"التالي", "التاليه", "الموالي", "المواليه"}:
        return unit_token.stop + 1, Anaphor(1, unit_token.name, 1)
    if following in {"نفسه", "ذاته", "نفسها", "ذاتها"}:
        return unit_token.stop + 1, Anaphor(0, unit_token.name, 1)
    return None


def _lapse(words: Words, index: int) -> _Found | None:
    """Read "خلال الأيام الثلاثة الماضية", "آخر 24 ساعة", "خلال 48 ساعة", "في الساعات الماضية"."""
    cue = words.get(index, "during", "lasting")
    start = cue.stop if cue is not None else index
    last = words.get(start, "edge")
    edge = last is not None and last.name == "late"
    if last is not None and edge:
        start = last.stop
    counted = _count(words, start)
    if counted is None:
        return None
    stop, count, unit = counted
    stop_after, shift = calendar.modifier(words, stop)
    if shift is not None and (count != 1 or unit in {"hour", "day"}) and (cue or edge or count != 1):
        number = words.number(stop_after)
        if count is None and number is not None:
            stop_after, count = number
        return stop_after, Lapse(count, unit, 1 if shift > 0 else -1)
    if edge and count is not None and count > 1:
        return stop, Lapse(count, unit, -1)
    if cue is not None and not (words.get(stop - 1, "unit") or Token(0, 0, "", 0, 0, False, "", "")).definite:
        return stop, Length(((count, unit),))
    return None


def _length(words: Words, index: int) -> _Found | None:
    """Read a bare length after ل: "لثلاثة أيام", "لساعات"."""
    if not words.word(index).startswith("ل") or words.word(index) in {"لل"}:
        return None
    counted = _count(words, index)
    unit = words.get(counted[0] - 1, "unit") if counted else None
    if counted is None or unit is None or unit.definite:
        return None
    return counted[0], Length(((counted[1], counted[2]),))


# --- periods, ranges, habits ------------------------------------------------------------------------------------


def _edge(words: Words, index: int) -> _Found | None:
    """Read "مطلع الشهر الجاري", "أواخر آذار", "منتصف عام 2015"."""
    token = words.get(index, "edge")
    if token is None:
        return None
    of = calendar.period(words, token.stop) or calendar.date(words, token.stop, whole=True)
    return (of[0], Edge(token.name, of[1])) if of is not None else None


def _period(words: Words, index: int) -> _Found | None:
    return calendar.period(words, index) or calendar.date(words, index, whole=True)


def _since(words: Words, index: int) -> _Found | None:
    """Read "منذ الاثنين", "منذ مطلع العام"."""
    cue = words.get(index, "since")
    if cue is None:
        return None
    for rule in (_edge, _point, _night, _period):
        found = rule(words, cue.stop)
        if found is not None:
            return found[0], Since(found[1])
    return None


def _between(words: Words, index: int) -> _Found | None:
    """Read "من 3 إلى 7 آذار", "بين 3 و7 آذار", "13-15 تموز"."""
    return calendar.days(words, index)


def _each(words: Words, index: int) -> _Found | None:
    """Read "كل يوم", "كل جمعة", "أيام الجمعة"."""
    cue = words.get(index, "each")
    start = cue.stop if cue is not None else index
    unit = words.get(start, "unit")
    if cue is None and (unit is None or unit.name != "day" or unit.count != 0 or unit.definite):
        habit = words.get(index, "habit")
        return (habit.stop, Repeated(habit.name)) if habit is not None else None
    if unit is not None and unit.name == "day":
        weekday = words.get(unit.stop, "weekday", "weekday-bare")
        if weekday is not None:
            return weekday.stop, Repeated("week", weekday.number)
    if cue is None:
        return None
    weekday = words.get(start, "weekday-bare")
    if weekday is not None:
        return weekday.stop, Repeated("week", weekday.number)
    part = words.get(start, "part")
    if part is not None:
        return part.stop, Repeated("day")
    if unit is not None and not unit.definite:
        return unit.stop, Repeated(unit.name)
    return None


_RULES = (
    ("point", _point),
    ("night", _night),
    ("part-of-day", _adverb),
    ("clock", _hour),
    ("ago", _ago),
    ("anaphor", _after),
    ("lapse", _lapse),
    ("length", _length),
    ("edge", _edge),
    ("period", _period),
    ("since", _since),
    ("between", _between),
    ("repeated", _each),
)
