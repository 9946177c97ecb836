"""Whether a few words are the name of a person: what lists of bodies and places must not hold.

>>> [names_a_person(words) for words in ("قصي النجار", "المدعو أبو خالد", "لواء أحمد", "عز الدين القسام")]
[True, True, False, False]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.redact.vocabulary import compound, listed, name_words, rank

__all__ = ["called_after_a_person", "home_of_a_person", "listed_outlet", "names_a_person"]

_ANNOUNCE = ("private", "called", "honorific", "title")


def names_a_person(text: str, *, least: int = 1) -> bool:
    """Say whether a text is a person's name and nothing else, behind a title or not; those of public people are none.

    A name of fewer than `least` words is let pass: many a verb is a given name, too.
    """
    words = tuple(fold(text).split())
    if not words or _stuck(words) in _public():
        return False
    for hit in name_words().find(words):
        role = hit.payload
        announces = getattr(role, "role", "") in _ANNOUNCE and getattr(role, "person", None) != "relative"
        if hit.first == 0 and hit.stop < len(words) and announces:
            return _is_name(words[hit.stop :]) and _stuck(words[hit.stop :]) not in _public()
    return len(words) >= least and _is_name(words)


def home_of_a_person(text: str) -> bool:
    """Say whether a place is called the home of somebody: "منزل قصي النجار"; "بيت حنون" is a town."""
    home, *name = fold(text).split() or [""]
    return home in listed("residence") and len(name) > 1 and _is_name(name) and _stuck(name) not in _public()


def called_after_a_person(outlet: str) -> bool:
    """Say whether an outlet is called after a private person behind one word: "شبكة قصي النجار", not "شبكة شام"."""
    _, _, name = outlet.strip().partition(" ")
    return names_a_person(name, least=2)


def listed_outlet(outlet: str) -> bool:
    """Say whether an outlet, an agency or a monitor of the word lists is called so: "تسنيم" is no girl there."""
    return fold(outlet).strip() in _outlets()


@lru_cache(maxsize=1)
def _outlets() -> frozenset[str]:
    return frozenset(fold(form) for kind in ("outlets", "speakers") for entry in entries(kind) for form in entry.forms)


def _stuck(words: Sequence[str]) -> str:
    """Return words without gaps: "عبدالرحمن" is عبد الرحمن."""
    return "".join(words)


@lru_cache(maxsize=1)
def _public() -> frozenset[str]:
    return frozenset(_stuck(fold(form).split()) for entry in entries("public-people") for form in entry.forms)


def _is_name(words: Sequence[str]) -> bool:
    """Say whether all words are parts of names, and one of them a given name."""
    if words[0] in listed("father") or words[0] in listed("mother"):
        return len(words) > 1 and rank(words[1]) in ("given", "word", "foreign") and all(map(rank, words[2:]))
    given, at = False, 0
    while at < len(words):
        if at + 1 < len(words) and compound(words[at], words[at + 1]):
            given, at = True, at + 2
            continue
        kind = rank(words[at])
        if kind in ("given", "foreign"):
            given = True
        elif (
            not (at and words[at] in listed("part"))
            and kind not in ("word", "family")
            and not (kind == "unknown" and given)
        ):
            return False
        at += 1
    return given
