"""Incidents by standing, unit, point, sides and outlets; those that are there already are filled in."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from marsad.store.incident_columns import columns_of

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NEW: dict[str, Any] = {
    "status": sa.Text(),
    "country": sa.Text(),
    "admin1": sa.Text(),
    "place_id": sa.Text(),
    "place_precision": sa.Integer(),
    "latitude": sa.Float(),
    "longitude": sa.Float(),
    "side1": sa.Text(),
    "side2": sa.Text(),
    "outlets": sa.Text(),
}
_AT_ONCE = 400


def upgrade() -> None:
    """Add the columns, and fill them from the records of incidents and the events of their members."""
    for name, kind in _NEW.items():
        op.add_column("incidents", sa.Column(name, kind))
    op.create_index("ix_incidents_changed_at", "incidents", ["changed_at"])
    connection, last = op.get_bind(), ""
    incidents = sa.table("incidents", *map(sa.column, ("incident_id", "record", "reports", *_NEW)))
    members = sa.table("incident_members", *map(sa.column, ("member_key", "incident_id", "event_key", "left_at")))
    while True:
        query = sa.select(incidents.c.incident_id, incidents.c.record).where(
            incidents.c.incident_id > last, incidents.c.reports > 0
        )
        rows = connection.execute(query.order_by(incidents.c.incident_id).limit(_AT_ONCE)).all()
        if not rows:
            return
        last = rows[-1].incident_id
        events: dict[str, list[int]] = {row.incident_id: [] for row in rows}
        here = members.c.left_at.is_(None) & members.c.incident_id.in_(list(events))
        query = sa.select(members.c.incident_id, members.c.event_key).where(here).order_by(members.c.member_key)
        for incident_id, event_key in connection.execute(query):
            events[incident_id].append(event_key)
        told = [(json.loads(row.record), events[row.incident_id]) for row in rows]
        for row, found in zip(rows, columns_of(connection, told), strict=True):
            values = {name: found[name] for name in _NEW}
            connection.execute(sa.update(incidents).where(incidents.c.incident_id == row.incident_id).values(values))
