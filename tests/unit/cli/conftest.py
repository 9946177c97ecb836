"""A command line whose coder is a stub: one Armed clash for each "قُتل", a crash for "عطل"."""

import json
import re
import sys
from types import ModuleType, SimpleNamespace

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.export import record
from marsad.model.event import CodedReport, Event, Evidence, Skipped
from marsad.model.quantity import Estimate
from marsad.model.span import Span
from marsad.model.when import DatePrecision, EventDate
from marsad.model.where import EventPlace, GeoPrecision
from marsad.model.who import Participant


class StubCoder:
    """Codes by one word."""

    def __init__(self, places=None, minimum=0.5):
        self.gazetteer = SimpleNamespace(name=f"stub of {places}", version="p1")
        self.places, self.minimum = places, minimum

    @property
    def name(self):
        return record.coder_version()

    def code(self, report):
        if "عطل" in report.text:
            raise ValueError("a word of no good")
        found = enumerate(re.finditer("قُتل", report.source_text), 1)
        made = [_event(report, number, Span(*match.span())) for number, match in found]
        events = tuple(event for event in made if event.confidence >= self.minimum)
        habit = Skipped(report_id=report.report_id, stage="act", reason="Reads as a habit (confidence 0.2).")
        return CodedReport(report_id=report.report_id, events=events, skipped=() if events else (habit,))


def _event(report, number, span):
    return Event(
        event_id=f"{report.report_id}-{number}",
        report_id=report.report_id,
        event_type="Battles",
        sub_event_type="Armed clash",
        participants=(Participant(code="sdf", role="side1"), Participant(code="is", role="side2")),
        place=EventPlace(name="ذيبان", country="SY", admin1="SY09", precision=GeoPrecision.NEAR),
        date=EventDate(start=report.published_on, end=report.published_on, precision=DatePrecision.DAY),
        killed=Estimate(2, 2, None),
        killed_civilians=None,
        wounded=None,
        detained=None,
        abducted=None,
        sources=(),
        status="reported",
        confidence=0.9,
        field_confidence=(("side1", 0.66), ("side2", 0.5)),
        quote="قُتل",
        evidence=(
            Evidence(field="sub_event_type", span=span, quote="قُتل", rule_id="triggers.verb", entry_ids=("killed",)),
        ),
    )


@pytest.fixture
def marsad(tmp_path, monkeypatch):
    """Run a command in an empty folder; the result has exit_code, stdout and stderr."""
    module = ModuleType("marsad.pipeline")
    module.Coder = StubCoder
    monkeypatch.setitem(sys.modules, "marsad.pipeline", module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments, stdin=None):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def reports(tmp_path):
    """Three reports in reports.jsonl, the last without an event."""
    texts = ("قُتل عنصران وقُتل ثالث.", "قُتل شاب.", "تنشط الخلايا في المنطقة.")
    lines = [
        json.dumps({"id": f"r{number}", "text": text, "published": "2024-03-20"}, ensure_ascii=False)
        for number, text in enumerate(texts, 1)
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
