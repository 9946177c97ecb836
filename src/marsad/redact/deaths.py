"""Who lost life, and by what: age or illness, a killer who is named, or in detention."""

from __future__ import annotations

from marsad.redact.beside import BESIDE, FAR, NEAR, OF_KIN, SOON
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["died", "died_of_age", "was_killed_by_one"]


def died_of_age(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether somebody is told to have died of age or illness: "ننعى إليكم قصي الزعبي عن عمر ناهز 80 عاماً"."""
    low, high = begin, stop
    while low > 0 and begin - low < NEAR and not set(".!؟•") & set(tokens.gaps[low]):
        low -= 1
    while high < len(tokens.words) and high - stop < FAR // 2 and not set(".!؟•") & set(tokens.gaps[high]):
        high += 1
    near = range(low, high)
    if not any(role.role == "of-age" for at in near for _, role in tokens.starting_at.get(at, ())):
        return False
    return listed("by-violence").isdisjoint(tokens.words[near.start : near.stop])


def was_killed_by_one(tokens: Tokens, begin: int, first: int) -> bool:
    """Say whether a name is of somebody of whose killer more is told: "أدين بقتل جاره قصي", "قاتل تاجر الذهب قصي"."""
    for index in range(first - 1, max(begin - 1 - BESIDE, -1), -1):
        if not tokens.joined(index + 1) or tokens.rank(index) == "given":
            return False
        if tokens.words[index].removeprefix("و") in listed("killer-of"):
            return True
    return False


def died(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether one who is told as detained lost his life: "المختطف قصي الزعبي توفي", "وفاة المعتقل قصي"."""
    for index in range(stop, min(stop + SOON, len(tokens.words))):
        if tokens.ends_at(index):
            break
        if tokens.words[index] in listed("death"):
            if tokens.words[index - 1] in listed("charged-with"):
                return False
            return not any(role.person == "relative" for _, role in tokens.starting_at.get(index + 1, ()))
    return any(
        word.removeprefix("و").removeprefix("ب") in listed("death") and tokens.joined(index + 1)
        for index, word in enumerate(tokens.words[max(0, first - OF_KIN) : first], max(0, first - OF_KIN))
    )
