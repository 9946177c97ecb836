"""Gold texts handed to a coder."""

from __future__ import annotations

from datetime import date

from marsad.evaluate.records import ReportRecord
from marsad.evaluate.run import code_records
from marsad.model.report import Report


def test_the_coder_sees_text_date_and_outlet_but_no_events(event):
    """What is coded is the report alone, and the record comes back under its id."""
    seen = []

    def code(report):
        seen.append(report)
        return {"id": report.report_id, "events": [event(), event()]}

    gold = ReportRecord.from_json(
        {"id": "a", "title": "عنوان", "text": "نص", "published": "2025-03-04", "outlet": "موقع", "events": []}
    )
    assert len(code_records([gold], code)["a"].events) == 2
    assert seen == [Report(report_id="a", headline="عنوان", text="نص", published_on=date(2025, 3, 4), outlet="موقع")]
