"""Which places of its sentence may be where a claim counts: "15 قتيلاً في درعا بقصف من دمشق" is of درعا."""

from __future__ import annotations

from itertools import zip_longest

from marsad.claims.draft import Draft
from marsad.claims.lists import spells, spells_any
from marsad.claims.no_places import (
    began_with,
    calls_onset,
    is_about,
    is_among_others,
    is_called_for,
    is_denied,
    is_destination,
    is_holders,
    is_movement,
    is_seat,
    is_verb,
    leads,
)
from marsad.claims.scene import Scene
from marsad.claims.shares import had_most, is_focus, is_of_share, is_part, is_share
from marsad.model.where import PlaceMention

__all__ = ["may_be_where"]

_SETTLED = frozenset(("city", "town", "village"))
_NO_PLACES = (
    is_about,
    is_among_others,
    calls_onset,
    is_holders,
    leads,
    is_verb,
    is_called_for,
    is_denied,
    is_movement,
)
"""Why a name is no place of a claim, wherever in its sentence it stands."""


def may_be_where(scene: Scene, draft: Draft, high: int) -> list[PlaceMention]:
    """Return the places of a claim's sentence that may be where it counts.

    From word `high` on, where its clause has ended, the places of a part of what is counted are none, either.
    """
    sentence = draft.sentence
    places = [
        one
        for one in scene.within(scene.sites, sentence.first, sentence.stop)
        if not any(is_none(scene, one) for is_none in _NO_PLACES)
        and not (one.first > draft.core and is_destination(scene, one))
        and not (draft.core < one.first < high and is_of_share(scene, draft, one))
        and not (one.first >= high and (is_part(scene, sentence, one) or is_share(scene, one)))
        and not (one.first >= high and draft.kind != "ordinal" and had_most(scene, one))
        and not any(told.first <= one.first and one.stop <= told.stop for told in scene.annotations.dates)  # "في آب"
    ]
    places = _out_of_zones(scene, _towns_of(scene, places))
    places = [one for one in places if not is_focus(scene, one)]
    places = [one for one in places if not is_seat(scene, one)] or places
    return [one for one in places if not began_with(scene, one)]


def _towns_of(scene: Scene, places: list[PlaceMention]) -> list[PlaceMention]:
    """Leave out what no list has where the town it is in follows: "مشفى الشامي في أريحا"."""
    words = scene.document.words
    return [
        one
        for one, behind in zip_longest(places, places[1:])
        if one.place is not None
        or behind is None
        or behind.place is None
        or behind.place.feature not in _SETTLED
        or not (
            (behind.first == one.stop and words[behind.first].startswith("ب"))
            or (behind.first == one.stop + 1 and spells(words[one.stop], "in"))
        )
    ]


def _out_of_zones(scene: Scene, places: list[PlaceMention]) -> list[PlaceMention]:
    """Leave out a zone of no map where what it is in follows: "منطقة خفض التصعيد في إدلب"."""
    words = scene.document.words
    return [
        one
        for one, behind in zip_longest(places, places[1:])
        if behind is None
        or not spells_any(words[one.first : one.stop], "zone-told")
        or behind.first != one.stop + spells(words[one.stop], "into")
    ]
