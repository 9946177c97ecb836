"""Reports one at a time, in any order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.copies import CopyIndex, group_copies


@pytest.fixture
def story(report, wire, reworded, witness, next_day):
    """One wire with its copies, a witness, and the next day's bulletin."""
    first = wire.split("\n")[0]
    return [
        report("wire", wire, "وكالة الزاجل", "2021-03-07T09:00"),
        report("forward", f"🔴 عاجل | {wire}\nتابعونا", "قناة الحصاد", "2021-03-07T09:20"),
        report("forward2", wire, "منبر القرى", "2021-03-09T10:00"),
        report("cut", f"{first}\nالمصدر: وكالة الزاجل", "مجموعة الخبر", "2021-03-07T09:40"),
        report("reworded", reworded, "موقع البيدر", "2021-03-07T12:00"),
        report("witness", witness, "صوت الناس", "2021-03-07T18:00"),
        report("next", next_day, "وكالة الزاجل", "2021-03-08T09:00"),
    ]


def test_copies_are_one_source_and_a_witness_makes_two(story):
    """The wire and its four copies are one group; the witness and the next bulletin stand alone."""
    groups = {group.origin: group for group in group_copies(story)}
    assert groups["wire"].report_ids == ("cut", "forward", "forward2", "reworded", "wire")
    assert groups["witness"].report_ids == ("witness",)
    assert groups["next"].report_ids == ("next",)


def test_fifty_reposts_count_once(report, wire, witness):
    """However often a text is passed on, it is one source."""
    reposts = [report(f"r{number}", wire, f"قناة {number}") for number in range(50)]
    groups = group_copies([*reposts, report("w", witness, "صوت الناس")])
    assert sorted(len(group.report_ids) for group in groups) == [1, 50]


def test_each_copy_says_why(story):
    """Every member but the origin has a reason that names another member."""
    groups = group_copies(story)
    assert any(group.why for group in groups)
    for group in groups:
        assert {reason.report_id for reason in group.why} == set(group.report_ids) - {group.origin}
        assert all(reason.matched_with in group.report_ids for reason in group.why)
        assert all(0 <= reason.share <= 1 for reason in group.why)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(data=st.data())
def test_the_order_of_arrival_changes_nothing(story, data):
    """Groups, origins, ids and reasons are the same whatever came first."""
    assert group_copies(data.draw(st.permutations(story))) == group_copies(story)


def test_one_report_more_finds_its_group(story):
    """A report added later is in the group that a full run would give it."""
    *early, late = story[:5]
    index = CopyIndex()
    for one in early:
        index.add(one)
    before = index.group_of("wire")
    index.add(late)
    after = index.group_of("reworded")
    assert after in group_copies(story)
    assert after.group_id == before.group_id
    assert len(index) == 5


def test_unrelated_reports_leave_a_group_as_it_is(story):
    """The id of a group does not hang on what else there is."""
    alone = {group.origin: group for group in group_copies(story[:4])}
    assert {group.origin: group for group in group_copies(story)}["wire"].group_id == alone["wire"].group_id


def test_an_id_is_taken_once(story):
    """The same report twice changes nothing."""
    assert group_copies([*story, *story]) == group_copies(story)


def test_every_report_is_in_one_group(story):
    """None is lost, none is counted twice."""
    ids = [name for group in group_copies(story) for name in group.report_ids]
    assert sorted(ids) == sorted(one.report_id for one in story)


def test_an_unknown_id_is_an_error():
    """An index does not invent a group."""
    with pytest.raises(KeyError):
        CopyIndex().group_of("nobody")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None)
@given(data=st.data())
def test_every_pair_compared_gives_what_nets_give(story, data):
    """Of few reports the nets miss none; in any order the groups are the same."""
    index = CopyIndex(every_pair=True)
    for one in data.draw(st.permutations(story)):
        index.add(one)
    assert index.groups() == group_copies(story)
