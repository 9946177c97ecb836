"""Where a claim counts: the place named with it, pointed back to or told around it."""

from __future__ import annotations

from itertools import zip_longest

from marsad.claims.around import holds, of_act_told, of_its_state, told_around
from marsad.claims.bulletins import sayings
from marsad.claims.draft import Draft
from marsad.claims.home import named_at_home
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.naming import place_named, place_of_row
from marsad.claims.no_places import (
    acts,
    began_with,
    calls_onset,
    is_about,
    is_among_others,
    is_called_for,
    is_destination,
    is_movement,
    is_part,
    is_pointer,
    is_share,
    is_verb,
    leads,
    tells,
)
from marsad.claims.pointing import NO_WHERE, part_pointed, pointed
from marsad.claims.scene import Scene
from marsad.claims.wide import contested, in_the_land, on_a_side, on_the_border
from marsad.claims.words import Cue
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.report import Sentence
from marsad.model.where import PlaceMention

__all__ = ["place_of"]

_BESIDE = frozenset(("near", "direction"))
"""Relations of a place to where an act was."""
_SETTLED = frozenset(("city", "town", "village"))
_OPENING = 2
"""Words that a rank stands behind at most where its sentence tells the act only then."""


def place_of(scene: Scene, draft: Draft, gazetteer: Gazetteer, before_it: ClaimPlace | None) -> ClaimPlace | None:
    """Return where a claim counts: a place of its clause, else one pointed back to, else one of its sentence.

    `before_it` is the place of the claim that it goes on with, which comes before the rest of its sentence.
    """
    sentence = draft.sentence
    low, high = scene.clause(sentence, draft.core)
    low, high = low if before_it is not None else min(low, draft.first), max(high, draft.stop)
    low = _from_colon(scene, sentence, low)
    places = [
        one
        for one in scene.within(scene.annotations.places, sentence.first, sentence.stop)
        if one.relation not in NO_WHERE
        and not is_pointer(scene, one)
        and not acts(scene, one)
        and not tells(scene, one)
        and not is_about(scene, one)
        and not is_among_others(scene, one)
        and not calls_onset(scene, one)
        and not leads(scene, one)
        and not is_verb(scene, one)
        and not is_called_for(scene, one)
        and not (one.first > draft.core and is_destination(scene, one))
        and not is_movement(scene, one)
        and not (one.first >= high and is_part(scene, sentence, one))
        and not (one.first >= high and is_share(scene, one))
        and not any(told.first <= one.first and one.stop <= told.stop for told in scene.annotations.dates)  # "في آب"
    ]
    places = _out_of_zones(scene, _towns_of(scene, places))
    begun = [one for one in places if not began_with(scene, one)]
    places = begun or places
    low = _over_names(scene, sentence, low)
    after = [one for one in places if draft.core <= one.first < high and not _went_before(scene, draft, one)]
    if after and after[0].relation in _BESIDE and any(holds(one) for one in places if low <= one.first < draft.core):
        after = []  # "في ريف دير الزور 15 اشتباكاً بين قسد ومقاتلين غربي النهر"
    unlisted = None if after else named_at_home(scene, low, high, gazetteer)
    own = draft.core if draft.kind == "ordinal" else _from_colon(scene, sentence, scene.clause(sentence, draft.core)[0])
    there = pointed(scene, own, high, gazetteer)
    if there is not None and (not after or (there[0] < after[0].first and not _is_speakers(scene, there[0], draft))):
        return there[1]
    if after:
        return place_named(_whole(scene, after), scene, gazetteer)
    if unlisted is not None:
        return place_of_row(unlisted[1])
    before = [one for one in places if low <= one.first < draft.core]
    if len(before) > 1 and before[-1].relation == "near":
        before.pop()  # "الغوطة الشرقية المحاصرة قرب دمشق"
    if before:
        return place_named(_head(scene, places, before[-1]) if draft.kind != "ordinal" else before[0], scene, gazetteer)
    land = (
        in_the_land(scene, low, high, gazetteer)
        or contested(scene, low, high, gazetteer)
        or on_the_border(scene, low, high)
        or on_a_side(scene, low, high, gazetteer)
    )
    if land is not None:
        return land
    of_it = says_any(scene.document.words[low:high], "in-it") or scene.cues_in("superlative", sentence.first, low)
    if draft.carried and draft.kind != "ordinal" and of_it:
        earlier = [one for one in places if one.first < low and not _is_of_outset(scene, one)]
        if earlier:
            return place_named(
                _head(scene, places, earlier[-1]), scene, gazetteer
            )  # "وكانت بغداد الأكثر تضرراً، قتل فيها"
    part = part_pointed(scene, low, high, gazetteer)
    if part is not None:
        return part
    if before_it is not None and draft.kind != "ordinal":
        return before_it
    if draft.kind == "trend" and not draft.carried:
        return None
    if draft.kind == "ordinal":
        earlier = [one for one in places if one.first < draft.core]
        points = scene.cues_in("is", sentence.first, draft.core)  # "هي المحاولة الثانية، وقد اغتيل 35 في ذي قار"
        early = draft.core - sentence.first <= _OPENING and not points
        if not earlier and (early or _opens(scene, draft)):
            earlier = places  # "للمرة الخامسة هذا الشهر، تقصف القوات الدلنج"
        if earlier:
            return place_named(_behind_heading(scene, earlier)[0], scene, gazetteer)
        there = pointed(scene, low, draft.core, gazetteer, wider=True) or _therein(scene, draft, gazetteer)
        return None if there is None else there[1]
    running = scene.cues_in("running", low, high)
    if any(_adds_up(scene, cue) for cue in running):
        return of_its_state(scene, draft, gazetteer)
    if running and draft.period is not None and draft.period.happening:
        return of_act_told(scene, draft, gazetteer) or of_its_state(scene, draft, gazetteer)
    if not places:
        told = pointed(scene, sentence.first, draft.core, gazetteer, wider=True) or _therein(scene, draft, gazetteer)
        home = named_at_home(scene, sentence.first, sentence.stop, gazetteer) if told is None else None
        if home is None and told is None:
            return told_around(scene, draft, gazetteer)
        return place_of_row(home[1]) if home is not None else None if told is None else told[1]
    return place_named(places[0], scene, gazetteer)


def _behind_heading(scene: Scene, places: list[PlaceMention]) -> list[PlaceMention]:
    """Leave out the place that heads a post where its text names one: "#دير_الزور | مداهمة بالشحيل"."""
    return [one for one in places if "|" not in scene.document.gap(one.stop)] or places


def _went_before(scene: Scene, draft: Draft, mention: PlaceMention) -> bool:
    """Say whether a place behind a rank is that of what went before: "هي الثانية هذا العام بعد ضربة أصفهان"."""
    words = scene.document.words
    behind = range(draft.stop, mention.first)
    return draft.kind == "ordinal" and any(spells(words[at], "upon") for at in behind)


def _is_of_outset(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place stands in the words by which a period's beginning is called."""
    return any(one.happening and one.first <= mention.first < one.stop for one in scene.periods)


def _opens(scene: Scene, draft: Draft) -> bool:
    """Say whether a rank opens its sentence, which tells the act behind it: "في هجوم هو الثاني خلال أسبوع، استهدف"."""
    low, _ = scene.clause(draft.sentence, draft.core)
    opening = scene.within(scene.annotations.triggers, low, draft.core)
    return (
        low == draft.sentence.first
        and says(scene.document.words[low], "into")
        and all(one.pos != "verb" for one in opening)
    )


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
            or (behind.first == one.stop + 1 and words[one.stop] == "في")
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


def _over_names(scene: Scene, sentence: Sentence, low: int) -> int:
    """Return where a clause begins that names between commas part: "بلدات الريف الغربي، كناكر وزاكية، تصاعداً"."""
    if low == sentence.first:
        return low
    first, stop = scene.clause(sentence, low - 1)
    named = {at for one in scene.annotations.places for at in range(one.first, one.stop)}
    if first == sentence.first or not named.issuperset(range(first, stop)):
        return low
    return scene.clause(sentence, first - 1)[0]


def _is_speakers(scene: Scene, at: int, draft: Draft) -> bool:
    """Say whether a pointing word is of who says so: "صرح قائد الأمن في المحافظة بأن ثلاث هجمات"."""
    return at < draft.core and spells_any(scene.document.words[at + 1 : draft.core], "that-is-said")


def _therein(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> tuple[int, ClaimPlace] | None:
    """Resolve "هناك" and "فيها" beside a claim whose sentence names no place: the place told last."""
    words, sentences = scene.document.words, scene.document.sentences
    _, high = scene.clause(draft.sentence, draft.core)
    for at in range(draft.first, max(high, draft.stop)):
        ends = at + 1 == draft.sentence.stop or scene.pause(at + 1)
        if words[at] != "هناك" or not ends:
            continue
        low = sentences[max(draft.sentence.index - 1, 0)].first
        told = [one for one in scene.within(scene.annotations.places, low, at) if one.relation not in NO_WHERE]
        told = [one for one in told if not acts(scene, one) and not tells(scene, one) and holds(one)]
        if told:
            return at, place_named(told[-1], scene, gazetteer)
        return pointed(scene, low, at, gazetteer, wider=True)  # "يشنون هجوماً على المحافظة. ... في القتال هناك"
    return None


def _from_colon(scene: Scene, sentence: Sentence, low: int) -> int:
    """Return where a clause begins whose number stands behind a colon: "عدد الغارات على المدينة: 379"."""
    if low == sentence.first or ":" not in scene.document.gap(low):
        return low
    before, _ = scene.clause(sentence, low - 1)
    return low if sayings().find(scene.document.words, before, low) else before


def _adds_up(scene: Scene, cue: Cue) -> bool:
    """Say whether a word adds the act just told to a sum, which is of a wider area: "ليرتفع", "ما يرفع", "وبذلك"."""
    return says(scene.document.words[cue.first], "sum-grows")


def _whole(scene: Scene, places: list[PlaceMention]) -> PlaceMention:
    """Return the governorate that a part is of: "المنطقة الشرقية من دير الزور"."""
    first = places[0]
    if len(places) > 1 and places[1].first == first.stop + 1 and scene.document.words[first.stop] == "من":
        vague = first.place is None or first.place.feature == "region"
        return places[1] if vague else first
    return first


def _head(scene: Scene, places: list[PlaceMention], mention: PlaceMention) -> PlaceMention:
    """Return the first of places told together: "حماة" of "حماة وحمص"."""
    index, words = places.index(mention), scene.document.words
    while index and not scene.pause(places[index].first):
        between = words[places[index - 1].stop : places[index].first]
        if len(between) > 1 or not all(word.startswith("و") for word in between):
            break  # "صنعاء وإب وعمران", whichever of them the list of places has
        index -= 1
    return places[index]
