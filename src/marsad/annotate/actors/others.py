"""Whom the codebook has no id for, coded by their name as in the text ("بنك الخرطوم"), and missions of states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from marsad.annotate.actors.grammar import Draft
from marsad.annotate.actors.pieces import Piece
from marsad.annotate.actors.registry import actor, state_of
from marsad.lexicon.actors import RegisteredActor
from marsad.lexicon.role_words import role_words
from marsad.model.who import is_coded_by_name

__all__ = ["with_others"]

_CLASH = 8
"""Words within which the other side of a brawl stands: "اشتبك شبان عرب مع شبان يهود"."""

_NEAR, _AROUND = 4, 8
_CIVIL = {"IR": "iran-gov"}
"""States whose missions are of another body than their forces."""


def with_others(words: tuple[str, ...], found: list[Piece], made: list[Draft], day: date | None) -> list[Draft]:
    """Return the drafts with people of a nation who attack, and bodies that are touched, by their own names."""
    added: list[Draft] = []
    for draft in (*_people(words, found, made), *_bodies(words, found, made, day)):
        if not any(draft.first < other.stop and other.first < draft.stop for other in added):
            added.append(draft)
    if not added:
        return made
    kept = [one for one in made if not any(one.first < other.stop and other.first < one.stop for other in added)]
    return sorted((*kept, *added), key=lambda draft: draft.first)


def _people(words: tuple[str, ...], found: list[Piece], made: list[Draft]) -> Iterator[Draft]:
    """Yield those who are named by their nation and attack: "على يد شاب شيشاني", "هاجم يهود متشددون"."""
    civilians = {draft.stop: draft for draft in made if draft.kind == "civilian"}
    inside = {at for draft in made if draft.kind != "civilian" for at in range(draft.first, draft.stop)}
    last = -_CLASH
    for piece in found:
        if {"demonym", "accusative"}.isdisjoint(piece.roles) or "country" in piece.roles or piece.first in inside:
            continue
        if words[piece.stop - 1].endswith("يه"):
            continue
        draft = civilians.get(piece.stop) or Draft(
            piece.first, piece.stop, piece.proclitics, None, "armed", "actors.nationals"
        )
        stop = draft.stop
        if stop < len(words) and words[stop].removeprefix("ال").startswith(tuple(role_words("temper"))):
            stop += 1
        elif draft.rule_id == "actors.nationals" and words[piece.first].startswith("ال"):  # a people, not its people
            continue
        beside = role_words("alongside", "between", "and-between")
        paired = draft.first - last < _CLASH and _before(words, draft.first) in beside
        if not paired and not _attacks(words, draft.first, stop, alone=draft.rule_id == "actors.nationals"):
            continue
        last = stop
        yield replace(
            draft, stop=stop, actor=None, kind="armed", rule_id="actors.nationals", armed=True, members=False,
            named=(draft.first, stop, draft.proclitics),
        )  # fmt: skip


def _attacks(words: tuple[str, ...], first: int, stop: int, *, alone: bool) -> bool:
    """Say whether words before or behind people make them attack; a nation `alone` may belong to the noun before."""
    before, assails = _before(words, first), role_words("assails")
    if before in assails or before in role_words("by-hand"):
        return True
    if " ".join(words[max(0, first - 2) : first]) in role_words("hands"):
        return True
    if alone and before and before not in role_words("clause-opening"):
        return False
    suffers = before in role_words("onto", "suffering")
    return stop < len(words) and words[stop] in assails and not suffers


def _before(words: tuple[str, ...], first: int) -> str:
    """Return the word before, without the conjunction that hangs on it."""
    if not first:
        return ""
    word = words[first - 1]
    return word[1:] if word[:1] in "وف" and word[1:] in role_words("assails") else word


def _bodies(words: tuple[str, ...], found: list[Piece], made: list[Draft], day: date | None) -> Iterator[Draft]:
    """Yield bodies that are attacked ("أحرقوا القنصلية التركية") or agree ("اتفاق مع وجهاء الوادي")."""
    known = {at for draft in made if draft.kind != "civilian" for at in range(draft.first, draft.stop)}
    touched = role_words("touched")
    for index, piece in enumerate(found):
        body = piece.roles.get("body")
        if body is None or piece.names:
            continue
        before = words[max(0, piece.first - _NEAR) : piece.first]
        if "agreement" in body.refers:
            around = words[max(0, piece.first - _AROUND) : piece.stop + _AROUND]
            if role_words("agreement").isdisjoint(around):
                continue
        elif not any(word in touched or word[1:] in touched for word in before):
            continue
        stop = _name_end(words, piece)
        if stop is not None and known.isdisjoint(range(piece.first, stop)):
            owner = _sends(found[index + 1], day) if "state" in body.refers and index + 1 < len(found) else None
            yield Draft(
                piece.first, stop, piece.proclitics, owner, "organisation", "actors.bodies", armed=False,
                entry_id=body.entry_id, named=None if owner else (piece.first, stop, piece.proclitics),
            )  # fmt: skip


def _sends(piece: Piece, day: date | None) -> RegisteredActor | None:
    """Return the state whose mission it is, when the codebook has an id for it: "القنصلية التركية", "سفارة طهران"."""
    demonym = piece.roles.get("demonym") or piece.roles.get("country")
    if demonym is None or demonym.country is None:
        return None
    if demonym.country in _CIVIL:
        return actor(_CIVIL[demonym.country])
    state = state_of(demonym.country, day)
    return None if state is None or is_coded_by_name(state.actor.code) else state


def _name_end(words: tuple[str, ...], piece: Piece) -> int | None:
    """Return where the name that a body noun opens ends, None when nothing names it: "بنك الخرطوم", "حزب كردي"."""
    at = piece.stop
    if at >= len(words) or words[at] in role_words("not-body-name", "told-time"):
        return None
    if piece.proclitics.endswith(("ال", "لل")):
        return at + 1 if _is_adjective(words[at]) else None
    if words[at] in role_words("settlement", "clan"):
        return min(at + 2, len(words)) if at + 1 < len(words) else None
    if len(words[at]) <= 2 or words[at][:2] in ("بال", "لل"):
        return None
    party = words[piece.first].endswith(tuple(role_words("party")))  # "حزب العدالة والتنمية"
    end = at + 1
    while end < len(words) and end - at < 3 and (_is_adjective(words[end]) or (party and words[end].startswith("وال"))):
        end += 1
    return end


def _is_adjective(word: str) -> bool:
    """Say whether a word with the article looks like an adjective: "التركية", "المركزي"."""
    return word.startswith("ال") and word.endswith(("ي", "يه", "ين", "يون")) and len(word) > 4
