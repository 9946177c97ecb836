"""Pages that were taken down: a version of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of each version whether the page was there; of those kept so far, all were."""
    with op.batch_alter_table("report_versions") as table:
        table.add_column(sa.Column("state", sa.Text(), nullable=False, server_default="published"))
        table.create_check_constraint("ck_report_versions_state", "state IN ('published', 'gone')")
