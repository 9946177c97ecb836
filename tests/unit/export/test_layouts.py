"""What the columns of ACLED, UCDP, PLOVER and HXL say of events, and what has no place in them."""

from __future__ import annotations

import csv

import pytest

from marsad.export.acled import inter
from marsad.export.happening import complete, of_incident, of_report
from marsad.export.layout import layout
from marsad.lexicon.load import RESOURCES
from marsad.model.what import EVENT_TYPES

ACLED_COLUMNS = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
]  # fmt: skip
UCDP_COLUMNS = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
]  # fmt: skip


AT = {"latitude": 35.0, "longitude": 40.5}
NOWHERE = {"latitude": None, "longitude": None}
GOVERNMENT = "Syrian government forces since 8 December 2024"


def told(**fields):
    """One event by the codebook's fields alone."""
    event = {
        "sub_event_type": "Armed clash",
        "side1": ["is"],
        "side2": ["sdf"],
        "place": {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, **AT},
        "date": {"start": "2024-03-20", "end": "2024-03-20", "precision": 1},
        "killed": {"low": 2, "best": 3, "high": None},
    } | fields  # fmt: skip
    record = {"id": "r1", "outlet": "منصة", "published": "2024-03-21", "events": [event]}
    return next(of_report(complete(record)))


def row(name, found):
    chosen = layout(name)
    return dict(zip(chosen.names, chosen.cells(found), strict=True))


def test_the_columns_are_those_of_the_projects():
    """Names and order are ACLED's 31 and UCDP GED's 49."""
    assert layout("acled").names == ACLED_COLUMNS
    assert layout("ucdp").names == UCDP_COLUMNS


@pytest.mark.parametrize("name", ["acled", "ucdp", "plover"])
def test_what_is_not_mapped_says_why(name):
    """A column without a value has a note."""
    assert all(column.note for column in layout(name).columns if not column.value)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"side1": ["syr-regime"]}, 1),
        ({"side1": ["turkey"]}, 8),
        ({"side1": ["is"]}, 2),
        ({"side1": ["sdf"]}, 3),
        ({"side1": ["tribal"]}, 4),
        ({"side1": ["civilians"], "sub_event_type": "Violent demonstration"}, 5),
        ({"side1": ["protesters"], "sub_event_type": "Peaceful protest"}, 6),
        ({"side1": ["journalists"]}, 7),
        ({"side1": ["coalition"]}, 8),
        ({"side1": ["unidentified"]}, 3),
    ],
)
def test_kinds_of_actors_have_acleds_numbers(fields, code):
    """A state abroad is 8, people in the street are 5 or 6 by what they do."""
    found = told(**fields)
    assert inter(found.side1[0], found) == code


def test_a_row_of_acled():
    """The lower code comes first, the range of the dead stands in tags, a figure nobody tells is empty."""
    cells = row("acled", told(side1=["syr-gov"], side2=["civilians"], sub_event_type="Attack"))
    assert (cells["interaction"], cells["civilian_targeting"]) == (17, "Civilian targeting")
    assert (cells["fatalities"], cells["tags"]) == (3, "status=reported; killed=2-?; sources=1")
    assert (cells["iso"], cells["country"], cells["admin1"]) == (760, "Syria", "Deir-ez-Zor")
    assert row("acled", told(killed=None))["fatalities"] is None


def test_force_alone_has_a_single_code():
    """Without a second actor the interaction is the code and a nought."""
    assert row("acled", told(side1=["syr-gov"], side2=[]))["interaction"] == 10
    assert row("acled", told(side1=[], side2=[]))["interaction"] is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"side1": ["is"], "side2": ["syr-gov"]}, (1, GOVERNMENT, "Islamic State")),
        ({}, (2, "Islamic State", "Syrian Democratic Forces")),
        ({"side2": ["civilians"], "sub_event_type": "Attack"}, (3, "Islamic State", "Civilians")),
        (
            {"side1": ["protesters"], "side2": ["sdf"], "sub_event_type": "Excessive force against protesters"},
            (3, "Syrian Democratic Forces", "Civilians"),
        ),
    ],
)  # fmt: skip
def test_types_of_violence(fields, expected):
    """The state is side A of its conflicts; in a protest the force that shoots is."""
    cells = row("ucdp", told(**fields))
    assert (cells["type_of_violence"], cells["side_a"], cells["side_b"]) == expected


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"killed": None}, "no death"),
        ({"killed": {"low": 0, "best": 0, "high": 0}}, "no death"),
        ({"side1": ["unidentified"]}, "no organised actor"),
        ({"side2": []}, "no organised actor"),
        ({"date": None}, "no day"),
    ],
)
def test_what_is_no_event_of_ucdp_is_told(fields, reason):
    """Without a death, a named armed side or a day there is no row, and the reason says so."""
    assert reason in layout("ucdp").outside(told(**fields))


@pytest.mark.parametrize(
    ("date", "code"),
    [
        (("2024-03-20", "2024-03-20", 1), 1),
        (("2024-03-20", "2024-03-21", 1), 2),
        (("2024-03-20", "2024-03-20", 2), 2),
        (("2024-03-14", "2024-03-19", 2), 2),
        (("2024-03-14", "2024-03-20", 2), 3),
        (("2024-03-14", "2024-03-21", 2), 4),
        (("2024-03-01", "2024-03-31", 3), 4),
        (("2024-03-01", "2024-04-01", 3), 5),
    ],
)
def test_precision_of_days(date, code):
    """UCDP's five steps follow from the days themselves."""
    when = dict(zip(("start", "end", "precision"), date, strict=True))
    assert row("ucdp", told(date=when))["date_prec"] == code


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ({"precision": 1, **AT}, 1),
        ({"precision": 2, **AT}, 2),
        ({"precision": 3, **AT}, 4),
        ({"precision": 3, "admin1": None, **AT}, 5),
        ({"precision": 3, "admin1": None, "latitude": 0.0, "longitude": 9.5}, 5),
        ({"precision": 3, "admin1": None, **NOWHERE}, 6),
        ({"precision": 3, "admin1": None, "country": "", **NOWHERE}, 5),
    ],
)
def test_precision_of_places(place, code):
    """A governorate is 4, a country alone 6; what is neither is 5."""
    told_place = {"name": "ذيبان", "country": "SY", "admin1": "SY09"} | place
    assert row("ucdp", told(place=told_place))["where_prec"] == code


def test_a_point_is_written_east_first():
    """As well-known text has it; without coordinates there is none."""
    assert row("ucdp", told())["geom_wkt"] == "POINT (40.5 35.0)"
    place = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, **NOWHERE}
    assert row("ucdp", told(place=place))["geom_wkt"] is None


def test_deaths_add_up():
    """Civilians and the rest are the best figure; an open range ends at what is told."""
    cells = row("ucdp", told(killed_civilians={"low": 1, "best": 1, "high": 1}))
    assert (cells["deaths_civilians"], cells["deaths_unknown"], cells["best"]) == (1, 2, 3)
    assert (cells["low"], cells["high"]) == (2, 3)


@pytest.mark.parametrize(
    ("side2", "civilians", "deaths"),
    [
        ("civilians", None, (3, 0)),
        ("civilians", {"low": 1, "best": None, "high": None}, (1, 2)),
        ("sdf", None, (0, 3)),
        ("sdf", {"low": 0, "best": 5, "high": 5}, (3, 0)),
    ],
)
def test_civilians_among_the_dead(side2, civilians, deaths):
    """Where force is used on civilians alone all are, unless a figure says otherwise; never more than died."""
    cells = row("ucdp", told(side2=[side2], killed_civilians=civilians))
    assert (cells["deaths_civilians"], cells["deaths_unknown"]) == deaths


def test_cells_of_the_grid():
    """PRIO-GRID counts half degrees from the south-west corner, row by row, from 1."""
    place = {"name": "x", "country": "SY", "admin1": None, "precision": 1, "latitude": -90.0, "longitude": -180.0}
    assert row("ucdp", told(place=place))["priogrid_gid"] == 1
    assert row("ucdp", told(place=place | {"latitude": -89.4, "longitude": -178.9}))["priogrid_gid"] == 723
    assert row("ucdp", told(place=place | {"latitude": 33.51, "longitude": 36.29}))["priogrid_gid"] == 178_273
    assert row("ucdp", told(place=place | {"latitude": 90.0, "longitude": 180.0}))["priogrid_gid"] == 259_200


def test_plover_has_a_line_for_every_type():
    """All 25 types are in its table; two-sided force puts both in actor, and the force at a protest acts."""
    with (RESOURCES / "exports" / "plover-types.csv").open(encoding="utf-8", newline="") as file:
        assert sorted(line["sub_event_type"] for line in csv.DictReader(file)) == sorted(EVENT_TYPES)
    clash = row("plover", told())
    assert (clash["event_type"], clash["actor"], clash["recipient"]) == ("ASSAULT", "is; sdf", "")
    shot = row("plover", told(sub_event_type="Excessive force against protesters", side1=["protesters"], side2=["sdf"]))
    assert (shot["event_mode"], shot["actor"], shot["recipient"]) == ("crowd-control", "sdf", "protesters")
    assert "no type" in layout("plover").outside(told(sub_event_type="Other"))


def test_p_codes_are_p_codes():
    """In Syria units have their codes; elsewhere a name is never put where a P-code belongs; vague places no point."""
    cells = row("hxl", told())
    assert (cells["Governorate P-code"], cells["Governorate"], cells["Latitude"]) == ("SY09", "Deir-ez-Zor", 35.0)
    place = {"name": "الأنبار", "country": "IQ", "admin1": "Anbar", "precision": 3, "latitude": 33.0, "longitude": 42.0}
    cells = row("hxl", told(place=place))
    assert (cells["Governorate P-code"], cells["Governorate"], cells["Latitude"]) == (None, "Anbar", None)


def test_an_incident_takes_from_its_reports_what_it_does_not_repeat():
    """Units below the first level, assistants, ids of events and the most doubtful standing come from the members."""
    base = {"sub_event_type": "Attack", "date": {"start": "2024-03-20", "end": "2024-03-20", "precision": 1}}
    place = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "admin2": "SY0902", "precision": 1}
    reports = {
        name: complete(
            {"id": name, "outlet": name, "events": [base | {"event_id": f"{name}#7", "place": place, **more}]}
        )
        for name, more in (("a", {"side1": ["is"], "assist1": ["iran"]}), ("b", {"status": "disputed"}))
    }
    members = [{"report_id": name, "event": 0, "outlet": name, "published": None, "evidence": ""} for name in "ab"]
    record = {
        "incident_id": "i-1", **base, "side1": ["is"], "side2": [], "figures": {}, "reports": 2, "sources": 2,
        "place": {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, **NOWHERE},
        "choices": {name: {"from": {"report_id": "a", "event": 0}} for name in ("place", "side1")}, "members": members,
    }  # fmt: skip
    found = of_incident(record, reports)
    assert (found.place["admin2"], found.assist1, found.ids, found.status) == (
        "SY0902", ("iran",), ("a#7", "b#7"), "disputed"
    )  # fmt: skip
    assert of_incident(record, {}).ids == ("a#0", "b#0")
