"""What a person typed into the search, as words that every database is asked for alike.

>>> parse('القوات "ريف دير الزور" قصف* -مناورات').words
('القوات', 'ريف', 'دير', 'الزور', 'قصف')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from marsad.arabic.affixes import bare, written
from marsad.gazetteer.names import listed_words, stuck_words
from marsad.store.words import words

__all__ = ["Pattern", "Query", "Term", "parse"]

_PART = re.compile(r'(?P<minus>(?<!\S)[-−])?(?:["«“”„](?P<phrase>[^"»“”]*)["»“”]?|(?P<word>[^\s"«»“”„]+))')
_SHORTEST_REST = 3
_SHORTEST_PREFIX = 2
_NO_TANWIN = frozenset("اوهي")  # "حاجز" is written حاجزاً, too; but سوريا is not سورياً


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Words in a row; each slot holds the written forms that may stand there. `prefix`: the last may go on."""

    slots: tuple[tuple[str, ...], ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing asked for: any of its patterns will do."""

    any_of: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """All `terms` must stand in a text, and none of `excluded`. `words` are those typed, folded."""

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    words: tuple[str, ...]
    phrase: bool = False
    prefix: bool = False
    minus: bool = False


def parse(text: str) -> Query:
    """Read a query: words that must all stand in a text, "phrases", prefixes (قصف*) and -words left out.

    A word finds itself with letters folded, behind proclitics, with or without the article and the alif of tanwin;
    in a phrase the words stand as typed, and the first may have proclitics. Names written in one word or two find
    both.
    """
    parts = list(_parts(text))
    terms: list[Term] = []
    excluded: list[Term] = []
    for number, part in enumerate(parts):
        if part.minus:
            excluded.append(_term(part, ()))
        else:
            beside = [
                other
                for other in parts[max(0, number - 1) : number + 2]
                if not (other.phrase or other.minus or other.prefix)
            ]
            joined = [left.words[-1] + right.words[0] for left, right in pairwise(beside) if part in (left, right)]
            terms.append(_term(part, () if part.phrase or part.prefix else tuple(joined)))
    typed = tuple(word for part in parts if not part.minus for word in part.words)
    return Query(terms=tuple(terms), excluded=tuple(excluded), words=typed)


def _parts(text: str) -> list[_Part]:
    found: list[_Part] = []
    for match in _PART.finditer(text):
        minus = match["minus"] is not None
        if match["phrase"] is not None:
            held = words(match["phrase"]).texts
            if held:
                found.append(_Part(words=held, phrase=len(held) > 1, minus=minus))
            continue
        typed = match["word"]
        held = words(typed).texts
        if not held:
            continue
        prefix = typed.endswith("*") and len(held[-1]) >= _SHORTEST_PREFIX
        # "Su-24" is two words in a row
        found.append(_Part(words=held, phrase=len(held) > 1, prefix=prefix, minus=minus))
    return found


def _term(part: _Part, joined: tuple[str, ...]) -> Term:
    if part.phrase:
        return Term(any_of=tuple(_phrases(part.words, prefix=part.prefix)))
    (word,) = part.words
    patterns = [_one(word, prefix=part.prefix)]
    if not part.prefix:
        patterns += [_in_a_row(split) for split in _parted(word)]
        patterns += [_one(name) for name in joined]
    return Term(any_of=tuple(patterns))


def _one(word: str, *, prefix: bool = False) -> Pattern:
    return Pattern(slots=(_forms(word),), prefix=prefix)


def _forms(word: str) -> tuple[str, ...]:
    if not "ء" <= word[0] <= "ي":
        return (word,)
    stem = bare(word)
    forms = (*written(stem), *written(word))
    if len(stem) >= _SHORTEST_REST and stem[-1] not in _NO_TANWIN:
        forms += tuple(form + "ا" for form in written(stem, with_article=False))
    return tuple(dict.fromkeys(forms))


def _phrases(typed: tuple[str, ...], *, prefix: bool) -> list[Pattern]:
    """Return the phrase, and the phrase with two words joined or one parted, as names are."""
    ways = [typed]
    ways += [(*typed[:at], typed[at] + typed[at + 1], *typed[at + 2 :]) for at in range(len(typed) - 1)]
    ways += [(*typed[:at], *split, *typed[at + 1 :]) for at, word in enumerate(typed) for split in _parted(word)]
    return [_in_a_row(way, prefix=prefix) for way in ways]


def _in_a_row(row: tuple[str, ...], *, prefix: bool = False) -> Pattern:
    first = written(row[0], with_article=False) if "ء" <= row[0][0] <= "ي" else (row[0],)
    return Pattern(slots=(first, *((word,) for word in row[1:])), prefix=prefix)


@cache
def _stuck() -> tuple[str, ...]:
    """Return the first words of names that writers stick to the next: "كفرنبل", "ديرالزور", "عبدالرحمن"."""
    return (*stuck_words(), *listed_words("stuck_people_words.txt"))


def _parted(word: str) -> list[tuple[str, str]]:
    return [
        (start, word[len(start) :])
        for start in _stuck()
        if word.startswith(start) and len(word) - len(start) >= _SHORTEST_REST
    ]
