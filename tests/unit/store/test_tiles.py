"""Tiles of a map: the same from both kinds of stores, whoever puts them together."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from math import asinh, pi, radians, tan

import pytest
from tests.vector_tiles import read_tile

from marsad.explore.tiles import json_tile
from marsad.gazetteer.distance import NEAR_KM
from marsad.store.access_tables import incident_editions
from marsad.store.add import add_rows
from marsad.store.engine import is_sqlite, writing
from marsad.store.question import Question
from marsad.store.sight import Sight
from marsad.store.tables import incidents
from marsad.store.tiles import Tile, vector_tile

AT = "2024-03-20T00:00:00Z"
EVERYTHING = Question()


def kept(store, places):
    """Keep incidents at (latitude, longitude, precision, day)."""
    rows = [
        {
            "incident_id": f"i{number}", "record": "{}", "created_at": AT, "changed_at": AT, "reports": 1,
            "latitude": latitude, "longitude": longitude, "place_precision": precision, "date_start": day,
            "actors": "\nis\n", "sub_event_type": "Attack",
        }
        for number, (latitude, longitude, precision, day) in enumerate(places)
    ]  # fmt: skip
    with writing(store.engine) as connection:
        add_rows(connection, incidents, rows)


def made_up(count):
    """Return places in and around one country, some of them several times, at all precisions."""
    chance = random.Random(3)
    towns = [(round(chance.uniform(33, 37), 4), round(chance.uniform(36, 42), 4)) for _ in range(count // 3)]
    towns += [(round(chance.uniform(34.9, 35.1), 4), round(chance.uniform(38.9, 39.1), 4)) for _ in range(count // 3)]
    towns += [(round(chance.uniform(-84, 89), 4), round(chance.uniform(-180, 179), 4)) for _ in range(count // 3)]
    return [(*chance.choice(towns), chance.choice((1, 1, 1, 2, 3)), "2024-03-20") for _ in range(count)]


def tile_of(zoom, latitude, longitude):
    down = (1 - asinh(tan(radians(latitude))) / pi) / 2
    return Tile(zoom, int((longitude + 180) / 360 * 2**zoom), int(down * 2**zoom))


def of_layer(found, layer):
    return [one for one in found["features"] if one["properties"]["layer"] == layer]


def shown(store, tile, filters=EVERYTHING):
    with store.reading() as connection:
        return json_tile(connection, tile, filters)


def test_a_tile_shows_what_is_exact_as_points_and_what_is_near_as_a_circle(store):
    """A place told as near another is never a point; one that is known by its area only is on no tile."""
    kept(store, [(35.1, 39.1, 1, "2024-03-20"), (36.9, 41.9, 2, "2024-03-20"), (34.1, 37.1, 3, "2024-03-20")])
    found = shown(store, Tile(4, 9, 6))
    assert [one["geometry"] for one in of_layer(found, "points")] == [{"type": "Point", "coordinates": [39.1, 35.1]}]
    (zone,) = of_layer(found, "zones")
    assert zone["geometry"]["type"] == "Polygon"
    assert [zone["properties"][name] for name in ("latitude", "longitude")] == [36.9, 41.9]
    assert all([round(x, 1), round(y, 1)] != [41.9, 36.9] for x, y in zone["geometry"]["coordinates"][0])
    assert of_layer(found, "clusters") == []


def test_what_lies_together_is_one_circle_with_its_bounds(store):
    """Of one cell, with how many of them are not exactly known."""
    kept(store, [(35.1, 39.1, 1, "2024-03-20"), (35.1, 39.1, 1, "2024-03-21"), (35.2, 39.2, 2, "2024-03-20")])
    (cluster,) = of_layer(shown(store, Tile(4, 9, 6)), "clusters")
    bounds = {"west": 39.1, "south": 35.1, "east": 39.2, "north": 35.2}
    assert cluster["properties"] == {"layer": "clusters", "number": 3, "vague": 1, **bounds}


def test_a_circle_is_on_every_tile_that_it_reaches(store):
    """A zone whose middle lies beyond the edge is drawn up to the edge, and its incident is counted once."""
    kept(store, [(35.1, 39.1, 2, "2024-03-20")])
    middle = tile_of(12, 35.1, 39.1)
    for tile in (middle, Tile(12, middle.x + 1, middle.y), Tile(12, middle.x, middle.y - 1)):
        assert len(of_layer(shown(store, tile), "zones")) == 1
    assert of_layer(shown(store, Tile(12, middle.x + 30, middle.y)), "zones") == []


def test_a_tile_holds_what_was_asked_for(store):
    """By day, actor and kind, as lists of incidents do."""
    kept(store, [(35.1, 39.1, 1, "2024-03-20"), (36.9, 41.9, 1, "2024-04-20")])
    asked = Question(since=date(2024, 4, 1))
    assert len(of_layer(shown(store, Tile(0, 0, 0), asked), "points")) == 1
    assert shown(store, Tile(0, 0, 0), Question(actor="sdf"))["features"] == []
    assert shown(store, Tile(0, 0, 0), Question(kind="Attack"))["features"] != []


def test_all_tiles_of_a_zoom_hold_every_incident_once(store):
    """Whatever the zoom: points and circles add up to all that have a point."""
    places = made_up(300)
    kept(store, places)
    pointed = sum(precision < 3 for *_, precision, _ in places)
    for zoom in (0, 2):
        counted, zones = 0, set()
        for x in range(2**zoom):
            for y in range(2**zoom):
                found = shown(store, Tile(zoom, x, y))
                counted += len(of_layer(found, "points"))
                counted += sum(one["properties"]["number"] for one in of_layer(found, "clusters"))
                zones |= {tuple(one["properties"].values()) for one in of_layer(found, "zones")}
        assert counted + sum(number for _, number, *_ in zones) == pointed


@pytest.mark.parametrize("zoom", [0, 3, 5, 7, 9, 11, 14])
def test_vector_tiles_hold_the_same(store, zoom):
    """What PostGIS puts together is what is put together here: as many of each, with the same numbers and bounds."""
    if is_sqlite(store.engine):
        pytest.skip("vector tiles are made by PostGIS")
    places = made_up(300)
    kept(store, places)
    for tile in {tile_of(zoom, latitude, longitude) for latitude, longitude, *_ in places[:40]}:
        with store.reading() as connection:
            vectors = read_tile(vector_tile(connection, tile, EVERYTHING, near_km=NEAR_KM))
        expected = shown(store, tile)
        for layer in ("points", "clusters"):
            ours = [{**one["properties"]} for one in of_layer(expected, layer)]
            theirs = [{"layer": one.layer, **one.values} for one in vectors if one.layer == layer]
            assert sorted(map(rounded, theirs)) == sorted(map(rounded, ours))
        inside = [one for one in vectors if one.layer != "zones"]
        assert all(one.kind == 1 and -1 <= one.x <= 4097 and -1 <= one.y <= 4097 for one in inside)
        ours = {rounded(one["properties"]) for one in of_layer(expected, "zones")}
        zones = [one for one in vectors if one.layer == "zones"]
        theirs = {rounded({"layer": "zones", **one.values}) for one in zones}
        assert all(one.kind == 3 for one in zones)
        assert theirs >= {one for one in ours if holds(tile, one)}
        assert {one for one in theirs if holds(tile, one)} <= ours


def rounded(values):
    return tuple(sorted((name, round(one, 4) if isinstance(one, float) else one) for name, one in values.items()))


def holds(tile, zone):
    told = dict(zone)
    box = tile.box
    return box.west < told["longitude"] < box.east and box.south < told["latitude"] < box.north


def test_who_may_not_see_exact_places_finds_them_on_no_tile(store):
    """The public edition's coarser place counts, and an incident that it has not got yet is not drawn."""
    kept(store, [(35.1, 39.1, 1, "2024-03-20"), (36.9, 41.9, 1, "2024-03-20"), (34.1, 37.1, 1, "2024-03-20")])
    coarse = {"kind": "public", "record": "{}", "reports": 1, "date_start": "2024-03-20"}
    with writing(store.engine) as connection:
        connection.execute(incidents.update().where(incidents.c.incident_id != "i2").values(edition=1))
        add_rows(connection, incident_editions, [{"incident_id": "i0", **coarse, "place_precision": 3}])
    viewer = replace(store, sight=Sight(private=False))
    for zoom in (0, 6, 12):
        for latitude, longitude in ((35.1, 39.1), (34.1, 37.1)):
            tile = tile_of(zoom, latitude, longitude)
            assert shown(store, tile)["features"]
            assert all("41.9" in str(one) for one in shown(viewer, tile)["features"])
            if not is_sqlite(store.engine):
                with viewer.reading() as connection:
                    found = read_tile(vector_tile(connection, tile, EVERYTHING, near_km=NEAR_KM))
                assert len(found) == (zoom == 0)
    (only,) = shown(viewer, Tile(0, 0, 0))["features"]
    assert only["geometry"] == {"type": "Point", "coordinates": [41.9, 36.9]}
