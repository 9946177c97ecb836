"""Words that look like dates and are not: the daily "روسيا اليوم", "الأمين العام السابق", "سوق الجمعة"."""

from __future__ import annotations

from dataclasses import replace

from marsad.annotate.dates.meaning import Calendar, Day, Meaning, Period, Time, Weekday
from marsad.annotate.dates.words import Words, as_written, date_words

__all__ = ["admits", "to_come"]

_PLAN = 3
"""Words before a day within which a plan for it is told."""


def to_come(words: Words, first: int, meaning: Meaning) -> Meaning:
    """Put a day that something is planned for behind publication: "الانتخابات المقررة يوم الأحد"."""
    if not isinstance(meaning, Weekday) or meaning.shift:
        return meaning
    planned = any(words.word(at) in date_words("planned") for at in range(max(0, first - _PLAN), first))
    return replace(meaning, shift=1) if planned else meaning


def _is_name(words: Words, first: int) -> bool:
    """Say whether a day of a month is what a town or square is called: "مدينة السادس من أكتوبر"."""
    at = first - 1
    while at > 0 and words.close(at + 1) and _counts(words, at):
        at -= 1
    return at >= 0 and words.close(at + 1) and words.word(at) in date_words("called-date")


def _counts(words: Words, at: int) -> bool:
    return (
        words.word(at) in date_words("part-of")
        or words.word(at).isdigit()
        or words.get(at, "ordinal", "number") is not None
    )


def admits(words: Words, first: int, stop: int, meaning: Meaning) -> bool:
    """Say whether a reading stands against its surroundings."""
    before = words.word(first - 1) if words.close(first) else ""
    if isinstance(meaning, Time) and meaning.day == Day(0) and words.get(stop - 1, "day") is not None:
        return words.word(stop) not in date_words("today-told")  # صباح اليوم السابع
    if words.get(stop - 1, "month") is not None and _is_name(words, first):
        return False
    if isinstance(meaning, Day) and stop == first + 1:
        if meaning.offset == 0:
            # هلأ is "now", هلا a name and a greeting
            named = words.word(first) in date_words("greeting") and words.published(first) not in as_written()
            told = before in date_words("up-to-today", "paper") or words.word(stop) in date_words("today-told")
            return not told and not named
        tomorrow = not before or before in date_words("before-tomorrow")
        return meaning.offset < 0 or words.word(first) not in date_words("the-morrow") or tomorrow
    if isinstance(meaning, Weekday) and words.word(stop - 1) in date_words("one"):
        return False  # في يوم واحد: within one day
    if isinstance(meaning, Weekday) and stop == first + 1:
        return before not in date_words("called-weekday") and words.word(stop) not in date_words("teen")
    if isinstance(meaning, Period) and meaning.unit == "second":
        return words.get(first, "this") is not None  # للمرة الثانية هذا العام: a rank
    if isinstance(meaning, Period) and meaning.unit == "year":
        # الأمين العام السابق: the adjective, when the noun before it has the article
        adjective = words.word(stop - 1) in date_words("of-office") and before.startswith("ال")
        return not (adjective and words.word(first) in date_words("the-general"))
    if (
        isinstance(meaning, Calendar)
        and words.word(first - 1) == "ال"
        and words.word(first - 2).removeprefix("و") in date_words("rank")
    ):
        return False  # للمرة الـ12 هذا الشهر: a rank
    if isinstance(meaning, Calendar) and words.published(first).removeprefix("و").startswith("إ"):
        return False  # إب is a town, آب a month
    if isinstance(meaning, Calendar) and meaning.day is not None and words.get(first, "ordinal") is not None:
        return not words.word(first).endswith("ه")  # العملية الثانية هذا الشهر: days are masculine
    return True
