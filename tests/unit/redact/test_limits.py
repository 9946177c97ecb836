"""How finely events may be told: by their own words, and by those of others."""

from __future__ import annotations

import pytest

from marsad.redact.limits import NO_LIMIT, Limit, spread
from marsad.redact.one_place import Placed

COARSE = Limit(place="admin1")


def at(record, place_id="p", name="ذيبان", admin2="SY0902"):
    return Placed(record, name, place_id, admin2)


def test_of_two_limits_the_coarsest_holds():
    """In each thing by itself."""
    both = Limit(place="admin2", date="year", waits=True) | Limit(place="country", drop=frozenset(["evidence"]))
    assert both == Limit(place="country", date="year", waits=True, drop=frozenset(["evidence"]))
    assert COARSE | NO_LIMIT == NO_LIMIT | COARSE == COARSE


@pytest.mark.parametrize("limit", [NO_LIMIT, Limit(place="admin1", names=frozenset(["ب", "أ"]), withheld=True)])
def test_a_limit_is_kept_as_written(limit):
    """What is as usual is not written."""
    assert Limit.read(limit.written()) == limit
    assert NO_LIMIT.written() == {}


def test_what_one_report_may_not_tell_no_other_does():
    """Of one incident; whatever it is: place, day, fields, or anything at all."""
    own = {"a": Limit(place="admin1", date="month", withheld=True), "b": NO_LIMIT, "c": NO_LIMIT}
    events = {"a": at(1), "b": at(2, "q"), "c": at(3)}
    assert spread(own, events, [["a", "b"], ["c"]]) == {"a": own["a"], "b": own["a"]}


def test_events_of_one_record_at_one_place_are_told_alike():
    """By name or by id, and by that the reports of the other act too; only the place, not the day."""
    own = {"a1": Limit(place="admin1", date="month")}
    events = {"a1": at("a"), "a2": at("a", None), "a3": at("a", "p", "أخرى"), "a4": at("a", "q", "هجين"), "b": at("b")}
    told = spread(own, events, [["a2", "b"]])
    assert told == {"a1": own["a1"], "a2": COARSE, "a3": COARSE, "b": COARSE}


def test_two_reports_that_tell_two_acts_do_not_hold_each_other():
    """Once nothing of their own asks for it, all may be told."""
    events = {"c1": at("c"), "c2": at("c"), "d1": at("d"), "d2": at("d"), "a": at("a")}
    incidents = [["c1", "d1", "a"], ["c2", "d2"]]
    assert spread({"a": COARSE}, events, incidents) == dict.fromkeys(events, COARSE)
    assert spread({}, events, incidents) == {}


def test_other_names_of_the_place_go_too():
    """Those that reports of the incident have for it, unless it is the name of a governorate."""
    events = {"a": at(1, None, "حي الورود"), "b": at(2), "c": at(3, "SY09", "دير الزور", None)}
    told = spread({"a": COARSE}, events, [list(events)])
    assert {key: sorted(limit.names) for key, limit in told.items()} == {
        "a": ["ذيبان"], "b": ["حي الورود"], "c": ["حي الورود", "ذيبان"],
    }  # fmt: skip
