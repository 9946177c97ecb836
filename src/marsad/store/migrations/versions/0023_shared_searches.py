"""Questions that somebody keeps for all who work on a store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column: what was kept before is its owner's alone."""
    op.add_column("saved_searches", sa.Column("shared", sa.Integer(), nullable=False, server_default="0"))
