"""Groups told by who backs them: "الفصائل المسلحة المدعومة من تركيا", "مسلحون موالون للجيش السوري"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from marsad.annotate.actors.grammar import Draft
from marsad.annotate.actors.pieces import Piece
from marsad.annotate.actors.registry import actor, is_past, state_of
from marsad.arabic.letters import fold
from marsad.lexicon.actors import RegisteredActor
from marsad.lexicon.load import entries
from marsad.lexicon.role_words import role_words

__all__ = ["with_backers"]

_VAGUE = frozenset(("unidentified", "opp", "druze", "local-daraa"))
"""Codes of groups that are as told by who backs them: "مجموعات محلية موالية للنظام"."""
_GROUPS = frozenset(("actor.force", "actor.force-irregular", "actor.member"))
"""Words for groups and people that are nobody until their backer is told: "فصيل", "قوات", "مقاتلا"."""
_MOST_QUALIFIERS = 2
_LONGEST = 3
_ANYWHERE = "*"
_STATE = "state"


class _Backer(NamedTuple):
    """Whose the groups are that somebody backs, by country, and whether they are the state's once that side is past."""

    groups: dict[str, str]
    of_state: bool


def with_backers(
    words: tuple[str, ...], found: list[Piece], made: list[Draft], day: date | None, country: str | None
) -> list[Draft]:
    """Return the drafts, those of groups that nothing else names coded by who backs them."""
    kept: list[Draft] = []
    for draft in sorted((*made, *_unnamed(words, found, made)), key=lambda one: (one.first, -one.stop)):
        if kept and draft.first < kept[-1].stop:
            continue  # the backer of the group before
        backed = _backed(words, draft, day, country)
        if backed is not None or draft.actor is not None or draft.back is not None:
            kept.append(backed or draft)
    return kept


def _unnamed(words: tuple[str, ...], found: list[Piece], made: list[Draft]) -> list[Draft]:
    """Return drafts of nobody for words of groups that are no mention yet and are told by their backer."""
    known = {at for draft in made for at in range(draft.first, draft.stop)}
    return [
        Draft(piece.first, piece.stop, piece.proclitics, None, "armed", "actors.backed")
        for piece in found
        if piece.first not in known
        and any(word.entry_id in _GROUPS for word in piece.roles.values())
        and _backer(words, _behind_kind(words, piece.stop)) is not None
    ]


def _backed(words: tuple[str, ...], draft: Draft, day: date | None, country: str | None) -> Draft | None:
    if draft.back is None and draft.actor is not None and draft.actor.actor.code not in _VAGUE:
        return None
    found = _backer(words, _behind_kind(words, draft.stop))
    if found is None:
        return None
    backer, stop = found
    who = _meant(backer, day, country)
    if who is None:
        return None
    return replace(
        draft, stop=stop, actor=who, kind="armed", rule_id="actors.backed", back=None, entry_id=None, armed=True
    )


def _meant(backer: _Backer, day: date | None, country: str | None) -> RegisteredActor | None:
    """Return whose a backed group is on a day and in a country."""
    here = backer.groups.get(country) if country is not None else next(iter(backer.groups.values()))
    code = here or backer.groups.get(_ANYWHERE)
    if code is None:
        return None
    who = actor(code)
    if not is_past(who, day):
        return who
    return state_of(who.actor.country, day) if backer.of_state else None


def _behind_kind(words: tuple[str, ...], stop: int) -> int:
    """Return where the words end that say what kind of group it is: "الفصائل المسلحة"."""
    at = stop
    while at < len(words) and at - stop < _MOST_QUALIFIERS and words[at] in role_words("group-kind"):
        at += 1
    return at


@cache
def _backers() -> dict[tuple[str, ...], _Backer]:
    """Return who backs groups, by the words of the name, and whose these are."""
    rows = [entry for entry in entries("actor-words") if entry["role"] == "backer"]
    return {
        tuple(fold(form).split()): _Backer(entry["fallback"], _STATE in (entry["refers"] or ()))
        for entry in rows
        for form in entry.forms
    }


def _backer(words: tuple[str, ...], at: int) -> tuple[_Backer, int] | None:
    """Return whom the words at `at` make of the group before them, and where they end."""
    word = words[at] if at < len(words) else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word in role_words("loyal") and behind.startswith("ل"):
        name = behind.removeprefix("ل")
        return _named(words, at + 1, "ا" + name if name.startswith("ل") else name)  # "للنظام"
    if word in role_words("backed", "backed-people") and behind in role_words("out-of"):
        by = " ".join(words[at + 1 : at + 3]) in role_words("hands")
        return _named(words, at + 2 + by)
    if word in role_words("sides-with"):
        beside = role_words("alongside")
        if behind in beside:
            return _named(words, at + 2)
        return _named(words, at + 3) if " ".join(words[at + 1 : at + 3]) in beside else None
    return _named(words, at + 1) if word in role_words("supports") else None


def _named(words: tuple[str, ...], at: int, first: str | None = None) -> tuple[_Backer, int] | None:
    """Return the backer whose name opens at `at`, its first word read as `first`, the longest name first."""
    rest = words[at : at + _LONGEST]
    if not rest:
        return None
    name = (first or rest[0], *rest[1:])
    for length in range(len(name), 0, -1):
        backer = _backers().get(name[:length])
        if backer is not None:
            return backer, at + length
    return None
