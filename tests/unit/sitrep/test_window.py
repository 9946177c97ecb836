"""What a report of some days reads of a store: what begins then, and what rules look at with it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from marsad.redact.rules import Rule, Rules
from marsad.sitrep import from_store
from marsad.sitrep.window import EVER, Window, hanging_together, window_of
from marsad.store.incident_list import ids_beginning, latest_told
from marsad.store.incidents import Incident, Member
from marsad.store.tables import events

NEAR = {"name": "الشحيل", "place_id": "C2"}
FAR = {"name": "سراقب", "place_id": "C3"}
DAYS = {"i1": "2024-03-31", "i2": "2024-05-09", "i3": "2024-07-01", "i4": None}


@pytest.fixture
def linked(store, keeping, event, by):
    """Four incidents; a report tells the first and the second at one place, another the second and the third at two."""
    told = (
        ("a", [event(event_id="a#0")]),
        ("b", [event(event_id="b#0", place=NEAR), event(event_id="b#1", place=NEAR)]),
        ("c", [event(event_id="c#0", place=NEAR), event(event_id="c#1", place=FAR)]),
        ("d", [event(event_id="d#0", place=FAR)]),
        ("e", [event(event_id="e#0")]),
    )
    kept = [keeping(name, name, events=some, published=date(2024, 7, day)) for day, (name, some) in enumerate(told, 1)]
    store.keep(kept, by())
    with store.reading() as connection:
        keys = dict(connection.execute(select(events.c.event_id, events.c.event_key)).all())
    members = {"i1": ("a#0", "b#0"), "i2": ("b#1", "c#0"), "i3": ("c#1", "d#0"), "i4": ("e#0",)}
    for name, of in members.items():
        day = DAYS[name]
        record = {
            "date": {"start": day, "end": day, "precision": 1 if day else 3},
            "members": [{"report_id": one[0], "event": int(one[-1]), "published": "2024-07-01"} for one in of],
            "reports": len(of),
        }
        store.keep_incident(
            Incident(incident_id=name, members=tuple(Member(event_key=keys[one], score=0) for one in of), record=record)
        )
    return store


def test_incidents_begin_within_days(linked):
    """Both days are included; one without a day may have begun then."""
    with linked.reading() as connection:
        assert set(ids_beginning(connection, date(2024, 3, 31), date(2024, 5, 9))) == {"i1", "i2", "i4"}
        assert set(ids_beginning(connection, date(2024, 5, 10), None)) == {"i3", "i4"}
        assert set(ids_beginning(connection, None, date(2024, 3, 30))) == {"i4"}
        assert set(ids_beginning(connection, None, None)) == set(DAYS)
        assert latest_told(connection) == date(2024, 7, 5)


def test_what_rules_look_at_comes_along(linked):
    """By a report that tells two acts at one place a limit goes on, by one that tells them at two it does not."""
    with linked.reading() as connection:
        assert hanging_together(connection, {"i1"}) == {"i1", "i2"}
        assert hanging_together(connection, {"i3"}) == {"i3"}
        assert hanging_together(connection, set()) == set()
    march = Window(date(2024, 3, 1), date(2024, 3, 31))
    incidents, coded = from_store(linked, march)
    assert ({one["incident_id"] for one in incidents}, set(coded)) == ({"i1", "i2", "i4"}, {"a", "b", "c", "e"})
    incidents, coded = from_store(linked, march, beside=False)
    assert ({one["incident_id"] for one in incidents}, set(coded)) == ({"i1", "i4"}, {"a", "b", "e"})
    whole, coded = from_store(linked)
    assert (len(whole), len(coded)) == (4, 5)
    assert [one for one in whole if one["incident_id"] in ("i1", "i4")] == sorted(
        incidents, key=lambda one: one["incident_id"]
    )


def test_rules_that_tell_a_month_let_more_begin_within():
    """What began in the month before or after may be told as beginning within: it is looked at, too."""
    rules = Rules(rule=(Rule(name="a", date="month"), Rule(name="b")))
    assert window_of(None, None, rules) == EVER
    days = date(2024, 3, 5), date(2024, 12, 7)
    assert window_of(*days, Rules()).around == days
    assert window_of(*days, None).around == days
    assert window_of(*days, rules).around == (date(2024, 2, 1), date(2025, 1, 31))
    assert window_of(None, days[1], Rules(rule=(Rule(name="a", date="year"),))).around == (None, date(2025, 12, 31))
    window = window_of(date(2024, 4, 5), date(2024, 4, 20), rules)
    began = {name: {"date": {"start": day}} for name, day in DAYS.items()}
    assert [name for name, one in began.items() if window.may_hold(one)] == ["i1", "i2", "i4"]
    assert [name for name, one in began.items() if window.holds(one)] == ["i4"]
