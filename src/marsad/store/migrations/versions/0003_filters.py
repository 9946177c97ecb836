"""Indexes by which events are filtered: each leads to the coding, so that filters need not read the events."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BEFORE = ("admin1_sub_event_type", "date_start_date_end", "latitude_longitude", "sub_event_type")
AFTER = (
    ("sub_event_type",),
    ("country",),
    ("admin1",),
    ("admin2",),
    ("admin3",),
    ("latitude", "longitude"),
    ("date_start", "date_end"),
)


def upgrade() -> None:
    """Put the new indexes in the place of the old."""
    for name in BEFORE:
        op.drop_index(f"ix_events_{name}", "events")
    for columns in AFTER:
        op.create_index(f"ix_events_by_{columns[0]}", "events", [*columns, "coding_key"])
