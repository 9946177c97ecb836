"""Figures of devices that went off or were launched, and of property: "انفجر 18 لغماً", "هدم 18 منزلاً"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.counted import act_of
from marsad.claims.figure import Figure, may_total
from marsad.claims.lists import says_any, spells
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention

__all__ = ["of_things"]

_BLAST, _AIR, _SHELLING = "Remote explosive/landmine/IED", "Air/drone strike", "Shelling/artillery/missile attack"
_PROPERTY, _DISRUPTED = "Looting/property destruction", "Disrupted weapons use"
_MOVE = "Change to group/activity"

"""Beginnings of nouns for what goes off, flies, is shot and is owned."""
_GOES_OFF = frozenset(("blast", "ied"))

_REACH, _BEHIND = 12, 4
_BY = 3
"""Words up to which a house stands from the blast that ruins it: "فجّرت الجماعة 13 منزلاً"."""


def of_things(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield the numbers of devices and property, as acts: one device, one act."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        dual = number.kind == "dual"
        if number.stop - dual >= sentence.stop or not (dual or may_total(scene, number)):
            continue
        if (number.estimate.best or 0) < 2:
            continue
        if act_of(scene, number) is not None:
            continue
        low = max(sentence.first, number.first - _REACH)
        _, high = scene.clause(sentence, number.first)
        before = words[low : number.first] + words[number.stop + 1 : min(number.stop + _BEHIND, high)]
        before += tuple(
            words[at].removesuffix("ه") for at in range(low + 1, number.first) if spells(words[at - 1], "whatever")
        )
        what = _what(scene, number, before, list(scene.within(scene.annotations.triggers, low, number.first)))
        if what is not None:
            yield Figure(
                number=number.estimate.best or 0, measure="events", what=what, first=number.first,
                stop=number.stop + 1, core=number.first, rule_id="claims.tally.things",
            )  # fmt: skip


def _what(scene: Scene, number: NumberMention, before: tuple[str, ...], triggers: list[TriggerMention]) -> str | None:
    """Return the type of act of the things that a number counts, None where they are no acts."""
    at = number.stop - (number.kind == "dual")
    thing = scene.document.words[at]
    behind = scene.document.words[at + 1 : at + 2]
    if says_any(behind, "buried") and spells(thing, "vehicle"):
        thing = behind[0]  # "تفجير 23 عجلة مفخخة"
    if spells(thing, "of") and number.stop + 1 < len(scene.document.words):
        thing = scene.document.words[number.stop + 1].removeprefix("ال")  # "302 من الذخائر"
    if spells(thing, "buried") and says_any(before, "clears"):
        return _DISRUPTED
    if spells(thing, "buried") and any(one.sense in _GOES_OFF or says_any(before, "goes-off") for one in triggers):
        return _BLAST
    if any(spells(thing, role) for role in ("flown", "shot", "buried")) and says_any(before, "downed"):
        return _DISRUPTED
    disrupts = any(one.sense == "disrupt" and one.pos == "verb" for one in triggers)
    if spells(thing, "stored") and disrupts:
        return _DISRUPTED
    if spells(thing, "flown") and says_any(before, "launched"):
        return _AIR
    if spells(thing, "shot") and says_any(before, "launched"):
        return _SHELLING
    if spells(thing, "barrier") and says_any(before, "sets-up"):
        return _MOVE
    ruined = any(one.sense == "looting" or (one.sense == "blast" and number.first - one.stop < _BY) for one in triggers)
    ruined = ruined or says_any(before, "ruined")
    if (spells(thing, "property") or spells(thing, "village")) and ruined and not says_any(behind, "buried"):
        return _PROPERTY
    return None
