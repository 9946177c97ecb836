"""Tiles of some days are read from the index of points alone, as tiles of all days are."""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_READ = ["latitude", "longitude", "place_precision", "reports", "date_start", "date_end"]


def upgrade() -> None:
    """Have the index hold days."""
    op.drop_index("ix_incidents_by_point", "incidents")
    op.create_index("ix_incidents_by_point", "incidents", _READ)
