"""Words that look like dates and are not: the daily "روسيا اليوم", "آب" the father, "مارس" the verb."""

from __future__ import annotations

from marsad.annotate.dates.meaning import Day, Meaning, Weekday
from marsad.annotate.dates.words import Words

__all__ = ["admits"]

_PAPERS = {"روسيا", "المصري", "راي", "الراي", "فلسطين", "صحيفه", "جريده", "موقع", "قناه", "حتي", "ذلك", "سوريا"}
_MARKETS = {"سوق", "بسوق", "وسوق"}


def admits(words: Words, first: int, stop: int, meaning: Meaning) -> bool:
    """Say whether a reading stands against its surroundings."""
    before = words.word(first - 1) if words.close(first) else ""
    if isinstance(meaning, Day) and meaning.offset == 0 and stop == first + 1:
        return before not in _PAPERS and words.word(stop) not in {"السابع"}
    if isinstance(meaning, Weekday) and stop == first + 1:
        return before not in _MARKETS and words.word(stop) not in {"عشر", "عشره"}
    return True
