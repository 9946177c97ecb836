"""Work that people share: second codings made without seeing the first, and changes made in batches."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _to(name: str, target: str, table: str, *, nullable: bool = False) -> tuple[sa.Column[int], Any]:
    column: sa.Column[int] = sa.Column(name, _KEY, nullable=nullable)
    return column, sa.ForeignKeyConstraint([name], [target], name=f"fk_{table}_{name}")


def upgrade() -> None:
    """Add the tables, empty; incidents are filtered by an index that SQLite need not leave."""
    op.create_table(
        "blind_readings",
        sa.Column("reading_key", _KEY, autoincrement=False),
        *_to("report_key", "reports.report_key", "blind_readings"),
        *_to("version_key", "report_versions.version_key", "blind_readings"),
        *_to("coding_key", "codings.coding_key", "blind_readings"),
        *_to("first_by", "users.user_key", "blind_readings"),
        *_to("user_key", "users.user_key", "blind_readings"),
        *_to("asked_by", "users.user_key", "blind_readings"),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reading_key", name="pk_blind_readings"),
    )
    op.create_index("ix_blind_readings_report_key_user_key", "blind_readings", ["report_key", "user_key"], unique=True)
    op.create_index("ix_blind_readings_user_key_reading_key", "blind_readings", ["user_key", "reading_key"])
    op.create_table(
        "blind_codings",
        *_to("reading_key", "blind_readings.reading_key", "blind_codings"),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reading_key", name="pk_blind_codings"),
    )
    op.create_index("ix_blind_codings_made_at", "blind_codings", ["made_at"])
    op.create_table(
        "batches",
        sa.Column("batch_key", _KEY, autoincrement=False),
        *_to("user_key", "users.user_key", "batches"),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        *_to("undoes", "batches.batch_key", "batches", nullable=True),
        sa.PrimaryKeyConstraint("batch_key", name="pk_batches"),
        sa.UniqueConstraint("undoes", name="uq_batches_undoes"),
    )
    op.create_table(
        "batch_acts",
        *_to("batch_key", "batches.batch_key", "batch_acts"),
        *_to("act_key", "review_acts.act_key", "batch_acts"),
        sa.PrimaryKeyConstraint("batch_key", "act_key", name="pk_batch_acts"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.create_index(
            "ix_incidents_filters",
            "incidents",
            [
                "date_start", "incident_id", "reports", "sources", "credibility", "contested", "attribution",
                "sub_event_type", "date_end", "places", "actors",
            ],
        )  # fmt: skip
