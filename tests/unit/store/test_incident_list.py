"""Incidents found by what they are."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.store import Incident, Member
from marsad.store.incident_list import count_incidents, found_incidents, incident_page
from marsad.store.incidents import dissolve, event_keys
from marsad.store.question import Question


def record(**changed):
    return {
        "sub_event_type": "Armed clash",
        "side1": ["is"],
        "side2": ["sdf"],
        "place": {"name": "ذيبان", "admin1": "SY09", "country": "SY"},
        "date": {"start": "2024-03-20", "end": "2024-03-20"},
        "reports": 2,
        "sources": 2,
        "credibility": 1,
        "attribution": {"grade": "high", "contested": False},
    } | changed


KILLED = {"source": "شبكة", "count": "killed", "low": 3, "best": 3, "high": 3, "passed_over": None}
RECORDS = {
    "i1": record(ledger=[KILLED, KILLED]),
    "i2": record(
        sub_event_type="Attack", side1=["turkey"], side2=["civilians"], sources=5,
        place={"name": "عين عيسى", "admin1": "SY11", "country": "SY"},
        date={"start": "2024-03-18", "end": "2024-03-24"},
        attribution={"grade": "medium", "contested": True}, ledger=[KILLED, KILLED | {"low": 4, "best": 4, "high": 4}],
    ),
    "i3": record(date={"start": None, "end": None}, credibility=4, attribution={"grade": "none", "contested": False}),
}  # fmt: skip


@pytest.fixture
def filled(store, keeping, by):
    """A store of three incidents, and a fourth that nothing tells any more."""
    store.keep([keeping(name, f"نص {name}") for name in (*RECORDS, "i4")], by())
    for name in (*RECORDS, "i4"):
        with store.reading() as connection:
            (key,) = event_keys(connection, store.codings(name)[0].coding_key)
        members = (Member(event_key=key, score=0.0),)
        store.keep_incident(Incident(incident_id=name, members=members, record=RECORDS.get(name, record())))
    with store.writing() as connection:
        dissolve(connection, ["i4"], who="x")
    return store


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, ["i1", "i2", "i3"]),
        ({"since": date(2024, 3, 21)}, ["i2"]),
        ({"until": date(2024, 3, 19)}, ["i2"]),
        ({"place": "عين عيسي"}, ["i2"]),
        ({"place": "SY09"}, ["i1", "i3"]),
        ({"actor": "civilians"}, ["i2"]),
        ({"actor": "civil"}, []),
        ({"kind": "Attack"}, ["i2"]),
        ({"sources": 3}, ["i2"]),
        ({"credibility": 2}, ["i1", "i2"]),
        ({"contested": True}, ["i2"]),
        ({"contested": True, "credibility": 1}, ["i2"]),
        ({"differing": True}, ["i2"]),
        ({"attribution": "none"}, ["i3"]),
    ],
)
def test_incidents_are_found_by_what_they_are(filled, filters, names):
    """Latest first, undated last; what nothing tells any more is not among them; letters are folded."""
    asked = Question(**filters)
    with filled.reading() as connection:
        assert [name for name, _ in found_incidents(connection, asked)] == names
        assert count_incidents(connection, asked) == len(names)
        assert [name for name, _ in found_incidents(connection, asked, most=1)] == names[:1]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_pages_follow_each_other(filled, most):
    """Each goes on where the one before ended: nothing twice, nothing left out, undated ones at the end."""
    names, after = [], None
    with filled.reading() as connection:
        while page := incident_page(connection, Question(), after=after, most=most):
            assert len(page) <= most
            names += [found.incident_id for found in page]
            after = page[-1].cursor
    assert names == ["i1", "i2", "i3"]


def test_counting_ends_where_it_is_told(filled):
    """A long list is not counted to its end."""
    with filled.reading() as connection:
        assert count_incidents(connection, Question(), most=2) == 2
        assert count_incidents(connection, Question(), most=9) == 3
