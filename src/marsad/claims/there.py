"""The place just told, to which "هناك" points: "تدور معارك في الشدادي. وقتل هناك 13 خلال أسبوع"."""

from __future__ import annotations

from marsad.claims.around import holds
from marsad.claims.draft import Draft
from marsad.claims.lists import spells
from marsad.claims.naming import place_named
from marsad.claims.pointing import pointed
from marsad.claims.scene import Scene
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace

__all__ = ["told_there", "told_where"]

_WHERE = 6
"""Words at most from "where" to the number of its clause."""


def told_there(scene: Scene, low: int, high: int, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the place told last before a "هناك" of words `low` to `high`, a town before what only lies beside one."""
    for at in range(low, high):
        if not spells(scene.document.words[at], "there") or _there_is(scene, at):
            continue
        first = _before(scene, at)
        told = [one for one in scene.sites if first <= one.first and one.stop <= at]
        told = [one for one in told if holds(one)] or told
        if told:
            return place_named(told[-1], scene, gazetteer)
        there = pointed(scene, first, at, gazetteer, wider=True)  # "يشنون هجوماً على المحافظة. ... في القتال هناك"
        return None if there is None else there[1]
    return None


def told_where(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the place that a clause of its own says more of: "بين مصر وقطاع غزة حيث سقط 62", "مع القطاع، حيث قتل"."""
    first, core = draft.sentence.first, draft.core
    leads = [at for at in range(max(first + 1, core - _WHERE), core) if spells(scene.document.words[at], "where")]
    if not leads or draft.kind == "ordinal":
        return None
    at = leads[-1]
    if any(scene.pause(one) for one in range(at + 1, core + 1)) or any(scene.within(scene.sites, at, core)):
        return None
    told = [one for one in scene.sites if one.stop == at and one.first >= first and holds(one)]
    if told:
        return place_named(told[-1], scene, gazetteer)
    there = pointed(scene, at - 1, at, gazetteer)
    return None if there is None else there[1]


def _before(scene: Scene, at: int) -> int:
    """Return the first word of the sentence before that of word `at`."""
    return scene.document.sentences[max(scene.sentence_of(at).index - 1, 0)].first


def _there_is(scene: Scene, at: int) -> bool:
    """Say whether a "هناك" but says that there is something: "هناك 15 قتيلاً", "ليس هناك", "إن هناك"."""
    opens = at == scene.sentence_of(at).first or scene.pause(at)
    return opens or spells(scene.document.words[at - 1], "there-is")
