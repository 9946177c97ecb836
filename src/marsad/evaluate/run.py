"""Code the texts of gold records, as the command and the floors do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from marsad.evaluate.records import ReportRecord
from marsad.model.report import Report

__all__ = ["CodesReports", "as_report", "code_records"]


CodesReports = Callable[[Report], Mapping[str, Any]]
"""What the evaluation needs of a coder: a report to its record, as `marsad.export.record` writes it."""


def as_report(record: ReportRecord) -> Report:
    """Return the report that a gold record was coded from; its events are left behind."""
    return Report(
        report_id=record.report_id,
        headline=record.title,
        text=record.text or "",
        published_on=date.fromisoformat(record.published[:10]) if record.published else None,
        outlet=record.outlet,
    )


def code_records(records: Iterable[ReportRecord], code: CodesReports) -> dict[str, ReportRecord]:
    """Return what `code` makes of the records' own texts, by report id."""
    return {record.report_id: ReportRecord.from_json(code(as_report(record))) for record in records}
