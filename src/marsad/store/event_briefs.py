"""Events by their ids, in the few fields that a list shows, with the report that tells each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from marsad.store.batches import chunks
from marsad.store.tables import documents, events, report_versions, reports

__all__ = ["EventBrief", "Figure", "event_briefs", "figure_of"]

Figure = dict[str, int | None]
"""Lowest, best and highest figure of people; None for one that nobody tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBrief:
    """An event of the newest coding of its report; days are None where none is known."""

    event_id: str
    report_id: str
    headline: str
    outlet: str | None
    sub_event_type: str
    place_name: str | None
    place_id: str | None
    country: str | None
    admin1: str | None
    date_start: str | None
    date_end: str | None
    killed: Figure | None


def figure_of(row: Any, count: str) -> Figure | None:
    """Return what a row of `events` tells of a count, None where it tells nothing."""
    figure: Figure = {bound: getattr(row, f"{count}_{bound}") for bound in ("low", "best", "high")}
    return figure if any(told is not None for told in figure.values()) else None


def event_briefs(connection: Connection, ids: Sequence[str]) -> list[EventBrief]:
    """Return events in the order of their ids; those that the newest codings do not have are left out."""
    told = documents.join(events, events.c.coding_key == documents.c.coding_key)
    told = told.join(reports, reports.c.report_key == documents.c.report_key)
    told = told.join(report_versions, report_versions.c.version_key == documents.c.version_key)
    found: dict[str, EventBrief] = {}
    for some in chunks(ids):
        query = select(events, reports.c.report_id, report_versions.c.headline, report_versions.c.outlet)
        for row in connection.execute(query.select_from(told).where(events.c.event_id.in_(some))):
            found[row.event_id] = EventBrief(
                event_id=row.event_id,
                report_id=row.report_id,
                headline=row.headline,
                outlet=row.outlet,
                sub_event_type=row.sub_event_type,
                place_name=row.place_name,
                place_id=row.place_id,
                country=row.country,
                admin1=row.admin1,
                date_start=row.date_start,
                date_end=row.date_end,
                killed=figure_of(row, "killed"),
            )
    return [found[one] for one in ids if one in found]
