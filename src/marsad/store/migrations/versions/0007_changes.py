"""Changes: what stood from when until when; tokens of programs, and answers kept for requests that are repeated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from marsad.store.changes import FIRST_SEAL, sealed
from marsad.store.clock import now
from marsad.store.model import text_sha256

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NOW = sa.text("until IS NULL")
_AT_ONCE = 1000

_STANDING = """
SELECT c.coded_at AS at, 'coding' AS kind, r.report_id AS item, d.coding_key AS coding_key, c.record AS record,
       u.name AS who
FROM documents d JOIN codings c ON c.coding_key = d.coding_key JOIN reports r ON r.report_key = d.report_key
LEFT JOIN users u ON u.user_key = c.user_key
UNION ALL
SELECT changed_at, 'incident', incident_id, NULL, record, NULL FROM incidents WHERE reports > 0
ORDER BY 1, 2, 3
"""


def upgrade() -> None:
    """What stands is noted as created; what it was before is told from now on."""
    op.create_table(
        "changes",
        sa.Column("change_key", _KEY, nullable=False, autoincrement=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Text()),
        sa.Column("before", _KEY),
        sa.Column("until", _KEY),
        sa.Column("coding_key", _KEY),
        sa.Column("record", sa.Text()),
        sa.Column("sha256", sa.Text()),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("change_key", name="pk_changes"),
        sa.ForeignKeyConstraint(["before"], ["changes.change_key"], name="fk_changes_before"),
        sa.ForeignKeyConstraint(["coding_key"], ["codings.coding_key"], name="fk_changes_coding_key"),
        sa.CheckConstraint("kind IN ('coding', 'incident')", name="ck_changes_kind"),
        sa.CheckConstraint("act IN ('created', 'updated', 'merged', 'deleted')", name="ck_changes_act"),
    )
    op.create_index("ix_changes_at", "changes", ["at"])
    op.create_index("ix_changes_merged_into", "changes", ["merged_into"])
    op.create_index("ix_changes_kind_item_change_key", "changes", ["kind", "item", "change_key"])
    op.create_index(
        "uq_changes_one_now", "changes", ["kind", "item"], unique=True, sqlite_where=_NOW, postgresql_where=_NOW
    )
    _note_what_stands(op.get_bind())
    op.create_table(
        "api_tokens",
        sa.Column("token_key", _KEY, nullable=False, autoincrement=False),
        sa.Column("token_sha256", sa.Text(), nullable=False),
        sa.Column("user_key", _KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        sa.Column("used_on", sa.Text()),
        sa.PrimaryKeyConstraint("token_key", name="pk_api_tokens"),
        sa.UniqueConstraint("token_sha256", name="uq_api_tokens_token_sha256"),
        sa.ForeignKeyConstraint(["user_key"], ["users.user_key"], name="fk_api_tokens_user_key"),
    )
    op.create_index("ix_api_tokens_user_key", "api_tokens", ["user_key"])
    op.create_table(
        "api_answers",
        sa.Column("user_key", _KEY, nullable=False),
        sa.Column("given_key", sa.Text(), nullable=False),
        sa.Column("asked_sha256", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer()),
        sa.Column("answer", sa.Text()),
        sa.PrimaryKeyConstraint("user_key", "given_key", name="pk_api_answers"),
        sa.ForeignKeyConstraint(["user_key"], ["users.user_key"], name="fk_api_answers_user_key"),
    )
    op.create_index("ix_api_answers_at", "api_answers", ["at"])


def _note_what_stands(connection: sa.Connection) -> None:
    table = sa.table(
        "changes",
        *map(sa.column, ("change_key", "at", "who", "kind", "item", "act", "reason", "coding_key", "sha256", "chain")),
    )
    rows: list[dict[str, Any]] = []
    for row in _rows(connection):
        rows.append(row)
        if len(rows) == _AT_ONCE:
            op.bulk_insert(table, rows)
            rows = []
    if rows:
        op.bulk_insert(table, rows)
    if connection.scalar(sa.text("SELECT max(change_key) FROM changes")) is not None:
        connection.execute(sa.text("INSERT INTO meta (name, value) VALUES ('changes_from', :at)"), {"at": now()})


def _rows(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    seal = FIRST_SEAL
    reason = json.dumps({"act": "noted"})
    with connection.execute(sa.text(_STANDING), execution_options={"yield_per": _AT_ONCE}) as found:
        for number, row in enumerate(found, 1):
            values = {
                "change_key": number,
                "at": row.at,
                "who": row.who or "marsad",
                "kind": row.kind,
                "item": row.item,
                "act": "created",
                "reason": reason,
                "merged_into": None,
                "coding_key": row.coding_key,
                "sha256": text_sha256(row.record),
            }
            seal = sealed(seal, values)
            del values["merged_into"]
            yield values | {"chain": seal}
