"""What each source covers."""

from __future__ import annotations

from datetime import date

from marsad.missing.coverage import coverage

DAY = date(2024, 6, 1)


def test_first_only_and_share_of_each_source(tell):
    """Four incidents: أ tells three, one of them alone; a copy adds nothing."""
    record = [
        tell(DAY, "أ", "ب"), tell(DAY, "أ"), tell(DAY, "ب", "أ"), tell(DAY, "ج", "ناقل", copies={"ناقل": "ج"}, delay=5),
    ]  # fmt: skip
    covered = {one.source: one for one in coverage(record, last=date(2024, 6, 30))}
    assert list(covered) == ["أ", "ب", "ج"]
    assert (len(covered["أ"].ids), covered["أ"].share, covered["أ"].first, len(covered["أ"].only)) == (3, 0.75, 2, 1)
    assert (covered["ب"].first, covered["ب"].only) == (1, ())
    assert (covered["ج"].within_a_day, covered["ج"].begins) == (0.0, date(2024, 6, 6))
    assert covered["ج"].only == (record[3].happening.key,)
