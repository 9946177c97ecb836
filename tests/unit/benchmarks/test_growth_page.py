"""Figures of growing sizes, measured and reckoned."""

from __future__ import annotations

import json

import pytest

from benchmarks.growth_page import Point, main, points


def test_what_was_not_measured_follows_the_last_two_sizes_that_were():
    """Ten times the size at ten times the time has exponent one, and goes on so."""
    found, exponent = points({"1000": {"seconds": 3.0}, "10000": {"seconds": 30.0}}, "seconds")
    assert exponent == pytest.approx(1)
    assert found[:2] == [Point(1000, 3.0, measured=True), Point(10_000, 30.0, measured=True)]
    assert [point.value for point in found[2:]] == pytest.approx([300, 3000, 30_000])
    assert not any(point.measured for point in found[2:])


def test_the_number_of_items_counts_where_it_is_not_the_size_asked_for():
    """Codings come a report at a time, so a few more than asked for are linked."""
    few, many = {"seconds": 1.0, "items": 1200}, {"seconds": 10.0, "items": 12_000}
    assert points({"1000": few, "10000": many}, "seconds")[1] == pytest.approx(1)


def test_the_page_marks_what_is_no_measurement(tmp_path):
    """Reckoned figures are slanted, the load is told, and a chart lies beside the page."""
    figures = {
        "code": {"1000": {"seconds": 3, "mib": 200, "load": 0.5}, "10000": {"seconds": 30, "mib": 210, "load": 2}}
    }
    (tmp_path / "figures.json").write_text(json.dumps(figures))
    main([str(tmp_path / "figures.json"), str(tmp_path / "growth.md")])
    page = (tmp_path / "growth.md").read_text(encoding="utf-8")
    assert "| coding, one process | 3.0 s | 30 s | *300 s* | *3,000 s* | *30,000 s* | 1.00 |" in page
    assert "load was 0.5 to 2" in page
    assert "<svg" in (tmp_path / "growth.svg").read_text(encoding="utf-8")
