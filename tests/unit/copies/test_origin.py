"""Who copied whom."""

from __future__ import annotations

import pytest

from marsad.copies import group_copies


@pytest.fixture
def origin(report):
    """Return the id of the origin of reports, given as (id, text, outlet, published) and named fields."""

    def ask(*reports):
        (group,) = group_copies([report(*values) for values in reports])
        return group.origin

    return ask


def test_who_credits_is_not_the_origin(origin, wire):
    """A credit goes before the clock."""
    credit = ("a", f"{wire}\nنقلاً عن شبكة الغيث", "قناة الحصاد", "2021-03-07T08:00")
    assert origin(credit, ("b", wire, "شبكة الغيث", "2021-03-07T09:00")) == "b"


def test_who_names_itself_is_the_origin(origin, wire):
    """A text that names its correspondent is that outlet's, wherever it stands."""
    assert origin(("a", wire, "قناة الحصاد"), ("b", wire, "وكالة الزاجل")) == "b"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2021-03-07", "2021-03-06"),
        ("2021-03-07T10:00", "2021-03-07T09:59"),
        ("2021-03-07T10:00+00:00", "2021-03-07T11:00+03:00"),
        ("", "2021-03-09"),
    ],
)
def test_the_earlier_is_the_origin(origin, first, second, witness):
    """Days, moments and offsets are compared; without a day nobody was first."""
    assert origin(("a", witness, "ألف", first), ("b", witness, "باء", second)) == "b"


def test_a_forward_is_marked(report, wire):
    """A post that an app marks as forwarded is no origin, and the channel named is."""
    marked = report("a", wire, "قناة الحصاد", "2021-03-07T08:00", forwarded_from="شبكة الغيث")
    (group,) = group_copies([marked, report("b", wire, "شبكة الغيث", "2021-03-07T09:00")])
    assert group.origin == "b"


def test_the_whole_is_the_origin_of_its_part(origin, witness):
    """Without a clock a cut comes from the whole."""
    assert origin(("a", witness.split("\n")[0], "ألف"), ("b", witness, "باء")) == "b"


def test_the_smallest_id_settles_a_draw(origin, witness):
    """Nothing tells the two apart, so the choice is at least always the same."""
    assert origin(("b", witness, "ألف"), ("a", witness, "باء")) == "a"
