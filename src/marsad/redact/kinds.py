"""What kind of person a removed name belongs to: told by what announces it, else by the words around it."""

from __future__ import annotations

from marsad.redact.evidence import Announcement
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["KINDS", "PERSONS", "acts_before", "fate_after", "fate_before", "kind_of", "says_before", "strongest"]

PERSONS = ("minor", "victim", "detainee", "relative", "witness", "poster", "other")
"""Kinds of people, the one that wins first: a minor stays one when called a victim elsewhere."""

KINDS = (*PERSONS, "phone", "email", "account", "link", "id", "plate", "address", "coordinates", "birth")
"""All kinds of what is removed."""

_NEAR = 9
_FAR = 40
_OF_KIN = 3
_GROWN_UP = 18


def acts_before(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of what only people do stands right before a word: "عاد ياسين"."""
    if index == 0 or not tokens.joined(index):
        return False
    word = tokens.words[index - 1]
    return word in listed("acts") or (word[0] in "وف" and word[1:] in listed("acts"))


def fate_after(tokens: Tokens, stop: int) -> bool:
    """Say whether a word for what became of people follows a name at once: "سارة قُتلت"."""
    return stop in tokens.fates and tokens.joined(stop) and tokens.words[stop][0] not in "بلك"


def says_before(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of saying stands right before a word: "قال كاوا"."""
    if index == 0 or not tokens.close(index):
        return False
    word = tokens.words[index - 1]
    return word in listed("says") or (word[0] in "وف" and word[1:] in listed("says"))


def fate_before(tokens: Tokens, index: int) -> bool:
    """Say whether a word for what became of people stands right before a word: "قُتل سعيد"."""
    at = index - 1 if index > 1 and tokens.words[index - 1] == "علي" and tokens.words[index - 2] == "عثر" else index
    return at > 0 and tokens.close(index) and (at < index or tokens.fates.get(at - 1, (0,))[0] == at)


def kind_of(
    tokens: Tokens, first: int, stop: int, said: Announcement | None, age: float | None, *, writes: bool = False
) -> str:
    """Return the kind of a private person named by words `first` to `stop` (excluded)."""
    if age is not None and age < _GROWN_UP:
        return "minor"
    told = said.person if said is not None else None
    if writes:
        return "poster"
    if told in ("minor", "witness", "poster"):
        return told
    if told == "relative":
        return _fate_of_kin(tokens, first if said is None else said.first, stop) or told
    if says_before(tokens, first if said is None else said.first):
        return "witness"
    near = _nearest_fate(tokens, first, stop)
    if told == "detainee" or (told == "victim" and near != "detainee"):
        return told
    return near or _told_before(tokens, first, told) or "other"


def _told_before(tokens: Tokens, first: int, told: str | None) -> str | None:
    """Return what the text told last of people before a name of which nothing nearer is told."""
    if told not in (None, "other"):
        return told
    for index in range(first - 1, max(first - _FAR, -1), -1):
        if index in tokens.fates:
            return tokens.fates[index][1]
    return told


def _fate_of_kin(tokens: Tokens, first: int, stop: int) -> str | None:
    """Return what became of a relative, told right before the word of kinship or right after the name."""
    if fate_after(tokens, stop):
        return tokens.fates[stop][1]
    for index in range(first - 1, max(first - _OF_KIN, -1), -1):
        if not tokens.joined(index + 1):
            return None
        if index in tokens.fates:
            return tokens.fates[index][1]
    return None


def _nearest_fate(tokens: Tokens, first: int, stop: int) -> str | None:
    """Return the kind of the nearest word for what became of people, those before the name first, in its line."""
    words = tokens.words
    low = first
    while low > 0 and first - low < _NEAR and not set(".\n؛!؟") & set(tokens.gaps[low]):
        low -= 1
    for index in range(first - 1, low - 1, -1):
        if index in tokens.fates and tokens.fates[index][0] <= first:
            return tokens.fates[index][1]
    high = stop
    while high < len(words) and high - stop < _NEAR and not set(".\n؛!؟") & set(tokens.gaps[high]):
        if high in tokens.fates:
            return tokens.fates[high][1]
        high += 1
    return None


def strongest(kinds: list[str]) -> str:
    """Return the kind of a person told in several ways.

    >>> strongest(["other", "victim", "witness"])
    'victim'
    """
    return min(kinds, key=PERSONS.index)
