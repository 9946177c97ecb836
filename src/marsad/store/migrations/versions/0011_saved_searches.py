"""Questions that people keep under a name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "saved_searches",
        sa.Column("search_key", _KEY, nullable=False, autoincrement=False),
        sa.Column("user_key", _KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("search_key", name="pk_saved_searches"),
        sa.ForeignKeyConstraint(["user_key"], ["users.user_key"], name="fk_saved_searches_user_key"),
        sa.UniqueConstraint("user_key", "name", name="uq_saved_searches_user_key"),
    )
