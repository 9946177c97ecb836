"""Which constructions a word may open, and the longest reading at a word."""

from __future__ import annotations

from collections.abc import Callable

from marsad.annotate.dates import calendar, guards, points, spans
from marsad.annotate.dates.meaning import Day, Meaning, Time
from marsad.annotate.dates.words import Words
from marsad.frozen import dataclass

__all__ = ["STARTERS", "Phrase", "read"]

_Rule = Callable[[Words, int], tuple[int, Meaning] | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression read: words `first` to `stop`, what it means, the rule and the entry at its head."""

    first: int
    stop: int
    meaning: Meaning
    rule: str
    entry_id: str | None


_POINT: tuple[_Rule, ...] = (points.point, spans.until)
_COUNTED: tuple[_Rule, ...] = (points.point, calendar.days, spans.lapse, spans.length, calendar.nth, spans.until)
_RULES: dict[str, tuple[_Rule, ...]] = {
    "day": _POINT,
    "weekday": (*_POINT, calendar.nth),
    "weekday-bare": (points.point,),
    "day-word": _POINT,
    "part": (points.point, points.night, points.bare_part),
    "nightly": (points.nightly,),
    "this": (points.night, spans.period),
    "clock": (points.point, points.bare_part),
    "month": (*_POINT, spans.period, calendar.days),
    "hijri-month": (*_POINT, spans.period),
    "month-word": (*_POINT, spans.period, calendar.days),
    "year-word": (spans.period, spans.until),
    "season": (spans.period, spans.until),
    "feast": (spans.period, spans.until),
    "number": _COUNTED,
    "ordinal": (*_COUNTED, points.bare_part),
    "unit": (spans.lapse, spans.length, spans.period, spans.after, spans.each, spans.dialect_ago, calendar.nth),
    "edge": (spans.edge, spans.lapse, calendar.nth, spans.until),
    "ago": (spans.ago,),
    "since": (spans.ago, spans.since),
    "after": (spans.after,),
    "during": (spans.lapse,),
    "lasting": (spans.lapse,),
    "each": (spans.each,),
    "habit": (spans.each,),
}
STARTERS = frozenset(_RULES)
"""Roles of the words that can open a time expression."""
_DIGITS = (*_COUNTED, points.bare_part, spans.period)
_TODAY = Day(0)
_NAMES = {"bare_part": "part-of-day", "days": "between"}
_HEADS = (
    "day", "weekday", "month", "hijri-month", "feast", "season", "habit", "unit", "edge", "part", "weekday-bare",
    "month-word", "year-word", "clock", "ordinal", "number",
)  # fmt: skip
_RANK = {role: rank for rank, role in enumerate(_HEADS)}


def read(words: Words, index: int) -> Phrase | None:
    """Return the longest time expression that starts at a word, or None: "مساء أمس الثلاثاء"."""
    tokens = words.all(index)
    if _plain_number(words, index):
        return None
    best: tuple[int, Meaning, str] | None = None
    tried: set[_Rule] = set()
    for rules in [_RULES.get(token.role, ()) for token in tokens] if tokens else [_DIGITS]:
        for rule in rules:
            if rule in tried:
                continue
            tried.add(rule)
            found = rule(words, index)
            if found is not None and (best is None or found[0] > best[0]):
                best = (*found, rule.__name__)
    if best is None or not guards.admits(words, index, best[0], best[1]):
        return None
    stop, meaning, name = best
    if isinstance(meaning, Time) and meaning.day is None and meaning.clock is not None:
        name = "clock"
    if meaning == _TODAY and any(token.entry_id == "day.now" for token in tokens):
        name = "now"
    meaning = guards.to_come(words, index, meaning)
    return Phrase(index, stop, meaning, f"dates.{_NAMES.get(name, name).replace('_', '-')}", _head(words, index, stop))


def _plain_number(words: Words, index: int) -> bool:
    """Say whether a number has nothing of a date near it; most numbers of a report count people."""
    word, tokens = words.word(index), words.all(index)
    if tokens:
        if any(token.role not in {"number", "ordinal"} for token in tokens):
            return False
        stop = tokens[0].stop
    elif not word.isdigit() or (len(word) == 4 and word[:2] in {"19", "20"}):
        return False
    else:
        stop = index + 1
    return not (
        words.all(stop) or words.all(stop + 1) or words.word(stop)[:1].isdigit() or words.word(stop + 1).isdigit()
    )


def _head(words: Words, first: int, stop: int) -> str | None:
    """Return the entry of the word that weighs most: the month of "12 آذار", the unit of "قبل يومين"."""
    tokens = [token for index in range(first, stop) for token in words.all(index) if token.role in _RANK]
    return min(tokens, key=lambda token: (_RANK[token.role], token.first)).entry_id if tokens else None
