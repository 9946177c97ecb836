"""A place mention to the place of an event."""

import pytest

from marsad.events.area import UNPLACED, event_place
from marsad.model.where import GeoPrecision


def placed(see, text, name, **report):
    seen = see(text, **report)
    mention = next(mention for mention in seen.annotations.places if mention.name == name)
    return event_place(seen.context, mention, seen.frames[0])


def test_a_listed_place_keeps_its_codes(see):
    """A town in the gazetteer gives its row, its P-codes and coordinates."""
    place = placed(see, "انفجر لغم في مدينة منبج.", "منبج")
    assert (place.name, place.country, place.admin1, place.precision) == ("منبج", "SY", "SY02", GeoPrecision.EXACT)
    assert place.place_id
    assert place.admin2.startswith("SY02")
    assert place.latitude == pytest.approx(36.53, abs=0.1)


def test_outside_syria_the_unit_is_named(see):
    """Elsewhere the first level is a name, not a code."""
    place = placed(see, "انفجرت عبوة ناسفة في مدينة بعقوبة.", "بعقوبة")
    assert (place.country, place.admin1) == ("IQ", "Diyala")


def test_an_unlisted_place_lies_where_the_nearest_listed_one_does(see):
    """A hamlet in no gazetteer is put in the area named beside it, with a wide radius and no row."""
    place = placed(see, "انفجر لغم في قرية تل الغراب قرب مدينة منبج.", "تل الغراب")
    assert (place.place_id, place.country, place.admin1) == (None, "SY", "SY02")
    assert place.uncertainty_km > 50


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        ("قصفت قوات النظام قرى الفطيرة وسفوهن وفليفل.", "الفطيرة", ("سفوهن", "فليفل")),
        ("قصفت قوات النظام مدن سراقب، أريحا، وكفرنبل.", "سراقب", ("أريحا", "كفرنبل")),
        ("قصفت قوات النظام بلدة كفرنبل في محافظة إدلب.", "كفرنبل", ()),
        ("قصفت قوات النظام بلدة كفرنبل. وسراقب هادئة.", "كفرنبل", ()),
        ("قصفت قوات النظام مدينة سراقب وسط سوريا.", "سراقب", ()),
        ("انفجرت ألغام في مدينة منبج وريف حلب.", "منبج", ()),
        ("قصفت قوات النظام بلدة كفرنبل ثم اقتحمت سراقب.", "كفرنبل", ()),
    ],
)
def test_a_list_of_places(see, text, name, also):
    """Places joined to the first by و or a comma are told with it; a governorate or another sentence is not."""
    assert placed(see, text, name).also == also


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("انفجر لغم في مدينة منبج.", "منبج", GeoPrecision.EXACT),
        ("انفجر لغم قرب مدينة منبج.", "منبج", GeoPrecision.NEAR),
        ("انفجر لغم في محافظة حلب.", "حلب", GeoPrecision.REGION),
    ],
)
def test_the_vaguer_the_wider(see, text, name, precision):
    """A place told vaguely has a radius to match, never that of a point."""
    place = placed(see, text, name)
    assert place.precision == precision
    assert place.uncertainty_km == {1: 2.0, 2: 15.0, 3: 80.0}[int(precision)]


def test_nowhere_has_no_point():
    """An act in a report that names no place has no name, no country and no coordinates."""
    assert (UNPLACED.name, UNPLACED.country, UNPLACED.latitude, UNPLACED.admin1) == ("", "", None, None)
