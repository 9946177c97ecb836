"""Whose acts a claim counts: the actors named with it, and not those who say so or what its period began with."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.letters import fold
from marsad.claims.draft import Draft
from marsad.claims.figure import names_people
from marsad.claims.lists import says_any, spells
from marsad.claims.no_places import acts
from marsad.claims.scene import Scene
from marsad.model.who import ActorMention, is_coded_by_name

__all__ = ["actors_of"]

_TOLD = {"civilians": "civilian", "protesters": "protester"}
"""Words by which a claim names these; other people are anybody, and an act of protest names nobody."""
_HOUSED = frozenset(("health-workers", "aid-workers", "prisoners"))
"""Codes that also a building stands for, which names nobody: "قصفت النقاط الطبية", "في السجون"."""
_NEAR = 2
"""Words at most between a number and whom it counts."""
_OF_THOSE = 2
"""Words at most between a release and those who are set free: "الإفراج عن جميع المعتقلين"."""


def actors_of(scene: Scene, draft: Draft, others: Sequence[Draft] = ()) -> tuple[str, ...]:
    """Return the codebook ids of the actors named with a claim, in the order of mention.

    `others` are the claims of the same document: whom they count is not named with this one.
    """
    low, high = scene.clause(draft.sentence, draft.core)
    apart = draft.measure != "events" and draft.period is not None and not low <= draft.period.first < high
    if not apart:
        low, high = min(low, draft.first), max(high, draft.stop)
    named = _named(scene, draft, others, low, high)
    return named if named or draft.kind != "ordinal" else _named(scene, draft, others, draft.sentence.first, high)


def _named(scene: Scene, draft: Draft, others: Sequence[Draft], low: int, high: int) -> tuple[str, ...]:
    """Return who is named in words `low` to `high`, each once; a country told as a place is nobody."""
    landed = {
        one.first for one in scene.annotations.places if one.place is not None and not acts(scene, one)
    }  # "في العراق", "على دمشق"
    numbers = [one for one in others if one.number is not None and one.core != draft.core]
    found = [
        one.code
        for one in scene.within(scene.annotations.actors, low, high)
        if one.code is not None
        and not _is_anybody(one.code, one.name, draft.measure)
        and (one.code not in _HOUSED or names_people(scene.document.words, one.first, one.stop))
        and not (one.first in landed and one.stop == one.first + 1)
        and not _says_so(scene, one, low, draft.core)
        and not (one.code == "prisoners" and _is_freed(scene, one))
        and not _set_off(scene, one, draft)
        and not any(0 < one.first - other.core <= _NEAR and _is_between(scene, other.core, one) for other in numbers)
    ]
    return tuple(dict.fromkeys(found))


def _is_between(scene: Scene, core: int, mention: ActorMention) -> bool:
    """Say whether a number that stands before an actor counts it: no pause parts them."""
    return not any(map(scene.pause, range(core + 1, mention.first + 1)))


def _says_so(scene: Scene, mention: ActorMention, low: int, core: int) -> bool:
    """Say whether an actor tells the claim and does not act: "قالت نقابة الأطباء إن"; of "قالت إنها" it may do both."""
    words = scene.document.words
    told = [at for at in range(max(low, mention.stop), core) if spells(words[at], "that-told")]
    return bool(told) and not any(map(scene.pause, range(mention.stop, told[0])))


def _is_freed(scene: Scene, mention: ActorMention) -> bool:
    """Say whether captives are told of as set free, which is what is asked for: "مطالبين بالإفراج عن المعتقلين"."""
    before = scene.within(scene.annotations.triggers, mention.first - _OF_THOSE - 1, mention.first)
    return any(one.sense == "release" for one in before)


def _set_off(scene: Scene, mention: ActorMention, draft: Draft) -> bool:
    """Say whether an actor is told of what a period began with, or of what followed the acts: "بعد سيطرة الفصائل"."""
    began = any(one.happening and one.first < mention.first < one.stop for one in scene.periods)
    words = scene.document.words
    behind = range(max(draft.stop, draft.core + 1), mention.first)
    return began or any(spells(words[at], "upon") or spells(words[at], "amid") for at in behind)


def _is_anybody(code: str, name: str, measure: str) -> bool:
    """Say whether a mention names nobody to a claim: "16 شخصاً", the protesters of "52 مظاهرة", those it counts."""
    if code == "unidentified" or is_coded_by_name(code):
        return True
    if code == "prisoners":
        return measure in ("detained", "abducted")
    told = _TOLD.get(code)
    return told is not None and not says_any(fold(name).split(), told)
