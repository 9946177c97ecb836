"""PostgreSQL keeps text vectors in their rows.

Kept apart, the planner took reading all of them for cheap, and passed over the index of words.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change how vectors are kept, and have them written anew."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE search_words ALTER COLUMN words SET STORAGE MAIN")
        op.execute("DELETE FROM meta WHERE name = 'search_version'")
