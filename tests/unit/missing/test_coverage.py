"""What each source covers."""

from __future__ import annotations

import io
from datetime import date

from rich.console import Console

from marsad.missing.coverage import coverage
from marsad.missing.show import coverage_table

DAY = date(2024, 6, 1)


def test_first_only_and_share_of_each_source(tell):
    """Four incidents: أ tells three, one of them alone, two on the day on which ب does; a copy adds nothing."""
    record = [
        tell(DAY, "أ", "ب"), tell(DAY, "أ"), tell(DAY, "ب", "أ"), tell(DAY, "ج", "ناقل", copies={"ناقل": "ج"}, delay=5),
    ]  # fmt: skip
    covered = {one.source: one for one in coverage(record, last=date(2024, 6, 30))}
    assert list(covered) == ["أ", "ب", "ج"]
    assert (len(covered["أ"].ids), covered["أ"].share, covered["أ"].first, len(covered["أ"].only)) == (3, 0.75, 3, 1)
    assert (covered["ب"].first, covered["ب"].only) == (2, ())
    assert (covered["ج"].within_a_day, covered["ج"].begins) == (0.0, date(2024, 6, 6))
    assert covered["ج"].only == (record[3].happening.key,)


def test_no_heading_is_cut_in_a_usual_window(tell):
    """Eighty columns hold all of them, whatever the sources are called."""
    covered = coverage([tell(DAY, "مرصد الوادي لحقوق الإنسان", "شبكة النهر الإخبارية")], last=date(2024, 6, 30))
    shown = io.StringIO()
    Console(file=shown, width=80).print(coverage_table(covered))
    assert "…" not in shown.getvalue()
    assert "incidents" in shown.getvalue()
