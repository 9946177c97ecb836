"""The map: what is drawn where, and what is told of it."""

from __future__ import annotations

import json
from itertools import pairwise
from urllib.parse import quote

import pytest
from tests.web import events_of, fetched

from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.serve.map_labels import labels_in
from marsad.store import Box

NOT_INSIDE = {"SY14", "LB/South", "LY/Benghazi"}
"""Whose own point lies in the Golan, which Natural Earth draws as held, or off a coast that is drawn coarsely."""

WORLD = Box(west=-180, south=-90, east=180, north=90)


@pytest.fixture
def linked(store):
    """The reports of the store as incidents."""
    Linker(store, load()).link()
    return store


def drawn(visitor, **asked):
    return visitor.get("/map/drawn", params=asked).json()


def test_incidents_are_drawn_as_exactly_as_they_are_known(linked, browser):
    """A town is a point where its event has it, what is near a town a zone, and all four are there."""
    found = drawn(browser("viewer"), zoom=20)
    places = [events_of(linked, report)[0]["place"] for report in ("r1", "م/3 ؟")]
    assert [place["precision"] for place in places] == [1, 2]
    exact, near = ([round(place["longitude"], 5), round(place["latitude"], 5)] for place in places)
    assert exact in found["points"]
    assert [*near, 1] in found["zones"]
    assert near not in found["points"]
    drawn_somewhere = len(found["points"]) + len(found["zones"]) + sum(number for _, number in found["areas"])
    assert drawn_somewhere + found["nowhere"] == 4


@pytest.mark.usefixtures("linked")
def test_the_map_is_narrowed(browser):
    """By kind, words, actor and days, all at once."""
    visitor = browser("viewer")

    def total(**asked):
        found = drawn(visitor, **asked)
        circles = sum(one[2] for one in found["clusters"]) + sum(number for *_, number in found["zones"])
        number = circles + len(found["points"]) + sum(n for _, n in found["areas"]) + found["nowhere"]
        assert found["total"] == f"{number} incident" + "s" * (number != 1)
        return number

    assert total() == 4
    assert total(kind="Arrests") == 1
    assert total(actor="sdf") == 2
    assert total(q="الشدادي") == 2  # both acts of that report
    assert total(q="الشدادي", kind="Arrests") == 1
    assert total(since="2019-01-01", until="2019-12-31") == 1
    assert total(q="لا يوجد كهذا") == 0


@pytest.mark.parametrize("page", ["map", "actors"])
@pytest.mark.usefixtures("linked")
def test_lists_stay_lists_where_nothing_is_found(browser, page):
    """Kinds and places are chosen from a list, and never typed, also when no incident is left to choose by."""
    text = browser("viewer").get(f"/{page}", params={"q": "لا يوجد كهذا"}).text
    assert [name for name in ("kind", "area", "source") if f'<select name="{name}">' not in text] == []


@pytest.mark.parametrize(
    "asked", ["since=2024-13-01", "box=1,2,3", "box=a,b,c,d", "box=3,2,1,4", "zoom=99", "west=nan"]
)
@pytest.mark.usefixtures("linked")
def test_a_question_that_is_none_is_refused(browser, asked):
    """With one sentence, not with a fault."""
    assert browser("viewer").get(f"/map/drawn?{asked}").status_code == 422


@pytest.mark.usefixtures("linked")
def test_a_list_tells_what_a_circle_holds(browser):
    """With links to the incidents, and names isolated and escaped."""
    answer = browser("viewer").get("/map/list?q=Su-24")
    assert "/incidents/" in answer.text
    assert "<mark>Su-24</mark>" in answer.text


@pytest.mark.usefixtures("linked")
def test_what_has_no_point_is_told_beside_the_map(browser, store):
    """An area stands in the list of what is seen, wherever one looks."""
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE incidents SET latitude = NULL, changed_at = '2099-01-01T00:00:00Z'")
    answer = browser("viewer").get("/map/list?whole=true&box=0,0,1,1")
    assert 'data-area="SY09"' in answer.text
    assert "/explore?vague=SY09" in answer.text


@pytest.mark.usefixtures("linked")
def test_the_page_holds_what_its_scripts_need(browser):
    """Where to look first, and the address with the question; a name out of the data cannot end the script."""
    page = browser("editor").get(f"/map?q={quote('</script><b>')}")
    data = json.loads(page.text.split('id="map-data">')[1].split("</script>")[0])
    assert len(data["bounds"] or [0] * 4) == 4
    assert "</script><b>" not in page.text


def test_an_empty_store_has_a_map(browser):
    """Nothing is linked yet: the page says so, and nothing fails."""
    visitor = browser("viewer")
    assert visitor.get("/map").status_code == 200
    nothing = {"clusters": [], "points": [], "zones": [], "areas": [], "nowhere": 0}
    assert drawn(visitor) == nothing | {"total": "0 incidents"}


def test_names_are_in_the_language_and_the_largest_come_first():
    """From far away the large cities, and from near what is small."""
    far = [label.name for label in labels_in(load(), WORLD, 5, "ar")]
    assert "القاهرة" in far
    box = Box(west=40, south=34.8, east=41, north=35.3)
    close = [label.name for label in labels_in(load(), box, 12, "ar")]
    assert "ذيبان" in close
    assert "ذيبان" not in [label.name for label in labels_in(load(), box, 6, "ar")]
    assert all(not name.isascii() for name in close)
    assert all(name.isascii() or "'" in name for name in (label.name for label in labels_in(load(), box, 12, "en")))


@pytest.fixture(scope="module")
def shapes():
    """The areas that the map draws, by name."""
    fetched("pages")
    file = fetched("pages") / "areas.json"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {one["properties"]["area"]: one["geometry"]["coordinates"] for one in features}


def holds(shape, longitude, latitude):
    """Say whether a point lies in a shape."""
    inside = False
    for polygon in shape:
        for ring in polygon:
            for (x1, y1), (x2, y2) in pairwise(ring):
                if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
                    inside = not inside
    return inside


def test_units_are_drawn_where_their_points_lie(shapes):
    """Every governorate of Syria, Iraq, Yemen and Palestine that has a point and a shape: the point lies in it."""
    known = load()
    places = [known.place(row) for row in range(len(known))]
    units = [one for one in places if one.feature == "admin1" and one.latitude is not None]
    checked, outside = 0, []
    for unit in units:
        area = unit.place_id if unit.country == "SY" else f"{unit.country}/{unit.name_en}"
        if area in shapes:
            checked += 1
            if not holds(shapes[area], unit.longitude, unit.latitude):
                outside.append(area)
    assert {f"SY{n:02}" for n in range(1, 15)} | {"PS/Gaza", "PS/West Bank", "YE/Taizz", "IQ/Nineveh"} <= set(shapes)
    assert checked > 80
    assert set(outside) <= NOT_INSIDE


def test_every_shape_has_an_outline(shapes):
    """The page knows where each area lies without reading its shape; numbers stand inside compact areas."""
    outlines = json.loads((fetched("pages") / "outlines.json").read_text(encoding="utf-8"))
    assert set(outlines) == {area for area in shapes if area}
    for area in ("SY09", "IQ/Nineveh", "YE/Taizz", "PS/Gaza", "LB"):
        west, south, east, north, x, y = outlines[area]
        assert west < x < east
        assert south < y < north
        assert holds(shapes[area], x, y)


def test_every_country_that_is_named_is_one(shapes):
    """Codes of countries are those of the gazetteer, so that an event of a country finds its shape."""
    known = load()
    countries = [area for area in shapes if len(area) == 2]
    assert {"SY", "IQ", "YE", "SD", "LY", "LB", "PS", "EG", "TR", "IR", "US", "RU"} <= set(countries)
    assert [area for area in countries if known.by_id(area) is None] == []
