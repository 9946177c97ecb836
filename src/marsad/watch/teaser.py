"""What a feed told of a page, kept until the page is had, or instead of it when it cannot be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from marsad.export.report_line import report_line
from marsad.model.report import Report
from marsad.read.fields import to_report

__all__ = ["teaser_of", "teaser_record"]


def teaser_record(report: Report | None) -> dict[str, Any] | None:
    """Return a report as a record that the journal can hold."""
    if report is None:
        return None
    record: dict[str, Any] = json.loads(report_line(report))
    return record


def teaser_of(record: Mapping[str, Any] | None) -> Report | None:
    """Return the report of such a record."""
    return to_report(record, file="journal", line=None, default_id="", sha256="") if record else None
