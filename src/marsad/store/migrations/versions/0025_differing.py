"""Incidents of which sources tell other figures than others do; those that are there already are filled in."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from marsad.store.differing import differing

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_AT_ONCE = 2_000
_KEYS = {"incidents": ("incident_id",), "incident_editions": ("incident_id", "kind")}


def upgrade() -> None:
    """Add the column, for all who look, and fill it from the records of incidents."""
    for name, key in _KEYS.items():
        op.add_column(name, sa.Column("differing", sa.Integer()))
        _fill(sa.table(name, *map(sa.column, (*key, "record", "reports", "differing"))), key)


def _fill(table: sa.TableClause, names: tuple[str, ...]) -> None:
    connection, key = op.get_bind(), [table.c[name] for name in names]
    query = sa.select(*key, table.c.record).where(table.c.reports > 0).order_by(*key).limit(_AT_ONCE)
    this = sa.and_(*(column == sa.bindparam(f"of_{name}") for name, column in zip(names, key, strict=True)))
    filled = sa.update(table).where(this).values(differing=sa.bindparam("found"))
    last = tuple("" for _ in names)
    while rows := connection.execute(query.where(sa.tuple_(*key) > sa.tuple_(*last))).all():
        last = tuple(rows[-1][:-1])
        found = [
            {f"of_{name}": value for name, value in zip(names, row, strict=False)}
            | {"found": int(bool(differing(json.loads(row.record))))}
            for row in rows
        ]
        connection.execute(filled, found)
