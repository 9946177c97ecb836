"""Linking in the store: acts with lasting numbers, what the linker knows of each event, incidents to filter by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from marsad.store.sources import folded_outlet

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WAITING = "linked = 0 AND coding_key IS NOT NULL"


def upgrade() -> None:
    """Every report waits to be linked; incidents of before are filled in when they are linked again."""
    op.add_column("documents", sa.Column("linked", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(
        "ix_documents_waiting",
        "documents",
        ["published", "report_key"],
        sqlite_where=sa.text(_WAITING),
        postgresql_where=sa.text(_WAITING),
    )
    for name, kind in (
        ("sub_event_type", sa.Text()),
        ("date_start", sa.Text()),
        ("date_end", sa.Text()),
        ("places", sa.Text()),
        ("actors", sa.Text()),
        ("reports", sa.Integer()),
        ("sources", sa.Integer()),
        ("credibility", sa.Integer()),
        ("attribution", sa.Text()),
        ("contested", sa.Integer()),
    ):
        op.add_column("incidents", sa.Column(name, kind))
    op.create_index("ix_incidents_date_start_incident_id", "incidents", ["date_start", "incident_id"])
    op.create_table(
        "source_names",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source_key", _KEY, nullable=False),
        sa.ForeignKeyConstraint(["source_key"], ["sources.source_key"], name="fk_source_names_source_key"),
        sa.PrimaryKeyConstraint("name", name="pk_source_names"),
    )
    op.create_index("ix_source_names_source_key", "source_names", ["source_key"])
    for key, outlet in (
        op.get_bind().execute(sa.text("SELECT source_key, outlet FROM sources ORDER BY source_key")).all()
    ):
        names = sa.table("source_names", sa.column("name"), sa.column("source_key"))
        taken = sa.select(names.c.name).where(names.c.name == folded_outlet(outlet))
        if op.get_bind().scalar(taken) is None:
            op.bulk_insert(names, [{"name": folded_outlet(outlet), "source_key": key}])
    op.create_table(
        "acts",
        sa.Column("report_key", _KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_key", _KEY, nullable=False),
        sa.ForeignKeyConstraint(["report_key"], ["reports.report_key"], name="fk_acts_report_key"),
        sa.ForeignKeyConstraint(["event_key"], ["events.event_key"], name="fk_acts_event_key"),
        sa.PrimaryKeyConstraint("report_key", "number", name="pk_acts"),
    )
    op.create_index("ix_acts_event_key", "acts", ["event_key"])
    op.create_table(
        "linked_events",
        sa.Column("event_key", _KEY, nullable=False, autoincrement=False),
        sa.Column("report_key", _KEY, nullable=False),
        sa.Column("coding", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["event_key"], ["events.event_key"], name="fk_linked_events_event_key"),
        sa.ForeignKeyConstraint(["report_key"], ["reports.report_key"], name="fk_linked_events_report_key"),
        sa.PrimaryKeyConstraint("event_key", name="pk_linked_events"),
    )
    op.create_index("ix_linked_events_report_key", "linked_events", ["report_key"])
    op.create_table(
        "linked_scores",
        sa.Column("event_key", _KEY, nullable=False, autoincrement=False),
        sa.Column("near", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("event_key", name="pk_linked_scores"),
    )
    op.create_table(
        "linked_areas",
        sa.Column("area", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("family", sa.Integer(), nullable=False),
        sa.Column("event_key", _KEY, nullable=False),
        sa.PrimaryKeyConstraint("area", "day", "family", "event_key", name="pk_linked_areas"),
        sqlite_with_rowid=False,
    )
