"""A coded report to export."""

from datetime import date

import pytest

from marsad.model.event import CodedReport, Event, Evidence, Skipped
from marsad.model.quantity import Estimate
from marsad.model.report import Report
from marsad.model.span import Span
from marsad.model.what import Source
from marsad.model.when import DatePrecision, EventDate
from marsad.model.where import EventPlace, GeoPrecision
from marsad.model.who import Participant

TEXT = "اعتقلت قسد بدعم من التحالف أربعة أشخاص على الأقل في ذيبان."


@pytest.fixture
def report():
    return Report(report_id="r1", text=TEXT, published_on=date(2026, 1, 3), outlet="منصة", sha256="0" * 64)


@pytest.fixture
def coded():
    event = Event(
        event_id="r1-1",
        report_id="r1",
        event_type="Strategic developments",
        sub_event_type="Arrests",
        participants=(
            Participant(code="sdf", role="side1", actor_id="sdf-special", unit="القوات الخاصة"),
            Participant(code="coalition", role="assist1"),
            Participant(code="is", role="side2"),
        ),
        place=EventPlace(
            name="ذيبان",
            country="SY",
            admin1="SY09",
            precision=GeoPrecision.EXACT,
            also=("الشحيل", "الطيانة"),
            place_id="p7",
            latitude=35.01,
            longitude=40.52,
            uncertainty_km=2.0,
            candidates=("p7", "p9"),
        ),
        date=EventDate(start=date(2026, 1, 2), end=date(2026, 1, 3), precision=DatePrecision.DAY),
        killed=None,
        killed_civilians=None,
        wounded=None,
        detained=Estimate(4, 4, None),
        abducted=None,
        sources=(Source(name="مصدر عسكري", kind="official"), Source(name="المرصد", kind="monitor")),
        status="reported",
        confidence=0.87654,
        quote=TEXT[:10],
        field_confidence=(("sub_event_type", 0.9512), ("side1", 0.8), ("killed", 0.99)),
        evidence=(
            Evidence(
                field="sub_event_type", span=Span(0, 6), quote="اعتقلت", rule_id="triggers.verb", entry_ids=("a",)
            ),
        ),
    )
    skipped = Skipped(report_id="r1", stage="act", reason="Reads as a habit.", span=Span(7, 10), quote="قسد")
    return CodedReport(report_id="r1", events=(event,), skipped=(skipped,))
