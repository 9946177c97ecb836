"""Lengths, shifts, periods and habits: "قبل يومين", "خلال 48 ساعة", "منذ مطلع العام", "كل جمعة"."""

from __future__ import annotations

from marsad.annotate.dates import calendar
from marsad.annotate.dates.amounts import Read, amount
from marsad.annotate.dates.meaning import (
    Anaphor,
    Between,
    Calendar,
    Day,
    Edge,
    Lapse,
    Length,
    Meaning,
    Period,
    Repeated,
    Shift,
    Since,
)
from marsad.annotate.dates.points import another, bare_part, night, point
from marsad.annotate.dates.words import Words, date_words, sixtieths

__all__ = ["after", "ago", "dialect_ago", "each", "edge", "lapse", "length", "period", "since", "until"]

_Found = tuple[int, Meaning]


def ago(words: Words, index: int) -> _Found | None:
    """Read "قبل يومين", "قبل نحو أسبوع", "منذ ثلاثة أيام", "قبل ذلك بيوم", "سبقه بيومين"."""
    cue = words.get(index, "ago", "since")
    if cue is None:
        return None
    told = words.word(cue.stop)
    if cue.value == "before-it" or (cue.role == "ago" and told in date_words("that", "that-one")):
        start = cue.stop + (told in date_words("that", "that-one"))
        back = amount(words, start)
        if back is not None and words.word(start).startswith("ب"):
            return back.stop, Anaphor(back.amount, -1)
        return None
    found = amount(words, cue.stop)
    if found is None or not words.close(cue.stop) or _whole(words, found):
        return None
    if cue.role == "since":
        return found.stop, Since(Shift(found.amount, -1))
    if words.word(found.stop) in date_words("part-of") and words.get(found.stop + 1, "anaphor") is not None:
        return found.stop, Anaphor(found.amount, -1)
    return found.stop, Shift(found.amount, -1)


def _whole(words: Words, found: Read) -> bool:
    """Say whether the unit is a period of its own: "قبل الشهر الماضي"."""
    return found.definite and words.get(found.unit.first, "unit") is not None and found.amount[0][0] == 1


def dialect_ago(words: Words, index: int) -> _Found | None:
    """Read "يومين" in "من يومين", the spoken way to say two days ago."""
    unit = words.get(index, "unit")
    if unit is None or unit.proclitics or unit.units == 0 or words.word(index - 1) not in date_words("spoken-ago"):
        return None
    before = words.word(index - 2)
    if (
        before in date_words("length-told")
        or (before.endswith("ه") and unit.name in {"hour", "minute"})
        or (before.startswith("ا") and len(before) <= 4)
    ):
        return None
    if unit.units == 1 and (unit.name in {"day", "hour", "night", "decade"} or words.word(unit.stop).startswith("ال")):
        return None
    return unit.stop, Shift(((unit.units, unit.name),), -1)


def after(words: Words, index: int) -> _Found | None:
    """Read "بعد يومين من ذلك", "اليوم التالي", "بعد ذلك بيوم": a day told from another one.

    What the news comes "غداة" of was the day before.
    """
    cue = words.get(index, "after")
    if cue is not None and cue.value == "morrow":
        return (cue.stop, Shift(((1, "day"),), -1)) if words.near(cue.stop) else None
    if cue is not None:
        start = cue.stop
        if words.word(start) in date_words("that", "that-one") and words.word(start + 1).startswith("ب"):
            start += 1
        found = amount(words, start + (words.word(start) in date_words("passing")))
        if found is None or found.definite or (cue.value == "after-it" and not words.word(start).startswith("ب")):
            return None
        if _comes(words, index, found.stop):
            return found.stop, Shift(found.amount, -1)
        return found.stop, Anaphor(found.amount, 1)
    return another(words, index)


def _comes(words: Words, index: int, stop: int) -> bool:
    """Say whether the report comes so long after an act: "تأتي الحادثة بعد يومين على مقتل شابين"."""
    if words.word(stop + (words.word(stop) in date_words("only"))) not in date_words("after-what"):
        return False
    near = words.words[max(0, index - 6) : index]
    return any(word.lstrip("وف") in date_words("comes") for word in near)


def lapse(words: Words, index: int) -> _Found | None:
    """Read "خلال الأيام الثلاثة الماضية", "آخر 24 ساعة", "خلال 48 ساعة", "لليوم الرابع على التوالي"."""
    cue = words.get(index, "during", "lasting")
    start = cue.stop if cue is not None else index
    last = words.get(start, "edge")
    if last is not None and last.name == "late":
        found = amount(words, last.stop)
        if found is None or found.amount[0][0] == 1:
            return None
        stop, shift = calendar.modifier(words, found.stop)
        return stop, Lapse(found.amount, shift or -1)
    found = amount(words, start)
    if found is None:
        return None
    stop, shift = calendar.modifier(words, found.stop)
    if shift is not None and found.amount[0][0] != 1:
        number = words.number(stop) if found.amount[0][0] is None and words.close(stop) else None
        if number is not None and words.get(number[0], "unit") is None and words.get(stop, "number") is not None:
            return number[0], Lapse(((number[1], found.unit.name),), 1 if shift > 0 else -1)
        return stop, Lapse(found.amount, 1 if shift > 0 else -1)
    if cue is None and words.word(index - 1) in date_words("in-length") and found.unit.name in {"day", "week", "hour"}:
        counted = not found.definite and (found.amount[0][0] or 0) > 1
        return (found.stop, Length(found.amount, recent=True)) if counted else None
    if cue is None:
        return _running(words, index)
    if found.definite or (found.amount == ((1, "day"),) and found.stop == found.unit.stop):
        return None
    return found.stop, Length(found.amount, cue.role == "during")


def _running(words: Words, index: int) -> _Found | None:
    """Read "لليوم الرابع على التوالي": the fourth day in a row is today."""
    unit = words.get(index, "unit")
    if unit is None or unit.proclitics not in {"لل", "ول", "ل", "ولل"} or unit.units != 1:
        return None
    number = words.ordinal(unit.stop)
    if number is None or number[1] < 2:
        return None
    stop = number[0] + (2 if f"{words.word(number[0])} {words.word(number[0] + 1)}" in date_words("in-a-row") else 0)
    return stop, Lapse(((number[1] - 1, unit.name),), -1)


def length(words: Words, index: int) -> _Found | None:
    """Read a bare length after ل: "لثلاثة أيام", "لساعات"."""
    if not words.word(index).startswith("ل") or len(words.word(index)) < 3:
        return None
    found = amount(words, index)
    if found is None or found.definite or not found.unit.stop:
        return None
    token = words.get(index, "number", "unit")
    if token is not None and not token.proclitics.endswith("ل"):
        return None
    alone = found.unit.units == 1 and found.unit.first == index and found.stop == found.unit.stop
    if alone and (found.unit.name in {"decade", "day"} or words.word(found.stop).startswith("ال")):
        return None  # ليوم الأرض، لعقد شراكات: a name or another word
    return found.stop, Length(found.amount)


def edge(words: Words, index: int) -> _Found | None:
    """Read "مطلع الشهر الجاري", "أواخر آذار", "النصف الأول من أيار"."""
    token = words.get(index, "edge")
    if token is None or (token.proclitics == "و" and words.word(index)[1:] in sixtieths("fraction")):
        return None
    start = token.stop + (words.word(token.stop) in date_words("part-of"))
    readings = [calendar.period(words, start, bare=True), calendar.whole(words, start)]
    of = max((found for found in readings if found is not None), key=lambda found: found[0], default=None)
    if of is None or (isinstance(of[1], Period) and of[1].unit in {"day", "night", "hour", "minute", "second"}):
        return None
    if words.word(index).endswith(tuple(date_words("first-one"))) and (token.definite or isinstance(of[1], Calendar)):
        return None  # أول آذار is its first day, الأول من الشهر too
    return of[0], Edge(token.name, of[1])


def period(words: Words, index: int) -> _Found | None:
    """Read a period: "الأسبوع الماضي", "حزيران 2023", "صيف 2015", "عيد الأضحى"."""
    return calendar.period(words, index) or calendar.whole(words, index)


def since(words: Words, index: int) -> _Found | None:
    """Read "منذ الاثنين", "منذ مطلع العام"."""
    cue = words.get(index, "since")
    if cue is None:
        return None
    hours = words.word(cue.stop) in date_words("hours-since")
    for rule in (point, bare_part) if hours else (edge, point, night, period):
        found = rule(words, cue.stop + hours)
        if found is not None:
            return found[0], Since(found[1])
    return None


def until(words: Words, index: int) -> _Found | None:
    """Read what stands after حتى and لغاية: an end with no start."""
    if words.word(index - 1) not in date_words("till", "up-to") or not words.close(index):
        return None
    for rule in (edge, point, night, period):
        found = rule(words, index)
        if found is not None and found[1] != Day(0):
            return found[0], Between(None, found[1])
    return None


def each(words: Words, index: int) -> _Found | None:
    """Read "كل يوم", "كل جمعة", "أيام الجمعة", "يومياً"."""
    habit = words.get(index, "habit")
    if habit is not None:
        return habit.stop, Repeated(habit.name)
    cue = words.get(index, "each")
    start = cue.stop if cue is not None else index
    unit = words.get(start, "unit")
    days = unit is not None and unit.name == "day" and not unit.definite and (cue is not None or unit.units == 0)
    weekday = words.get(unit.stop if unit is not None and days else start, "weekday", "weekday-bare")
    someone = cue is not None and not days and words.word(start) in date_words("someone")  # كل أحد
    if weekday is not None and (days or cue is not None) and not weekday.proclitics and not someone:
        following = words.get(weekday.stop, "weekday")
        if cue is None and following is not None and following.proclitics == "و":
            return None
        return weekday.stop, Repeated("week", weekday.number)
    if cue is None:
        return None
    part = words.get(start, "part")
    if part is not None and not part.definite:
        return part.stop, Repeated("day")
    if unit is not None and not unit.definite and unit.units == 1:
        return unit.stop, Repeated(unit.name)
    return None
