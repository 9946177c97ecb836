"""A picture and how it is drawn: no network, and fonts of a package, whatever fonts the machine has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from marsad.errors import MissingPackageError

__all__ = ["FONT", "Picture", "can_draw", "font_folders", "missing", "svg_to_png", "to_png", "to_svg"]

FONT = "Noto Sans Arabic"
"""The font of pictures; it has Latin letters, too."""

_PACKAGES = ("fontpkg_noto_sans_arabic", "fontpkg_amiri")
_SCALE = 2
_PART = re.compile(r"(?<=[\"#])(?:clip|gradient_)\d+(?=[\")])")


@dataclass(frozen=True, slots=True)
class Picture:
    """A Vega-Lite specification, with what it says in words to those who cannot see it."""

    spec: dict[str, Any]
    description: str


def missing(package: str) -> MissingPackageError:
    """Return the error for a package that is not there."""
    return MissingPackageError("This", package=package, extra="report")


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders of the fonts; raises SettingsError when they are not installed."""
    from importlib.util import find_spec

    folders = []
    for name in _PACKAGES:
        found = find_spec(name)
        if found is None or not found.submodule_search_locations:
            raise missing(name.replace("_", "-"))
        folders.append(Path(found.submodule_search_locations[0]) / "files")
    return tuple(folders)


@cache
def can_draw() -> bool:
    """Say whether the packages that pictures need are there."""
    from importlib.util import find_spec

    return all(find_spec(name) for name in (*_PACKAGES, "vl_convert"))


@cache
def _drawing() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise missing("vl-convert-python") from None
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
    return vl_convert


def to_svg(picture: Picture) -> str:
    """Return a picture as SVG, text as text; the same picture gives the same bytes.

    Raises SettingsError when a package of marsad[report] is missing.
    """
    from html import escape

    drawn: str = _drawing().vegalite_to_svg({**picture.spec, "config": _config()}, allowed_base_urls=[])
    drawn = _numbered(drawn)
    start = drawn.index(">") + 1
    return f"{drawn[:start]}<title>{escape(picture.description)}</title>{drawn[start:]}"


def _numbered(drawn: str) -> str:
    """Return SVG with its parts numbered from nought, which the library numbers on from picture to picture."""
    parts = {part: f"part{number}" for number, part in enumerate(dict.fromkeys(_PART.findall(drawn)))}
    return _PART.sub(lambda found: parts[found[0]], drawn)


def to_png(picture: Picture) -> bytes:
    """Return a picture as PNG, twice as many pixels each way; raises what `to_svg` does."""
    return svg_to_png(to_svg(picture))


def svg_to_png(svg: str) -> bytes:
    """Return what `to_svg` drew as PNG."""
    drawn: bytes = _drawing().svg_to_png(svg, scale=_SCALE)
    return drawn


def _config() -> dict[str, Any]:
    quiet = "#555555"
    return {
        "font": FONT,
        "background": "white",
        "view": {"stroke": None},
        "axis": {
            "labelColor": "#222222", "titleColor": "#222222", "labelFontSize": 11, "titleFontSize": 12,
            "titleFontWeight": "normal", "gridColor": "#e6e6e6", "domainColor": "#888888", "tickColor": "#888888",
            "labelLimit": 260,
        },
        "title": {
            "fontSize": 15, "fontWeight": "normal", "subtitleFontSize": 11, "subtitleColor": quiet, "offset": 12,
            "frame": "bounds", "subtitlePadding": 4,
        },
        "legend": {
            "labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal", "gradientStrokeColor": None,
            "labelColor": "#222222", "titleColor": "#222222",
        },
    }  # fmt: skip
