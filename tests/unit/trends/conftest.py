"""What tests of trends share: incidents told by sources, made from the codebook's fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from marsad.analyse.voices import Told, Voices
from marsad.export.happening import of_incident

LAST = date(2024, 6, 30)


@pytest.fixture
def record() -> Callable[..., dict[str, Any]]:
    """An incident as a file holds it: a clash at ذيبان on a day, told by some sources on that day."""
    numbers = iter(range(100_000))

    def make(day: date | None = LAST, *outlets: str, **fields: Any) -> dict[str, Any]:
        key = f"i-{next(numbers):05}"
        place = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "admin2": "SY0903", "precision": 1}
        place |= {"latitude": 35.0, "longitude": 40.5} | fields.pop("place", {})
        when = None if day is None else day.isoformat()
        date_ = {"start": when, "end": when, "precision": fields.pop("precision", 1)}
        copies = fields.pop("copies", {})
        published = None if day is None else (day + timedelta(days=fields.pop("delay", 0))).isoformat()
        members = [
            {"report_id": f"{key}-{name}", "event": 0, "outlet": name, "published": published,
             "copy_of": f"{key}-{copies[name]}" if name in copies else None, "evidence": "اشتباك"}
            for name in outlets
        ]  # fmt: skip
        return {
            "incident_id": key, "sub_event_type": "Armed clash", "side1": ["is"], "side2": ["sdf"], "place": place,
            "date": date_, "figures": {}, "reports": len(members), "sources": len(members), "choices": {},
            "members": members,
        } | fields  # fmt: skip

    return make


@pytest.fixture
def tell(record) -> Callable[..., Told]:
    """The same with its voices."""

    def make(*given: Any, **fields: Any) -> Told:
        (one,) = Voices().of([of_incident(record(*given, **fields), {})])
        return one

    return make


@pytest.fixture
def weekly(tell) -> Callable[..., list[Told]]:
    """So many incidents in each of some weeks that end on the last day, told by sources that stand for all of them."""

    def make(counts: list[int], *outlets: str, **fields: Any) -> list[Told]:
        first = LAST - timedelta(days=7 * len(counts) - 1)
        return [
            tell(first + timedelta(days=7 * week + number % 7), *outlets, **fields)
            for week, count in enumerate(counts)
            for number in range(count)
        ]

    return make
