"""The tables of shared work: reports coded a second time without seeing the first coding, changes made in batches."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from marsad.store.columns import KEY
from marsad.store.tables import metadata

__all__ = ["batch_acts", "batches", "blind_codings", "blind_readings"]

blind_readings = Table(
    "blind_readings",
    metadata,
    Column("reading_key", KEY, primary_key=True, autoincrement=False),
    Column("report_key", KEY, ForeignKey("reports.report_key"), nullable=False),
    Column("version_key", KEY, ForeignKey("report_versions.version_key"), nullable=False),
    Column("coding_key", KEY, ForeignKey("codings.coding_key"), nullable=False),
    Column("first_by", KEY, ForeignKey("users.user_key"), nullable=False),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False),
    Column("asked_by", KEY, ForeignKey("users.user_key"), nullable=False),
    Column("asked_at", Text, nullable=False),
    Index(None, "report_key", "user_key", unique=True),
    Index(None, "user_key", "reading_key"),
)

blind_codings = Table(
    "blind_codings",
    metadata,
    Column("reading_key", KEY, ForeignKey("blind_readings.reading_key"), primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False),
    Column("made_at", Text, nullable=False, index=True),
)

batches = Table(
    "batches",
    metadata,
    Column("batch_key", KEY, primary_key=True, autoincrement=False),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("undoes", KEY, ForeignKey("batches.batch_key"), unique=True),
)

batch_acts = Table(
    "batch_acts",
    metadata,
    Column("batch_key", KEY, ForeignKey("batches.batch_key"), primary_key=True, autoincrement=False),
    Column("act_key", KEY, ForeignKey("review_acts.act_key"), primary_key=True, autoincrement=False),
)
