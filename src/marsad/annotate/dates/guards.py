"""Words that look like dates and are not: the daily "روسيا اليوم", "الأمين العام السابق", "سوق الجمعة"."""

from __future__ import annotations

from marsad.annotate.dates.meaning import Calendar, Day, Meaning, Period, Weekday
from marsad.annotate.dates.words import Words

__all__ = ["admits"]

_PAPERS = {
    "روسيا", "المصري", "راي", "الراي", "صحيفه", "جريده", "موقع", "قناه", "شبكه", "وكاله", "بوابه", "اخبار", "حتي",
    "لحد", "لغايه", "وحتي", "الي", "ذلك",
}  # fmt: skip
_AFTER_TODAY = {
    "السابع",
    "الوطني",
    "العالمي",
    "الدولي",
    "الاول",
    "الاخير",
    "التالي",
    "الواحد",
    "الثاني",
    "الثالث",
    "نفسه",
    "ذاته",
}
_OF_OFFICE = {"السابق", "الحالي", "الاخير", "الراهن"}
_MARKETS = {"سوق", "بسوق", "وسوق", "خان", "مسيره", "جمعه", "لواء", "كتيبه", "فيلق", "حي", "احد", "كلا"}


def admits(words: Words, first: int, stop: int, meaning: Meaning) -> bool:
    """Say whether a reading stands against its surroundings."""
    before = words.word(first - 1) if words.close(first) else ""
    if isinstance(meaning, Day) and stop == first + 1:
        if meaning.offset == 0:
            # هلأ is "now", هلا a name and a greeting
            named = words.word(first) == "هلا" and not words.published(first).endswith("أ")
            return before not in _PAPERS and words.word(stop) not in _AFTER_TODAY and not named
        return meaning.offset < 0 or words.word(first) != "الغد" or before in {"يوم", "في", "من", "بعد", "حتي", ""}
    if isinstance(meaning, Weekday) and words.word(stop - 1) == "واحد":
        return False  # في يوم واحد: within one day
    if isinstance(meaning, Weekday) and stop == first + 1:
        return before not in _MARKETS and words.word(stop) not in {"عشر", "عشره"}
    if isinstance(meaning, Period) and meaning.unit == "second":
        return words.word(first).startswith("هذ")  # للمرة الثانية هذا العام: a rank
    if isinstance(meaning, Period) and meaning.unit == "year":
        # الأمين العام السابق: the adjective, when the noun before it has the article
        adjective = words.word(stop - 1) in _OF_OFFICE and before.startswith("ال")
        return not (adjective and words.word(first) in {"العام", "والعام"})
    if isinstance(meaning, Calendar) and words.word(first - 1) == "ال" and words.word(first - 2).endswith("للمره"):
        return False  # للمرة الـ12 هذا الشهر: a rank
    if isinstance(meaning, Calendar) and words.published(first).removeprefix("و").startswith("إ"):
        return False  # إب is a town, آب a month
    if isinstance(meaning, Calendar) and meaning.day is not None and words.get(first, "ordinal") is not None:
        return not words.word(first).endswith("ه")  # العملية الثانية هذا الشهر: days are masculine
    return True
