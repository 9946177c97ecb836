"""Maps: a vague place is never a point, and nothing that cannot be drawn is passed over in silence."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from marsad import gazetteer
from marsad.analyse import Spec
from marsad.errors import ReadError
from marsad.pictures import area_map, read_boundaries, selected, to_svg
from marsad.pictures.labels import is_free
from marsad.pictures.map import _Frame, _numbers, _towns
from marsad.pictures.spots import spots_of
from marsad.wording import Tongue

AR, EN = Tongue(language="ar"), Tongue(language="en")
_CORNERS = ((36.5, 40.7), (32.65, 36.1))
VAGUE = {"latitude": None, "longitude": None, "precision": 3}


@pytest.fixture(scope="module")
def places():
    return gazetteer.load()


def test_only_exact_places_are_points(told, places):
    """Near is a circle of its uncertainty, a governorate one round most of its places, a country is in words."""
    found = [
        told(),
        told(place={"precision": 2, "uncertainty_km": 20.0}),
        told(place={"precision": 2}),
        told(place={"precision": 3, "admin2": None}),
        told(place={**VAGUE, "admin2": None}),
        told(place={**VAGUE, "admin1": None, "admin2": None}),
        told(place={**VAGUE, "admin1": None, "admin2": None, "country": ""}),
        told(place={**VAGUE, "precision": 1, "admin2": None}),
    ]
    spots = spots_of(found, places)
    assert [spot.ids for spot in spots.points] == [("r0#0",)]
    unit, wide, near = spots.areas
    assert (wide.radius_km, near.radius_km) == (20.0, 15.0)
    assert (unit.unit, unit.ids) == ("SY09", ("r3#0", "r4#0", "r7#0"))
    assert 50 < unit.radius_km < 150
    assert spots.nowhere == {"": ("r6#0",), "SY": ("r5#0",)}


def test_everything_is_somewhere(told, places):
    """Points, circles and words hold each event once."""
    found = [told(place={"precision": precision, "admin1": unit}) for precision in (1, 2, 3) for unit in ("SY09", None)]
    spots = spots_of(found, places)
    ids = [key for spot in (*spots.points, *spots.areas) for key in spot.ids]
    ids += [key for keys in spots.nowhere.values() for key in keys]
    assert sorted(ids) == sorted(one.key for one in found)


def test_a_vague_place_draws_no_circle_mark(told, places):
    """Its coordinates stand in no point of the picture."""
    picture = area_map([told(place={"precision": 3, "latitude": 35.123457, "longitude": 40.234567})], places, AR)
    assert "35.123457" not in json.dumps(picture.spec)
    assert [layer for layer in picture.spec["layer"] if layer["mark"]["type"] == "circle"] == []


def test_words_say_what_the_map_does_not(told, places, words):
    """How many points, how many in circles, what lies nowhere on it, and that there are no boundaries."""
    found = [told(), told(place={"precision": 2}), told(place={**VAGUE, "admin1": None, "admin2": None})]
    texts = " ".join(words(area_map(found, places, EN)))
    for part in ("exact places (1)", "somewhere in them (1)", "Not on the map: Syria 1", "No boundaries are drawn"):
        assert part in texts
    assert "ليس على الخريطة: سوريا 1" in words(area_map(found, places, AR))


def test_towns_are_named_in_the_language(told, places, words):
    """From the gazetteer; names of places in reports are not written on a map."""
    found = [told(place={"name": "قرية الحصان"})]
    assert "الميادين" in words(area_map(found, places, AR))
    assert "Mayadin" in words(area_map(found, places, EN))
    assert "الحصان" not in to_svg(area_map(found, places, AR))


def test_no_town_is_named_under_the_bar_of_kilometres(told, places, words):
    """Two words on one spot can both not be read: Irbid lies in the lower left corner of this map."""
    found = [told(place={"latitude": latitude, "longitude": longitude}) for latitude, longitude in _CORNERS]
    assert "Irbid" not in words(area_map(found, places, EN))
    higher = [*found, told(place={"latitude": 31.0, "longitude": 36.2})]
    assert "Irbid" in words(area_map(higher, places, EN))


def test_a_map_is_not_mirrored(told, places):
    """East is at the right in both languages."""
    found = [told(), told(place={"longitude": 41.0})]
    arabic, english = (area_map(found, places, tongue).spec["projection"] for tongue in (AR, EN))
    assert arabic == english


def test_boundaries_are_the_users_own(told, places, tmp_path):
    """GeoJSON is drawn below; what is none is refused by name."""
    file = tmp_path / "lines.geojson"
    line = {"type": "LineString", "coordinates": [[39.9, 34.9], [41.1, 35.9]]}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": line}]}))
    picture = area_map([told()], places, EN, boundaries=read_boundaries(file))
    assert "No boundaries" not in picture.description
    assert to_svg(picture) != to_svg(area_map([told()], places, EN))
    file.write_text("{}")
    with pytest.raises(ReadError, match=r"lines\.geojson.*GeoJSON"):
        read_boundaries(file)


def test_nothing_is_a_map_too(places, words):
    """An empty list is the frame of Syria."""
    assert "دمشق" in words(area_map([], places, AR))


def test_what_is_selected_is_what_is_counted(told):
    """By area, days and kind, as counts do; what may lie in the area is told beside."""
    found = [
        told(),
        told(place={"admin1": "SY08", "admin2": None}),
        told(place={**VAGUE, "admin1": None, "admin2": None}),
    ]
    chosen, counts = selected(found, Spec(area="SY09"), table="events")
    assert [one.key for one in chosen] == counts.total.ids == ["r0#0"]
    assert counts.beside["may lie in SY09"].number == 1


def test_numbers_of_crowded_circles_are_not_written_over_each_other(told, places, words):
    """Where a far place makes all else small, the fullest circles are told, and how many are not is said."""
    near = [
        told(place={"precision": 2, "uncertainty_km": 5.0, "latitude": 35 + row / 100, "longitude": 40 + column / 100})
        for row in range(9) for column in range(9)
    ]  # fmt: skip
    full = {"precision": 2, "uncertainty_km": 6.0, "latitude": 35.04, "longitude": 40.04}
    found = [*near, *(told(place=full) for _ in range(7)), told(place={"latitude": 40.7, "longitude": -74.0})]
    spots = spots_of(found, places)
    frame = _Frame.around(spots)
    numbers = _numbers(spots, frame, EN)
    assert 0 < len(numbers) < len(spots.areas)
    assert all(is_free(one.box, [other.box], (640, frame.height)) for one, other in combinations(numbers, 2))
    assert numbers[0].text == EN.apart("7")
    without = len(spots.areas) - len(numbers)
    assert f"Circles without room for their number: {without}" in words(area_map(found, places, EN))


def test_numbers_and_names_stand_apart(told, places):
    """Two circles at one place have their numbers apart, and no town is named on a number or over the edge."""
    near = {"precision": 2, "uncertainty_km": 10.0}
    found = [told(place=near), told(place=near | {"latitude": 35.02}), told(place=near | {"uncertainty_km": 14.0})]
    spots = spots_of(found, places)
    frame = _Frame.around(spots)
    numbers = [one.box for one in _numbers(spots, frame, AR)]
    assert len(numbers) == len(spots.areas) > 1
    assert all(is_free(one, [other], (640, frame.height)) for one, other in combinations(numbers, 2))
    names = [name.box for _, name in _towns(frame, places, AR, numbers)]
    assert names
    assert all(is_free(name, numbers, (640, frame.height)) for name in names)
