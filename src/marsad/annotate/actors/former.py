"""Who bore arms or held an office before, and is a civilian now: "العقيد السابق", "رئيس البلدية السابق"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.annotate.actors.grammar import Draft
from marsad.annotate.actors.pieces import Piece
from marsad.annotate.actors.registry import actor
from marsad.lexicon.role_words import plays, role_words

__all__ = ["with_former"]

_OFFICIALS = "officials"


def with_former(words: tuple[str, ...], found: list[Piece], made: list[Draft]) -> list[Draft]:
    """Return the drafts, those of former fighters and office holders as civilians.

    Where a name holds the word, or follows, it is the name's: "اللواء المتقاعد خليفة حفتر".
    """
    added = list(_men(words, found, made))
    taken = {at for draft in added for at in range(draft.first, draft.stop)}
    kept = [_office_left(words, draft) for draft in made if taken.isdisjoint(range(draft.first, draft.stop))]
    return sorted((*kept, *added), key=lambda draft: draft.first)


def _men(words: tuple[str, ...], found: list[Piece], made: list[Draft]) -> Iterator[Draft]:
    """Yield those who are told by a rank or trade with "السابق" behind, over the adjective of a nation."""
    told = {at for draft in made if draft.stop - draft.first > 1 for at in range(draft.first, draft.stop)}
    names = {draft.first for draft in made if draft.armed and draft.rule_id == "actors.names"}
    nations = {piece.first for piece in found if not {"demonym", "accusative"}.isdisjoint(piece.roles)}
    proclitics = {piece.first: piece.proclitics for piece in found}
    for at, word in enumerate(words):
        if not at or word not in role_words("former", "retired") or at in told or at + 1 in names:
            continue
        man = at - 2 if at > 1 and at - 1 in nations else at - 1
        if _bore_arms(words[man]) and _is_definite(words[man]) == _is_definite(word):
            yield Draft(
                man, at + 1, proclitics.get(man, ""), actor("civilians"), "civilian", "actors.former", armed=False
            )


def _bore_arms(word: str) -> bool:
    """Say whether a word is a rank or trade of arms, in the accusative too: "جنديا"."""
    return plays(word, "former-man") or (word.endswith("ا") and plays(word[:-1], "former-man"))


def _is_definite(word: str) -> bool:
    """Say whether a word has the article: "العقيد", "للعسكريين"."""
    return word.lstrip("وفبك").startswith("ال") or word.startswith("لل")


def _office_left(words: tuple[str, ...], draft: Draft) -> Draft:
    """Return an office holder of former times as the civilian he is: "رئيس البلدية السابق"."""
    if draft.actor is None or draft.actor.actor.code != _OFFICIALS or words[draft.stop : draft.stop + 1] == ():
        return draft
    if words[draft.stop] not in role_words("former", "retired"):
        return draft
    return Draft(
        draft.first, draft.stop + 1, draft.proclitics, actor("civilians"), "civilian", "actors.former", armed=False
    )
