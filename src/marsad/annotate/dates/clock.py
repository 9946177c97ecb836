"""Hours: "الساعة الثالثة والنصف", "الثالثة فجراً", "3:18"."""

from __future__ import annotations

import re

from marsad.annotate.dates.meaning import Clock
from marsad.annotate.dates.words import Words, date_words, sixtieths

__all__ = ["clock", "minutes_after"]

_DIGITS = re.compile(r"([0-9]{1,2})[:.]([0-9]{1,2})(?::([0-9]{1,2}))?\Z")


def clock(words: Words, index: int, *, inside: bool) -> tuple[int, Clock] | None:
    """Return (stop, hour) at a word. Without الساعة an hour has a colon or a part of day behind it."""
    if not words.dated(index):
        return None
    cue = words.get(index, "clock")
    start = cue.stop if cue is not None else index
    if inside and not words.near(index):
        return None
    digits = _DIGITS.match(words.word(start))
    if digits is not None and (cue is not None or ":" in digits.group()):
        hour, minute = int(digits[1]), int(digits[2])
        if hour <= 24 and minute < 60:
            return start + 1, Clock(hour % 24, minute, int(digits[3]) if digits[3] else None)
        return None
    if cue is None and not _spelt_hour(words, start):
        return None
    found = words.ordinal(start) or words.number(start)
    token = words.get(start, "ordinal", "number")
    if found is not None and found[1] > 24 and token is not None:
        found = token.stop, token.number  # الرابعة وأربعون دقيقة
    if found is None or not 0 <= found[1] <= 24:
        return None
    stop, hour = found
    stop, told = minutes_after(words, stop, hour)
    if cue is None:
        part = words.get(stop, "part") or words.get(stop + 1, "part")
        if part is None:
            return None
        if words.word(stop) not in date_words("behind-hour") and not (part.first == stop and part.definite):
            return None
    return stop, told


def _spelt_hour(words: Words, index: int) -> bool:
    """Say whether the word is an ordinal that tells hours: feminine with the article, "الثالثة"."""
    token = words.get(index, "ordinal")
    return (
        token is not None
        and words.word(index).lstrip("وبل").startswith("ال")
        and (words.word(token.stop - 1).endswith(("ه", "ي")) or words.word(token.first).endswith("ه"))
    )


def minutes_after(words: Words, stop: int, hour: int) -> tuple[int, Clock]:
    """Read what follows an hour: "والنصف", "إلا ربعاً", "وعشر دقائق"."""
    word = words.word(stop)
    sign = 1
    if word in date_words("less"):
        sign, stop = -1, stop + 1
        word = words.word(stop)
    elif not word.startswith("و"):
        return stop, Clock(hour % 24)
    part = sixtieths("fraction", "hour-fraction").get(word.removeprefix("و").removeprefix("ال"))
    if part is not None:
        minutes = sign * part
        return stop + 1, Clock((hour - (minutes < 0)) % 24, minutes % 60)
    number = words.number(stop + 1 if word == "و" else stop)
    unit = words.get(number[0], "unit") if number is not None else None
    if number is None or unit is None or unit.name != "minute":
        return stop - (sign < 0), Clock(hour % 24)
    minutes = sign * number[1]
    return unit.stop, Clock((hour - (minutes < 0)) % 24, minutes % 60)
