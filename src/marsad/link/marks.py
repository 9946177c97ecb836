"""What tells one act from another of its kind in one town on one day: its hour, what was hit, at which spot."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from marsad.arabic.affixes import stems
from marsad.arabic.letters import fold
from marsad.arabic.words import WORD
from marsad.lexicon.load import entries
from marsad.lexicon.role_words import forms_of

__all__ = ["HOURS", "Marks", "marks_of", "own_passage"]

Marks = tuple[str, ...]
"""Sorted: "at حلب" (a word of the place's name), "hour morning", "near hospital" (the act lies beside one),
"spot انصاري", "sum" (several acts are told as one), "target school"."""

HOURS = ("dawn", "morning", "noon", "afternoon", "evening", "night")

_PLAIN = frozenset(("head", "beside", "weapon", "sum"))
_SENTENCE_END = re.compile(r"[.!؟?\n؛]+(?:\s|$)")
_BREAK = re.compile(r"[\n:،,.؛|]")
_ENDINGS = ("ها", "هم", "ا", "ه")
_SHORTEST = 3

_Forms = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _forms() -> _Forms:
    """Return what stands behind each first word of a form, and the mark that it makes."""
    listed = [
        (entry.forms, f"{entry['role']} {entry['value']}" if entry["value"] else entry["role"])
        for entry in entries("link-words")
        if entry["value"] or entry["role"] in _PLAIN
    ]
    parts = [entry for entry in entries("dates") if entry["role"] == "part"]
    listed += [(part.forms, f"hour {hour}") for part in parts if (hour := part["value"].removeprefix("mid")) in HOURS]
    found: _Forms = {}
    for forms, mark in listed:
        for form in forms:
            first, *rest = fold(form).split()
            found.setdefault(first, []).append((tuple(rest), mark))
    return found


@lru_cache(maxsize=100_000)
def _openings(word: str) -> tuple[str, ...]:
    """Return what a word may be once its proclitics and then its endings are off."""
    bare = stems(word)
    return (*bare, *(form for each in bare for form in _without_ending(each)))


def _without_ending(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            rest = word[: -len(ending)]
            yield rest
            if rest.endswith("ت"):
                yield f"{rest[:-1]}ه"


@lru_cache(maxsize=100_000)
def _opened_by(word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return what stands behind a word in each form that it may open, and the mark: nothing for most words."""
    forms = _forms()
    return tuple(dict.fromkeys([told for opening in _openings(word) for told in forms.get(opening, ())]))


def _read(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield each mark with the number of its first word and that of the word behind it."""
    place = 0
    while place < len(words):
        longest = 0
        if opened := _opened_by(words[place]):
            found = {
                (len(rest), mark)
                for rest, mark in opened
                if place + len(rest) < len(words)
                and all(map(_is, rest, words[place + 1 : place + 1 + len(rest)]))
                and _may_be(mark, words[max(0, place - 1) : place + 1])
            }
            longest = max((length for length, _ in found), default=0)
            for length, mark in sorted(found):
                if length == longest or mark == "head":
                    yield place, place + 1 + length, mark
        place += 1 + longest


def _is(form: str, word: str) -> bool:
    return form == word or form in _openings(word)


def _may_be(mark: str, words: Sequence[str]) -> bool:
    """Say whether what is named may have been hit: the wounded are taken to a hospital and die in it."""
    if len(words) < 2 or not mark.startswith("target "):
        return True
    if words[0] in forms_of("link-words", "brought"):
        return False
    inside = words[0] in forms_of("link-words", "inside") or words[1].startswith(("ب", "لل"))
    return mark != "target hospital" or not inside


@lru_cache(maxsize=20_000)
def _marks(passage: str) -> tuple[tuple[str, str], ...]:
    """Return the marks of a passage, each with the first word of what made it."""
    found: list[tuple[str, str]] = []
    for part in _BREAK.split(passage):
        words = WORD.findall(fold(part))
        beside = -1
        for first, behind, mark in _read(words):
            if mark == "beside":
                beside = behind
            elif mark == "head":
                found += _spot(words, first, behind)
            elif mark.startswith("target ") and first == beside:
                found.append((f"near {mark.removeprefix('target ')}", words[first]))
            elif mark != "weapon":
                found.append((mark, words[first]))
    return tuple(found)


def _spot(words: Sequence[str], first: int, behind: int) -> Iterator[tuple[str, str]]:
    """Yield the name behind a noun: that of "حي الأنصاري", none of "الحي الشرقي"."""
    if behind < len(words) and not words[first].startswith(("ال", "وال", "بال", "لل")):
        name = words[behind].removeprefix("ال")
        if len(name) >= _SHORTEST and name not in forms_of("link-words", "no-name") and name not in _forms():
            yield f"spot {name}", words[behind]


def marks_of(quotation: str, passage: str, *, names: Iterable[str] = ()) -> Marks:
    """Return the marks of an event: of each kind those of its quotation, or else those of the passage around it.

    `names` are those of its places: what one of several words names may be what was hit ("المستشفى السعودي"),
    and no target is read from them in the text.

    >>> marks_of("غارة على سوق الهال", "غارة على سوق الهال صباح اليوم بعد قصف المدرسة", names=("دوما",))
    ('at دوما', 'hour morning', 'spot هال', 'target market')
    """
    named = list(names)
    own = frozenset([word.removeprefix("ال") for name in named for word in WORD.findall(fold(name))])
    found = {f"at {word}" for word in own}
    for name in named:
        found.update(mark for mark, _ in _marks(name) if " " in name and mark.startswith("target "))
    told, around = _without(_marks(quotation), own), _without(_marks(passage), own)
    kinds = {mark.partition(" ")[0] for mark in told}
    found.update(told, (mark for mark in around if mark.partition(" ")[0] not in kinds))
    return tuple(map(sys.intern, sorted(found)))


def _without(marks: Iterable[tuple[str, str]], names: frozenset[str]) -> list[str]:
    return [mark for mark, word in marks if mark.startswith("spot ") or names.isdisjoint(_openings(word))]


def own_passage(title: str, text: str, quotations: Sequence[str], index: int) -> str:
    """Return the sentences in which an event is told, cut off where the quotation of another begins or ends.

    The headline belongs to the only event of a report.
    """
    quotation = quotations[index]
    headline = f"{title}\n" if len(quotations) == 1 else ""
    start = text.find(quotation) if quotation else -1
    if start < 0:
        return headline + quotation
    end = start + len(quotation)
    left = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, max(start, end - 1))
    right = after.start() if after else len(text)
    for place, other in enumerate(quotations):
        begins = text.find(other) if other and place != index else -1
        if 0 <= begins < start:
            left = max(left, min(begins + len(other), start))
        elif begins > start:
            right = min(right, max(begins, end))
    return headline + text[left:right]
