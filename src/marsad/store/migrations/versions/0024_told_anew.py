"""Which incidents and reports were seen otherwise, and by which change, by those who may not see all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from marsad.store.columns import Words

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table: what runs already reads all anew once."""
    op.create_table(
        "told_anew",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("item", Words(), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("kind", "item", name="pk_told_anew"),
    )
    op.create_index("ix_told_anew_number", "told_anew", ["number"])
