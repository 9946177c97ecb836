"""What tests of pictures share: events made from the codebook's fields, and the words of a picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from marsad.export.happening import Happening, complete, of_report
from marsad.pictures import Picture, to_svg


@pytest.fixture
def told() -> Callable[..., Happening]:
    """A clash at ذيبان on one day with one death, unless told otherwise."""
    numbers = iter(range(10_000))

    def make(**fields: Any) -> Happening:
        place = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "admin2": "SY0902", "precision": 1}
        place |= {"latitude": 35.0, "longitude": 40.5} | fields.pop("place", {})
        day = fields.pop("day", "2024-03-20")
        date = {"start": day, "end": fields.pop("end", day), "precision": fields.pop("precision", 1)}
        killed = fields.pop("killed", (1, 1, 1))
        event = {"sub_event_type": "Armed clash", "side1": ["sdf"], "side2": ["is"], "place": place, "date": date}
        event["killed"] = dict(zip(("low", "best", "high"), killed, strict=True)) if killed else None
        record = {"id": f"r{next(numbers)}", "outlet": "منصة", "events": [event | fields]}
        return next(of_report(complete(record)))

    return make


@pytest.fixture
def words() -> Callable[[Picture], list[str]]:
    """The texts of a picture, without the marks that keep their direction."""

    def read(picture: Picture) -> list[str]:
        found = re.findall(r"<t(?:ext|span)[^>]*>([^<]*)", to_svg(picture))
        return [unescape(text).strip("\u2066\u2067\u2069") for text in found]

    return read
