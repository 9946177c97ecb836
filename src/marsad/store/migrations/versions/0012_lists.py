"""Lists in the order of a value and of a key, so that each page is read from where the one before ended."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_BEFORE = ("ix_documents_published", "ix_documents_severity", "ix_documents_confidence_coding_key")
_NOW = (("published", "report_key"), ("severity", "search_key"), ("confidence", "search_key"))


def upgrade() -> None:
    """Put indexes with a key in the place of those without."""
    for name in _BEFORE:
        op.drop_index(name, "documents")
    for columns in _NOW:
        op.create_index(f"ix_documents_{'_'.join(columns)}", "documents", list(columns))
