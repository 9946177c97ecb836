"""PostgreSQL notes two common words with one such as من between them as entries of its index, too.

All vectors are written anew from the texts, those of the public edition as it is made ready anew.
"""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Have the vectors written anew."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DELETE FROM meta WHERE name IN ('search_version', 'editions')")
