"""A group as it is written."""

from __future__ import annotations

from marsad.copies import group_copies
from marsad.copies.record import to_record


def test_a_group_is_a_plain_record(report, wire):
    """Ids, origin and reasons are strings and numbers."""
    (group,) = group_copies([report("a", wire, "وكالة الزاجل"), report("b", wire, "قناة الحصاد")])
    assert to_record(group) == {
        "group_id": group.group_id,
        "report_ids": ["a", "b"],
        "origin": "a",
        "why": [{"report_id": "b", "matched_with": "a", "how": "same text", "share": 1.0, "detail": ""}],
    }
