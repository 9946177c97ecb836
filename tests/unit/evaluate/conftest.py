"""Records for the evaluation's tests: one gold event, and ways to change it."""

from __future__ import annotations

from typing import Any

import pytest

EVENT: dict[str, Any] = {
    "sub_event_type": "Arrests",
    "side1": ["sdf"],
    "assist1": ["coalition"],
    "side2": ["is"],
    "assist2": [],
    "place": {"name": "الشحيل", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
    "date": {"start": "2025-03-04", "end": "2025-03-04", "precision": 1},
    "killed": None,
    "killed_civilians": None,
    "wounded": None,
    "detained": {"low": 3, "best": 3, "high": 3},
    "abducted": None,
    "sources": [{"name": "مصدر عسكري", "kind": "official"}],
    "status": "reported",
    "evidence": "اعتقلت قسد ثلاثة أشخاص",
}
PLACES = "id,name_ar,alt_names_ar\np1,الشحيل,شحيل|مدينة الشحيل\np2,البوكمال,أبو كمال|البو كمال\n"


@pytest.fixture
def event():
    """Return a function that makes the event above with some fields changed."""

    def make(**changes: Any) -> dict[str, Any]:
        return {**EVENT, **changes}

    return make
