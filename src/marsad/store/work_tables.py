"""The tables of the workbench: who is signed in, and what people did with each report."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from marsad.store.columns import KEY, Words
from marsad.store.tables import metadata

__all__ = ["STATUSES", "review_acts", "reviews", "saved_searches", "sessions", "sign_in_failures", "sign_in_links"]

STATUSES = ("to check", "checked", "second reading", "reviewed", "disputed", "set aside")
"""Where a report can stand in the work of people."""

_STATUS = f"status IN ({', '.join(repr(status) for status in STATUSES)})"

sessions = Table(
    "sessions",
    metadata,
    Column("token_sha256", Text, primary_key=True),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False, index=True),
    Column("made_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("address", Text, nullable=False),
    Column("agent", Words, nullable=False),
)

sign_in_links = Table(
    "sign_in_links",
    metadata,
    Column("token_sha256", Text, primary_key=True),
    Column("user_key", KEY, ForeignKey("users.user_key")),
    Column("role", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Column("used_at", Text),
    CheckConstraint("role IN ('viewer', 'coder', 'reviewer', 'editor', 'admin')", name="role"),
)

sign_in_failures = Table(
    "sign_in_failures",
    metadata,
    Column("failure_key", KEY, primary_key=True, autoincrement=False),
    Column("name", Words, nullable=False, index=True),
    Column("address", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
)

review_acts = Table(
    "review_acts",
    metadata,
    Column("act_key", KEY, primary_key=True, autoincrement=False),
    Column("report_key", KEY, ForeignKey("reports.report_key"), nullable=False, index=True),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False),
    Column("at", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("comment", Words),
    Column("version_key", KEY, ForeignKey("report_versions.version_key"), nullable=False),
    Column("coding_key", KEY, ForeignKey("codings.coding_key")),
    Column("status", Text, nullable=False),
    Column("assignee", KEY, ForeignKey("users.user_key")),
    Column("checked_by", KEY, ForeignKey("users.user_key")),
    CheckConstraint(_STATUS, name="status"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("report_key", KEY, ForeignKey("reports.report_key"), primary_key=True),
    Column("act_key", KEY, ForeignKey("review_acts.act_key"), nullable=False),
    Column("changed_at", Text, nullable=False, index=True),
    Column("version_key", KEY, ForeignKey("report_versions.version_key"), nullable=False),
    Column("coding_key", KEY, ForeignKey("codings.coding_key")),
    Column("status", Text, nullable=False),
    Column("assignee", KEY, ForeignKey("users.user_key"), index=True),
    Column("checked_by", KEY, ForeignKey("users.user_key")),
    CheckConstraint(_STATUS, name="status"),
    Index(None, "status", "report_key"),
)
"""One row a report that anybody worked on: how its latest act left it."""

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("search_key", KEY, primary_key=True, autoincrement=False),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False),
    Column("name", Words, nullable=False),
    Column("address", Words, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("shared", Integer, nullable=False, server_default="0"),
    UniqueConstraint("user_key", "name"),
)
"""Questions that people keep under a name: the address that shows the answer; `shared` with all is 1."""
