"""Names in Latin letters inside an Arabic text: "الشاب Yazan Mahameed", "يزن المحاميد (Yazan Mahameed)"."""

from __future__ import annotations

import re

from marsad.redact.ages import age_after
from marsad.redact.beside import fate_before, is_behind, says_before
from marsad.redact.evidence import announcement, title_before
from marsad.redact.kinds import kind_of
from marsad.redact.labelled import speakers
from marsad.redact.mention import Mention
from marsad.redact.named import Named
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["latin_names"]

_NAME = re.compile(r"(?:[Aa]l-|[Ee]l-|O'|Mc)?[A-Z][a-z'’]+(?:-[A-Z]?[a-z'’]+)*")
_INITIAL = re.compile("[A-Z]")
_LINK = frozenset(("al", "el", "bin", "ibn", "abu", "umm", "van", "von", "de", "der"))
_OF_A_BODY = re.compile(
    r"news|times|post|press|agency|channel|radio|media|rights|watch|amnesty|international|group|council|united|nations"
    r"|reuters|network|foundation|institute|university|journal|guardian|committee|center|centre|the",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def latin_names(tokens: Tokens, found: list[Named]) -> list[Named]:
    """Return private people who are named in Latin letters.

    A word that announces a person, a verb of saying or of what became of people must stand before the name, or one
    already `found` (its other spelling in brackets, or the first of two).
    """
    private = {named.stop: named for named in found if named.kind is not None}
    more: list[Named] = []
    index = 0
    while index < len(tokens.words):
        stop = _stop(tokens, index)
        if stop is None:
            index += 1
            continue
        named = _told(tokens, index, stop, private)
        if named is not None:
            more.append(named)
            private[stop] = named
        index = stop
    return more


def _stop(tokens: Tokens, index: int) -> int | None:
    """Return the word after a name in Latin letters that begins with a word."""
    if _NAME.fullmatch(tokens.written(index)) is None:
        return None
    stop = last = index + 1
    while stop < min(len(tokens.words), index + _MOST_WORDS) and tokens.joined(stop):
        if _NAME.fullmatch(tokens.written(stop)) is not None:
            last = stop + 1
        elif tokens.written(stop) not in _LINK:
            break
        stop += 1
    if last < len(tokens.words) and tokens.joined(last) and _INITIAL.fullmatch(tokens.written(last)):
        last += 1
    return None if any(_OF_A_BODY.fullmatch(tokens.written(word)) for word in range(index, last)) else last


def _told(tokens: Tokens, first: int, stop: int, private: dict[int, Named]) -> Named | None:
    names = tuple(tokens.words[first:stop])
    owner = _owner(tokens, first, private)
    if owner is not None and len(names) > 1:
        return Named(first, stop, names, owner.kind, "latin", announced=True)
    if tokens.gaps[stop].startswith(":") and first in speakers(tokens):
        return Named(first, stop, names, "poster", "speaker", announced=True)
    told = announcement(tokens, first)
    if told is not None and told.role == "home":
        return None
    shortened = len(names) > 1 and len(names[-1]) == 1 and is_behind(tokens, first, listed("along-with"))
    spoken = len(names) > 1 and (says_before(tokens, first) or fate_before(tokens, first))
    if told is None and not shortened and not spoken:
        return None
    if title_before(tokens, first) or (told is not None and told.role == "post" and len(names) == 1):
        return None
    writes = told is not None and told.role == "post"
    kind = kind_of(Mention(tokens, first, stop, told, age_after(tokens, stop), writes)).kind
    return Named(first, stop, names, kind, "latin", announced=True)


def _owner(tokens: Tokens, first: int, private: dict[int, Named]) -> Named | None:
    """Return the person right before whose name this spells again in brackets, or who is named with it by و."""
    if tokens.gaps[first].strip(" ") == "(":
        return private.get(first)
    if first and tokens.words[first - 1] == "و" and tokens.joined(first):
        return private.get(first - 1)
    return None
