"""The table of changes: which coding of a report, and which record of an incident, stood from when until when."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text, text

from marsad.store.columns import KEY, Words
from marsad.store.tables import metadata

__all__ = ["ACTS", "KINDS", "changes"]

KINDS = ("coding", "incident")
"""What changes are noted of: the coding in force of a report, and an incident."""

ACTS = ("created", "updated", "merged", "deleted")

_NOW = text("until IS NULL")

changes = Table(
    "changes",
    metadata,
    Column("change_key", KEY, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False, index=True),
    Column("who", Words, nullable=False),
    Column("kind", Text, nullable=False),
    Column("item", Words, nullable=False),
    Column("act", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("merged_into", Words, index=True),
    Column("before", KEY, ForeignKey("changes.change_key")),
    Column("until", KEY),
    Column("coding_key", KEY, ForeignKey("codings.coding_key")),
    Column("record", Text),
    Column("sha256", Text),
    Column("chain", Text, nullable=False),
    CheckConstraint(f"kind IN ({', '.join(map(repr, KINDS))})", name="kind"),
    CheckConstraint(f"act IN ({', '.join(map(repr, ACTS))})", name="act"),
    Index(None, "kind", "item", "change_key"),
    Index("uq_changes_one_now", "kind", "item", unique=True, sqlite_where=_NOW, postgresql_where=_NOW),
)
"""`before` and `until` are the change of the same thing before this one and after it. `sha256` is the hash of the
record that stands from this change on, NULL where none does. `record` is filled when that of an incident ended:
until then it is in `incidents`; codings have theirs in `codings`."""
