"""Whose "الاحتلال" and "العدو" are: usually Israel's, but the report may call another state so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.annotate.actors.grammar import Draft
from marsad.annotate.actors.registry import matcher, meaning, state_of
from marsad.lexicon.actors import RegisteredActor
from marsad.lexicon.role_words import role_words

__all__ = ["with_occupier"]

_ISRAEL = "israel"
_GENERIC, _ENTRY = "actors.generic", "actor.generic-occupation"
_REBELS = frozenset(("opp", "hts", "sna", "jihadi-other"))
"""Sides whose statements call the state of Syria "العدو"."""
_REGIME = "syr-regime"


def with_occupier(
    words: tuple[str, ...], made: list[Draft], day: date | None, own: RegisteredActor | None
) -> list[Draft]:
    """Return the drafts with "مدفعية الاحتلال" as the state's that the report calls so: "الاحتلال التركي".

    Where no state is called so, "العدو" of a rebels' statement is the regime. A report that names Israel means it.
    """
    usual = [draft for draft in made if draft.actor is not None and draft.actor.actor.code == _ISRAEL]
    if not usual:
        return made
    told, foe = _told(words, day), _foe(own, day)
    if told is None and foe is None:
        return made
    if any(not _is_called(words, draft) for draft in usual):
        return made
    return [_meant(words, draft, told, foe) if draft in usual else draft for draft in made]


def _meant(words: tuple[str, ...], draft: Draft, told: RegisteredActor | None, foe: RegisteredActor | None) -> Draft:
    who = told or (None if role_words("foe").isdisjoint(words[draft.first : draft.stop]) else foe)
    if who is None:
        return draft
    return replace(draft, actor=who, kind="generic", rule_id=_GENERIC, entry_id=_ENTRY, armed=True)


def _is_called(words: tuple[str, ...], draft: Draft) -> bool:
    """Say whether a mention of Israel has no word for it but "الاحتلال" or "العدو", whoever they are said to be."""
    inside = words[draft.first : draft.stop]
    called = [at for at, word in enumerate(inside) if _bare(word) in role_words("occupier", "foe")]
    if not called:
        return False
    behind = inside[called[0] + 1 :]
    return not behind or _country(behind[0]) not in (None, "IL")


def _told(words: tuple[str, ...], day: date | None) -> RegisteredActor | None:
    """Return the state that is called an occupier or enemy by its name: "الاحتلال التركي"."""
    for at, word in enumerate(words[:-1]):
        if _bare(word) in role_words("occupier", "foe"):
            country = _country(words[at + 1])
            if country not in (None, "IL"):
                return state_of(country, day)
    return None


def _bare(word: str) -> str:
    """Return a word without what hangs on it: "للاحتلال", "والعدو"."""
    if word[0] in "وفبل" and word[1:] in role_words("occupier", "foe"):
        return word[1:]
    return "ال" + word[2:] if word.startswith("لل") else word


def _country(word: str) -> str | None:
    """Return the country that an adjective is of, None for any other word."""
    for hit in matcher().find((word,)):
        told = meaning(hit.payload).word
        if told is not None and told.role == "demonym":
            return told.country
    return None


def _foe(own: RegisteredActor | None, day: date | None) -> RegisteredActor | None:
    """Return the regime where a Syrian rebel side speaks."""
    if own is None or own.actor.code not in _REBELS:
        return None
    state = state_of("SY", day)
    return state if state is not None and state.actor.code == _REGIME else None
