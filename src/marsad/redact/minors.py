"""Whether a name is a child's: an age, a class at school, or a word for a child beside it."""

from __future__ import annotations

import re

from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["is_a_child", "is_a_minor", "is_one_of_two_small"]

_GROWN_UP = 18
_A_LINE = 16
_AGED_LINE = re.compile(r"[ ]+[-–—][ ]*([0-9]{1,2})[ ]*$", re.MULTILINE)
_AGED_LINES = 3


def is_a_minor(tokens: Tokens, first: int, stop: int, age: float | None, *, announced: bool) -> bool:
    """Say whether the age of somebody, or a word around the name, tells a child."""
    return (
        (age is not None and age < _GROWN_UP)
        or is_a_child(tokens, stop)
        or _is_one_of_the_children(tokens, first, stop)
        or (not announced and is_one_of_two_small(tokens, first))
        or _ends_with_an_age(tokens, stop)
    )


def is_a_child(tokens: Tokens, stop: int) -> bool:
    """Say whether a child is told right after a name: "غيث قطيفان الطفل المختطف", "ورد، وهي طفلة"."""
    at = stop
    if at < len(tokens.words) and tokens.words[at] in listed("who-is") and tokens.gaps[at].strip(" ") in ("", "،"):
        at += 1
    if at >= len(tokens.words) or tokens.gaps[at].strip(" ") not in ("", "،") or _is_border(tokens, at):
        return False
    if tokens.words[at] in listed("who") and at + 1 < len(tokens.words):
        at += 1
    if at > stop and " ".join(tokens.words[at : at + 2]) in listed("at-school"):
        return True
    if at == stop and tokens.gaps[at].strip(" ") and tokens.joined_after(at) and tokens.rank(at + 1) == "given":
        return False  # "إكرام، الرضيعة ماسة"
    return tokens.words[at] in listed("child") or (tokens.words[at] in listed("aged") and _in_years(tokens, at))


def _in_years(tokens: Tokens, at: int) -> bool:
    """Say whether "ابنة" tells an age of few years or months: "ابنة الثلاثة أشهر", "ذو العشرة أعوام"."""
    behind = tokens.words[at + 1 : at + 5]
    return not listed("child-years").isdisjoint(behind) and listed("tens").isdisjoint(behind)


def _is_one_of_the_children(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a small number alone follows one of the children told in the line: "أطفالهما: قصي 12، تالا 9"."""
    number = tokens.words[stop] if stop < len(tokens.words) and tokens.joined(stop) else ""
    if not number.isdigit() or int(number) >= _GROWN_UP or not set("،,.\n") & set(tokens.gaps[stop + 1] or "\n"):
        return False
    for index in range(first - 1, max(first - _A_LINE, -1), -1):
        if "\n" in tokens.gaps[index + 1]:
            return False
        if any(role.person == "minor" for _, role in tokens.starting_at.get(index, ())):
            return True
    return False


def is_one_of_two_small(tokens: Tokens, first: int) -> bool:
    """Say whether children are told before a mark, or "هما", and a name: "وكان أباً لطفلين: هند", "طفلتان هما هند"."""
    if first > 1 and tokens.joined(first) and tokens.words[first - 1] in listed("he") | listed("they"):
        several = tokens.words[first - 2] in listed("two-small")
        return several or any(role.person == "minor" for _, role in tokens.ending_at.get(first - 1, ()))
    return first > 0 and tokens.gaps[first].strip(" ") in ("،", ":") and tokens.words[first - 1] in listed("two-small")


def _ends_with_an_age(tokens: Tokens, stop: int) -> bool:
    """Say whether a dash and a small number end the line of a name, as they end others: "4- ليان أبو شنب – 7"."""
    match = _AGED_LINE.match(tokens.source, tokens.document.ends[stop - 1])
    if match is None or int(match[1]) >= _GROWN_UP:
        return False
    return len(_AGED_LINE.findall(tokens.source)) >= _AGED_LINES


def _is_border(tokens: Tokens, at: int) -> bool:
    return tokens.document.starts[at] in tokens.borders
