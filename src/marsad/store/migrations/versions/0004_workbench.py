"""The workbench: people who sign in, codings that people make, and where each report stands in their work."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROLES = "role IN ('viewer', 'coder', 'reviewer', 'editor', 'admin')"
STATUSES = "status IN ('to check', 'checked', 'second reading', 'reviewed', 'disputed', 'set aside')"


def _to(name: str, target: str, table: str, *, nullable: bool = False) -> tuple[sa.Column[int], Any]:
    column: sa.Column[int] = sa.Column(name, KEY, nullable=nullable)
    return column, sa.ForeignKeyConstraint([name], [target], name=f"fk_{table}_{name}")


def upgrade() -> None:
    """Add columns and tables; a coding by a person stands beside the machine's for the same version."""
    for name in ("password", "totp_secret", "language", "digits", "theme", "ended_at"):
        op.add_column("users", sa.Column(name, sa.Text()))
    op.add_column("users", sa.Column("totp_step", sa.Integer()))
    with op.batch_alter_table("codings") as table:
        table.add_column(sa.Column("user_key", KEY))
        table.add_column(sa.Column("based_on", KEY))
        table.create_foreign_key("fk_codings_user_key", "users", ["user_key"], ["user_key"])
        table.create_foreign_key("fk_codings_based_on", "codings", ["based_on"], ["coding_key"])
        table.drop_constraint("uq_codings_version_key", type_="unique")
    by_machine = sa.text("user_key IS NULL")
    op.create_index("uq_codings_once_by_machine", "codings", ["version_key", "coder_key"], unique=True,
                    sqlite_where=by_machine, postgresql_where=by_machine)  # fmt: skip
    op.create_index("ix_codings_version_key", "codings", ["version_key"])
    op.add_column("documents", sa.Column("confidence", sa.Float()))
    op.add_column("documents", sa.Column("severity", sa.Integer()))
    op.create_index("ix_documents_confidence_coding_key", "documents", ["confidence", "coding_key"])
    op.create_index("ix_documents_severity", "documents", ["severity"])
    _weigh()
    op.create_table(
        "sessions",
        sa.Column("token_sha256", sa.Text(), nullable=False),
        *_to("user_key", "users.user_key", "sessions"),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_sessions"),
    )
    op.create_index("ix_sessions_user_key", "sessions", ["user_key"])
    op.create_table(
        "sign_in_links",
        sa.Column("token_sha256", sa.Text(), nullable=False),
        *_to("user_key", "users.user_key", "sign_in_links", nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.Column("used_at", sa.Text()),
        sa.CheckConstraint(ROLES, name="ck_sign_in_links_role"),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_sign_in_links"),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("failure_key", KEY, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("failure_key", name="pk_sign_in_failures"),
    )
    op.create_index("ix_sign_in_failures_name", "sign_in_failures", ["name"])
    op.create_index("ix_sign_in_failures_address", "sign_in_failures", ["address"])
    op.create_table(
        "review_acts",
        sa.Column("act_key", KEY, autoincrement=False),
        *_to("report_key", "reports.report_key", "review_acts"),
        *_to("user_key", "users.user_key", "review_acts"),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text()),
        *_to("version_key", "report_versions.version_key", "review_acts"),
        *_to("coding_key", "codings.coding_key", "review_acts", nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        *_to("assignee", "users.user_key", "review_acts", nullable=True),
        *_to("checked_by", "users.user_key", "review_acts", nullable=True),
        sa.CheckConstraint(STATUSES, name="ck_review_acts_status"),
        sa.PrimaryKeyConstraint("act_key", name="pk_review_acts"),
    )
    op.create_index("ix_review_acts_report_key", "review_acts", ["report_key"])
    op.create_table(
        "reviews",
        *_to("report_key", "reports.report_key", "reviews"),
        *_to("act_key", "review_acts.act_key", "reviews"),
        sa.Column("changed_at", sa.Text(), nullable=False),
        *_to("version_key", "report_versions.version_key", "reviews"),
        *_to("coding_key", "codings.coding_key", "reviews", nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        *_to("assignee", "users.user_key", "reviews", nullable=True),
        *_to("checked_by", "users.user_key", "reviews", nullable=True),
        sa.CheckConstraint(STATUSES, name="ck_reviews_status"),
        sa.PrimaryKeyConstraint("report_key", name="pk_reviews"),
    )
    op.create_index("ix_reviews_changed_at", "reviews", ["changed_at"])
    op.create_index("ix_reviews_assignee", "reviews", ["assignee"])
    op.create_index("ix_reviews_status_report_key", "reviews", ["status", "report_key"])


def _weigh() -> None:
    """Give every report of a kept coding its place in the queues."""
    connection, last = op.get_bind(), 0
    query = sa.text(
        "SELECT d.search_key, c.record FROM documents d JOIN codings c ON c.coding_key = d.coding_key "
        "WHERE d.search_key > :last ORDER BY d.search_key LIMIT 500"
    )
    change = sa.text("UPDATE documents SET confidence = :confidence, severity = :severity WHERE search_key = :key")
    while rows := connection.execute(query, {"last": last}).all():
        last = rows[-1].search_key
        weighed = [{"key": row.search_key, **_urgency(json.loads(row.record).get("events", []))} for row in rows]
        connection.execute(change, weighed)


def _urgency(events: list[dict[str, Any]]) -> dict[str, float | int | None]:
    sure = [value for event in events for value in (event["confidence"], *event["confidence_fields"].values())]
    tolls = [
        sum(
            weight * ((event[name] or {}).get("best") or (event[name] or {}).get("low") or 0)
            for name, weight in (("killed", 10), ("wounded", 1), ("detained", 1), ("abducted", 1))
        )
        for event in events
    ]
    return {"confidence": min(sure, default=None), "severity": max(tolls, default=None)}
