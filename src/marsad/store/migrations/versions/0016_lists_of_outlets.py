"""Reports of an outlet by severity: the list of work that is narrowed to one is read from its start."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put an index of both in place of that of outlets."""
    op.drop_index("ix_documents_outlet", "documents")
    op.create_index("ix_documents_outlet_severity_search_key", "documents", ["outlet", "severity", "search_key"])
