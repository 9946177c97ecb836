"""Incidents by their point, for the tiles of maps."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add an index that tiles are read from alone."""
    op.create_index("ix_incidents_by_point", "incidents", ["latitude", "longitude", "place_precision", "reports"])
