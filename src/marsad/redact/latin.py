"""Names in Latin letters inside an Arabic text: "الشاب Yazan Mahameed", "يزن المحاميد (Yazan Mahameed)"."""

from __future__ import annotations

import re
from bisect import bisect_left

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

_GREAT, _SMALL = "A-ZÀ-ÖØ-ÞĀ-ſ", "a-zß-öø-ÿĀ-ſ'’"
_NAME = rf"(?:[Aa]l-|[Ee]l-|O'|Mc)?[{_GREAT}][{_SMALL}]+(?:-[{_GREAT}]?[{_SMALL}]+)*"
_LINK = "(?:al|el|bin|ibn|abu|umm|van|von|de|der)"
_SPACE = "[ \\u00a0\\u0640\\u200e\\u200f_]+"
_WHOLE = re.compile(
    rf"{_NAME}(?:{_SPACE}(?:{_LINK}{_SPACE})*{_NAME}){{0,4}}(?:{_SPACE}[{_GREAT}](?![{_GREAT}{_SMALL}]))?(?![{_GREAT}{_SMALL}])"
)
_OF_A_BODY = re.compile(
    r"news|times|post|press|agency|channel|radio|media|rights|watch|amnesty|international|group|council|united|nations"
    r"|reuters|network|foundation|institute|university|journal|guardian|committee|center|centre|the",
    re.IGNORECASE,
)


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
    """Return the word after a name in Latin letters that begins with a word, those with marks too: "Rênas Yıldız"."""
    begins = tokens.document.starts[index]
    if tokens.source[begins - 1 : begins].isalpha():
        return None
    match = _WHOLE.match(tokens.source, begins)
    if match is None or any(_OF_A_BODY.fullmatch(word) for word in match[0].split()):
        return None
    return bisect_left(tokens.document.starts, match.end())


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
