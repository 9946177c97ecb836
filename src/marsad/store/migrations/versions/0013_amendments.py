"""Words, actors and places that a team changed for itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "amendments",
        sa.Column("amendment_key", _KEY, nullable=False, autoincrement=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("at", "who", "kind", "entry_id", "act")),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("amendment_key", name="pk_amendments"),
    )
    op.create_index("ix_amendments_kind_entry_id_amendment_key", "amendments", ["kind", "entry_id", "amendment_key"])
