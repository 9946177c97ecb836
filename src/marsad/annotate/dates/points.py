"""Days and times of day: "فجر الثلاثاء", "أمس الأول", "الساعة الثالثة من مساء يوم 24 آذار"."""

from __future__ import annotations

from dataclasses import replace

from marsad.annotate.dates import calendar
from marsad.annotate.dates.clock import clock
from marsad.annotate.dates.meaning import (
    Anaphor,
    Between,
    Calendar,
    Clock,
    Day,
    Meaning,
    Nights,
    Period,
    Time,
    Weekday,
)
from marsad.annotate.dates.words import Token, Words, date_words, part_of
from marsad.arabic.affixes import stems

__all__ = ["another", "bare_part", "core", "night", "nightly", "point"]

_Found = tuple[int, Meaning]


def _weekday(words: Words, index: int) -> _Found | None:
    """Read "الثلاثاء", "يوم الثلاثاء الماضي", "الأحد من الأسبوع الماضي"."""
    word = words.get(index, "day-word")
    start = word.stop if word is not None and not word.definite else index
    token = words.get(start, "weekday") or words.get(start, "weekday-bare")
    if token is None or (start > index and not words.close(start)):
        return None
    if token.role == "weekday-bare" and start == index:
        of = calendar.period(words, token.stop)  # احد الأسبوع الماضي
        if of is None or not isinstance(of[1], Period) or of[1].unit != "week":
            return None
    stop, shift = calendar.modifier(words, token.stop)
    of_series = words.word(token.stop) in date_words("last") and words.word(stop) in date_words("part-of")
    if shift is not None and not of_series:
        return stop, Weekday(token.number, shift)
    week = token.stop + (words.word(token.stop) in date_words("part-of", "inside"))
    period = calendar.period(words, week) if words.near(token.stop) else None
    if period is not None and isinstance(period[1], Period) and period[1].unit == "week":
        return period[0], Weekday(token.number, 0, period[1].offset)
    return token.stop, Weekday(token.number)


def _nights(words: Words, index: int) -> _Found | None:
    """Read "الأحد - الاثنين" after ليل, "الجمعة على السبت" after ليلة."""
    first = words.get(index, "weekday")
    if first is None or not words.near(first.stop):
        return None
    after = first.stop + (words.word(first.stop) in date_words("night-to"))
    second = words.get(after, "weekday")
    if second is None or second.proclitics or not words.near(after) or (second.number - first.number) % 7 != 1:
        return None
    return second.stop, Nights(first.number, second.number)


def core(words: Words, index: int) -> _Found | None:
    """Read one way to name a day: a word such as أمس, a day of the week, a date."""
    if not words.dated(index):
        return None
    token = words.get(index, "day")
    if token is None and words.get(index, "day-word") and not words.gap(index + 1).strip():
        token = words.get(index + 1, "day")
    if token is not None:
        return token.stop, Day(token.number)
    return _weekday(words, index) or calendar.date(words, index)


def another(words: Words, index: int) -> _Found | None:
    """Read a unit told from a time before it: "اليوم التالي", "الأسبوع ذاته", "اليوم" of "ذلك اليوم"."""
    unit = words.get(index, "unit")
    if unit is None or unit.units != 1 or not unit.definite:
        return None
    following = words.word(unit.stop)
    if following in date_words("next-one"):
        return unit.stop + 1, Anaphor(((1, unit.name),), 1)
    same = following in date_words("same-one")
    if same or words.word(index - 1) in date_words("that-one"):
        return unit.stop + same, Anaphor(((0, unit.name),), 1)
    return None


def _join(left: Meaning, right: Meaning) -> Meaning | None:
    """Make one day of two ways to name it: "أمس الثلاثاء", "الثلاثاء 19 آذار"."""
    match left, right:
        case (Day() as day, Weekday(shift=0) as weekday) | (Weekday(shift=0) as weekday, Day() as day):
            return replace(day, weekday=weekday.day)
        case (Day(), Calendar(day=int()) as date) | (Calendar(day=int()) as date, Day()):
            return date
        case (Weekday() as weekday, Calendar(day=int()) as date) | (Calendar(day=int()) as date, Weekday() as weekday):
            return replace(date, weekday=weekday.day)
    return None


def point(words: Words, index: int) -> _Found | None:
    """Read a day with what stands around it: part of day, hour, a second name of the same day."""
    lead = _lead(words, index)
    if lead is None:
        return None
    stop, part, hour = lead
    named = another(words, stop + (words.word(stop) in date_words("that-one"))) if stop > index else None
    if named is not None:
        return named[0], Time(named[1], part, hour)
    if part in {"night", "midnight"}:
        named = _nights(words, stop) or calendar.days(words, stop)
    named = named or core(words, stop)
    if named is None:
        return None
    stop, meaning = _joined(words, *named)
    while words.near(stop):
        token = _part_after(words, stop) if part is None else None
        found = clock(words, stop, inside=True) if hour is None and token is None else None
        if token is not None:
            part, stop = token.name, token.stop
        elif found is not None:
            stop, hour = found
        else:
            break
        stop, meaning = _joined(words, stop, meaning)
    if part == "midnight" and words.word(index - 1) in date_words("just-past") and isinstance(meaning, Day):
        meaning = replace(meaning, offset=min(meaning.offset + 1, 0), weekday=None)
    if hour is None and (span := _range(words, index, stop, meaning)) is not None:
        return span if part not in {"night", "evening", "midnight"} else (span[0], Time(span[1], "night"))
    if part is None and hour is None:
        return stop, meaning
    return stop, Time(meaning, part, hour)


def _joined(words: Words, stop: int, meaning: Meaning) -> _Found:
    """Add the other names of the same day that follow: "أمس" + "الثلاثاء" + "19 آذار"."""
    while words.near(stop):
        following = core(words, stop + _is_of(words.word(stop)))
        joined = _join(meaning, following[1]) if following is not None else None
        if following is None or joined is None:
            break
        stop, meaning = following[0], joined
    return stop, meaning


def _lead(words: Words, index: int) -> tuple[int, str | None, Clock | None] | None:
    """Read the part of day and the hour before a day: "الساعة الثالثة من فجر"."""
    part: str | None = None
    hour: Clock | None = None
    stop = index
    while True:
        token = words.get(stop, "part") if part is None else None
        if token is not None and (stop == index or words.near(stop)):
            part, stop = token.name, token.stop
            if words.word(stop) in date_words("early-late") and words.close(stop):
                stop += 1
        elif hour is None and (found := clock(words, stop, inside=stop > index)) is not None:
            stop, hour = found
        else:
            break
        if _is_of(words.word(stop)) and words.close(stop) and words.all(stop + 1):
            stop += 1
    if stop > index and not words.near(stop):
        return None
    return stop, part, hour


def _range(words: Words, index: int, stop: int, first: Meaning) -> _Found | None:
    """Read the far end of "من الأحد إلى الثلاثاء", "بين 3 آذار و5 نيسان", "الاثنين والثلاثاء"."""
    word, before = words.word(stop), words.word(index - 1)
    to = date_words("to", "till", "up-to")
    joined = word.startswith("و") and word not in to
    if joined and not words.close(stop):
        return None
    if not joined and (word not in to or before not in date_words("from")):
        return None
    start = stop if joined else stop + 1
    token = words.get(start, "part")
    found = core(words, token.stop if token is not None else start)
    if found is None:
        return None
    named = isinstance(first, Weekday | Day) and isinstance(found[1], Weekday | Day)
    if joined and not named and before not in date_words("two-days"):
        return None
    stop, last = _joined(words, *found)
    return stop, Between(first, last)


def night(words: Words, index: int) -> _Found | None:
    """Read "الليلة الماضية", "الليلة", "هذا الصباح", "منتصف هذه الليلة"."""
    token = words.get(index, "part")
    this = words.get(index, "this")
    if token is None and this is not None:
        token = words.get(this.stop, "part")
    if token is None or not (token.definite or token.name == "midnight" or words.word(index).startswith("هال")):
        return None
    if words.word(token.stop) in date_words("night-before") or words.get(token.stop, "ordinal") is not None:
        return None  # الليلة السابقة، الليلة الرابعة: told from another day
    stop, shift = calendar.modifier(words, token.stop)
    if shift is not None and token.name in {"night", "evening", "midnight"}:
        after = token.name == "midnight" and words.word(index - 1) in date_words("just-past")
        return stop, Time(Day(shift + 1 if after and shift < 0 else shift), token.name)
    if (this is not None and token.name not in {"afternoon", "noon"}) or words.word(index) in date_words("tonight"):
        return token.stop, Time(Day(0), token.name)
    return None


def bare_part(words: Words, index: int) -> _Found | None:
    """Read a part of day or an hour that names no day: "فجراً", "عند الفجر", "الساعة الثالثة فجراً"."""
    token = words.get(index, "part")
    if token is None:
        found = clock(words, index, inside=False)
        if found is None:
            return None
        stop, hour = found
        after = _part_after(words, stop)
        if after is not None:
            return after.stop, Time(None, after.name, hour)
        return stop, Time(None, None, hour)
    if not _stands_alone(words, token):
        return None
    found = clock(words, token.stop, inside=True)
    if found is not None:
        return found[0], Time(None, token.name, found[1])
    stop = token.stop + (words.word(token.stop) in date_words("early-late"))
    return stop, Time(None, token.name)


def nightly(words: Words, index: int) -> _Found | None:
    """Read "قصف ليلي", "مداهمات إسرائيلية ليلية": what was done was done by night; a "ملهى ليلي" is open then."""
    done = date_words("done-by-night")
    acts = (words.word(at) for at in (index - 1, index - 2) if words.close(at + 1) and words.close(index))
    if not any(not done.isdisjoint(stems(word)) for word in acts):
        return None
    return index + 1, Time(None, "night")


def _part_after(words: Words, index: int) -> Token | None:
    """Return the part of day after a day or an hour: "صباحاً", "الصبح", "بعد الظهر", "من مساء"."""
    if not words.near(index):
        return None
    token = words.get(index, "part")
    if token is None and words.word(index) in date_words("part-of", "inside"):
        token = words.get(index + 1, "part")
    if token is None or token.proclitics.startswith("و"):
        return None
    word = words.word(token.first)
    adverb = word in date_words("day-adverb") or token.stop - token.first > 1
    return token if adverb or token.definite or word.startswith(("ال", "بال")) else None


def _stands_alone(words: Words, token: Token) -> bool:
    """An adverb does ("فجراً"), or the article after a word for a time ("عند الفجر"); "فجر" may be a verb."""
    if words.word(token.first).removeprefix("و") in date_words("day-adverb"):
        return True
    if token.name == "midnight":
        return words.word(token.stop - 1) in date_words("of-the-night")
    if token.name in {"night", "day"} or not words.word(token.first).startswith("ال"):
        return False
    always = ("time-of",) if token.name in {"morning", "evening", "dawn"} else ()
    return words.word(token.first - 1) in date_words("hours-of", *always) and words.close(token.first)


def _is_of(word: str) -> bool:
    """Say whether a word stands between an hour and its day: "من", "الموافق"."""
    return word in part_of() or word in date_words("of-day")
