"""The fixed words are those of the workbench, and complete."""

from __future__ import annotations

import pytest

from marsad.analyse.keys import Facts, values_of
from marsad.model.what import EVENT_TYPES
from marsad.serve.catalogues import catalogue
from marsad.serve.words import LABELS
from marsad.wording import Tongue, actor_label, label, place_label, unit_label

AR, EN = Tongue(language="ar"), Tongue(language="en")


@pytest.mark.parametrize("kind", ["event_type", "sub_event_type", "status"])
def test_pages_and_pictures_speak_alike(kind):
    """A kind of event has one name in each language."""
    arabic = catalogue("ar")
    for value, english in LABELS[kind].items():
        assert label(kind, value, EN) == english
        assert label(kind, value, AR) == arabic.gettext(english)


def test_every_kind_has_words():
    """No code is shown in place of words."""
    assert [kind for kind in EVENT_TYPES if label("sub_event_type", kind, AR) == kind] == []


def test_every_note_of_counts_has_words():
    """What counts say of vague rows is said in both languages."""
    facts = (Facts(), Facts(country="SY"), Facts(country="SY", place_precision=1))
    dimensions = ("day", "country", "admin1", "admin2", "admin3", "side1", "source", "type")
    notes = {value.note for one in facts for dimension in dimensions for value in values_of(dimension, one)} - {""}
    notes |= {f"{period} known only" for period in ("week", "month", "year")}
    assert [note for note in notes if label("note", note, AR) == note] == []


def test_names_are_told_in_the_language():
    """Actors and places by register and gazetteer; what neither has as reports call it."""
    assert (actor_label("sdf", AR), actor_label("other:لواء", AR)) == ("قوات سوريا الديمقراطية", "لواء")
    assert (unit_label("SY09", AR), unit_label("SY", EN), unit_label("Nowhere", AR)) == (
        "دير الزور",
        "Syria",
        "Nowhere",
    )
    assert place_label("ذيبان", None, EN) == "ذيبان"
    assert place_label("مدينة دير الزور", "SY09", EN) == "Deir-ez-Zor"
