"""The table of words, actors and places that a team changed for itself: every change is a row that stays."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from marsad.store.columns import KEY
from marsad.store.tables import metadata

__all__ = ["amendments"]

amendments = Table(
    "amendments",
    metadata,
    Column("amendment_key", KEY, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("value", Text),
    Column("why", Text, nullable=False),
    Index(None, "kind", "entry_id", "amendment_key"),
)
