"""Records into codings."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.errors import MarsadError
from marsad.export.record import to_record
from marsad.link.read import codings_of
from marsad.model.report import Report
from marsad.pipeline import Coder


def test_what_marsad_code_writes_is_read(places):
    """Outlet and day stand under "report", and the text may be absent."""
    report = Report(
        report_id="r1", outlet="وكالة", text="اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس.", published_on=date(2023, 5, 3)
    )
    (coding,) = codings_of(to_record(Coder().code(report), report=report), places)
    assert (coding.outlet, coding.published) == ("وكالة", date(2023, 5, 3).toordinal())
    assert coding.start == date(2023, 5, 2).toordinal()
    assert coding.where.name == "الشحيل"
    assert coding.words


@pytest.mark.parametrize("record", [{"events": []}, {"id": 3, "events": []}, {"id": "a"}, {"id": "a", "events": {}}])
def test_a_record_without_id_or_events_is_refused(places, record):
    """The message says what to add."""
    with pytest.raises(MarsadError, match="Add"):
        list(codings_of(record, places))


def test_one_bad_event_costs_no_other(places):
    """It comes as an error in its place; indices stay those of the list."""
    good = {
        "sub_event_type": "Arrests",
        "place": None,
        "date": "2023",
        "killed": {"low": -1},
        "side1": "is",
        "sources": [3],
    }
    bad, coding = codings_of({"id": "a", "events": [{"sub_event_type": "Party"}, good]}, places)
    assert isinstance(bad, MarsadError)
    assert coding.member == ("a", 1)
    assert (coding.start, coding.counts[0], coding.side1, coding.sources) == (None, None, (), ())
