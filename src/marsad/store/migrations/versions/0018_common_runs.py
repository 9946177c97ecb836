"""PostgreSQL notes common words in a row as entries of its index, so that their vectors need not be read.

All vectors are written anew from the texts, those of the public edition as it is made ready anew.
"""

from __future__ import annotations

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Have the vectors written anew."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DELETE FROM meta WHERE name IN ('search_version', 'editions')")
