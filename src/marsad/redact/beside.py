"""Words right before and after a name, or nearest to it: what people do, what they say, what became of them."""

from __future__ import annotations

from functools import cache

from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import is_listed, listed

__all__ = [
    "BESIDE",
    "FAR",
    "NEAR",
    "OF_KIN",
    "SOON",
    "TITLE_LETTERS",
    "acts_before",
    "fate_after",
    "fate_before",
    "fate_beside",
    "follows_a_copula",
    "is_behind",
    "is_behind_a_title_letter",
    "nearest_fate",
    "opens_a_clause",
    "opens_a_sentence",
    "says_before",
    "told_around",
    "told_before",
]

BESIDE = 3
"""How many words away something stands that is beside a name."""
OF_KIN = 5
"""How many words away stands what became of kin."""
SOON = 8
"""Within how many words behind a name something is told at once."""
NEAR = 9
"""How many words away something stands that is near a name."""
FAR = 40
"""How many words away something stands at most that tells anything of a name."""
TITLE_LETTERS = frozenset(("د", "م", "ا"))
"""Letters that stand for a title: "د. قصي"."""
_DOERS = 5
_NAMED = frozenset(("given", "word", "family", "foreign"))


def opens_a_clause(word: str) -> bool:
    """Say whether a word opens a clause of its own: "أن", "الذي"."""
    return word in _openings() or word in listed("who")


def opens_a_sentence(word: str) -> bool:
    """Say whether a word opens what is said: "أن", "أنه"."""
    return word in _openings()


@cache
def _openings() -> frozenset[str]:
    return listed("that") | listed("that-he")


def acts_before(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of what only people do stands right before a word: "عاد ياسين"."""
    if index == 0 or not tokens.joined(index):
        return False
    return is_listed(tokens.words[index - 1], "acts")


def follows_a_copula(tokens: Tokens, index: int) -> bool:
    """Say whether a word for being stands right before a word: "وكان سعيد"."""
    return index > 0 and tokens.joined(index) and tokens.words[index - 1].removeprefix("و") in listed("copula")


def says_before(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of saying stands right before a word: "قال كاوا"."""
    if is_behind_a_title_letter(tokens, index):
        index -= 1
    at = _behind_time(tokens, index)
    if at == 0 or not tokens.close(at):
        return False
    return is_listed(tokens.words[at - 1], "says")


def _behind_time(tokens: Tokens, index: int) -> int:
    """Return the word behind a verb that when, where or with whom part from a word: "أصيب فيه قصي", "قالت أمس هند"."""
    at = index
    while at > 1 and index - at < BESIDE and tokens.joined(at) and tokens.words[at - 1] in listed("between"):
        at -= 1
    return at


def _behind_doers(tokens: Tokens, index: int) -> int:
    """Return the word behind a verb that those who did it part from a word: "واعتقلت مخابرات الجيش قصي"."""
    at = doers = index
    while at > 1 and index - at < _DOERS and tokens.joined(at):
        at -= 1
        if tokens.words[at] in listed("doers"):
            doers = at
        elif not tokens.words[at].startswith("ال") or tokens.has(at, "private") is not None:
            break
    return doers


def is_behind_a_title_letter(tokens: Tokens, index: int) -> bool:
    """Say whether a letter for a title and its full stop stand right before a word: "د. قصي"."""
    return index > 1 and tokens.words[index - 1] in TITLE_LETTERS and tokens.gaps[index].startswith(".")


def is_behind(tokens: Tokens, index: int, words: frozenset[str]) -> bool:
    """Say whether one of some words stands right before a word, with و before it or not: "ابنا قصي", "وتسكن هند"."""
    return index > 0 and tokens.joined(index) and tokens.words[index - 1].removeprefix("و") in words


def fate_before(tokens: Tokens, index: int) -> bool:
    """Say whether a word for what became of people stands right before a word: "قُتل سعيد"."""
    if index > 1 and " ".join(tokens.words[index - 2 : index]) in listed("found"):
        return tokens.close(index)
    return _ends_a_fate(tokens, index, index) or any(
        at < index
        and tokens.joined(index)
        and _ends_a_fate(tokens, at, index)
        and not tokens.words[at - 1].startswith("ال")
        for at in (_behind_time(tokens, index), _behind_doers(tokens, index))
    )


def _ends_a_fate(tokens: Tokens, at: int, index: int) -> bool:
    """Say whether a word for what became of people ends before a word, several words before a name: "لقي حتفه قصي"."""
    if at == 0 or not tokens.close(at):
        return False
    if tokens.fates.get(at - 1, (0,))[0] == at:
        return True
    upon = tokens.words[at - 1] in listed("upon")  # "القبض على قصي", not "القضاء على الفساد"
    several = any(
        tokens.fates.get(first, (0,))[0] == at and not (upon and tokens.fates[first][1] == "victim")
        for first in range(max(0, at - BESIDE), at - 1)
    )
    return several and tokens.rank(index) in _NAMED


def fate_after(tokens: Tokens, stop: int) -> bool:
    """Say whether a word for what became of people follows a name at once: "سارة قُتلت"."""
    return stop in tokens.fates and tokens.joined(stop) and tokens.words[stop][0] not in "بلك"


def fate_beside(tokens: Tokens, begin: int, first: int, stop: int, far: int = BESIDE) -> str | None:
    """Return what became of a person, told shortly before the name or right after it: "مقتل قصي", "قصي قُتل"."""
    at = stop + (stop < len(tokens.words) and tokens.words[stop] in listed("who"))
    after = tokens.told[at][1] if fate_after(tokens, at) else None
    if after == "victim":
        return after
    for index in range(first - 1, max(begin - 1 - far, -1), -1):
        if not tokens.joined(index + 1) or opens_a_clause(tokens.words[index]):
            break
        if index in tokens.told:
            return tokens.told[index][1]
    return after


def nearest_fate(tokens: Tokens, first: int, stop: int) -> str | None:
    """Return the kind of the nearest word for what became of people, those before the name first, in its line."""
    words = tokens.words
    low = first
    while low > 0 and first - low < NEAR and not tokens.ends_at(low):
        low -= 1
    for index in range(first - 1, low - 1, -1):
        if index in tokens.told and tokens.told[index][0] <= first:
            return tokens.told[index][1]
    high = stop
    while high < len(words) and high - stop < NEAR and not tokens.ends_at(high):
        if high in tokens.told:
            return tokens.told[high][1]
        high += 1
    return None


def told_around(tokens: Tokens, first: int, stop: int, told: str | None) -> str | None:
    """Return what the text told last of people before a name, else what it tells next."""
    if told not in (None, "other"):
        return told
    before = told_before(tokens, first)
    if before is not None:
        return before
    for index in range(stop, min(stop + FAR, len(tokens.words))):
        if index in tokens.told:
            return tokens.told[index][1]
    return told


def told_before(tokens: Tokens, begin: int, *, in_sentence: bool = False) -> str | None:
    """Return what was told of people last before a word: before an item of a list, the fate that its heading tells.

    With `in_sentence` no more than its sentence is asked: "قُتل ستة من أقاربه، بينهم ابنه قصي".
    """
    for index in range(begin - 1, max(begin - (FAR // 2 if in_sentence else FAR), -1), -1):
        if in_sentence and tokens.ends_at(index + 1):
            return None
        if index in tokens.told:
            return tokens.told[index][1]
    return None
