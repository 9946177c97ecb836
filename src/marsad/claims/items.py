"""Tolls that the toll reader took from what is none: the number of an item, a length of time, an area of land."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.figure import Figure, are_people, people_told
from marsad.claims.lists import spells_any
from marsad.claims.scene import Scene
from marsad.claims.units import unit_of
from marsad.model.report import Sentence
from marsad.model.what import CasualtyMention

__all__ = ["of_item", "tells_none"]


def of_item(scene: Scene, sentence: Sentence, mention: CasualtyMention, measure: str) -> Iterator[Figure]:
    """Yield the people of an item whose own number was read as theirs: "2- إصابة 5 أشخاص"."""
    first = mention.first + 1
    number = next((one for one in scene.annotations.numbers if one.first == mention.stop), None)
    if number is not None and (number.estimate.best or 0) > 1 and are_people(scene, number):
        yield people_told(
            scene, sentence, number, measure, first=first, stop=number.stop + 1, rule_id="claims.tally.people"
        )


def tells_none(scene: Scene, mention: CasualtyMention) -> bool:
    """Say whether nobody fell: "قضت الحرائق على محاصيل 26 ألف دونم", "قضوا شهر رمضان في مصر"."""
    words = scene.document.words
    numbers = list(scene.within(scene.annotations.numbers, mention.first, mention.stop))
    if numbers and all(spells_any(words[one.stop : one.stop + 1], "measured") for one in numbers):
        return True
    spent = spells_any(words[mention.stop - 1 : mention.stop], "falls-dead")
    return spent and any(unit_of(word) is not None for word in words[mention.stop : mention.stop + 1])
