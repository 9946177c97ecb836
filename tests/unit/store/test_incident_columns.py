"""What incidents are drawn by."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from marsad.store import Incident, Member
from marsad.store.incidents import event_keys
from marsad.store.tables import incidents

ELSEWHERE = {"name": "تل بعيد", "place_id": None, "precision": 1, "latitude": 35.0, "longitude": 40.0}


def kept(store, keeping, by, *places, statuses=("reported", "reported")):
    """Keep an incident of reports at places; its own place is that of the first."""
    members, told = [], []
    for number, (place, status) in enumerate(zip(places, statuses, strict=False)):
        item = keeping(f"r{number}", f"نص {number}", outlet=f"شبكة {number}")
        item.record["events"][0]["place"] |= place
        item.record["events"][0]["status"] = status
        store.keep([item], by())
        with store.reading() as connection:
            (key,) = event_keys(connection, store.codings(f"r{number}")[0].coding_key)
        members.append(Member(event_key=key, score=0.0))
        told.append({"report_id": f"r{number}", "event": 0, "outlet": f"شبكة {number}"})
    record = {
        "sub_event_type": "Armed clash", "side1": ["is"], "side2": ["sdf", "civilians"], "reports": len(places),
        "place": {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, "latitude": 1, "longitude": 2},
        "choices": {"place": {"from": {"report_id": "r0", "event": 0}}}, "members": told,
    }  # fmt: skip
    store.keep_incident(Incident(incident_id="i1", members=tuple(members), record=record))
    with store.reading() as connection:
        return connection.execute(select(incidents)).one()


def test_the_point_is_that_of_the_event_which_told_the_place(store, keeping, by):
    """Not that of the record, which may be the governorate's, and not that of another member."""
    row = kept(store, keeping, by, {"latitude": 35.02, "longitude": 40.51}, {"latitude": 33.0, "longitude": 36.0})
    assert (row.latitude, row.longitude, row.place_precision) == (35.02, 40.51, 1)
    assert (row.country, row.admin1) == ("SY", "SY09")


def test_a_place_that_no_list_has_gets_no_point(store, keeping, by):
    """Its event borrows the point of the nearest listed place; drawn, that would be a lie."""
    row = kept(store, keeping, by, ELSEWHERE)
    assert (row.latitude, row.longitude) == (None, None)


@pytest.mark.parametrize(
    ("statuses", "standing"),
    [(("claimed", "reported"), "reported"), (("disputed", "reported"), "disputed"), (("claimed", "denied"), "claimed")],
)
def test_the_standing_is_that_of_the_best_known_telling(store, keeping, by, statuses, standing):
    """Disputed before reported before claimed before denied."""
    row = kept(store, keeping, by, {}, {}, statuses=statuses)
    assert row.status == standing
    assert (row.side1, row.side2, row.outlets) == ("is", "sdf\ncivilians", "شبكة 0\nشبكة 1")
