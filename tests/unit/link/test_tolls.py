"""Figures compared as news grows."""

from __future__ import annotations

import pytest

from marsad.link.tolls import compare_tolls


def told(low, best=None, high=None):
    return {"low": low, "best": best, "high": high}


def exactly(count):
    return told(count, count, count)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (exactly(3), exactly(3), ["killed: same, few"]),
        (exactly(9), exactly(11), ["killed: grew a little"]),
        (exactly(5), exactly(11), ["killed: grew"]),
        (exactly(2), exactly(40), ["killed: grew much"]),
        (exactly(11), exactly(5), ["killed: fell"]),
        (told(5, 5), exactly(11), ["killed: ranges meet"]),
        (exactly(0), exactly(2), ["killed: none against some"]),
        (exactly(0), exactly(0), ["killed: same, none"]),
        (None, exactly(4), ["killed: one silent"]),
        (None, None, []),
    ],
)
def test_a_toll_grows_with_time(code, before, after, wanted):
    """A higher figure in a later report is no contradiction, a lower one is."""
    first, later = code("a", published="2023-05-02", killed=before), code("b", published="2023-05-03", killed=after)
    assert compare_tolls(first, later) == compare_tolls(later, first) == wanted


def test_of_one_day_neither_figure_is_newer(code):
    """Without an order only the difference counts."""
    assert compare_tolls(code("a", killed=exactly(9)), code("b", killed=exactly(20))) == ["killed: apart"]
    assert compare_tolls(code("a", killed=exactly(9)), code("b", killed=exactly(50))) == ["killed: far apart"]
