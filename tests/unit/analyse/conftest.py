"""What tests of counts share: events made from the codebook's fields, and stores to compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from marsad.export.happening import Happening, complete, of_report


@pytest.fixture
def told() -> Callable[..., Happening]:
    """An arrest at ذيبان on one day, unless told otherwise."""
    numbers = iter(range(1000))

    def make(**fields: Any) -> Happening:
        number = next(numbers)
        outlet = fields.pop("outlet", "منصة")
        place = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "admin2": "SY0902", "precision": 1}
        place |= {"latitude": 35.0, "longitude": 40.5} | fields.pop("place", {})
        day = fields.pop("day", "2024-03-20")
        date = {"start": day, "end": fields.pop("end", day), "precision": fields.pop("precision", 1)}
        event = {"sub_event_type": "Arrests", "side1": ["sdf"], "side2": ["is"], "place": place, "date": date} | fields
        return next(of_report(complete({"id": f"r{number}", "outlet": outlet, "events": [event]})))

    return make


@pytest.fixture
def keyed() -> Callable[[Any], dict[Any, int]]:
    """The rows of counts as (values in words) -> number."""

    def rows(counts: Any) -> dict[Any, int]:
        def words(key: Any) -> Iterator[str]:
            for value in key:
                yield f"{value.code} ({value.note})" if value.note else value.code

        return {" | ".join(words(row.key)): row.tally.number for row in counts.rows}

    return rows
