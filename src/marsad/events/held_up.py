"""Vehicles that are held up take nobody: "أوقف حاجز حافلة وفتشها" is no arrest, "احتجزوا صهريج وقود" a seizure.

Where whoever rides in them is taken ("واعتقل سائقها"), that is the act.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from marsad.events.casualties import OUTCOMES
from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import plays, role_words
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.what import CasualtyMention, TriggerMention

if TYPE_CHECKING:
    from marsad.events.draft import Draft

__all__ = ["NOT_AN_ACT", "by_what_is_seized", "is_held_up"]

NOT_AN_ACT = 0.0
"""How likely it is that holding up a vehicle is an event by itself."""

_TAKING = ("Arrests", "Abduction/forced disappearance")
_SEIZURE = "Looting/property destruction"
_SENSES = ("arrest", "abduction")
_REACH = 9
"""Words behind "أوقف" within which its object stands: over who does it, and where."""


def is_held_up(context: Context, draft: Draft) -> bool:
    """Say whether what is told as taking people only holds up vehicles: "احتجز حاجز قافلة ساعات"."""
    frames = [member.frame for member in draft.members]
    return bool(_held(context, frames, draft.sub_event_type.value, draft.tolls))


def by_what_is_seized(context: Context, frames: Sequence[Frame], settled: Mapping[str, Any]) -> dict[str, Any]:
    """Return property taken for people taken where lorries and tankers are what is kept: "احتجزوا صهريج وقود"."""
    kind = settled["sub_event_type"]
    held = _held(context, frames, kind.value, [settled[outcome] for outcome in OUTCOMES])
    words = context.document.words
    if not held or not all(plays(words[vehicle], "cargo") and _begins(words[at], "keeps") for at, vehicle in held):
        return {}
    nobody = {outcome: settled[outcome]._replace(value=None, mention=None) for outcome in OUTCOMES}
    return {"sub_event_type": kind._replace(value=_SEIZURE), **nobody}


def _held(
    context: Context, frames: Sequence[Frame], kind: str, tolls: Sequence[Choice[Estimate | None]]
) -> list[tuple[int, int]]:
    """Return each word that holds up a vehicle and the vehicle, nothing where anybody is taken."""
    if kind not in _TAKING or any(_of_people(toll) for toll in tolls):
        return []
    takings = [one for frame in frames for one in frame.triggers if one.sense in _SENSES]
    held = [(taking.first, _vehicle(context, taking)) for taking in takings]
    found = [(at, vehicle) for at, vehicle in held if vehicle is not None]
    return found if len(found) == len(held) else []


def _of_people(toll: Choice[Estimate | None]) -> bool:
    """Say whether a toll counts people taken or hurt; gunmen who stop a car are whoever does it."""
    doers = isinstance(toll.mention, CasualtyMention) and toll.mention.victim_kind == "armed"
    return toll.value is not None and not doers


def _vehicle(context: Context, taking: TriggerMention) -> int | None:
    """Return the vehicle that a word holds up, None where something is told of those in it."""
    words = context.document.words
    sentence = context.document.sentences[context.sentence_of[taking.first]]
    if not _begins(words[taking.first], "holds-up"):
        return None
    reach = range(taking.stop, min(sentence.stop, taking.stop + _REACH))
    vehicle = next((at for at in reach if plays(words[at], "vehicle")), None)
    if vehicle is None or _is_beside(words, vehicle):
        return None
    return None if any(_begins(word, "rider") for word in words[taking.stop : sentence.stop]) else vehicle


def _is_beside(words: Sequence[str], vehicle: int) -> bool:
    """Say whether people or a preposition stand before a vehicle: "سائق شاحنة", "سبعة في حافلة"."""
    return words[vehicle - 1] in role_words("before-vehicle") or words[vehicle].startswith(("ب", "ل", "وب", "ول"))


def _begins(word: str, role: str) -> bool:
    return _stem(word).startswith(tuple(role_words(role)))


def _stem(word: str) -> str:
    return word[1:] if word[0] in "وف" else word
