"""What a rank counts, and of which type it is where its noun may be anything: that of the act just told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.claims.acts import act_type
from marsad.claims.causes import are_drones
from marsad.claims.lists import entry_of, says_any, spells
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention

__all__ = ["Counted", "hit_from_the_air", "is_of_another", "says_no_more", "stands_alone", "struck_before", "told_type"]

_FROM_AFAR = frozenset(("Air/drone strike", "Shelling/artillery/missile attack"))
_NO_TYPE = frozenset(("Change to group/activity", "Other", "Agreement"))
"""Types of nouns that tell who was hit or what followed, and not of which type an act was: "هجوم على رتل"."""
_NO_BLOW = frozenset(("Disrupted weapons use",))
"""Types of what was done against an attack, which is none itself: drones shot down before they hit."""
_NEAR = 4
"""Words at most before a rank in a sentence that only points back."""
_AIR = "Air/drone strike"
_HITS = frozenset(("strike", "assault", "shelling"))
_SUBJECT = 4
"""Words at most from aircraft to the verb that tells what they did."""
_FOLLOWS = frozenset(("change", "move", "other", "agreement", "release", "surrender"))
"""Senses of acts that are no blow."""
_NO_MATTER = frozenset(("change", "move", "other", "agreement", "release", "surrender", "downing", "disrupt"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What a rank counts: an act, or people and what became of them; `first` to `stop` holds its words and the rank."""

    what: str | None
    general: bool
    measure: str
    first: int
    stop: int
    rule_id: str


def told_type(scene: Scene, sentence: Sentence, counted: Counted) -> str | None:
    """Return the type of the act just told: in this sentence, else the one before when this one only points back."""
    alike = _of_its_noun(scene, counted)
    if alike is not None:
        return alike
    if says_any(scene.document.words[max(sentence.first, counted.first - _NEAR) : counted.stop], "body"):
        return "Attack"  # a body found is of somebody killed, whatever was told before
    stretches = [sentence]
    if sentence.index and counted.first - _told_from(scene, sentence, counted.first) <= _NEAR:
        opening = replace(sentence, stop=max(counted.first, sentence.first))
        stretches = [opening, scene.document.sentences[sentence.index - 1], sentence]
    for one in stretches:
        opening_type = _opening_type(scene, sentence) if len(stretches) > 1 and one is sentence else None
        if opening_type is not None and _points(scene, counted):
            return opening_type
        told = scene.told(one.first, one.stop, but=(counted.first, counted.stop))
        if told is not None and told.sub_event_type not in _NO_BLOW:
            hits = [hit for hit in scene.within(scene.annotations.triggers, one.first, one.stop) if not hit.weak]
            flown = told.sub_event_type in (*_FROM_AFAR, "Other") and _is_flown(scene, one, hits, one.stop)
            return _AIR if flown else told.sub_event_type  # "عادت المسيّرات واستهدفت المحطة"
        named = [
            act.what
            for act in scene.within(scene.acts, one.first, one.stop)
            if act.what is not None and act.what not in _NO_TYPE and not counted.first <= act.first < counted.stop
        ]
        if named:
            return _as_hit(scene, one, named[0])
    if counted.measure == "events" and _two_forces(scene, sentence):
        return "Armed clash"
    for one in stretches:
        what = _by_triggers(scene, one, counted)
        if what is not None:
            return _as_hit(scene, one, what)
    return (_opening_type(scene, sentence) or _only_type(scene)) if _points(scene, counted) else None


def _only_type(scene: Scene) -> str | None:
    """Return the type of all that a report tells, where it is one: an act told over its sentences."""
    types = {one.sub_event_type for one in scene.events} - _NO_TYPE
    return types.pop() if len(types) == 1 else None


def _told_from(scene: Scene, sentence: Sentence, stop: int) -> int:
    """Return where what is said begins before word `stop`: behind "قال رئيس البلدية إنها"."""
    words = scene.document.words
    said = [at for at in range(sentence.first, stop) if spells(words[at].removeprefix("ب"), "that-it")]
    return said[-1] if said else sentence.first


def struck_before(scene: Scene, sentence: Sentence, counted: Counted) -> str | None:
    """Return the type of the strike or shelling told before a rank, here, in the sentence before or by the report."""
    opening = _opening_type(scene, sentence) if _points(scene, counted) else None
    if opening in _FROM_AFAR or opening == "Armed clash":
        return opening  # "وهذا الاعتداء هو السابع"
    first, stop = scene.document.sentences[max(sentence.index - 1, 0)].first, counted.first
    told = scene.told(first, stop)
    if told is not None:
        return told.sub_event_type if told.sub_event_type in _FROM_AFAR else None
    return next((act.what for act in scene.within(scene.acts, first, stop) if act.what in _FROM_AFAR), None)


def _of_its_noun(scene: Scene, counted: Counted) -> str | None:
    """Return the type that a general noun with its article had before: "محاولة اغتيال", "هذه المحاولة الثانية"."""
    words = scene.document.words
    nouns = [one for one in scene.acts if counted.first <= one.first and one.stop <= counted.stop and one.noun]
    noun = words[nouns[0].first].lstrip("وفبلك") if nouns else ""
    if not noun.startswith("ال"):
        return None
    told = [
        one
        for one in scene.acts
        if one.stop <= counted.first and one.what is not None and one.counts
        and words[one.first].lstrip("وفبلك").removeprefix("ال") == noun.removeprefix("ال")
    ]  # fmt: skip
    if not told:
        return None
    sentence = next(one for one in scene.document.sentences if one.first <= told[-1].first < one.stop)
    return _as_hit(scene, sentence, told[-1].what)


def _points(scene: Scene, counted: Counted) -> bool:
    """Say whether a rank is that of what the report tells: "هذا ثالث استهداف", "استهداف المطار هو الثاني"."""
    low = max(counted.first - 2, 0)
    return bool(scene.cues_in("is", low, counted.stop))


def _opening_type(scene: Scene, sentence: Sentence) -> str | None:
    """Return the type of the first act that a report tells, in its headline or its first sentences."""
    for one in scene.document.sentences[: sentence.index]:
        told = scene.told(one.first, one.stop)
        if told is not None:
            return told.sub_event_type
    return None


def _by_triggers(scene: Scene, sentence: Sentence, counted: Counted) -> str | None:
    """Return the type of act that the words before a rank tell, where no event was read in them."""
    stop = counted.first if sentence.first <= counted.first < sentence.stop else sentence.stop
    found = [one for one in scene.within(scene.annotations.triggers, sentence.first, stop) if not one.weak]
    words = scene.document.words
    blows = (
        {
            one.first
            for one in found
            if one.sense == "strike"
            and one.pos == "verb"
            and one.sub_event_type is None
            and not says_any(words[one.first : one.stop], "shells")
        }
        if any(one.sense == "assault" for one in found)
        else set()
    )  # "بهجوم مسلح استهدف دوريتهم" is no shelling
    told = (one for one in found if one.sense not in _NO_MATTER and one.first not in blows)
    known = (one.sub_event_type or act_type(one.sense) for one in told)
    what = next((what for what in known if what is not None), None)
    if what in _FROM_AFAR and _is_flown(scene, sentence, found, stop):
        return "Air/drone strike"
    if what is not None or not any(one.sense in ("death", "assault") for one in found):
        return what
    actors = scene.within(scene.annotations.actors, sentence.first, stop)
    hit = any(actor.armed and actor.code not in (None, "unidentified") for actor in actors)
    return "Armed clash" if hit else "Attack"


def _is_flown(scene: Scene, sentence: Sentence, found: list[TriggerMention], stop: int) -> bool:
    """Say whether it is aircraft that hit: "استهدفت مسيّرة سيارة"."""
    aircraft = scene.within(scene.annotations.triggers, sentence.first, stop)
    hit = next((one for one in found if one.sense == "strike"), None)
    drones = are_drones(scene, sentence.first, stop)  # and not "مسيرات", who march
    return hit is not None and (drones or any(one.weak and one.sense == "airstrike" for one in aircraft))


def _as_hit(scene: Scene, sentence: Sentence, what: str | None) -> str | None:
    """Return a type as that of an attack where those shot at are no fighters."""
    return "Attack" if what == "Armed clash" and _are_civilians(scene, sentence) else what


def _are_civilians(scene: Scene, sentence: Sentence) -> bool:
    """Say whether those shot at are no fighters: the last told of a sentence are not, and no armed side but one is."""
    found = list(scene.within(scene.annotations.actors, sentence.first, sentence.stop))
    armed = {actor.code for actor in found if actor.armed and actor.code not in (None, "unidentified")}
    return bool(found) and not found[-1].armed and len(armed) <= 1


def _two_forces(scene: Scene, sentence: Sentence) -> bool:
    """Say whether two armed actors stand in a sentence: an attack of one on the other is a clash."""
    found = scene.within(scene.annotations.actors, sentence.first, sentence.stop)
    return len({actor.code for actor in found if actor.armed and actor.code is not None}) > 1


def says_no_more(scene: Scene, sentence: Sentence, number: NumberMention) -> bool:
    """Say whether a sentence is but a rank and its period: "وهي الثالثة هذا الشهر"."""
    period = scene.period_behind(number)
    alone = period is not None and sentence.stop - period.stop <= 1
    return alone and scene.document.words[number.first].startswith("ال")


def stands_alone(scene: Scene, number: NumberMention) -> bool:
    """Say whether a rank behind a pause has no noun: "لهجوم صاروخي، الرابع في غضون أسبوع"."""
    word = scene.document.words[number.first]
    if not word.removeprefix("و").startswith("ال"):
        return False
    kind = any(cue.first == number.stop for cue in scene.cues["of-its-kind"])
    return kind or word.startswith("و") or scene.period_behind(number) is not None


def hit_from_the_air(scene: Scene, sentence: Sentence, stop: int) -> bool:
    """Say whether aircraft are the subject of a verb of hitting: "مسيّرات تضرب الأبيض", "استهدفت طائرة مسيّرة"."""
    words = scene.document.words
    low, _ = scene.clause(sentence, stop - 1)
    for verb in scene.within(scene.annotations.triggers, low, stop):
        if verb.pos != "verb" or verb.sense not in _HITS:
            continue
        beside = words[verb.stop : verb.stop + 1] + words[max(low, verb.first - _SUBJECT) : verb.first]
        flown = (entry_of(word, "weapon-told") for word in beside if not word.startswith("ب"))
        if any(one is not None and one["sub_event_type"] == _AIR for one in flown):
            return True
    return False


def is_of_another(scene: Scene, sentence: Sentence, first: int, stop: int) -> bool:
    """Say whether a rank is of no act: "حداد للمرة الثانية بعد تفجير", "توقفت الملاحة للمرة الثانية خلال أسبوع"."""
    violent = [one.first for one in scene.annotations.triggers if not one.weak and one.sense not in _FOLLOWS]
    ahead = any(sentence.first <= at < first for at in violent) or first == sentence.first
    behind = [at for at in violent if stop <= at < sentence.stop]
    words = scene.document.words
    after = behind and any(spells(words[at], role) for at in range(stop, behind[0]) for role in ("upon", "because"))
    tells = any(not one.weak for one in scene.within(scene.annotations.triggers, sentence.first, sentence.stop))
    points = scene.cues_in("is", sentence.first, first + 1)
    tells = tells or bool(points) or scene.told(sentence.first, sentence.stop) is not None
    return not tells or (not ahead and bool(after))


def as_rank(scene: Scene, number: NumberMention) -> NumberMention:
    """Read "الضابط رقم 21" as the rank that it is."""
    words = scene.document.words
    if number.first and number.kind == "ordinal" and words[number.first - 1] == "ال":
        return replace(number, first=number.first - 1)  # "الـ12"
    if number.kind != "cardinal" or not number.first:
        return number
    if spells(words[number.first - 1], "number-told"):
        return replace(number, first=number.first - 1, kind="ordinal")
    tenth = words[number.first].startswith("ال") and words[number.first].endswith(("ون", "ين"))
    if tenth and number.stop == number.first + 1 and words[number.first - 1].lstrip("وفبلك").startswith("ال"):
        return replace(number, kind="ordinal")  # "الضربة الثلاثون"
    if spells(words[number.first - 1].removeprefix("ال"), "number-told"):
        return replace(number, first=number.first - 1, kind="ordinal")  # "والحادثة تحمل الرقم سبعة"
    times = spells(words[number.first - 1].removeprefix("و"), "for-the-time")  # "للمرة الـ12"
    return replace(number, kind="ordinal") if times else number
