"""What tests of the linker share: reports written for it, places, weights made for a test, codings from few words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad import gazetteer
from marsad.gazetteer import Gazetteer
from marsad.lexicon.weights import Weights
from marsad.link.coding import Coding
from marsad.link.compare import Comparer
from marsad.link.read import codings_of

REPORTS = Path(__file__).parent / "reports.jsonl"


@pytest.fixture(scope="session")
def places() -> Gazetteer:
    """The places that marsad brings along."""
    return gazetteer.load()


@pytest.fixture(scope="session")
def reports() -> list[dict[str, Any]]:
    """Reports with events whose `incident` says which belong together."""
    return [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def code(places) -> Callable[..., Coding]:
    """Make the coding of a report with one event; keywords are fields of the event, or of the report."""

    def make(report_id: str = "r1", *, published: str = "2023-05-03", outlet: str = "", **fields: Any) -> Coding:
        event = {
            "sub_event_type": "Armed clash",
            "side1": ["is"],
            "side2": ["sdf"],
            "place": {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
            "date": {"start": "2023-05-02", "end": "2023-05-02", "precision": 1},
            "evidence": "",
        }
        copy_group = fields.pop("copy_group", None)
        about = {"title": fields.pop("title", ""), "text": fields.pop("text", "")}
        place = {**event["place"], **fields.pop("place", {})}
        record = {"id": report_id, "published": published, "outlet": outlet, **about}
        record["events"] = [{**event, "place": place, **fields}]
        (coding,) = codings_of(record, places, copy_group=copy_group)
        assert isinstance(coding, Coding)
        return coding

    return make


@pytest.fixture(scope="session")
def plain() -> Comparer:
    """Weights by which place, day and kind decide, so that tests do not hang on what was learned."""
    weights = {
        "place: same village": 3.0, "place: same town": 3.0, "place: inside": 1.0, "place: same unit": -3.0,
        "place: next": -1.0, "place: near": -2.0, "place: far": -4.0, "place: elsewhere": -5.0,
        "kind: same": 1.0, "day: same": 1.0, "day: 1 apart": -3.0, "words: most": 2.0,
    }  # fmt: skip
    return Comparer(Weights(name="link", weights=weights, bias=-2.0))
