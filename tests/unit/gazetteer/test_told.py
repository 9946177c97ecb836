"""What lists tell of a place beyond its row."""

from __future__ import annotations

import pytest

from marsad.gazetteer import load
from marsad.gazetteer.told import listed_as
from marsad.gazetteer.world import world_names

HEAD = (
    "id,country,name_ar,alt_names_ar,name_en,lat,lon,feature,admin1_pcode,admin2_pcode,admin3_pcode,admin1_en,"
    "population,source\n"
)


@pytest.mark.parametrize(
    ("place_id", "name", "source"),
    [
        ("SY09", "الدير", "OCHA COD-AB"),
        ("SY", "سورية", "cldr"),
        ("C5202", "ذبيان", "OCHA populated places 2020; GeoNames"),
    ],
)
def test_own_tables_tell_names_and_source(place_id, name, source):
    """Of units, countries and places."""
    told = listed_as(load(), load().by_id(place_id))
    assert name in told.names
    assert told.source == source


def test_towns_of_the_world_are_those_of_geonames():
    """With the Arabic names that it has beside the first."""
    place = load().by_id("gn:98182")
    told = listed_as(load(), place)
    assert told.source == "GeoNames"
    assert place.name_ar not in told.names
    assert place.name_ar in world_names("98182")


@pytest.mark.parametrize("number", ["", "x", "0", "99999999999"])
def test_a_number_that_is_none_has_no_names(number):
    """Nothing is read for it."""
    assert world_names(number) == ()


def test_a_folder_tells_of_its_places(tmp_path):
    """Names and source of its own files, aliases of another file; the tables of marsad stay over them."""
    row = "x:1,SY,الوادي,وادي العين|قرية الوادي,Wadi,35.1,40.2,village,SY09,,,Deir-ez-Zor,,مسح ميداني\n"
    (tmp_path / "places.csv").write_text(HEAD + row, encoding="utf-8")
    (tmp_path / "x_aliases.csv").write_text("alias_ar,target_id,feature\nوادينا,x:1,village\n", encoding="utf-8")
    gazetteer = load(tmp_path)
    told = listed_as(gazetteer, gazetteer.by_id("x:1"))
    assert told.source == "مسح ميداني"
    assert {"وادي العين", "وادينا"} <= set(told.names)
    assert listed_as(gazetteer, gazetteer.by_id("SY09")).source == "OCHA COD-AB"
