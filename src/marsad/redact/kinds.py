"""What kind of person a removed name belongs to: told by what announces it, else by the words around it.

The cases stand in two tables, in the order in which they are asked: what stands beside a name, then what stands near.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from marsad.redact.beside import (
    BESIDE,
    FAR,
    NEAR,
    OF_KIN,
    fate_before,
    fate_beside,
    is_behind,
    nearest_fate,
    says_before,
    told_around,
    told_before,
)
from marsad.redact.deaths import died, died_of_age, was_killed_by_one
from marsad.redact.heard import is_heard, who_says_that
from marsad.redact.kin import (
    fate_of_kin,
    has_lost_kin,
    is_kin_behind,
    is_kin_set_off,
    is_late_kin,
    is_of_those_left,
    is_offspring,
    is_whose_kin,
)
from marsad.redact.mention import Mention
from marsad.redact.minors import is_a_minor
from marsad.redact.signed import is_our_reporter, signs, turn_of
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed, spelled

__all__ = ["BESIDE_A_NAME", "KINDS", "NEAR_A_NAME", "PERSONS", "Case", "Told", "kind_of", "strongest"]

PERSONS = ("minor", "victim", "detainee", "relative", "witness", "poster", "other")
"""Kinds of people, the one that wins first: a minor stays one when called a victim elsewhere."""

KINDS = (*PERSONS, "phone", "email", "account", "link", "id", "plate", "address", "coordinates", "birth")
"""All kinds of what is removed."""

_FIGHTER = "private.fighter"
_MERELY_NAMED = ("private.worker", "private.friend", "called")
_FATES = ("victim", "detainee")
_NOTHING = ""
"""The kind in a case that says: nothing beside the name tells it."""


class Told(NamedTuple):
    """The kind of somebody, the case that told it, and whether words beside the name do."""

    kind: str
    case: str
    beside: bool


class Case(NamedTuple):
    """One thing that may stand around a name, and the kind of person that it tells, if it does."""

    name: str
    asks: Callable[[Mention], str | None]


def kind_of(mention: Mention) -> Told:
    """Return the kind of a private person who is named."""
    for case in BESIDE_A_NAME:
        kind = case.asks(mention)
        if kind == _NOTHING:
            break
        if kind is not None:
            return Told(kind, case.name, beside=True)
    for case in NEAR_A_NAME:
        kind = case.asks(mention)
        if kind is not None:
            return Told(kind, case.name, beside=False)
    return Told("other", "nothing", beside=False)


def strongest(kinds: list[str]) -> str:
    """Return the kind of a person told in several ways.

    >>> strongest(["other", "victim", "witness"])
    'victim'
    """
    return min(kinds, key=PERSONS.index)


def _if(kind: str, holds: Callable[[Mention], bool]) -> Callable[[Mention], str | None]:
    """Ask whether something holds, which tells one kind."""
    return lambda mention: kind if holds(mention) else None


def _marries(it: Mention) -> bool:
    """Say whether a name is of one whom somebody marries: "المتزوجة من قصي"."""
    begin = it.begin
    return (
        begin > 1
        and it.tokens.words[begin - 1] in listed("from")
        and is_behind(it.tokens, begin - 1, listed("marries"))
    )


def _is_kin_set_off(it: Mention) -> bool:
    return it.told in (None, "relative") and is_kin_set_off(it.tokens, it.first, it.stop)


def _is_eldest(it: Mention) -> bool:
    """Say whether a name is of one of somebody's children of whom no fate is told: "أب لست بنات، أكبرهن هند"."""
    if it.opening not in listed("eldest") or fate_beside(it.tokens, it.begin, it.first, it.stop) is not None:
        return False
    return not listed("offspring").isdisjoint(it.tokens.words[max(0, it.begin - OF_KIN) : it.begin])


def _speaks_against(it: Mention) -> bool:
    """Say whether somebody testifies against another: "شهد ضده قصي"."""
    words, at = it.tokens.words, it.begin
    return at > 1 and words[at - 1] in listed("against") and words[at - 2].removeprefix("و") in listed("testifies")


def _announced(it: Mention) -> str | None:
    if it.told in ("minor", "poster") or (it.told == "witness" and not fate_before(it.tokens, it.begin)):
        return it.told
    return None


def _kin_of_one_told(it: Mention) -> str | None:
    """Return what became of a relative, for brothers and whoever has an age what the text told last."""
    if it.told != "relative":
        return None
    fate = fate_of_kin(it.tokens, it.begin, it.stop)
    if fate is None and (it.age is not None or it.opening in listed("brothers")):
        fate = told_before(it.tokens, it.begin)
    if fate == "victim" and died_of_age(it.tokens, it.begin, it.stop):
        return "relative"
    return fate or "relative"


def _kinship_behind(it: Mention) -> bool:
    return is_kin_behind(it.tokens, it.stop) and not fate_before(it.tokens, it.first) and it.told not in _FATES


def _said(it: Mention) -> bool:
    return says_before(it.tokens, it.first) and it.tokens.words[it.first - 1].removeprefix("و") in listed("said")


def _says_that(it: Mention) -> str | None:
    return None if it.told in _FATES else who_says_that(it.tokens, it.begin, it.stop)


def _is_whose_kin_is_told(it: Mention) -> bool:
    """Say whether what follows is told of kin of the one who is named: "والد الأسير قصي توفي"."""
    return any(role.person == "relative" for _, role in it.tokens.ending_at.get(it.begin, ()))


def _told_a_fate(it: Mention) -> str | None:
    return it.told if it.said is not None and it.said.rule != _FIGHTER and it.told in _FATES else None


def _is_to_be_called(it: Mention) -> bool:
    """Say whether readers are asked to call somebody: "من يعرف عنه شيئاً فليتصل بأخيه ناصر"."""
    words = it.tokens.words
    return any(
        words[index] in listed("contact")
        and words[index - 1] not in listed("cut-off")
        and all(it.tokens.joined(at) for at in range(index + 1, it.begin + 1))
        for index in range(max(0, it.begin - BESIDE), it.begin)
    )


BESIDE_A_NAME = (
    Case(
        "child",
        _if("minor", lambda it: is_a_minor(it.tokens, it.first, it.stop, it.age, announced=it.said is not None)),
    ),
    Case("writes", _if("poster", lambda it: it.writes or signs(it.tokens, it.begin, it.stop))),
    Case("our reporter", _if("poster", lambda it: is_our_reporter(it.tokens, it.begin, it.first))),
    Case("turn", lambda it: turn_of(it.tokens, it.first, it.stop)),
    Case(
        "killed by one",
        _if("victim", lambda it: it.told != "relative" and was_killed_by_one(it.tokens, it.begin, it.first)),
    ),
    Case("married", _if("relative", _marries)),
    Case(
        "child of",
        _if("relative", lambda it: it.told is None and is_behind(it.tokens, it.begin, listed("children-of"))),
    ),
    Case(
        "eldest child",
        _if("relative", _is_eldest),
    ),
    Case("kin set off", _if("relative", _is_kin_set_off)),
    Case("lost kin", _if("witness", lambda it: it.told != "relative" and has_lost_kin(it.tokens, it.begin, it.stop))),
    Case(
        "my name is", _if("witness", lambda it: it.begin < it.first and it.tokens.words[it.begin] in listed("my-name"))
    ),
    Case("announced", _announced),
    Case("whose kin", _if(_NOTHING, lambda it: it.told == "relative" and is_whose_kin(it.tokens, it.begin, it.first))),
    Case("offspring", _if("relative", lambda it: is_offspring(it.tokens, it.begin, it.first))),
    Case("late kin", _if("relative", lambda it: it.told == "victim" and is_late_kin(it.tokens, it.begin))),
    Case("kin to be called", _if("relative", lambda it: it.told == "relative" and _is_to_be_called(it))),
    Case(
        "kin left", _if("relative", lambda it: it.told == "relative" and is_of_those_left(it.tokens, it.begin, it.stop))
    ),
    Case("to be called", _if("other", _is_to_be_called)),
    Case("died of age", _if("other", lambda it: it.told != "relative" and died_of_age(it.tokens, it.begin, it.stop))),
    Case("kin", _kin_of_one_told),
    Case("kinship behind", _if("relative", _kinship_behind)),
    Case("said", _if("witness", _said)),
    Case("testifies", _if("witness", _speaks_against)),
    Case("heard", _if("witness", lambda it: is_heard(it.tokens, it.begin, it.first, it.stop))),
    Case("says that", _says_that),
    Case(
        "died detained",
        _if(
            "victim",
            lambda it: it.told == "detainee" and not _is_whose_kin_is_told(it) and died(it.tokens, it.first, it.stop),
        ),
    ),
    Case("told", _told_a_fate),
    Case("fate beside", lambda it: fate_beside(it.tokens, it.begin, it.first, it.stop)),
)
"""What stands beside a name, what is asked first before what is asked later."""


def _near(it: Mention) -> str | None:
    return nearest_fate(it.tokens, it.first, it.stop)


def _kin_near(it: Mention) -> str | None:
    return None if it.told != "relative" else fate_of_kin(it.tokens, it.begin, it.stop) or "relative"


def _lawyer(it: Mention) -> str | None:
    if it.said is None or not it.opening.removeprefix("ال").startswith(spelled("lawyer")):
        return None
    return fate_beside(it.tokens, it.begin, it.first, it.stop, NEAR) or "other"


def _fighter(it: Mention) -> str | None:
    if it.said is None or it.said.rule != _FIGHTER:
        return None
    return told_around(it.tokens, it.first, it.stop, None) or "other"


def _is_merely_named(it: Mention) -> bool:
    return it.said is not None and it.said.rule in _MERELY_NAMED and _is_far_from_all(it.tokens, it.first)


def _is_far_from_all(tokens: Tokens, first: int) -> bool:
    """Say whether two sentences or more lie between a name and what the text told last of anybody."""
    ends = 0
    for index in range(first - 1, max(first - FAR, -1), -1):
        gap = tokens.gaps[index + 1]
        if "\n" in gap:
            return False
        ends += not set(".!؟").isdisjoint(gap) and len(tokens.words[index]) > 1
        if index in tokens.told:
            return ends > 1
    return False


NEAR_A_NAME = (
    Case("kin near", _kin_near),
    Case("lawyer", _lawyer),
    Case("lives", _if("witness", lambda it: _near(it) is None and is_behind(it.tokens, it.begin, listed("lives")))),
    Case("fate near", _near),
    Case("fighter", _fighter),
    Case("merely named", _if("other", _is_merely_named)),
    Case("told around", lambda it: told_around(it.tokens, it.first, it.stop, it.told)),
)
"""What stands near a name, or what the text told last, or tells next."""
