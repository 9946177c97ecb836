"""Rises that are those of a sum, and no trends: "ليرتفع إلى ثلاثة عدد القتلى", "زاد عدد المصابين على 15 ألفاً"."""

from __future__ import annotations

from marsad.claims.lists import says_any, spells, spells_any
from marsad.claims.scene import Scene
from marsad.claims.words import Cue

__all__ = ["reaches_sum"]


def reaches_sum(scene: Scene, cue: Cue, stop: int) -> bool:
    """Say whether what rises or falls up to word `stop` is a sum that reaches a number."""
    told = (_reaches_toll, _reaches_people, _exceeds, _grows)
    return any(one(scene, cue, stop) for one in told)


def _grows(scene: Scene, cue: Cue, stop: int) -> bool:
    """Say whether an act raises a sum to a number: "ليرتفع عدد التفجيرات إلى خمسة", "وبهذا يرتفع عددها إلى خمسة"."""
    words = scene.document.words
    return says_any(words[max(cue.first - 1, 0) : cue.first + 1], "sum-grows") and any(
        spells(words[one.first - 1], "to") and one.kind in ("cardinal", "dual")
        for one in scene.within(scene.annotations.numbers, cue.stop + 1, stop)
    )


def _exceeds(scene: Scene, cue: Cue, stop: int) -> bool:
    """Say whether what rises is said to be above a number: "زاد عدد المصابين على خمسة عشر ألفاً"."""
    words = scene.document.words
    return cue.role == "rise" and any(
        spells(words[one.first - 1], "above") and one.kind == "cardinal"
        for one in scene.within(scene.annotations.numbers, cue.stop + 1, stop)
    )


def _reaches_people(scene: Scene, cue: Cue, stop: int) -> bool:
    """Say whether what rises goes up to a number of killed: "ترتفع وفيات الصحفيين في 2018 إلى 32 قتيلاً"."""
    words = scene.document.words
    return cue.role == "rise" and any(
        spells(words[one.first - 1], "to") and says_any(words[one.stop : min(one.stop + 1, stop)], "killed-one")
        for one in scene.within(scene.annotations.numbers, cue.stop + 1, stop)
    )


def _reaches_toll(scene: Scene, cue: Cue, stop: int) -> bool:
    """Say whether people are what goes up to a number told at once: "ليرتفع إلى ثلاثة عدد القتلى"."""
    words = scene.document.words
    if not spells_any(words[cue.stop : cue.stop + 1], "to"):
        return False
    number = next((one for one in scene.annotations.numbers if one.first == cue.stop + 1), None)
    return number is not None and bool(scene.cues_in("head", number.stop, min(stop, number.stop + 3)))
