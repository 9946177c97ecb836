"""Groups told by who backs them: "الفصائل المسلحة المدعومة من تركيا", "مجموعات محلية موالية للنظام"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from marsad.annotate.actors.grammar import Draft
from marsad.annotate.actors.registry import actor, is_past
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.role_words import role_words

__all__ = ["with_backers"]

_VAGUE = frozenset(("unidentified", "opp", "druze", "local-daraa"))
"""Codes of groups that are as told by who backs them: "مجموعات محلية موالية للنظام"."""
_MOST_QUALIFIERS = 2


def with_backers(words: tuple[str, ...], made: list[Draft], day: date | None, country: str | None) -> list[Draft]:
    """Return the drafts, those of groups that nothing else names coded by who backs them."""
    kept: list[Draft] = []
    for draft in made:
        if kept and draft.first < kept[-1].stop:
            continue  # the backer of the group before
        backed = _backed(words, draft, day, country)
        kept.append(backed or draft)
    return kept


def _backed(words: tuple[str, ...], draft: Draft, day: date | None, country: str | None) -> Draft | None:
    if draft.back is None and (draft.actor is None or draft.actor.actor.code not in _VAGUE):
        return None
    at = draft.stop
    while at < len(words) and at - draft.stop < _MOST_QUALIFIERS and words[at] in role_words("group-kind"):
        at += 1
    found = _backer(words, at)
    if found is None:
        return None
    groups, stop = found
    code = groups.get(country) if country is not None else next(iter(groups.values()))
    if code is None or is_past(actor(code), day):
        return None
    return replace(
        draft, stop=stop, actor=actor(code), kind="armed", rule_id="actors.backed", back=None, entry_id=None, armed=True
    )


@cache
def _backers() -> dict[str, dict[str, str]]:
    """Return who backs groups, and whose these are by country: "انقره"."""
    rows = (entry for entry in entries("actor-words") if entry["role"] == "backer")
    return {fold(form): entry["fallback"] for entry in rows for form in entry.forms}


def _backer(words: tuple[str, ...], at: int) -> tuple[dict[str, str], int] | None:
    """Return whom the words at `at` make of the group before them, by country, and where they end."""
    rest = words[at : at + 4]
    if len(rest) > 1 and rest[0] in role_words("loyal"):
        name = rest[1].removeprefix("ل")
        name = "ا" + name if name.startswith("ل") else name  # "للنظام"
        return (_backers()[name], at + 2) if rest[1].startswith("ل") and name in _backers() else None
    if len(rest) > 2 and rest[0] in role_words("backed", "backed-people") and rest[1] == "من":
        by = rest[2] == "قبل"
        name = rest[2 + by] if len(rest) > 2 + by else ""
        return (_backers()[name], at + 3 + by) if name in _backers() else None
    return None
