"""Places pointed to: "في المدينة" is the town told last, "هناك" the place of what was just told."""

from __future__ import annotations

from marsad.arabic.letters import fold
from marsad.claims.home import country_told
from marsad.claims.lists import entry_of, forms_of, says, spells
from marsad.claims.naming import place_named, place_of_row
from marsad.claims.no_places import NO_WHERE, is_pointer, joins_in, strikes, tells
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.where import Place, PlaceMention

__all__ = ["part_pointed", "pointed"]

_UNIT_FEATURES = frozenset(("country", "region", "admin1", "admin2"))
_SHORTENED = frozenset(("region", "quarter"))
_PALESTINE, _GAZA = "PS", "PS02"
_IRAQ, _KURDISTAN = "IQ", "ms:iq-aqlym-krdstan"
_AROUND_THE_STRIP = frozenset((_PALESTINE, "IL"))
_COUNTRY, _GOVERNORATE = ("country",), ("admin1",)
_CAPITALS = frozenset(("admin1", "city", "town"))
_OWN_TABLE = 3
_SIDED = frozenset(("admin1", "city", "town", "region"))
"""Kinds of places that have eastern quarters."""
_ASIDE = frozenset(("road", "direction"))
"""Relations of places that only help to find another: "نوى غربي درعا"."""


def pointed(
    scene: Scene, low: int, high: int, gazetteer: Gazetteer, *, wider: bool = False
) -> tuple[int, ClaimPlace] | None:
    """Resolve "في المدينة" in words `low` to `high` to the last place of that kind told before it, or to the outlet's.

    Words of another clause (`wider`) point to places of the text only. Where the pointing word stands comes first.
    """
    named = [
        one
        for one in scene.annotations.places
        if not is_pointer(scene, one)
        and not strikes(scene, one)
        and not joins_in(scene, one)
        and not _has_it(scene, one)
    ]
    covered = {at for one in named for at in range(one.first, one.stop)}
    covered |= {at for one in scene.annotations.actors if one.armed for at in range(one.first, one.stop)}
    for cue in scene.cues_in("place-word", low, high):
        if cue.first in covered or _is_group(scene, cue) or _says_which(scene, cue) or _calls_onset(scene, cue, low):
            continue
        there = _meant(scene, cue, named, gazetteer, wider=wider)
        if there is not None:
            return cue.first, there
    return _called_so(scene, low, high, named, gazetteer)


def _meant(
    scene: Scene, cue: Cue, named: list[PlaceMention], gazetteer: Gazetteer, *, wider: bool
) -> ClaimPlace | None:
    """Return the place that a pointing word means: a unit, the place told last of its kind, that of the outlet."""
    word = scene.document.words[cue.first].lstrip("وفبل")
    wanted = _kinds(scene, word)
    earlier = [one for one in reversed(named) if one.first < cue.first and one.relation not in NO_WHERE]
    unit = _unit(scene, word, wanted, earlier, gazetteer)
    if unit is not None:
        return place_of_row(unit)
    road = _road(word, earlier)
    if road is not None:
        return place_named(road, scene, gazetteer)
    if wider and spells(word, "the-road"):
        return None  # "لم يعرف الطريق نفسه هدوءاً" of no road that was named
    alike = [one for one in earlier if one.type_word is not None and word.endswith(one.type_word)]
    if spells(word, "the-capital"):
        unit = _governorate(scene, earlier, gazetteer)
        earlier = [one for one in earlier if one.place is not None and one.place.feature in (wanted or ())]
    speakers: ClaimPlace | None = None
    opens = scene.sentence_of(cue.first).first
    ranked = sorted(
        alike + earlier,
        key=lambda one: _rank(
            one, wanted, earlier, alike=one in alike, area=spells(word, "the-area"), here=one.first >= opens
        ),
    )
    for one in ranked:
        head = _told_first(scene, one, named) if wanted is None else one
        there = _as_meant(scene, head, word, wanted, gazetteer)
        if there is not None and not tells(scene, head):
            return there
        if speakers is None and wanted is not None and head.place is not None:
            speakers = there
    if unit is None or earlier:  # "في حي أبو سليم بطرابلس. وشهدت العاصمة"
        unit = _of_outlet(scene, wanted, gazetteer) if not wider else None
    if unit is not None:
        return place_of_row(unit)
    if speakers is None and scene.annotations.country is None and says(word, "the-strip"):
        unit = gazetteer.by_id(_GAZA)
    return speakers if unit is None else place_of_row(unit)  # "قالت غرفة طوارئ الجنينة إن ... في المدينة"


def _calls_onset(scene: Scene, cue: Cue, low: int) -> bool:
    """Say whether a pointing word is of what a period began with, where its clause names a place before it."""
    began = any(one.happening and one.first <= cue.first < one.stop for one in scene.periods)
    return began and any(scene.within(scene.annotations.places, low, cue.first))


def _kinds(scene: Scene, word: str) -> tuple[str, ...] | None:
    """Return the kinds of place that a pointing word may mean, None for any: "المحافظة" a governorate."""
    area = entry_of(word if word.startswith("ال") else "ال" + word, "area")
    if area is None:
        return None
    kinds: tuple[str, ...] = area["features"]
    if kinds == _GOVERNORATE and scene.annotations.country == _PALESTINE:
        return ("city", "admin2", "town")  # its governorates are called as their towns
    return kinds


def _unit(
    scene: Scene, word: str, wanted: tuple[str, ...] | None, earlier: list[PlaceMention], gazetteer: Gazetteer
) -> Place | None:
    """Return the strip, country or governorate that a word means by what the report is about: "في البلاد"."""
    if spells(word, "the-capital") and wanted is not None and (capital := _capital(scene, gazetteer)) is not None:
        return capital
    if says(word, "the-strip") and scene.annotations.country in _AROUND_THE_STRIP:
        return gazetteer.by_id(_GAZA)
    if spells(word, "the-region") and country_told(scene, gazetteer) == _IRAQ:
        return gazetteer.by_id(_KURDISTAN)
    if wanted == _COUNTRY and (home := country_told(scene, gazetteer)):
        return gazetteer.by_id(home)
    return _governorate(scene, earlier, gazetteer) if wanted == _GOVERNORATE else None


def _capital(scene: Scene, gazetteer: Gazetteer) -> Place | None:
    """Return the capital of the country that a report is about, where it is one of those that are listed."""
    home = country_told(scene, gazetteer)
    rows = (row for name in forms_of("capital") for row in gazetteer.named(name))
    return next((row for row in rows if row.country == home and row.feature in _CAPITALS), None)


def _as_meant(
    scene: Scene, mention: PlaceMention, word: str, wanted: tuple[str, ...] | None, gazetteer: Gazetteer
) -> ClaimPlace | None:
    """Return the place of a kind that a mention names or lies in: "المدينة" is the town of "الموصل القديمة"."""
    found = _within(scene, mention, gazetteer) or _fits(mention, wanted, gazetteer)
    if spells(word, "the-city") and isinstance(found, PlaceMention):
        found = _town_of(found, gazetteer) or found
    if found is None:
        return None
    return place_of_row(found) if isinstance(found, Place) else place_named(found, scene, gazetteer)


def _has_it(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a country is whose act is counted: "الضربة العاشرة لتركيا في المنطقة"."""
    country = mention.place is not None and mention.place.feature == "country"
    return country and scene.document.words[mention.first].startswith("ل" + fold(mention.name)[:3])


def _says_which(scene: Scene, cue: Cue) -> bool:
    """Say whether the place itself stands behind a pointing word: "في المنطقة الحدودية في غزة"."""
    words, at = scene.document.words, cue.stop
    while at < len(words) and words[at].startswith("ال") and at < cue.stop + 2 and not scene.pause(at):
        at += 1
    led = at < len(words) and (spells(words[at], "into") or spells(words[at], "of")) and not scene.pause(at)
    if at == cue.stop or not led:
        return False
    return any(one.first == at + 1 for one in scene.annotations.places)


def _called_so(
    scene: Scene, low: int, high: int, named: list[PlaceMention], gazetteer: Gazetteer
) -> tuple[int, ClaimPlace] | None:
    """Resolve the first word of a name told before: "القصف على السهل" of سهل الغاب, "في المحلية" of محلية كرري."""
    words = scene.document.words
    covered = {at for one in named for at in range(one.first, one.stop)}
    for at in range(max(low, 1), high):
        noun = words[at].removeprefix("ب")
        placed = any(says(words[at - 1], role) for role in ("into", "seen-by", "site-of")) or noun != words[at]
        if not noun.startswith("ال") or at in covered:
            continue
        for one in reversed(named):
            first, _, rest = fold(one.name).partition(" ")
            if not placed and not (rest and first == noun and _is_shortened(one)):  # "الضاحية" of الضاحية الجنوبية
                continue
            called = {one.type_word, first.removeprefix("ال") if rest else "", words[one.first - 1]}
            if one.stop <= at and one.relation not in NO_WHERE and noun.removeprefix("ال") in called:
                return at, place_named(one, scene, gazetteer)
    return None


def _is_shortened(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.feature in _SHORTENED


def _road(word: str, earlier: list[PlaceMention]) -> PlaceMention | None:
    """Return the first end of the road told last, which "الطريق" points to: "على طريق كركوك - بغداد"."""
    roads = [one for one in earlier if one.relation == "road"] if spells(word, "the-road") else []
    if not roads:
        return None
    first = roads[0]
    for one in roads[1:]:
        if first.first - one.stop > 1:
            break
        first = one
    return first


def part_pointed(scene: Scene, low: int, high: int, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Resolve "في أحيائها الشمالية" in words `low` to `high` to the place told last before it in its sentences."""
    words = scene.document.words
    for at in range(low, high):
        theirs = says(words[at], "its-part")
        if not theirs and not _is_side(scene, at, high):
            continue
        told = [one for one in scene.sites if one.first < at]
        if not theirs:
            told = [one for one in told if one.place is not None and one.place.feature in _SIDED]
        return place_named(told[-1], scene, gazetteer) if told else None
    return None


def _is_side(scene: Scene, at: int, high: int) -> bool:
    """Say whether word `at` tells a side of the town told last: "بالأحياء الشرقية", and not with "من حلب" behind."""
    words = scene.document.words
    part = words[at].removeprefix("ب")
    placed = part != words[at] or (at > 0 and says(words[at - 1], "into"))
    if not placed or at + 1 >= high or not spells(part, "the-part") or not spells(words[at + 1], "the-side"):
        return False
    behind = words[at + 2 : at + 3] if at + 2 < high and not scene.pause(at + 2) else ()
    return not (behind and (spells(behind[0], "of") or spells(behind[0], "in") or behind[0].startswith("ل")))


def _governorate(scene: Scene, told: list[PlaceMention], gazetteer: Gazetteer) -> Place | None:
    """Return the governorate that most places told before lie in, the outlet's among them; of equals the last told."""
    votes: dict[str, int] = {}
    for one in told:
        if one.place is not None and one.relation != "road":
            unit = one.place.place_id if one.place.feature == "admin1" else one.place.admin1
            if unit:
                votes[unit] = votes.get(unit, 0) + 1 + (one.relation == "admin")
    home = _of_outlet(scene, _GOVERNORATE, gazetteer)
    if home is not None:
        votes[home.place_id] = votes.get(home.place_id, 0) + 1
    best = max(votes, key=lambda unit: votes[unit], default=None)
    return None if best is None else gazetteer.by_id(best)


def _rank(
    mention: PlaceMention,
    wanted: tuple[str, ...] | None,
    told: list[PlaceMention],
    *,
    alike: bool,
    area: bool,
    here: bool,
) -> tuple[bool, bool, bool, bool, int, int]:
    """Return how far a place is from what is pointed to: listed, told alike or just so, no landmark, of its kind."""
    feature = mention.place.feature if mention.place is not None else ""
    kinds = wanted or ()
    fitting = kinds.index(feature) if feature in kinds else len(kinds)
    often = sum(one.name == mention.name for one in told) if kinds else 0
    side = mention.relation == "direction" and feature == "country"  # "شمال شرق سوريا" is an area
    aside = (mention.relation in _ASIDE and not side) or (spells(mention.type_word or "", "town-part") and not alike)
    other = fitting == len(kinds) if kinds else area and feature != "region"  # "المنطقة" is a region where one was told
    just = (
        here and feature in kinds and feature != "country" and not aside
    )  # "قتلا في الجراحي، في سابع حادثة بالمديرية"
    return mention.place is None, not (alike or just), aside, other, -often, fitting


def _told_first(scene: Scene, mention: PlaceMention, named: list[PlaceMention]) -> PlaceMention:
    """Return the first of places told together, which an area takes in: "إدلب وريف حلب", "طريق تدمر - السخنة"."""
    at = named.index(mention)
    while at and named[at - 1].stop == named[at].first:
        joined = scene.document.words[named[at].first].startswith("و")
        if not joined and named[at - 1].relation != "road":
            break
        at -= 1
    return named[at]


def _within(scene: Scene, mention: PlaceMention, gazetteer: Gazetteer) -> Place | None:
    """Return the town whose market, hospital or the like a mention names, of the only country with such a name."""
    _, _, rest = mention.name.partition(" ")
    if mention.place is not None or not rest:
        return None
    rows, home = gazetteer.named(rest), country_told(scene, gazetteer)
    known = {one.country for one in rows} if home is None else {home}  # "سوق الأبيض"
    return next((one for one in rows if one.country in known), None) if len(known) == 1 else None


def _town_of(mention: PlaceMention, gazetteer: Gazetteer) -> Place | None:
    """Return the town of a quarter that is called after it, or whose unit is: "الموصل" of "الموصل القديمة"."""
    row = mention.place
    if row is None or row.feature != "quarter":
        return None
    unit = gazetteer.by_id(row.admin3 or row.admin2 or row.admin1 or "")
    names = [mention.name.partition(" ")[0], *([unit.name_ar] if unit is not None else [])]
    towns = (one for name in names for one in gazetteer.named(name) if one.feature in ("city", "town"))
    return next((one for one in towns if one.admin1 == row.admin1), None)


def _is_group(scene: Scene, cue: Cue) -> bool:
    """Say whether "القاعدة" is no base: "مسلحو القاعدة في حضرموت", where none was told before."""
    words = scene.document.words
    ahead = [one for one in scene.annotations.places if one.first < cue.first]
    if any(spells(fold(one.name).partition(" ")[0], "base-told") for one in ahead):
        return False
    return spells(words[cue.first], "the-base") and (not cue.first or not spells(words[cue.first - 1], "into"))


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
        return mention if wanted not in {_GOVERNORATE, _COUNTRY} else None
    if wanted == _GOVERNORATE:
        if place.feature == "admin1":
            return mention
        return gazetteer.by_id(place.admin1) if place.admin1 else None
    if wanted == _COUNTRY:
        return mention if place.feature == "country" else None
    return mention if place.feature in wanted or place.feature not in _UNIT_FEATURES else None
