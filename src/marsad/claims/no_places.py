"""Names of places that tell no place of an act: those of who acts, who says so, of a part of what is counted."""

from __future__ import annotations

from marsad.arabic.letters import fold
from marsad.claims.bulletins import sayings
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.scene import Scene
from marsad.model.where import PlaceMention

__all__ = [
    "NO_WHERE",
    "acts",
    "began_with",
    "is_about",
    "is_among_others",
    "is_called_for",
    "is_common",
    "is_denied",
    "is_destination",
    "is_holders",
    "is_movement",
    "is_pointer",
    "is_seat",
    "is_verb",
    "joins_in",
    "leads",
    "places_told",
    "strikes",
    "tells",
]

NO_WHERE = frozenset(("origin", "adjective"))
"""Relations of names that tell whence somebody is or whose something is, and not where an act was."""
_ENOUGH = 3
_BUILT = frozenset(("base", "camp", "airport"))
"""Kinds of places that also name who holds them, but are hit and do not act."""
_STRIKES = (None, "Air/drone strike", "Shelling/artillery/missile attack")
"""What a country does elsewhere."""
_BEGINNING = 6
_NAMED = 2
"""Words from "منذ" to the place by which what began is called."""
_BODY_REACH = 5
_HELD = 2
"""Words at most from who holds an area to the name of its seat."""
_BROUGHT = 6
"""Words at most from the verb that brings people somewhere to the name of where."""


def places_told(scene: Scene) -> tuple[PlaceMention, ...]:
    """Return the places of a report where something was: none of those who act or speak, none that only points."""
    none = (is_pointer, is_common, acts, joins_in, tells)
    return tuple(
        one
        for one in scene.annotations.places
        if one.relation not in NO_WHERE and not any(is_none(scene, one) for is_none in none)
    )


def is_common(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is but a noun that a village has, too: "حكومة الحوثيين", "قرى المواطنين"."""
    behind = scene.document.words[mention.stop : mention.stop + 1]
    if any(one.first < mention.first and mention.stop <= one.stop for one in scene.acts):
        return True  # "احتجاجات سلمية"
    return spells(fold(mention.name), "common-noun") and not spells_any(behind, "in")


def acts(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name stands for those who act: "الضربة العاشرة لتركيا", "الفصائل الموالية لأنقرة"."""
    if mention.relation == "direction":
        return False
    named = any(
        one.first <= mention.first < one.stop and one.code and (one.armed or one.stop > mention.stop)
        for one in scene.annotations.actors
    )
    word = scene.document.words[mention.first]
    before = scene.document.words[mention.first - 1] if mention.first else ""
    if strikes(scene, mention) or _has_struck(scene, mention):
        return True
    if word.startswith("ل") and spells(before, "loyal"):
        return True
    if word.startswith("ل" + fold(mention.name)[:_ENOUGH]):
        return named or (mention.place is not None and mention.place.feature == "country")
    built = mention.place is not None and mention.place.feature in _BUILT
    led = says(before, "into") or spells(before, "onto") or word.startswith("ب")  # "أطلقوا 430 صاروخاً على السعودية"
    return named and not built and not led


def _has_struck(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a country has the acts told, against what follows: "هجمات تركيا على المنشآت"."""
    if mention.place is None or mention.place.feature != "country":
        return False
    own = any(act.stop == mention.first and act.noun and act.what in _STRIKES for act in scene.acts)
    behind = scene.document.words[mention.stop : mention.stop + 1]
    return own and spells_any(behind, "onto") and not scene.pause(mention.first)


def strikes(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a country is the subject of a verb of attack: "وأن إسرائيل شنت ثلاث غارات", "شنت إسرائيل"."""
    words = scene.document.words
    if mention.place is None or mention.place.feature != "country" or words[mention.first].startswith("ب"):
        return False
    if says(words[mention.first], "its-soil"):
        return False  # "استهدفت الأراضي السورية"
    before = words[mention.first - 1] if mention.first else ""
    at = mention.stop + (spells_any(words[mention.stop : mention.stop + 1], "already"))  # "تركيا قد نفذت"
    behind = "".join(words[at : at + 1])
    hers = says(behind, "strikes") and behind.endswith("ت") and not scene.pause(mention.stop)
    return (hers and not says(before, "into")) or (says(before, "strikes") and before.endswith("ت"))


def joins_in(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a country acts beside a side told before it: "طائرات النظام وروسيا"."""
    joined = scene.document.words[mention.first].startswith("و")
    beside = any(one.stop == mention.first and one.armed for one in scene.annotations.actors)
    return joined and beside and any(one.first == mention.first and one.armed for one in scene.annotations.actors)


def tells(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is that of who says so: "وفق لجنة أطباء غرب دارفور", "شبكة أطباء السودان", "أحصت تركيا"."""
    first = mention.first
    if first and says(scene.document.words[first - 1], "counting"):
        return not scene.document.words[first].startswith("ب")
    said = first and sayings().find(scene.document.words, first - 1, first)
    if said and (
        _is_she(scene, first) or spells_any(scene.document.words[mention.stop : mention.stop + 1], "that-is-said")
    ):
        return True  # "وتقول بغداد إن تركيا"
    opens = next(one.first for one in scene.document.sentences if one.first <= first < one.stop)
    low = max(opens, first - _BODY_REACH)
    words = scene.document.words[low:first]
    pauses = [at for at in range(low, first + 1) if scene.pause(at)]
    near = words if not pauses else scene.document.words[pauses[-1] : mention.first]
    if any(says(word, "body-of") for word in near[-2:]) and scene.document.words[first].startswith("ل"):
        return True  # "المرصد الحقوقي لشرق الفرات"
    return spells_any(near, "according-to") or (bool(near) and spells(near[-1], "body-of"))


def _is_she(scene: Scene, at: int) -> bool:
    """Say whether the name at word `at`, led by nothing, is the subject of the verb before it: "تتهم دمشق التنظيم"."""
    verb, name = scene.document.words[at - 1].lstrip("وف"), scene.document.words[at]
    if says(verb, "has-change"):
        return False  # "سجلت درعا خمسة قتلى"
    return (verb.startswith("ت") or verb.endswith("ت")) and not name.startswith(("ب", "ل")) and not scene.pause(at)


def is_holders(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether an area is told by who holds it, called by a seat: "مناطق سيطرة حكومة طرابلس", "سلطات صنعاء"."""
    low = max(mention.first - _HELD, 0)
    near = scene.document.words[low : mention.first]
    parted = any(map(scene.pause, range(low + 1, mention.first + 1)))
    rules = bool(near) and spells(near[-1].removeprefix("ل"), "rules")
    return rules or (not parted and spells_any(near, "held-by") and not spells_any(near, "into"))


def is_seat(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is but where those are who count: "وزارة الصحة في غزة", "مركز المصالحة الروسي في حميميم"."""
    words, at = scene.document.words, mention.first - 1
    if at < 1 or not spells(words[at], "into"):
        return False
    low = max(scene.sentence_of(at).first, at - _BODY_REACH)
    while at > low and words[at - 1].startswith("ال") and not scene.pause(at):
        at -= 1
    return at > low and (says(words[at - 1], "body-of") or says(words[at - 1], "state-body"))


def is_about(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name tells no place of an act: "منذ تدخل الرياض", "الحدود مع سوريا", "تهريب من سوريا"."""
    before = scene.document.words[mention.first - 1] if mention.first else ""
    if spells(before, "bordering") or (
        spells(before, "of") and mention.place is not None and mention.place.feature == "country"
    ):
        return True
    return spells(before, "about") and any(
        0 < mention.first - one.first <= _BEGINNING for one in scene.periods if one.happening
    )


def began_with(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place is that of what a period began with: "ارتفعت الهجمات في نابلس منذ عملية عيلي"."""
    between = scene.document.words[mention.first - 1 : mention.first]
    zoned = spells_any(scene.document.words[mention.stop : mention.stop + 1], "unit-word")
    return (
        not zoned
        and not spells_any(between, "into")
        and any(  # and not "منذ إعلان دير حافر منطقة عسكرية"
            one.happening and one.first < mention.first <= one.first + _NAMED for one in scene.periods
        )
    )


def calls_onset(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place without a preposition is told of a beginning: "منذ بدء العملية شرق الفرات في 9 شباط"."""
    before = scene.document.words[mention.first - 1] if mention.first else ""
    led = (
        spells(before, "into")
        or spells(before, "onto")
        or scene.document.words[mention.first].startswith(("ب", "ل", "و"))
    )
    acts_told = [one.first for one in scene.acts] + [one.first for one in scene.annotations.triggers]
    led = led or (spells(before, "of") and _is_of_zone(scene, mention.first))
    return not led and any(  # and not "منذ إعلان دير حافر منطقة عسكرية"
        one.first < at < mention.first and (mention.stop <= one.stop or _is_one_name(scene, one.first, mention))
        for one in scene.periods
        if one.happening
        for at in acts_told
    )


def _is_of_zone(scene: Scene, at: int) -> bool:
    """Say whether word `at` names what a zone is of where something began: "في المنطقة الحدودية من قطاع غزة"."""
    near = range(max(at - _BODY_REACH, 1), at)
    zones = (one for one in near if scene.cues_in("place-word", one, one + 1))
    return any(spells(scene.document.words[one - 1], "into") for one in zones)


def _is_one_name(scene: Scene, since: int, mention: PlaceMention) -> bool:
    """Say whether a name ends what a beginning is called: "منذ بدء عملية سيوف الحق غربي الأنبار", without a verb."""
    between = range(since + 1, mention.first)
    verbs = any(one.pos == "verb" for one in scene.within(scene.annotations.triggers, since, mention.first))
    numbers = any(scene.within(scene.annotations.numbers, since, mention.first))
    return len(between) <= _BEGINNING and not verbs and not numbers and not any(map(scene.pause, between))


def is_among_others(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place is but one of those told with a wider word: "شملت مدناً أخرى بينها العاصمة بغداد"."""
    low = max(mention.first - _ENOUGH, 0)
    if _includes(scene.document.words[max(mention.first - 2, 0) : mention.first]):
        return True  # "في الضفة بما فيها القدس"
    return any(
        cue.stop <= mention.first
        and scene.document.words[cue.stop - 1].endswith("ها")
        and not any(map(scene.pause, range(cue.stop, mention.first + 1)))
        for cue in scene.cues_in("subset", low, mention.first)
    )


def _includes(words: tuple[str, ...]) -> bool:
    return len(words) == 2 and spells(words[0], "including") and spells(words[1], "in-them")


def is_verb(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is a verb or that of a ship: "من هلك", "ثالث مديرية تستعيدها", "السفينة «هانغتشو»"."""
    words = scene.document.words
    if mention.place is None and words[mention.first].startswith(("ت", "ي")) and words[mention.first].endswith("ها"):
        return True
    vessels = [at for at in range(max(mention.first - _ENOUGH, 0), mention.first) if says(words[at], "vessel")]
    beside = mention.relation in ("direction", "near")  # "سفينة غرب الحديدة"
    if vessels and not beside and not spells_any(words[vessels[-1] : mention.first], "into"):
        return True  # and not "السفن في باب المندب"
    return any(
        one.first == mention.first and one.stop == mention.stop and one.pos == "verb" and not one.weak
        for one in scene.annotations.triggers
    )


def is_denied(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place of no list is one that there is not: "ما في ولا مشفى شغال"."""
    return mention.place is None and mention.first > 0 and spells(scene.document.words[mention.first - 1], "negation")


def is_movement(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is that of a movement, and no town is told by it: "شهداء الحراك", "منذ بدء الحراك"."""
    words = scene.document.words
    before = words[mention.first - 1] if mention.first else ""
    alone = mention.stop == mention.first + 1 and spells(words[mention.first], "movement")
    return alone and mention.type_word is None and not says(before, "into")


def is_called_for(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is that of a cause, as in "شهيد على طريق القدس"."""
    words = scene.document.words[max(mention.first - 1, 0) : mention.stop]
    return (
        mention.relation == "road"
        and len(words) > 1
        and spells(words[-2], "cause-road")
        and spells(words[-1], "cause-of")
    )


def leads(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is that of a state that leads or backs who acts: "التحالف الذي تقوده الرياض"."""
    return mention.first > 0 and spells(scene.document.words[mention.first - 1], "led-by")


def is_destination(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether people were but brought to a place: "اختطاف 18 نقلوا إلى سجون في رداع"."""
    words = scene.document.words
    pauses = [at for at in range(max(mention.first - _BROUGHT, 0), mention.first + 1) if scene.pause(at)]
    low = pauses[-1] if pauses else max(mention.first - _BROUGHT, 0)
    brought = [at for at in range(low, mention.first) if says(words[at], "brought")]
    behind = words[brought[-1] : mention.first] if brought else ()
    return spells_any(behind, "toward") or says_any(behind, "prison")  # "أودعوهم سجناً في ذمار"


def is_pointer(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a name is but "المدينة" or "القضاء", which a gazetteer may list, too."""
    return any(cue.first == mention.first and cue.stop == mention.stop for cue in scene.cues["place-word"])
