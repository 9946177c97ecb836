"""Words that name nobody where they stand, though they look like names: verbs, ages, what is counted."""

from __future__ import annotations

import re

from marsad.redact.anyword import is_a_number, is_closed
from marsad.redact.beside import fate_before, says_before
from marsad.redact.evidence import Announcement
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import is_common, listed, rank, spelled

__all__ = ["is_a_deed_of", "is_counted", "is_demanded", "is_doubled", "is_in_no_name", "leaves_some_dead"]

_DOUBLED = re.compile("[ء-ي]َ?[ء-ي](?:َ?ّ|َّ)َ?[ء-ي]َ?")
_SHORTEST_DENIED = 4
_LONGEST_VERB = 5
_OF_MANY = ("ين", "ون", "ات")


def is_in_no_name(tokens: Tokens, index: int) -> bool:
    """Say whether a word in no list names nobody: "كان مغنٍ يؤدي", by its tanween."""
    word = tokens.words[index].removeprefix("و")
    denied = (
        word.startswith(spelled("not")) and word.endswith("ش") and len(word) > _SHORTEST_DENIED
    )  # "أخويا ماعملش حاجة"
    return denied or tokens.written(index).endswith(("ٌ", "ٍ")) or word in listed("no-name")


def is_demanded(tokens: Tokens, index: int, told: Announcement | None) -> bool:
    """Say whether a word tied to people is what else is demanded: "بالإفراج عن المعتقلين وإسقاط الجولاني"."""
    word = tokens.words[index]
    if told is None or told.role != "private" or not tokens.words[index - 1].endswith(_OF_MANY) or word[0] != "و":
        return False
    return any(word.removeprefix(tied) in listed("demanded") for tied in ("و", "وب", "ول"))


def is_counted(tokens: Tokens, index: int, told: Announcement | None) -> bool:
    """Say whether a word is one's age or what is counted, and no name: "عمرو سنتين", "من خمس تيام", "عن حزنه."."""
    if told is not None or not tokens.joined(index):
        return False
    before = tokens.words[index - 1]
    own = tokens.written(index)[-1] == "ه" and tokens.words[index][-1] == "ه" and not tokens.stems[index][0]
    if own and before in listed("preposition") and is_closed(tokens, index + 1) and is_common(tokens.words[index][:-1]):
        return True
    if tokens.words[index].removeprefix("و") in listed("his-age") and tokens.joined_after(index):
        following = tokens.words[index + 1]
        aged = following.isdigit() or is_a_number(following) or following in listed("years-of-two")
        struck = tokens.fates.get(index - 1, (0,))[0] == index and not tokens.words[index].startswith("و")
        return aged and not (struck or says_before(tokens, index))
    return before in listed("few") and tokens.rank(index) == "given"


def leaves_some_dead(tokens: Tokens, index: int) -> bool:
    """Say whether a word is no name but the verb before a fate: "خلف وفاة شخصين"."""
    return (
        tokens.words[index].removeprefix("و") in listed("leaves-behind")
        and tokens.joined_after(index)
        and index + 1 in tokens.fates
        and not fate_before(tokens, index)
    )


def is_doubled(tokens: Tokens, index: int) -> bool:
    """Say whether three letters, the middle one doubled as published, are a verb: "فضّل عدم ذكر اسمه", "كرّم"."""
    return _DOUBLED.fullmatch(tokens.written(index)) is not None


def is_a_deed_of(tokens: Tokens, index: int) -> bool:
    """Say whether a word in no list looks like a verb of the present."""
    word = tokens.words[index]
    return (
        rank(word) in ("", "unknown") and word[0] in "يت" and tokens.joined_after(index) and len(word) < _LONGEST_VERB
    )
