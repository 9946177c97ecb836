"""The bundled sample reports and their gold coding."""

import json
from pathlib import Path

import pytest

from marsad.lexicon.load import RESOURCES
from marsad.model.report import Report
from marsad.model.what import EVENT_TYPES
from marsad.read import read

GOLD = Path(__file__).parents[2] / "evaluation/samples.gold.jsonl"


@pytest.fixture(scope="module")
def gold() -> dict[str, dict]:
    return {record["id"]: record for record in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())}


def test_every_format_gives_the_text_that_was_coded(gold: dict[str, dict]) -> None:
    """Pages, tables, text files and JSON Lines are read to the very words of the gold records."""
    found = {}
    for report in read([RESOURCES / "samples"]):
        assert isinstance(report, Report), report
        day = report.published_on.isoformat() if report.published_on else None
        found[report.report_id] = (report.headline, report.text, day, report.outlet)
    wanted = {key: (g["title"], g["text"], g["published"], g["outlet"]) for key, g in gold.items()}
    assert found == wanted


def test_evidence_is_quoted_from_the_text(gold: dict[str, dict]) -> None:
    """Each event quotes at most 200 characters, all of them in its report."""
    for record in gold.values():
        for event in record["events"]:
            assert event["evidence"] in f"{record['title']}\n{record['text']}"
            assert 0 < len(event["evidence"]) <= 200


def test_the_samples_show_every_type_and_every_syrian_governorate(gold: dict[str, dict]) -> None:
    """A first look at marsad meets all 25 types, all 14 governorates, and reports with nothing to code."""
    events = [event for record in gold.values() for event in record["events"]]
    assert {event["sub_event_type"] for event in events} == set(EVENT_TYPES)
    assert {f"SY{number:02}" for number in range(1, 15)} <= {event["place"]["admin1"] for event in events}
    assert sum(not record["events"] for record in gold.values()) >= 12
