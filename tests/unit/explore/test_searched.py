"""Which report stands behind each key of the index of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.explore.searched import Searched


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9)), max_size=30))
def test_a_report_is_found_by_its_last_key_alone(steps):
    """Keys grow, with gaps; one that a report had before stands for nothing."""
    searched, key, newest = Searched(), 0, {}
    for gap, report in steps:
        key += gap
        searched.note(key, report)
        newest[report] = key
    assert searched.last == key
    for report, last in newest.items():
        assert list(searched.reports([last])) == [report]
    assert sorted(searched.reports(range(1, key + 5))) == sorted(newest)
