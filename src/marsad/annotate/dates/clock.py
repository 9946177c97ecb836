"""Hours: "الساعة الثالثة والنصف", "3:18"."""

from __future__ import annotations

import re

from marsad.annotate.dates.meaning import Clock
from marsad.annotate.dates.words import Words

__all__ = ["clock"]

_DIGITS = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2}))?\Z")
_FRACTIONS = {"نصف": 30, "ربع": 15, "ثلث": 20, "نص": 30}


def clock(words: Words, index: int, inside: bool) -> tuple[int, Clock] | None:
    """Return (stop, hour) at a word. Without الساعة only digits with a colon and, `inside` a date, none else."""
    cue = words.get(index, "clock")
    start = cue.stop if cue is not None else index
    if inside and not words.near(index):
        return None
    digits = _DIGITS.match(words.word(start))
    if digits is not None and (cue is not None or ":" in digits.group()):
        hour, minute = int(digits[1]), int(digits[2])
        if hour <= 24 and minute < 60:
            return start + 1, Clock(hour % 24, minute, int(digits[3]) if digits[3] else None)
    if cue is None:
        return None
    found = words.ordinal(start) or words.number(start)
    if found is None or not 0 <= found[1] <= 24:
        return None
    stop, hour = found
    return _minutes(words, stop, hour)


def _minutes(words: Words, stop: int, hour: int) -> tuple[int, Clock]:
    word = words.word(stop)
    sign = 1
    if word == "الا":
        sign, stop = -1, stop + 1
        word = words.word(stop)
    elif not word.startswith("و"):
        return stop, Clock(hour % 24)
    bare = word.removeprefix("و").removeprefix("ال")
    if sign < 0:
        bare = bare.removesuffix("ا") if bare not in _FRACTIONS else bare
    if bare in _FRACTIONS:
        minutes = sign * _FRACTIONS[bare]
        return stop + 1, Clock((hour - (minutes < 0)) % 24, minutes % 60)
    number = words.number(stop)
    if number is None:
        return stop, Clock(hour % 24)
    unit = words.get(number[0], "unit")
    if unit is None or unit.name != "minute":
        return stop, Clock(hour % 24)
    minutes = sign * number[1]
    return unit.stop, Clock((hour - (minutes < 0)) % 24, minutes % 60)
