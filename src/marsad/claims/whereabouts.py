"""Where a claim counts: the place named with it, pointed back to or told around it."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.claims.around import holds, of_act_told, of_its_state, of_same_act, told_around
from marsad.claims.bulletins import sayings
from marsad.claims.candidates import may_be_where
from marsad.claims.draft import Draft
from marsad.claims.home import named_at_home
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.naming import place_named, place_of_row
from marsad.claims.pointing import part_pointed, pointed
from marsad.claims.scene import Scene
from marsad.claims.there import told_there, told_where
from marsad.claims.wide import contested, in_the_land, on_a_side, on_the_border
from marsad.claims.words import Cue
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.report import Sentence
from marsad.model.where import PlaceMention

__all__ = ["place_of"]

_BESIDE = frozenset(("near", "direction"))
"""Relations of a place to where an act was."""
_COLONS = frozenset("|:")
_OPENING = 2
"""Words that a rank stands behind at most where its sentence tells the act only then."""


@dataclass(frozen=True, slots=True)
class _Around:
    """The clause of a claim, words `low` to `high` (excluded), and the places of its sentence that may be where."""

    low: int
    high: int
    places: list[PlaceMention]

    @classmethod
    def of(cls, scene: Scene, draft: Draft, *, goes_on: bool) -> _Around:
        low, high = scene.clause(draft.sentence, draft.core)
        low, high = low if goes_on else min(low, draft.first), max(high, draft.stop)
        low = _from_colon(scene, draft.sentence, low)
        return cls(_over_names(scene, draft.sentence, low), high, may_be_where(scene, draft, high))


def place_of(scene: Scene, draft: Draft, gazetteer: Gazetteer, before_it: ClaimPlace | None) -> ClaimPlace | None:
    """Return where a claim counts: درعا of "15 قتيلاً في درعا", else what is pointed back to, else of its sentence.

    `before_it` is the place of the claim that it goes on with, which comes before the rest of its sentence.
    """
    around = _Around.of(scene, draft, goes_on=before_it is not None)
    behind = any(draft.core <= one.first < around.high for one in around.places)
    of_clause = (
        (None if behind else told_where(scene, draft, gazetteer))
        or _behind_number(scene, draft, around, gazetteer)
        or _before_number(scene, draft, around, gazetteer)
        or _of_land(scene, around, gazetteer)
        or told_there(scene, max(around.low, draft.sentence.first), around.high, gazetteer)
        or _gone_on_about(scene, draft, around, gazetteer)
        or part_pointed(scene, around.low, around.high, gazetteer)
    )
    if of_clause is not None:
        return of_clause
    if draft.kind == "ordinal":
        return _of_rank(scene, draft, around, gazetteer)
    if before_it is not None:
        return before_it
    if draft.kind == "trend" and not draft.carried:
        return of_same_act(scene, draft, gazetteer)
    return _of_sum(scene, draft, around, gazetteer)


def _behind_number(scene: Scene, draft: Draft, around: _Around, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the place that a clause names or points to from its number on: "15 قتيلاً في درعا", "في المدينة"."""
    low, high = around.low, around.high
    after = [one for one in around.places if draft.core <= one.first < high and not _went_before(scene, draft, one)]
    ahead = (one for one in around.places if low <= one.first < draft.core)
    if after and after[0].relation in _BESIDE and any(map(holds, ahead)):
        after = []  # "في ريف دير الزور 15 اشتباكاً بين قسد ومقاتلين غربي النهر"
    clause, _ = scene.clause(draft.sentence, draft.core)
    own = draft.core if draft.kind == "ordinal" else _from_colon(scene, draft.sentence, clause)
    there = pointed(scene, own, high, gazetteer)
    if there is not None and (not after or (there[0] < after[0].first and not _is_speakers(scene, there[0], draft))):
        return there[1]
    if after:
        return place_named(_whole(scene, after), scene, gazetteer)
    unlisted = named_at_home(scene, low, high, gazetteer)
    return None if unlisted is None else place_of_row(unlisted[1])


def _before_number(scene: Scene, draft: Draft, around: _Around, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the place that a clause names before its number: "في حماة وحمص 15 قتيلاً" is of the first."""
    before = [one for one in around.places if around.low <= one.first < draft.core]
    if len(before) > 1 and before[-1].relation == "near":
        before.pop()  # "الغوطة الشرقية المحاصرة قرب دمشق"
    if not before:
        return None
    told = before[0] if draft.kind == "ordinal" else _head(scene, around.places, before[-1])
    return place_named(told, scene, gazetteer)


def _of_land(scene: Scene, around: _Around, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the land or border that a clause is about without its name: "في البلاد", "على الحدود"."""
    low, high = around.low, around.high
    return (
        in_the_land(scene, low, high, gazetteer)
        or contested(scene, low, high, gazetteer)
        or on_the_border(scene, low, high)
        or on_a_side(scene, low, high, gazetteer)
    )


def _gone_on_about(scene: Scene, draft: Draft, around: _Around, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the place that a later clause goes on about: "وكانت بغداد الأكثر تضرراً، قتل فيها 30"."""
    if not draft.carried or draft.kind == "ordinal":
        return None
    earlier = [one for one in around.places if one.first < around.low and not _is_of_outset(scene, one)]
    of_it = says_any(scene.document.words[around.low : around.high], "in-it")
    of_it = of_it or bool(scene.cues_in("superlative", draft.sentence.first, around.low))
    return place_named(_head(scene, around.places, earlier[-1]), scene, gazetteer) if of_it and earlier else None


def _of_rank(scene: Scene, draft: Draft, around: _Around, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return where the act of a rank was, told before it, or behind a rank that opens its sentence."""
    first = draft.sentence.first
    told = [one for one in around.places if one.first < draft.core]
    points = scene.cues_in("is", first, draft.core)  # "هي المحاولة الثانية، وقد اغتيل 35 في ذي قار"
    early = draft.core - first <= _OPENING and not points
    if not told and (early or _opens(scene, draft)):
        told = around.places  # "للمرة الخامسة هذا الشهر، تقصف القوات الدلنج"
    if told:
        return place_named(_behind_heading(scene, told)[0], scene, gazetteer)
    there = pointed(scene, around.low, draft.core, gazetteer, wider=True) or pointed(
        scene, first, around.low, gazetteer, wider=True
    )
    return None if there is None else there[1]


def _of_sum(scene: Scene, draft: Draft, around: _Around, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return where a sum counts whose clause names no place: its state's where it runs on, else its sentence's."""
    running = scene.cues_in("running", around.low, around.high)
    if any(_adds_up(scene, cue) for cue in running):
        return of_its_state(scene, draft, gazetteer)
    if running and draft.period is not None and draft.period.happening:
        return of_act_told(scene, draft, gazetteer) or of_its_state(scene, draft, gazetteer)
    told = [one for one in around.places if not _is_said_after(scene, draft, around, one)]
    if told:
        return place_named(told[0], scene, gazetteer)
    first, stop = draft.sentence.first, draft.sentence.stop
    there = pointed(scene, first, draft.core, gazetteer, wider=True)
    if there is not None:
        return there[1]
    home = named_at_home(scene, first, stop, gazetteer)
    return told_around(scene, draft, gazetteer) if home is None else place_of_row(home[1])


def _is_said_after(scene: Scene, draft: Draft, around: _Around, mention: PlaceMention) -> bool:
    """Say whether a place is told in a later clause that "and" joins to a sum, which says more: "وسجلت حلب أكثرها"."""
    opening = draft.kind == "count" and draft.number is None  # of a bulletin, which counts in all of its sentence
    if mention.first < around.high or opening:
        return False
    low, high = scene.clause(draft.sentence, mention.first)
    joined = scene.document.words[low].startswith("و") and not spells(scene.document.words[low], "according-to")
    shared = draft.period is not None and low <= draft.period.first < high  # "أودت بـ78، وأصابت 116 في سوريا منذ آذار"
    return joined and not shared


def _behind_heading(scene: Scene, places: list[PlaceMention]) -> list[PlaceMention]:
    """Leave out the place that heads a post where its text names one: "#دير_الزور | مداهمة بالشحيل", "#الرقة: ..."."""
    return [one for one in places if _COLONS.isdisjoint(scene.document.gap(one.stop))] or places


def _went_before(scene: Scene, draft: Draft, mention: PlaceMention) -> bool:
    """Say whether a place behind a rank or trend is that of what went before: "هي الثانية بعد ضربة أصفهان".

    Behind a trend it is where people came from, or what fell: "ازدادت الاغتيالات بعد هروب سجناء من الحسكة", "زاد القصف
    بعد سقوط العبدية".
    """
    words = scene.document.words
    upon = any(spells(words[at], "upon") for at in range(draft.stop, mention.first))
    before = words[mention.first - 1]
    led = (
        spells(before, "into")
        or spells(before, "onto")
        or spells(before, "to")
        or words[mention.first].startswith(("ب", "ل"))
    )
    came = draft.kind == "trend" and (spells(before, "of") or (not led and mention.relation == "at"))
    return upon and (draft.kind == "ordinal" or came)


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
    if len(places) > 1 and places[1].first == first.stop + 1 and spells(scene.document.words[first.stop], "of"):
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
