"""What the rules of the public edition ask of events, so that reports of one act are told alike.

All that is told publicly is made ready anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_READ = ["edition", "incident_id"]
_UNEDITED = sa.text("edition <> 1")
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table and the column, and index what is to be made for whatever reason."""
    op.create_table(
        "event_limits",
        sa.Column("event_key", _KEY, nullable=False, autoincrement=False),
        sa.Column("own", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_key", name="pk_event_limits"),
    )
    op.add_column("public_documents", sa.Column("limits", sa.Text()))
    op.drop_index("ix_incidents_unedited", "incidents")
    op.create_index("ix_incidents_unedited", "incidents", _READ, sqlite_where=_UNEDITED, postgresql_where=_UNEDITED)
    op.execute("DELETE FROM meta WHERE name = 'editions'")
