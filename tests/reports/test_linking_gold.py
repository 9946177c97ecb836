"""The gold for joining reports of one incident holds together."""

import json
from pathlib import Path

import pytest

from marsad.evaluate.gold import problems

FILES = sorted((Path(__file__).parents[2] / "evaluation/gold").glob("linking-*.jsonl"))


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def reports(request: pytest.FixtureRequest) -> list[dict]:
    return [json.loads(line) for line in request.param.read_text(encoding="utf-8").splitlines()]


def test_events_follow_the_codebook_and_quote_their_report(reports: list[dict]) -> None:
    """Every event is one the codebook allows, with evidence found in its own report."""
    found = [
        (report["id"], *problem)
        for report in reports
        for event in report["events"]
        for problem in problems(event, f"{report['title']}\n{report['text']}")
    ]
    assert found == []


def test_reports_come_in_order_of_publication(reports: list[dict]) -> None:
    """A linker reads the file as the reports came out; no id stands twice."""
    days = [report["published"] for report in reports]
    assert days == sorted(days)
    assert len({report["id"] for report in reports}) == len(reports)


def test_a_copy_repeats_a_report_published_before_it(reports: list[dict]) -> None:
    """What is copied stands earlier in the file, and the copy tells no incident that its source does not."""
    incidents: dict[str, set[str]] = {}
    for report in reports:
        incidents[report["id"]] = {event["incident"] for event in report["events"]}
        if report["copy_of"] is not None:
            assert report["copy_of"] in incidents, report["id"]
            assert incidents[report["id"]] <= incidents[report["copy_of"]], report["id"]


def test_an_incident_is_told_once_a_report(reports: list[dict]) -> None:
    """Two events of one report are two incidents: one act is one event."""
    for report in reports:
        told = [event["incident"] for event in report["events"]]
        assert len(set(told)) == len(told), report["id"]
