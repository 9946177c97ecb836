"""Whose words a report tells."""

from __future__ import annotations

from marsad.redact.beside import BESIDE, FAR, fate_before, fate_beside, opens_a_clause, opens_a_sentence, says_before
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import is_listed, listed

__all__ = ["is_heard", "who_says_that"]

_THE_SAME = 10
_FROM_AFAR = 8


def is_heard(tokens: Tokens, begin: int, first: int, stop: int) -> bool:
    """Say whether what a person says is told: "قال ...", "بحسب ...", "شهادة ...", or a verb of saying right after."""
    if says_before(tokens, begin):
        return True
    if begin and tokens.joined(begin) and tokens.words[begin - 1].removeprefix("و") in listed("heard"):
        return True
    if stop < len(tokens.words) and tokens.joined(stop) and tokens.words[stop].removeprefix("ف") in listed("says"):
        return tokens.words[stop][0] in "يت" or not fate_before(tokens, begin)
    if _who_says(tokens, stop):
        return not fate_before(tokens, begin)
    if _is_one_who_saw(tokens, begin):
        return True
    if fate_beside(tokens, begin, first, stop) is not None:
        return False
    return _speaks_from_afar(tokens, begin) or _goes_on_to_say(tokens, stop)


def _goes_on_to_say(tokens: Tokens, stop: int) -> bool:
    """Say whether one told of says something in a later sentence, nobody else named between: "... ليث. يقول إن"."""
    for index in range(stop, min(stop + FAR, len(tokens.words) - 1)):
        if tokens.rank(index) == "given" or "\n" in tokens.gaps[index]:
            return False
        word = tokens.words[index].removeprefix("و")
        begins = set('.!؟»،"') & set(tokens.gaps[index]) or tokens.words[index][0] == "و"
        if begins and word in listed("tells-now"):
            return opens_a_sentence(tokens.words[index + 1]) or set(':«"') & set(tokens.gaps[index + 1]) != set()
    return False


def who_says_that(tokens: Tokens, begin: int, stop: int) -> str | None:
    """Return the kind of one whose words go on right after the name: "وذكر صاحب محل مجاور، سركون كورية، أنه سمع".

    Somebody's kin are relatives: "وقال شقيق غسان، ويدعى أيهم، إنه عرفه".
    """
    if (
        stop >= len(tokens.words)
        or tokens.gaps[stop].strip(" ") not in ("", "،")
        or not opens_a_sentence(tokens.words[stop])
    ):
        return None
    if begin and tokens.joined(begin) and tokens.words[begin - 1] in listed("of-whom"):
        return None
    named, kin = False, False
    for index in range(begin - 1, max(begin - _THE_SAME, -1), -1):
        if set('.\n؛!؟:«»"') & set(tokens.gaps[index + 1]) or opens_a_sentence(tokens.words[index]):
            return None
        word = tokens.words[index]
        if word.removeprefix("و") in listed("quotes") or is_listed(word, "says"):
            return "relative" if kin else None if named else "witness"
        kin = kin or any(role.person == "relative" for _, role in tokens.ending_at.get(index + 1, ()))
        named = named or tokens.rank(index) == "given"
    return None


def _is_one_who_saw(tokens: Tokens, begin: int) -> bool:
    """Say whether witnesses are told a few words before a name: "خمسة شهود، منهم هند", "وبرأه شاهدان هما خالد"."""
    for index in range(begin - 1, max(begin - 1 - BESIDE, -1), -1):
        if set(".\n؛!؟«»") & set(tokens.gaps[index + 1]) or index in tokens.told or opens_a_clause(tokens.words[index]):
            return False
        if tokens.words[index].removeprefix("و") in listed("witnesses"):
            return True
    return False


def _who_says(tokens: Tokens, stop: int) -> bool:
    """Say whether a name goes on with what the person says: "هيام دويعر التي قالت إن"."""
    if stop + 1 >= len(tokens.words) or tokens.words[stop] not in listed("who"):
        return False
    return tokens.words[stop + 1] in listed("speaks") and tokens.joined(stop + 1)


def _speaks_from_afar(tokens: Tokens, begin: int) -> bool:
    """Say whether a verb of saying stands some words before a name, who or what the person is between them."""
    for index in range(begin - 1, max(begin - _FROM_AFAR, -1), -1):
        if index in tokens.told or not tokens.joined(index + 1) or opens_a_clause(tokens.words[index]):
            return False
        if is_listed(tokens.words[index], "says"):
            return any(
                role.role in ("private", "honorific")
                for at in range(index + 1, begin)
                for _, role in tokens.starting_at.get(at, ())
            )
    return False
