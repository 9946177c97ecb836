"""Tiles for programs that draw maps."""

from __future__ import annotations

from sqlalchemy import select
from tests.unit.serve.api.conftest import problem

from marsad.store.incidents import dissolve
from marsad.store.tables import incidents


def test_a_tile_is_sent_again_only_when_an_incident_has_changed(store, program):
    """Its tag is good until then; another question, and whoever sees another record, have other tags."""
    client, viewer = program(), program("viewer")
    first = client.get("/tiles/0/0/0.geojson")
    assert first.headers["content-type"] == "application/geo+json"
    assert {one["properties"]["layer"] for one in first.json()["features"]} & {"points", "clusters", "zones"}
    tag = {"If-None-Match": first.headers["etag"]}
    program()  # a new token is in the log, and changes no tile
    again = client.get("/tiles/0/0/0.geojson", headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/tiles/0/0/0.geojson?actor=nobody", headers=tag).status_code == 200
    assert viewer.get("/tiles/0/0/0.geojson", headers=tag).status_code == 200
    with store.writing() as connection:
        dissolve(connection, list(connection.scalars(select(incidents.c.incident_id))), who="tester")
    now = client.get("/tiles/0/0/0.geojson", headers=tag)
    assert (now.status_code, now.json()["features"]) == (200, [])


def test_tiles_that_are_none_are_told_so(program):
    """There are as many columns and rows as the zoom has, and vector tiles where there is PostGIS."""
    assert problem(program().get("/tiles/1/2/0.geojson")) == "not-found"
    assert problem(program().get("/tiles/23/0/0.geojson")) == "not-valid"
    told = program().get("/tiles/0/0/0.mvt")
    assert problem(told) == "not-found"
    assert "geojson" in told.json()["detail"]
