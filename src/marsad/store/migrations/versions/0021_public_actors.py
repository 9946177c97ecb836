"""Those who may not see all count actors that are coded by name, as the public edition tells them.

The public edition is made ready anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "public_event_actors",
        sa.Column("event_key", _KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_key", "position", name="pk_public_event_actors"),
    )
    op.create_index("ix_public_event_actors_code_event_key", "public_event_actors", ["code", "event_key"])
    op.execute("DELETE FROM meta WHERE name = 'editions'")
