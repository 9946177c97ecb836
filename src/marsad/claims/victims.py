"""People as sentences name them: nouns for one or many, and who a sentence opens with as slain."""

from __future__ import annotations

from functools import cache

from marsad.claims.scene import Scene
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.model.report import Sentence

__all__ = ["people_nouns", "tells_victim"]

_SLAIN = frozenset(("death", "assassination", "execution"))


@cache
def people_nouns() -> Matcher[str]:
    """Return the nouns for people, one or many: "مختار", "ناشطين"."""
    return Matcher(
        (form, entry.pos, entry.entry_id)
        for entry in entries("people")
        for form in (*entry.forms, *(entry["singular"] or ()))
    )


def tells_victim(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence opens with the death of one person: "مقتل مختار", "اغتيال ناشط"."""
    words, low = scene.document.words, sentence.first
    told = any(one.first == low and one.pos == "noun" and one.sense in _SLAIN for one in scene.annotations.triggers)
    return told and any(
        hit.first == low + 1 for hit in people_nouns().find(words, low + 1, min(low + 2, sentence.stop))
    )
