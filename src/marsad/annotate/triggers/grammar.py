"""Verb or verbal noun: "قصف" without vowels is both, its neighbours decide."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.affixes import bare
from marsad.lexicon.role_words import role_words

__all__ = ["reads_as_noun", "wrong_tense"]


def reads_as_noun(words: Sequence[str], first: int, hit_first: int, hit_stop: int, stop: int) -> bool:
    """Say whether a word that may be verb or verbal noun is the noun: "جراء قصف", "قصف مدفعي".

    A closing ه speaks for the noun ("ضربة"). At the start of a sentence, or after a word that takes no noun,
    the verb is likelier: "قصف الطيران".
    """
    if hit_stop < stop and words[hit_stop] in role_words("act-manner"):
        return True
    if words[hit_stop - 1].endswith("ه"):
        return True  # ضربة, إصابة, and قصفه, which is more often the noun
    if hit_first == first:
        return False
    before = words[hit_first - 1]
    return _takes_noun(before) or (before[0] in "وف" and _takes_noun(bare(before[1:])))


def _takes_noun(word: str) -> bool:
    """Say whether what stands right behind a word is a noun: "جراء", "عملية", "شنت"."""
    return word in role_words("before-act")


def wrong_tense(proclitics: str, word: str) -> bool:
    """Say whether a verb stands behind س or ل in a form that cannot: "لسيطرة" is no verb, "سيقصف" is one."""
    if proclitics[-1:] not in {"س", "ل"}:
        return False
    return word[len(proclitics) : len(proclitics) + 1] not in {"ي", "ت", "ن"}
