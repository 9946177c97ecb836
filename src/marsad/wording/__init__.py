"""Words, days and numbers of what marsad makes for readers: Arabic and English, each by its own grammar."""

from marsad.wording.labels import actor_label, country_label, label, place_label, unit_label
from marsad.wording.nouns import Noun, counted
from marsad.wording.tongue import LANGUAGES, Tongue, from_the_right

__all__ = [
    "LANGUAGES", "Noun", "Tongue", "actor_label", "counted", "country_label", "from_the_right", "label", "place_label",
    "unit_label",
]  # fmt: skip
