"""Reports and incidents looked up from each other."""

from __future__ import annotations

import pytest

from marsad.store import Incident, Member
from marsad.store.incident_reports import incidents_told_by, near, reports_now
from marsad.store.incidents import event_keys
from marsad.store.links import keep_acts, keep_scores, mark_linked
from marsad.store.revise import current


@pytest.fixture
def filled(store, keeping, by):
    """Three reports with an event each, every one an incident, the first two scored with the third."""
    names = ("r1", "r2", "r3")
    store.keep([keeping(name, f"نص {name}") for name in names], by())
    keys = {}
    for number, name in enumerate(names):
        with store.writing() as connection:
            row = current(connection, name)
            (keys[name],) = event_keys(connection, row.coding_key)
            keep_acts(connection, row.report_key, {0: keys[name]}, ())
            if number:
                mark_linked(connection, [row.report_key])
        members = (Member(event_key=keys[name], score=0.0),)
        store.keep_incident(Incident(incident_id=f"i{name}", members=members, record={"name": name}))
    with store.writing() as connection:
        keep_scores(connection, {keys["r3"]: {keys["r1"]: -500, keys["r2"]: 900}})
    return store, keys


def test_a_report_leads_to_its_incidents(filled):
    """One that tells none leads to none."""
    store, _ = filled
    with store.reading() as connection:
        (found,) = incidents_told_by(connection, current(connection, "r2").report_key)
        assert (found.incident_id, found.record["name"]) == ("ir2", "r2")
        assert incidents_told_by(connection, 999) == []


def test_an_incident_that_two_acts_of_a_report_tell_comes_once(filled):
    """As after a merge of what one report tells as two."""
    store, keys = filled
    with store.writing() as connection:
        row = current(connection, "r2")
        keep_acts(connection, row.report_key, {1: keys["r1"]}, ())
    members = tuple(Member(event_key=keys[name], score=0.0) for name in ("r1", "r2"))
    store.keep_incident(Incident(incident_id="ir2", members=members, record={"name": "r2"}))
    with store.reading() as connection:
        assert [one.incident_id for one in incidents_told_by(connection, row.report_key)] == ["ir2"]


def test_a_report_says_whether_it_waits(filled):
    """One whose newest coding was not linked is marked; one that is not there is left out."""
    store, _ = filled
    with store.reading() as connection:
        found = reports_now(connection, ["r1", "r2", "none"])
    assert {name: report.waits for name, report in found.items()} == {"r1": True, "r2": False}


def test_incidents_near_one_come_with_their_best_score(filled):
    """The one that fits best first, as many as are wanted, and not the incident itself."""
    store, keys = filled
    with store.reading() as connection:
        assert near(connection, {keys["r3"]}, most=5) == [("ir2", 900), ("ir1", -500)]
        assert near(connection, {keys["r3"]}, most=1) == [("ir2", 900)]
        assert near(connection, {keys["r3"], keys["r2"]}, most=5) == [("ir1", -500)]
