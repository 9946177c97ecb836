"""A group of copies as a line of JSON."""

from __future__ import annotations

from typing import Any

from marsad.copies.group import CopyGroup

__all__ = ["to_record"]


def to_record(group: CopyGroup) -> dict[str, Any]:
    """Return a group as written: `group_id`, `report_ids`, `origin`, and `why`, a reason for each of the others.

    A reason is {"report_id", "matched_with", "how", "share", "detail"}; `share` is 0 to 1, of the shorter report.
    """
    return {
        "group_id": group.group_id,
        "report_ids": list(group.report_ids),
        "origin": group.origin,
        "why": [
            {
                "report_id": reason.report_id,
                "matched_with": reason.matched_with,
                "how": reason.how.value,
                "share": round(reason.share, 3),
                "detail": reason.detail,
            }
            for reason in group.why
        ],
    }
