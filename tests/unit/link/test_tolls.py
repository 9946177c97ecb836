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
        (exactly(1), exactly(1), ["killed: same, one"]),
        (exactly(2), exactly(2), ["killed: same, few"]),
        (exactly(4), exactly(4), ["killed: same, few"]),
        (exactly(5), exactly(5), ["killed: same, many"]),
        (exactly(1), exactly(2), ["killed: grew a little"]),
        (exactly(1), exactly(3), ["killed: grew"]),
        (exactly(16), exactly(20), ["killed: grew a little"]),
        (exactly(16), exactly(22), ["killed: grew"]),
        (exactly(5), exactly(12), ["killed: grew"]),
        (exactly(5), exactly(13), ["killed: grew much"]),
        (exactly(2), exactly(1), ["killed: fell a little"]),
        (exactly(20), exactly(16), ["killed: fell a little"]),
        (exactly(20), exactly(14), ["killed: fell"]),
        (exactly(9), exactly(11), ["killed: grew a little"]),
        (exactly(5), exactly(11), ["killed: grew"]),
        (exactly(2), exactly(40), ["killed: grew much"]),
        (exactly(11), exactly(5), ["killed: fell"]),
        (told(5, 5), exactly(11), ["killed: ranges meet"]),
        (told(20, None), exactly(27), ["killed: ranges meet"]),
        (told(20, None), exactly(20), ["killed: same, many"]),
        (told(20, None), exactly(17), ["killed: fell a little"]),
        (told(None, None, 10), exactly(6), ["killed: fell"]),
        (told(3, 4, 5), told(5, 6, 7), ["killed: ranges meet"]),
        (told(3, 4, 5), told(6, 7, 8), ["killed: grew"]),
        (exactly(4), None, ["killed: one silent"]),
        (exactly(0), exactly(2), ["killed: none against some"]),
        (exactly(2), exactly(0), ["killed: none against some"]),
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
    assert compare_tolls(code("a", killed=exactly(9)), code("b", killed=exactly(11))) == ["killed: close"]
    assert compare_tolls(code("a", killed=exactly(9)), code("b", killed=exactly(12))) == ["killed: close"]
    assert compare_tolls(code("a", killed=exactly(9)), code("b", killed=exactly(13))) == ["killed: apart"]
    undated = code("a", published="", killed=exactly(11)), code("b", killed=exactly(9))
    assert compare_tolls(*undated) == compare_tolls(*reversed(undated)) == ["killed: close"]


def test_every_kind_of_figure_is_compared(code):
    """Those detained and those abducted are held, by one act told in two ways; the missing say nothing."""
    some = {"killed": exactly(1), "wounded": exactly(2), "detained": exactly(5), "abducted": exactly(0)}
    more = {"killed": exactly(1), "wounded": exactly(8), "detained": exactly(5)}
    first, later = code("a", published="2023-05-02", **some), code("b", published="2023-05-03", **more)
    assert compare_tolls(first, later) == [
        "killed: same, one",
        "wounded: grew much",
        "held: same, many",
        "held: one silent",
    ]
