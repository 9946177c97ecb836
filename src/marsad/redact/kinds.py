"""What kind of person a removed name belongs to: told by what announces it, else by the words around it."""

from __future__ import annotations

import re

from marsad.redact.beside import (
    fate_before,
    fate_beside,
    is_behind,
    nearest_fate,
    says_before,
    told_around,
    told_before,
)
from marsad.redact.evidence import Announcement
from marsad.redact.heard import is_heard, who_says_that
from marsad.redact.kin import (
    fate_of_kin,
    has_lost_kin,
    is_kin_behind,
    is_late_kin,
    is_of_those_left,
    is_offspring,
    is_whose_kin,
)
from marsad.redact.labelled import speakers
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["KINDS", "PERSONS", "is_a_child", "is_one_of_two_small", "is_told_beside", "kind_of", "strongest"]

PERSONS = ("minor", "victim", "detainee", "relative", "witness", "poster", "other")
"""Kinds of people, the one that wins first: a minor stays one when called a victim elsewhere."""

KINDS = (*PERSONS, "phone", "email", "account", "link", "id", "plate", "address", "coordinates", "birth")
"""All kinds of what is removed."""

_NEAR = 9
_FAR = 40
_OF_KIN = 5
_GROWN_UP = 18
_SOON = 8
_BESIDE = 3
_LAWYER = "محام"
_A_LINE = 8
_FORM = "الصف"
_MERELY_NAMED = ("private.worker", "private.friend", "called")
_AGED_LINE = re.compile(r"[ ]+[-–—][ ]*([0-9]{1,2})[ ]*$", re.MULTILINE)
_DASHED = re.compile(" [-–—] ")
_OF_TWO = 2
_SHORT_LINE = 6
_DASH = re.compile("[-–—•ـ]")
"""What opens a line of speech, as published: a tatweel stands for a dash, too."""


def kind_of(
    tokens: Tokens, first: int, stop: int, said: Announcement | None, age: float | None, *, writes: bool = False
) -> str:
    """Return the kind of a private person named by words `first` to `stop` (excluded)."""
    return _by_what_is_beside(tokens, first, stop, said, age, writes=writes) or _by_what_is_near(
        tokens, first, stop, said
    )


def is_told_beside(
    tokens: Tokens, first: int, stop: int, said: Announcement | None, age: float | None, *, writes: bool = False
) -> bool:
    """Say whether words beside a name tell its kind, not those further off or in other sentences."""
    return _by_what_is_beside(tokens, first, stop, said, age, writes=writes) is not None


def _by_what_is_beside(
    tokens: Tokens, first: int, stop: int, said: Announcement | None, age: float | None, *, writes: bool
) -> str | None:
    if (
        (age is not None and age < _GROWN_UP)
        or is_a_child(tokens, stop)
        or _is_one_of_the_children(tokens, first, stop)
        or (said is None and is_one_of_two_small(tokens, first))
        or _ends_with_an_age(tokens, stop)
    ):
        return "minor"
    told = said.person if said is not None else None
    begin = first if said is None else said.first
    if writes or _signs(tokens, begin, stop):
        return "poster"
    if begin < first and tokens.words[begin].removeprefix("و") in listed("our-reporter") and tokens.joined(begin + 1):
        return "poster"
    turn = _takes_a_turn(tokens, first, stop)
    if turn is not None:
        return turn
    if told != "relative" and _was_killed_by_one(tokens, begin, first):
        return "victim"
    married = begin > 1 and tokens.words[begin - 1] == "من" and is_behind(tokens, begin - 1, listed("marries"))
    if married or (told is None and is_behind(tokens, begin, listed("children-of"))):
        return "relative"
    if told != "relative" and has_lost_kin(tokens, begin, stop):
        return "witness"
    if begin < first and tokens.words[begin] == "اسمي":
        return "witness"
    if told in ("minor", "poster") or (told == "witness" and not fate_before(tokens, begin)):
        return told
    if told == "relative" and is_whose_kin(tokens, begin, first):
        return None
    if is_offspring(tokens, begin, first) or (told == "victim" and is_late_kin(tokens, begin)):
        return "relative"
    if told == "relative" and (_is_to_be_called(tokens, begin) or is_of_those_left(tokens, begin, stop)):
        return "relative"
    if _is_to_be_called(tokens, begin):
        return "other"
    if told != "relative" and _died_of_age(tokens, begin, stop):
        return "other"
    if told == "relative":
        fate = fate_of_kin(tokens, begin, stop)
        if fate is None and (age is not None or tokens.words[begin].removeprefix("و") in listed("brothers")):
            fate = told_before(tokens, begin)
        return fate or told
    if is_kin_behind(tokens, stop) and not fate_before(tokens, first) and told not in ("victim", "detainee"):
        return "relative"
    if says_before(tokens, first) and tokens.words[first - 1].removeprefix("و") in listed("said"):
        return "witness"
    if is_heard(tokens, begin, first, stop):
        return "witness"
    says = who_says_that(tokens, begin, stop)
    if says is not None and told not in ("victim", "detainee"):
        return says
    if told == "detainee" and _died(tokens, first, stop):
        return "victim"
    if said is not None and said.rule != "private.fighter" and told in ("victim", "detainee"):
        return told
    return fate_beside(tokens, begin, first, stop)


def _by_what_is_near(tokens: Tokens, first: int, stop: int, said: Announcement | None) -> str:
    """Return the kind that the sentence tells, or what the text told last, or tells next."""
    told = said.person if said is not None else None
    if said is not None and told == "relative":
        return fate_of_kin(tokens, said.first, stop) or told
    if said is not None and tokens.words[said.first].removeprefix("و").removeprefix("ال").startswith(_LAWYER):
        return fate_beside(tokens, said.first, first, stop, _NEAR) or "other"
    fate = nearest_fate(tokens, first, stop)
    if fate is None and is_behind(tokens, first if said is None else said.first, listed("lives")):
        return "witness"
    if said is not None and said.rule == "private.fighter":
        return fate or told_around(tokens, first, stop, None) or "other"
    if fate is None and said is not None and said.rule in _MERELY_NAMED and _is_far_from_all(tokens, first):
        return "other"
    return fate or told_around(tokens, first, stop, told) or "other"


def _is_far_from_all(tokens: Tokens, first: int) -> bool:
    """Say whether two sentences or more lie between a name and what the text told last of anybody."""
    ends = 0
    for index in range(first - 1, max(first - _FAR, -1), -1):
        gap = tokens.gaps[index + 1]
        if "\n" in gap:
            return False
        ends += not set(".!؟").isdisjoint(gap) and len(tokens.words[index]) > 1
        if index in tokens.told:
            return ends > 1
    return False


def is_a_child(tokens: Tokens, stop: int) -> bool:
    """Say whether a child is told right after a name: "غيث قطيفان الطفل المختطف", "ورد، وهي طفلة"."""
    at = stop
    if at < len(tokens.words) and tokens.words[at] in ("وهو", "وهي") and tokens.gaps[at].strip(" ") in ("", "،"):
        at += 1
    if at >= len(tokens.words) or tokens.gaps[at].strip(" ") not in ("", "،") or _is_border(tokens, at):
        return False
    if tokens.words[at] in ("الذي", "التي") and at + 1 < len(tokens.words):
        at += 1
    if at > stop and tokens.words[at : at + 2] == ("في", _FORM):
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
    for index in range(first - 1, max(first - _A_LINE * 2, -1), -1):
        if "\n" in tokens.gaps[index + 1]:
            return False
        if any(role.person == "minor" for _, role in tokens.starting_at.get(index, ())):
            return True
    return False


def is_one_of_two_small(tokens: Tokens, first: int) -> bool:
    """Say whether children are told before a mark, or "هما", and a name: "وكان أباً لطفلين: هند", "طفلتان هما هند"."""
    if first > 1 and tokens.joined(first) and tokens.words[first - 1] in ("هو", "هي", "هما", "هم"):
        several = tokens.words[first - 2] in listed("two-small")
        return several or any(role.person == "minor" for _, role in tokens.ending_at.get(first - 1, ()))
    return first > 0 and tokens.gaps[first].strip(" ") in ("،", ":") and tokens.words[first - 1] in listed("two-small")


def _ends_with_an_age(tokens: Tokens, stop: int) -> bool:
    """Say whether a dash and a small number end the line of a name, as they end others: "4- ليان أبو شنب – 7"."""
    match = _AGED_LINE.match(tokens.source, tokens.document.ends[stop - 1])
    if match is None or int(match[1]) >= _GROWN_UP:
        return False
    return len(_AGED_LINE.findall(tokens.source)) >= _BESIDE


def _is_border(tokens: Tokens, at: int) -> bool:
    return tokens.document.starts[at] in tokens.borders


def _signs(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name is the writer's: "أنا قصي الزعبي", "كتب المراسل قصي", "— قصي الزعبي" at the end."""
    before = tokens.words[begin - 1] if begin else ""
    if begin and before.removeprefix("و") in listed("signs") and tokens.close(begin):
        return True
    if begin > 1 and before in listed("signed-below") and tokens.joined(begin):
        return True
    if begin > 1 and before in listed("for-whom") and tokens.words[begin - 2] == "عن" and ":" in tokens.gaps[begin]:
        return True
    if _heads_the_text(tokens, begin, stop):
        return True
    dashed = tokens.gaps[begin].strip(" \n\t") in ("—", "–", "-", "―")
    return dashed and stop >= len(tokens.words) and begin > _A_LINE and not tokens.gaps[-1].strip(" .\n")


def _heads_the_text(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name and a place, a dash between, head a text: "قصي الزعبي - الرقة", "غزة – هند:"."""
    end = tokens.source.find("\n", tokens.document.starts[begin])
    start = tokens.source.rfind("\n", 0, tokens.document.starts[begin]) + 1
    line = tokens.source[start:end].strip(" :")
    following = tokens.source[end + 1 :].partition("\n")[0]
    if len(following.split()) <= _SHORT_LINE and _DASHED.search(following):
        return False  # a list
    if end < 0 or stop - begin < _OF_TWO or len(line.split()) > _SHORT_LINE or not _DASHED.search(line):
        return False
    begins = next(index for index, at in enumerate(tokens.document.starts) if at >= start)
    return begins == 0 or tokens.document.starts[begins] in tokens.borders


def _takes_a_turn(tokens: Tokens, first: int, stop: int) -> str | None:
    """Say whether a line is a person's words: whoever is asked is a witness, whoever comments has written."""
    if not tokens.gaps[stop].lstrip(".").startswith(":") or first not in speakers(tokens):
        return None
    return "witness" if not listed("asks").isdisjoint(tokens.words) or _is_asked(tokens, first) else "poster"


def _is_asked(tokens: Tokens, first: int) -> bool:
    """Say whether the line before one who speaks is a question that a dash opens: "- كم بقيت؟" before "أدهم: سنة"."""
    lines = tokens.source[: tokens.document.starts[first]].rstrip("\n").rsplit("\n", 1)
    return lines[-1].rstrip().endswith("؟") and _DASH.match(lines[-1].lstrip()) is not None


def _died_of_age(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether somebody is told to have died of age or illness: "ننعى إليكم قصي الزعبي عن عمر ناهز 80 عاماً"."""
    low, high = begin, stop
    while low > 0 and begin - low < _NEAR and not set(".!؟•") & set(tokens.gaps[low]):
        low -= 1
    while high < len(tokens.words) and high - stop < _FAR // 2 and not set(".!؟•") & set(tokens.gaps[high]):
        high += 1
    near = range(low, high)
    if not any(role.role == "of-age" for at in near for _, role in tokens.starting_at.get(at, ())):
        return False
    return listed("by-violence").isdisjoint(tokens.words[near.start : near.stop])


def _was_killed_by_one(tokens: Tokens, begin: int, first: int) -> bool:
    """Say whether a name is of somebody of whose killer more is told: "أدين بقتل جاره قصي", "قاتل تاجر الذهب قصي"."""
    for index in range(first - 1, max(begin - 1 - _BESIDE, -1), -1):
        if not tokens.joined(index + 1) or tokens.rank(index) == "given":
            return False
        if tokens.words[index].removeprefix("و") in listed("killer-of"):
            return True
    return False


def _died(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether one who is told as detained lost his life: "المختطف قصي الزعبي توفي", "وفاة المعتقل قصي"."""
    for index in range(stop, min(stop + _SOON, len(tokens.words))):
        if tokens.ends_at(index):
            break
        if tokens.words[index] in listed("death"):
            if tokens.words[index - 1] in listed("charged-with"):
                return False
            return not any(role.person == "relative" for _, role in tokens.starting_at.get(index + 1, ()))
    return any(
        word.removeprefix("و").removeprefix("ب") in listed("death") and tokens.joined(index + 1)
        for index, word in enumerate(tokens.words[max(0, first - _OF_KIN) : first], max(0, first - _OF_KIN))
    )


def _is_to_be_called(tokens: Tokens, begin: int) -> bool:
    """Say whether readers are asked to call somebody: "من يعرف عنه شيئاً فليتصل بأخيه ناصر"."""
    return any(
        tokens.words[index] in listed("contact")
        and tokens.words[index - 1] not in listed("cut-off")
        and all(tokens.joined(at) for at in range(index + 1, begin + 1))
        for index in range(max(0, begin - _BESIDE), begin)
    )


def strongest(kinds: list[str]) -> str:
    """Return the kind of a person told in several ways.

    >>> strongest(["other", "victim", "witness"])
    'victim'
    """
    return min(kinds, key=PERSONS.index)
