"""Drawing: the same bytes each time, fonts of a package, and a remedy where a package is missing."""

from __future__ import annotations

import importlib.util
import sys

import pytest
import vl_convert

from marsad.analyse import Spec, count
from marsad.errors import SettingsError
from marsad.pictures import CHARTS, chart, dimensions, draw, to_png, to_svg
from marsad.wording import Tongue


@pytest.fixture
def picture(told):
    return chart("series", count([told()], Spec(by=("month",))), Tongue(language="ar"))


def test_the_same_picture_is_the_same_bytes(picture):
    """SVG and PNG, with the font of the package named, and words for those who cannot see it."""
    assert to_svg(picture) == to_svg(picture)
    assert to_png(picture) == to_png(picture)
    assert to_png(picture).startswith(b"\x89PNG")
    assert 'font-family="Noto Sans Arabic"' in to_svg(picture)
    assert f"<title>{picture.description}</title>" in to_svg(picture)


def test_arabic_words_are_drawn_with_the_fonts_of_the_package(picture):
    """A picture whose font is not there looks otherwise: the font that was registered is used."""
    other = to_svg(picture).replace("Noto Sans Arabic", "No Such Font")
    assert vl_convert.svg_to_png(other, scale=2) != to_png(picture)


def test_a_missing_package_has_a_remedy(picture, monkeypatch):
    """Of the drawing and of the fonts."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    draw._drawing.cache_clear()
    with pytest.raises(SettingsError, match=r"pip install 'marsad\[report\]'"):
        to_svg(picture)
    draw.font_folders.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"fontpkg.*pip install 'marsad\[report\]'"):
        draw.font_folders()
    monkeypatch.undo()
    draw._drawing.cache_clear()
    draw.font_folders.cache_clear()
    assert to_svg(picture)


def test_every_chart_says_what_it_counts_by():
    """So that a command or a page can count for it; another name is refused."""
    assert [dimensions(kind) for kind in CHARTS] == [
        ("month",), ("month",), ("month", "admin1"), ("side1", "side2"), ("day",),
    ]  # fmt: skip
    assert (dimensions("series", "week"), dimensions("calendar", "month")) == (("week",), ("month",))
    with pytest.raises(SettingsError, match="series"):
        dimensions("pie")
    with pytest.raises(SettingsError, match="day, month"):
        dimensions("calendar", "week")
