"""The tables of a store: reports and codings, incidents and judgements, sources, users, log.

Times are UTC as "2024-03-20T21:10:00Z", days are "2024-03-20"; both sort as text. Keys are numbers given out by the
store; ids come from outside. docs/store.md tells what each table is for.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from marsad.export.record import COUNTS
from marsad.store.columns import KEY, Published, Words

__all__ = [
    "actors",
    "acts",
    "coders",
    "codings",
    "documents",
    "event_actors",
    "events",
    "incident_members",
    "incident_redirects",
    "incidents",
    "judgements",
    "latest_versions",
    "linked_areas",
    "linked_events",
    "linked_scores",
    "log",
    "meta",
    "metadata",
    "places",
    "report_versions",
    "reports",
    "source_names",
    "source_ratings",
    "sources",
    "users",
]

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _key(name: str) -> Column[int]:
    return Column(name, KEY, primary_key=True, autoincrement=False)


def _to(target: str, *, name: str | None = None, nullable: bool = False, index: bool = False) -> Column[int]:
    return Column(name or target.split(".")[1], KEY, ForeignKey(target), nullable=nullable, index=index)


meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

sources = Table(
    "sources",
    metadata,
    _key("source_key"),
    Column("outlet", Words, nullable=False, unique=True),
    Column("kind", Words, nullable=False),
    Column("language", Words),
    Column("country", Words),
    Column("side", Words),
)

source_names = Table(
    "source_names", metadata, Column("name", Words, primary_key=True), _to("sources.source_key", index=True)
)

source_ratings = Table(
    "source_ratings",
    metadata,
    Column("source_key", KEY, ForeignKey("sources.source_key"), primary_key=True),
    Column("valid_from", Text, primary_key=True),
    Column("valid_until", Text),
    Column("reliability", Text, nullable=False),
    CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name="reliability"),
)

users = Table(
    "users",
    metadata,
    _key("user_key"),
    Column("name", Words, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("password", Text),
    Column("totp_secret", Text),
    Column("totp_step", Integer),
    Column("language", Text),
    Column("digits", Text),
    Column("theme", Text),
    Column("ended_at", Text),
    CheckConstraint("role IN ('viewer', 'coder', 'reviewer', 'editor', 'admin')", name="role"),
)

_COLLECTED = text("collection_key IS NOT NULL")

reports = Table(
    "reports",
    metadata,
    _key("report_key"),
    Column("report_id", Words, nullable=False, unique=True),
    _to("sources.source_key", nullable=True, index=True),
    Column("kept_at", Text, nullable=False),
    _to("collections.collection_key", nullable=True),
    Index("ix_reports_collected", "collection_key", sqlite_where=_COLLECTED, postgresql_where=_COLLECTED),
)

report_versions = Table(
    "report_versions",
    metadata,
    _key("version_key"),
    _to("reports.report_key"),
    Column("number", Integer, nullable=False),
    Column("headline", Published, nullable=False),
    Column("text", Published, nullable=False),
    Column("published", Text),
    Column("published_at", Text),
    Column("outlet", Words),
    Column("url", Words, index=True),
    Column("edited", Words),
    Column("forwarded_from", Words),
    Column("reply_to", Words),
    Column("extent", Words, nullable=False),
    Column("sha256", Text),
    Column("content_sha256", Text, nullable=False, index=True),
    Column("retrieved_at", Text),
    Column("archive", Words),
    Column("kept_at", Text, nullable=False),
    Column("state", Text, nullable=False, server_default="published"),
    UniqueConstraint("report_key", "number"),
    CheckConstraint("state IN ('published', 'gone')", name="state"),
)

coders = Table(
    "coders",
    metadata,
    _key("coder_key"),
    Column("coder_version", Text, nullable=False),
    Column("resources_version", Text, nullable=False),
    Column("gazetteer", Words, nullable=False),
    Column("gazetteer_version", Text, nullable=False),
    Column("min_confidence", Float, nullable=False),
    UniqueConstraint("coder_version", "resources_version", "gazetteer", "gazetteer_version", "min_confidence"),
)

codings = Table(
    "codings",
    metadata,
    _key("coding_key"),
    _to("report_versions.version_key"),
    _to("coders.coder_key", index=True),
    Column("record", Text, nullable=False),
    Column("coded_at", Text, nullable=False),
    _to("users.user_key", nullable=True),
    _to("codings.coding_key", name="based_on", nullable=True),
    Index("uq_codings_once_by_machine", "version_key", "coder_key", unique=True,
          sqlite_where=text("user_key IS NULL"), postgresql_where=text("user_key IS NULL")),
    Index(None, "version_key"),
)  # fmt: skip

places = Table(
    "places",
    metadata,
    Column("place_id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("country", Words),
    Column("admin1", Words),
    Column("admin2", Words),
    Column("admin3", Words),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("used_at", Text, nullable=False),
)

actors = Table("actors", metadata, Column("code", Words, primary_key=True), Column("used_at", Text, nullable=False))

_FILTERED_BY = (
    ("sub_event_type",), ("country",), ("admin1",), ("admin2",), ("admin3",), ("latitude", "longitude"),
    ("date_start", "date_end"),
)  # fmt: skip

events = Table(
    "events",
    metadata,
    _key("event_key"),
    _to("codings.coding_key"),
    Column("number", Integer, nullable=False),
    Column("event_id", Words, nullable=False, index=True),
    Column("event_type", Text, nullable=False),
    Column("sub_event_type", Text, nullable=False),
    Column("place_id", Words, ForeignKey("places.place_id"), index=True),
    Column("place_name", Words),
    Column("place_precision", Integer, nullable=False),
    Column("country", Words),
    Column("admin1", Words),
    Column("admin2", Words),
    Column("admin3", Words),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("date_start", Text),
    Column("date_end", Text),
    Column("date_precision", Integer, nullable=False),
    *(Column(f"{count}_{bound}", Integer) for count in COUNTS for bound in ("low", "best", "high")),
    Column("status", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("actors", Words, nullable=False),
    UniqueConstraint("coding_key", "number"),
    *(Index(f"ix_events_by_{by[0]}", *by, "coding_key") for by in _FILTERED_BY),
)

event_actors = Table(
    "event_actors",
    metadata,
    Column("event_key", KEY, ForeignKey("events.event_key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("code", Words, ForeignKey("actors.code"), nullable=False),
    Column("actor_id", Words),
    Column("unit", Words),
    CheckConstraint("role IN ('side1', 'assist1', 'side2', 'assist2')", name="role"),
    Index(None, "code", "event_key"),
)

_UNEDITED = text("edition <> 1")

incidents = Table(
    "incidents",
    metadata,
    Column("incident_id", Words, primary_key=True),
    Column("record", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("sub_event_type", Text),
    Column("date_start", Text),
    Column("date_end", Text),
    Column("places", Words),
    Column("actors", Words),
    Column("reports", Integer),
    Column("sources", Integer),
    Column("credibility", Integer),
    Column("attribution", Text),
    Column("contested", Integer),
    Column("differing", Integer),
    Column("status", Text),
    Column("country", Words),
    Column("admin1", Words),
    Column("place_id", Words),
    Column("place_precision", Integer),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("side1", Words),
    Column("side2", Words),
    Column("outlets", Words),
    Column("edition", Integer, nullable=False, server_default="0"),
    Index(None, "date_start", "incident_id"),
    Index(None, "changed_at"),
    Index("ix_incidents_by_point", "latitude", "longitude", "place_precision", "reports", "date_start", "date_end"),
    Index("ix_incidents_unedited", "edition", "incident_id", sqlite_where=_UNEDITED, postgresql_where=_UNEDITED),
)
"""`edition` says how what others see of an incident stands: 1 is ready, 0 is to be made after its members changed, so
that nobody knows yet how finely its reports may be told, 2 is to be made while these are told as they may be."""

incident_members = Table(
    "incident_members",
    metadata,
    _key("member_key"),
    Column("incident_id", Words, ForeignKey("incidents.incident_id"), nullable=False, index=True),
    _to("events.event_key", index=True),
    Column("score", Float, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("linked_at", Text, nullable=False),
    Column("left_at", Text),
    Index("uq_incident_members_one_now", "event_key", unique=True, sqlite_where=text("left_at IS NULL"),
          postgresql_where=text("left_at IS NULL")),
)  # fmt: skip

judgements = Table(
    "judgements",
    metadata,
    _key("judgement_key"),
    Column("kind", Text, nullable=False),
    Column("subject", Words, nullable=False, index=True),
    Column("verdict", Words, nullable=False),
    Column("detail", Text, nullable=False),
    Column("who", Words, nullable=False),
    Column("made_at", Text, nullable=False),
    _to("judgements.judgement_key", name="superseded_by", nullable=True),
)

incident_redirects = Table(
    "incident_redirects",
    metadata,
    Column("old_id", Words, ForeignKey("incidents.incident_id"), primary_key=True),
    Column("new_id", Words, ForeignKey("incidents.incident_id"), nullable=False, index=True),
    Column("since", Text, nullable=False),
    _to("judgements.judgement_key", nullable=True),
    CheckConstraint("old_id <> new_id", name="elsewhere"),
)

log = Table(
    "log",
    metadata,
    _key("entry_key"),
    Column("at", Text, nullable=False),
    Column("who", Words, nullable=False),
    Column("act", Text, nullable=False),
    Column("item", Words, nullable=False, index=True),
    Column("detail", Text, nullable=False),
    Column("software", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)

_WAITING = text("linked = 0 AND coding_key IS NOT NULL")

documents = Table(
    "documents",
    metadata,
    _key("search_key"),
    Column("report_key", KEY, ForeignKey("reports.report_key"), nullable=False, unique=True),
    _to("report_versions.version_key"),
    _to("codings.coding_key", nullable=True, index=True),
    Column("outlet", Words),
    Column("published", Text),
    Column("told", Words, nullable=False),
    Column("confidence", Float),
    Column("severity", Integer),
    Index(None, "outlet", "severity", "search_key"),
    Index(None, "published", "report_key"),
    Index(None, "confidence", "search_key"),
    Index(None, "severity", "search_key"),
    Column("linked", Integer, nullable=False, server_default="0"),
    Index("ix_documents_waiting", "published", "report_key", sqlite_where=_WAITING, postgresql_where=_WAITING),
)

acts = Table(
    "acts",
    metadata,
    Column("report_key", KEY, ForeignKey("reports.report_key"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _to("events.event_key", index=True),
)

linked_events = Table(
    "linked_events",
    metadata,
    Column("event_key", KEY, ForeignKey("events.event_key"), primary_key=True, autoincrement=False),
    _to("reports.report_key", index=True),
    Column("coding", LargeBinary, nullable=False),
)

linked_scores = Table(
    "linked_scores",
    metadata,
    _key("event_key"),
    Column("near", LargeBinary, nullable=False),
)

linked_areas = Table(
    "linked_areas",
    metadata,
    Column("area", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("family", Integer, primary_key=True, autoincrement=False),
    Column("event_key", KEY, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

latest_versions = documents.join(reports).join(
    report_versions, report_versions.c.version_key == documents.c.version_key
)
"""Every report with its latest version, one row each; joined by itself, every version would come."""
