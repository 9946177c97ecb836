"""Where a claim counts, and whose acts: the places and actors named with it."""

from __future__ import annotations

from marsad.arabic.letters import fold
from marsad.claims.bulletins import sayings
from marsad.claims.draft import Draft
from marsad.claims.home import at_home, named_at_home
from marsad.claims.lists import entry_of, says, says_any, spells, spells_any
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.report import Sentence
from marsad.model.where import Place, PlaceMention

__all__ = ["actors_of", "place_of"]

_NO_WHERE = frozenset(("origin", "adjective"))
_ENOUGH = 3
_BESIDE = frozenset(("near", "direction"))
"""Relations of a place to where an act was."""
_UNIT_FEATURES = frozenset(("country", "region", "admin1", "admin2"))
_SYRIA, _PALESTINE, _GAZA = "SY", "PS", "PS02"
_TOLD = {"civilians": "civilian", "protesters": "protester"}
"""Words by which a claim names these; other people are anybody, and an act of protest names nobody."""
_OPENING = 2
"""Words that a rank stands behind at most where its sentence tells the act only then."""
_BEGINNING = 6
_BODY_REACH, _OWN_TABLE = 5, 3


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
        if one.relation not in _NO_WHERE
        and not _is_pointer(scene, one)
        and not _acts(scene, one)
        and not _tells(scene, one)
        and not _is_about(scene, one)
        and not (one.first >= high and _is_part(scene, sentence, one))
    ]
    after = [one for one in places if draft.core <= one.first < high]
    if after and after[0].relation in _BESIDE and any(_holds(one) for one in places if low <= one.first < draft.core):
        after = []  # "في ريف دير الزور 15 اشتباكاً بين قسد ومقاتلين غربي النهر"
    unlisted = None if after else named_at_home(scene, low, high, gazetteer)
    pointed = _pointed(scene, draft, high, gazetteer)
    if pointed is not None and (not after or pointed[0] < after[0].first):
        return pointed[1]
    if after:
        return _place(_whole(scene, after), scene, gazetteer)
    if unlisted is not None:
        return _of_row(unlisted[1])
    before = [one for one in places if low <= one.first < draft.core]
    if len(before) > 1 and before[-1].relation == "near":
        before.pop()  # "الغوطة الشرقية المحاصرة قرب دمشق"
    if before:
        return _place(_head(places, before[-1]) if draft.kind != "ordinal" else before[0], scene, gazetteer)
    if before_it is not None and draft.kind != "ordinal":
        return before_it
    if draft.kind == "trend" and not draft.carried:
        return None
    if draft.kind == "ordinal":
        earlier = [one for one in places if one.first < draft.core]
        if not earlier and draft.core - sentence.first <= _OPENING:
            earlier = places  # "للمرة الخامسة هذا الشهر، تقصف القوات الدلنج"
        return _place(earlier[0], scene, gazetteer) if earlier else None
    running = scene.cues_in("running", low, high)
    sums_up = bool(running) and draft.period is not None and draft.period.happening
    if sums_up or any(_adds_up(scene, cue) for cue in running):
        return None
    if not places:
        told = _pointed(scene, draft, draft.core, gazetteer, low=sentence.first)
        return None if told is None else told[1]
    return _place(places[0], scene, gazetteer)


def _holds(mention: PlaceMention) -> bool:
    return mention.relation not in _BESIDE


def _from_colon(scene: Scene, sentence: Sentence, low: int) -> int:
    """Return where a clause begins whose number stands behind a colon: "عدد الغارات على المدينة: 379"."""
    if low == sentence.first or ":" not in scene.document.gap(low):
        return low
    before, _ = scene.clause(sentence, low - 1)
    return low if sayings().find(scene.document.words, before, low) else before


def _adds_up(scene: Scene, cue: Cue) -> bool:
    """Say whether a word adds the act just told to a sum, which is of a wider area: "ليرتفع", "ما يرفع", "وبذلك"."""
    return says(scene.document.words[cue.first], "sum-grows")


def _acts(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name stands for those who act: "الضربة العاشرة لتركيا", "الفصائل الموالية لأنقرة"."""
    if mention.relation == "direction":
        return False
    named = any(
        one.first <= mention.first < one.stop and one.code and (one.armed or one.stop > mention.stop)
        for one in scene.annotations.actors
    )
    word = scene.document.words[mention.first]
    before = scene.document.words[mention.first - 1] if mention.first else ""
    if word.startswith("ل") and spells(before, "loyal"):
        return True
    if word.startswith("ل" + fold(mention.name)[:_ENOUGH]):
        return named or (mention.place is not None and mention.place.feature == "country")
    return named and not says(before, "into") and not word.startswith("ب")


def _tells(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is that of who says so: "وفق لجنة أطباء غرب دارفور", "شبكة أطباء السودان", "أحصت تركيا"."""
    first = mention.first
    country = mention.place is not None and mention.place.feature == "country"
    if country and first and says(scene.document.words[first - 1], "counting"):
        return not scene.document.words[first].startswith("ب")
    words = scene.document.words[max(0, mention.first - _BODY_REACH) : mention.first]
    pauses = [at for at in range(max(0, mention.first - _BODY_REACH), mention.first + 1) if scene.pause(at)]
    near = words if not pauses else scene.document.words[pauses[-1] : mention.first]
    return spells_any(near, "according-to") or (bool(near) and spells(near[-1], "body-of"))


def _is_about(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name tells no place of an act: "منذ تدخل الرياض", "الحدود مع سوريا", "تهريب من سوريا"."""
    before = scene.document.words[mention.first - 1] if mention.first else ""
    if before == "مع" or (before == "من" and mention.place is not None and mention.place.feature == "country"):
        return True
    return spells(before, "about") and any(
        0 < mention.first - one.first <= _BEGINNING for one in scene.periods if one.happening
    )


def _is_part(scene: Scene, sentence: Sentence, mention: PlaceMention) -> bool:
    """Say whether a place is told of a part of what is counted: "تركز معظمها في نابلس"."""
    return bool(scene.cues_in("subset", *scene.clause(sentence, mention.first)))


def _whole(scene: Scene, places: list[PlaceMention]) -> PlaceMention:
    """Return the governorate that a part is of: "المنطقة الشرقية من دير الزور"."""
    first = places[0]
    if len(places) > 1 and places[1].first == first.stop + 1 and scene.document.words[first.stop] == "من":
        vague = first.place is None or first.place.feature == "region"
        return places[1] if vague else first
    return first


def _is_pointer(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is but "المدينة" or "القضاء", which a gazetteer may list, too."""
    return any(cue.first == mention.first and cue.stop == mention.stop for cue in scene.cues["place-word"])


def _head(places: list[PlaceMention], mention: PlaceMention) -> PlaceMention:
    """Return the first of places told together: "حماة" of "حماة وحمص"."""
    index = places.index(mention)
    while index and places[index - 1].stop == places[index].first:
        index -= 1
    return places[index]


def _pointed(
    scene: Scene, draft: Draft, high: int, gazetteer: Gazetteer, *, low: int | None = None
) -> tuple[int, ClaimPlace] | None:
    """Resolve "في المدينة" behind a claim to the last place of that kind told before it, or to that of the outlet.

    `low` is where to look from in words of another clause, which point to places of the text only.
    """
    named = [one for one in scene.annotations.places if not _is_pointer(scene, one)]
    covered = {at for one in named for at in range(one.first, one.stop)}
    acting = {at for one in scene.annotations.actors if one.armed for at in range(one.first, one.stop)}
    wider = low is not None
    if low is None:
        low = draft.core if draft.kind == "ordinal" else scene.clause(draft.sentence, draft.core)[0]
        low = _from_colon(scene, draft.sentence, low)
    for cue in scene.cues_in("place-word", low, high):
        began = any(one.happening and one.first <= cue.first < one.stop for one in scene.periods)
        began = began and any(scene.within(scene.annotations.places, low, cue.first))
        if began or cue.first in covered or cue.first in acting or _is_group(scene, cue):
            continue
        word = scene.document.words[cue.first].lstrip("وفبل")
        area = entry_of(word if word.startswith("ال") else "ال" + word, "area")
        wanted = None if area is None else area["features"]
        earlier = [one for one in reversed(named) if one.first < cue.first and one.relation not in _NO_WHERE]
        alike = [one for one in earlier if one.type_word is not None and word.endswith(one.type_word)]
        if wanted == ("admin1",) and scene.annotations.country == _PALESTINE:
            wanted = ("city", "admin2", "town")  # its governorates are called as their towns
        if (
            wanted == ("country",)
            and (home := scene.annotations.country)
            and (row := gazetteer.by_id(home)) is not None
        ):
            return cue.first, _of_row(row)
        if wanted == ("admin1",) and (row := _governorate(scene, earlier, gazetteer)) is not None:
            return cue.first, _of_row(row)
        if word == "العاصمه":
            earlier = [one for one in earlier if one.place is not None and one.place.feature in (wanted or ())]
        for one in sorted(alike + earlier, key=lambda one: _rank(one, wanted, earlier, alike=one in alike)):
            found = _within(scene, one, gazetteer) or _fits(one, wanted, gazetteer)
            if found is not None and not _tells(scene, one):
                return cue.first, _of_row(found) if isinstance(found, Place) else _place(found, scene, gazetteer)
        row = _of_outlet(scene, wanted, gazetteer) if not wider else None
        if row is not None:
            return cue.first, _of_row(row)
        strip = gazetteer.by_id(_GAZA)
        if word.endswith("القطاع") and strip is not None and scene.annotations.country in (None, "PS", "IL"):
            return cue.first, _of_row(strip)
    return None


def _governorate(scene: Scene, told: list[PlaceMention], gazetteer: Gazetteer) -> Place | None:
    """Return the governorate that most places told before lie in, the outlet's among them; of equals the last told."""
    votes: dict[str, int] = {}
    for one in told:
        if one.place is not None and one.relation != "road":
            unit = one.place.place_id if one.place.feature == "admin1" else one.place.admin1
            if unit:
                votes[unit] = votes.get(unit, 0) + 1 + (one.relation == "admin")
    home = _of_outlet(scene, ("admin1",), gazetteer)
    if home is not None:
        votes[home.place_id] = votes.get(home.place_id, 0) + 1
    best = max(votes, key=lambda unit: votes[unit], default=None)
    return None if best is None else gazetteer.by_id(best)


def _rank(
    mention: PlaceMention, wanted: tuple[str, ...] | None, told: list[PlaceMention], *, alike: bool
) -> tuple[bool, bool, bool, int, int]:
    """Return how far a place is from what is pointed to: listed, told alike, no road, of its kind, told most often."""
    feature = mention.place.feature if mention.place is not None else ""
    kinds = wanted or ()
    fitting = kinds.index(feature) if feature in kinds else len(kinds)
    often = sum(one.name == mention.name for one in told) if kinds else 0
    return mention.place is None, not alike, mention.relation == "road", fitting, -often


def _within(scene: Scene, mention: PlaceMention, gazetteer: Gazetteer) -> Place | None:
    """Return the town whose market, hospital or the like a mention names: "سوق الأبيض"."""
    _, _, rest = mention.name.partition(" ")
    if mention.place is not None or not rest or scene.annotations.country is None:
        return None
    return next((one for one in gazetteer.named(rest) if one.country == scene.annotations.country), None)


def _is_group(scene: Scene, cue: Cue) -> bool:
    """Say whether "القاعدة" is no base: "مسلحو القاعدة في حضرموت"."""
    words = scene.document.words
    return words[cue.first] == "القاعده" and (not cue.first or not spells(words[cue.first - 1], "into"))


def _of_outlet(scene: Scene, wanted: tuple[str, ...] | None, gazetteer: Gazetteer) -> Place | None:
    """Return the place of a kind in the outlet's name: "المحافظة" of ديالى نيوز is ديالى."""
    words = tuple(fold(scene.document.outlet or "").split())
    for at in range(len(words) if wanted else 0):
        if says(words[at], "area"):
            continue  # "المدينة برس"
        for hit in gazetteer.find(words, at, len(words))[:1]:
            for entry in hit.entries:
                if entry.feature in (wanted or ()) and entry.weight == _OWN_TABLE and not hit.proclitics:
                    return gazetteer.place(entry.row)
    return None


def _fits(mention: PlaceMention, wanted: tuple[str, ...] | None, gazetteer: Gazetteer) -> PlaceMention | Place | None:
    place = mention.place
    if wanted is None:
        return mention
    if place is None:
        return mention if wanted not in {("admin1",), ("country",)} else None
    if wanted == ("admin1",):
        if place.feature == "admin1":
            return mention
        return gazetteer.by_id(place.admin1) if place.admin1 else None
    if wanted == ("country",):
        return mention if place.feature == "country" else None
    return mention if place.feature in wanted or place.feature not in _UNIT_FEATURES else None


def _place(mention: PlaceMention, scene: Scene, gazetteer: Gazetteer) -> ClaimPlace:
    home = at_home(scene, mention, gazetteer)
    if home is not None:
        return _of_row(home)
    if mention.place is None:
        return ClaimPlace(_bare(mention.name), scene.annotations.country)
    row = mention.place
    wide = row.feature == "country"
    return ClaimPlace(_bare(mention.name), row.country or None, None if wide else _admin1(row), row.place_id)


def _bare(name: str) -> str:
    """Return a name without the word for its unit: "الجزيرة" for "ولاية الجزيرة"."""
    first, _, rest = name.partition(" ")
    return rest if rest and spells(fold(first), "unit-word") else name


def _of_row(row: Place) -> ClaimPlace:
    return ClaimPlace(row.name_ar, row.country or None, _admin1(row), row.place_id)


def _admin1(row: Place) -> str | None:
    return row.admin1 if row.country == _SYRIA else row.admin1_name


def actors_of(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """Return the codebook ids of the actors named with a claim, in the order of mention."""
    low, high = scene.clause(draft.sentence, draft.core)
    low, high = min(low, draft.first), max(high, draft.stop)
    named = _named(scene, draft, low, high)
    return named if named or draft.kind != "ordinal" else _named(scene, draft, draft.sentence.first, high)


def _named(scene: Scene, draft: Draft, low: int, high: int) -> tuple[str, ...]:
    """Return who is named in words `low` to `high`, each once; a country told as a place is nobody."""
    landed = {
        one.first
        for one in scene.annotations.places
        if one.place is not None and one.place.feature == "country" and not _acts(scene, one)
    }
    found = [
        one.code
        for one in scene.within(scene.annotations.actors, low, high)
        if one.code is not None
        and not _is_anybody(one.code, one.name, draft.measure)
        and not (one.first in landed and one.stop == one.first + 1)
    ]
    return tuple(dict.fromkeys(found))


def _is_anybody(code: str, name: str, measure: str) -> bool:
    """Say whether a mention names nobody to a claim: "16 شخصاً", the protesters of "52 مظاهرة", those it counts."""
    if code == "unidentified" or code.startswith("other:"):
        return True
    if code == "prisoners":
        return measure in ("detained", "abducted")
    told = _TOLD.get(code)
    return told is not None and not says_any(fold(name).split(), told)
