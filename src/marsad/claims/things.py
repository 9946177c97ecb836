"""Figures of devices that went off or were launched, and of property: "انفجر 18 لغماً", "هدم 18 منزلاً"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.counted import act_of
from marsad.claims.figure import Figure, may_total
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention

__all__ = ["of_things"]

_BLAST, _AIR, _SHELLING = "Remote explosive/landmine/IED", "Air/drone strike", "Shelling/artillery/missile attack"
_PROPERTY, _DISRUPTED = "Looting/property destruction", "Disrupted weapons use"
_BURIED = ("عبو", "لغم", "الغام", "مفخخ", "ذخير", "مخلف")
_FLOWN = ("مسير", "طاير", "برميل", "برمي")
_SHOT = ("صاروخ", "صواريخ", "قذيف", "قذايف", "قنبل", "قنابل")
_OWNED = (
    "منزل", "منازل", "بيت", "بيوت", "سيار", "محل", "متجر", "متاجر", "خيم", "منشا", "دونم", "شجر", "اشجار", "محصول",
    "بير", "ابار", "مركب",
)  # fmt: skip

"""Beginnings of nouns for what goes off, flies, is shot and is owned."""
_GOES_OFF = frozenset(("blast", "ied"))
_LAUNCH = ("اطلق", "اطلاق", "القت", "القي", "القاء", "ارسل", "وجه", "سقط", "سقوط", "انطلق")
_DOWNED = ("اسقط", "اسقاط", "اعترض", "اعتراض", "فكك", "تفكيك", "ابطل", "ابطال", "عطل")
_RUINED = ("هدم", "احرق", "احراق", "حرق", "نهب", "صادر", "جرف", "تجريف", "اقتلع", "اقتلاع")

_REACH, _BEHIND = 6, 4


def of_things(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield the numbers of devices and property, as acts: one device, one act."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if number.stop >= sentence.stop or not may_total(scene, number) or (number.estimate.best or 0) < 2:
            continue
        if act_of(scene, number) is not None:
            continue
        low = max(sentence.first, number.first - _REACH)
        before = words[low : number.first] + words[number.stop + 1 : min(number.stop + _BEHIND, sentence.stop)]
        what = _what(scene, number, before, list(scene.within(scene.annotations.triggers, low, number.first)))
        if what is not None:
            yield Figure(
                number=number.estimate.best or 0, measure="events", what=what, first=number.first,
                stop=number.stop + 1, core=number.first, rule_id="claims.tally.things",
            )  # fmt: skip


def _what(scene: Scene, number: NumberMention, before: tuple[str, ...], triggers: list[TriggerMention]) -> str | None:
    """Return the type of act of the things that a number counts, None where they are no acts."""
    thing = scene.document.words[number.stop]
    verbs = tuple(word.removeprefix("و") for word in before)
    if thing.startswith(_BURIED) and any(
        one.sense in _GOES_OFF or any("نفج" in word for word in before) for one in triggers
    ):
        return _BLAST
    if thing.startswith((*_FLOWN, *_SHOT, *_BURIED)) and any(word.startswith(_DOWNED) for word in verbs):
        return _DISRUPTED
    if thing.startswith(_FLOWN) and any(word.startswith(_LAUNCH) for word in verbs):
        return _AIR
    if thing.startswith(_SHOT) and any(word.startswith(_LAUNCH) for word in verbs):
        return _SHELLING
    ruined = any(one.sense == "looting" for one in triggers) or any(word.startswith(_RUINED) for word in verbs)
    if thing.startswith(_OWNED) and ruined:
        return _PROPERTY
    return None
