"""Whole reports, each with the events that an analyst coded by hand after the codebook.

`<name>.txt` is the report, `<name>.expected.json` its events with the fields that the report is there for. Every event
of the report is listed; a field that is not listed is not compared. `known_mistake` says why a report is still coded
wrong; the test fails when it comes right, so that the note goes.
"""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from marsad.export import to_record
from marsad.model.report import Report
from marsad.model.what import EVENT_TYPES
from marsad.pipeline import Coder
from marsad.read import read

HERE = Path(__file__).parent
REPORTS = sorted(HERE.glob("*.txt"))
COMPARED = {
    "sub_event_type", "side1", "assist1", "side2", "assist2", "place", "date", "killed", "killed_civilians",
    "wounded", "detained", "abducted", "sources", "status",
}  # fmt: skip
IN_PARTS = {"place", "date"}
"""Fields of which some parts may be listed alone."""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def case(report: Path) -> Any:
    """Return a report as a case, one that must fail where a mistake is known."""
    mistake = json.loads(report.with_suffix(".expected.json").read_text(encoding="utf-8")).get("known_mistake")
    marks = [pytest.mark.xfail(reason=mistake, strict=True)] if mistake else []
    return pytest.param(report, id=report.stem, marks=marks)


def expected(report: Path) -> list[dict[str, Any]]:
    events = json.loads(report.with_suffix(".expected.json").read_text(encoding="utf-8"))["events"]
    for event in events:
        assert set(event) <= COMPARED, set(event) - COMPARED
        assert event.get("sub_event_type", "Other") in EVENT_TYPES
    return events


def as_listed(event: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """Return a coded event cut down to the fields, and the parts of place and date, that are listed."""
    return {
        field: {part: event[field][part] for part in value} if field in IN_PARTS else event[field]
        for field, value in wanted.items()
    }


def closest(events: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the coded events in the order in which most listed fields agree: their own order does not matter."""

    def agreement(order: tuple[dict[str, Any], ...]) -> int:
        pairs = zip(order, wanted, strict=True)
        return sum(as_listed(event, want)[field] == want[field] for event, want in pairs for field in want)

    return list(max(permutations(events), key=agreement))


@pytest.mark.parametrize(
    "report", [case(report) for report in REPORTS if report.with_suffix(".expected.json").exists()]
)
def test_a_report_is_coded_as_by_hand(report: Path, coder: Coder) -> None:
    """The report gives the listed events, no more and no fewer, with every listed field."""
    wanted = expected(report)
    (read_report,) = read([report])
    assert isinstance(read_report, Report), read_report
    events = to_record(coder.code(read_report))["events"]
    assert len(events) == len(wanted), [(event["sub_event_type"], event["evidence"]) for event in events]
    found = [as_listed(event, want) for event, want in zip(closest(events, wanted), wanted, strict=True)]
    assert found == wanted


def test_reports_and_answers_come_in_pairs() -> None:
    """No report lacks its expected events, and no expected events lack their report."""
    answers = {file.name.removesuffix(".expected.json") for file in HERE.glob("*.expected.json")}
    assert answers == {report.stem for report in REPORTS}
    assert len(answers) >= 24
