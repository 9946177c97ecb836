"""What the reports of incidents are now, which incidents a report tells, and which incidents stand near one."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from marsad.store.batches import chunks
from marsad.store.incidents import homes
from marsad.store.links import scores_of
from marsad.store.tables import (
    acts,
    documents,
    incident_members,
    incidents,
    latest_versions,
    report_versions,
    reports,
)
from marsad.store.whole import whole_incident

__all__ = ["ReportNow", "ToldIncident", "incidents_told_by", "near", "reports_now"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNow:
    """A report as it stands; `waits` says that its newest coding is not linked yet."""

    headline: str
    url: str | None
    published_at: str | None
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldIncident:
    """An incident that a report tells; `record` holds the values chosen among all its reports."""

    incident_id: str
    place_id: str | None
    record: dict[str, Any]


_NOW = (
    select(
        reports.c.report_id,
        report_versions.c.headline,
        report_versions.c.url,
        report_versions.c.published_at,
        documents.c.linked,
    )
    .select_from(latest_versions)
    .where(reports.c.report_id.in_(bindparam("asked", expanding=True)))
)


def reports_now(connection: Connection, report_ids: Collection[str]) -> dict[str, ReportNow]:
    """Return how reports stand, by id."""
    found: dict[str, ReportNow] = {}
    for some in chunks(sorted(report_ids)):
        for row in connection.execute(_NOW, {"asked": some}):
            found[row.report_id] = ReportNow(
                headline=row.headline, url=row.url, published_at=row.published_at, waits=not row.linked
            )
    return found


_TOLD_BY = (
    select(incidents.c.incident_id, incidents.c.place_id, incidents.c.record)
    .select_from(
        acts.join(incident_members, incident_members.c.event_key == acts.c.event_key).join(
            incidents, incidents.c.incident_id == incident_members.c.incident_id
        )
    )
    .where(acts.c.report_key == bindparam("asked"), incident_members.c.left_at.is_(None))
    .order_by(acts.c.number)
)


def incidents_told_by(connection: Connection, report_key: int) -> list[ToldIncident]:
    """Return the incidents that a report tells now, each once, in the order of its acts."""
    rows = {row.incident_id: row for row in connection.execute(_TOLD_BY, {"asked": report_key})}
    return [
        ToldIncident(incident_id=row.incident_id, place_id=row.place_id, record=whole_incident(json.loads(row.record)))
        for row in rows.values()
    ]


def near(connection: Connection, event_keys: Collection[int], *, most: int) -> list[tuple[str, int]]:
    """Return the incidents that events of one were compared with: id and best score in thousandths, the best first."""
    best: dict[int, int] = {}
    for scores in scores_of(connection, event_keys).values():
        for key, score in scores.items():
            if key not in event_keys:
                best[key] = max(score, best.get(key, score))
    standing: dict[str, int] = {}
    ranked = sorted(best, key=lambda key: (-best[key], key))[: 20 * most]
    for key, incident_id in homes(connection, ranked).items():
        standing[incident_id] = max(best[key], standing.get(incident_id, best[key]))
    return sorted(standing.items(), key=lambda one: (-one[1], one[0]))[:most]
