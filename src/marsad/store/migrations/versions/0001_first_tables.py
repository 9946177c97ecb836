"""The first tables of a store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table, the index of words, and in PostgreSQL the points of events."""
    op.create_table(
        "actors",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("used_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_actors"),
    )
    op.create_table(
        "coders",
        sa.Column("coder_key", KEY, autoincrement=False),
        sa.Column("coder_version", sa.Text(), nullable=False),
        sa.Column("resources_version", sa.Text(), nullable=False),
        sa.Column("gazetteer", sa.Text(), nullable=False),
        sa.Column("gazetteer_version", sa.Text(), nullable=False),
        sa.Column("min_confidence", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("coder_key", name="pk_coders"),
        sa.UniqueConstraint(
            "coder_version",
            "resources_version",
            "gazetteer",
            "gazetteer_version",
            "min_confidence",
            name="uq_coders_coder_version",
        ),
    )
    op.create_table(
        "incidents",
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("incident_id", name="pk_incidents"),
    )
    op.create_table(
        "judgements",
        sa.Column("judgement_key", KEY, autoincrement=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("superseded_by", KEY),
        sa.ForeignKeyConstraint(["superseded_by"], ["judgements.judgement_key"], name="fk_judgements_superseded_by"),
        sa.PrimaryKeyConstraint("judgement_key", name="pk_judgements"),
    )
    op.create_index("ix_judgements_subject", "judgements", ["subject"])
    op.create_table(
        "log",
        sa.Column("entry_key", KEY, autoincrement=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("software", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_key", name="pk_log"),
        sa.UniqueConstraint("hash", name="uq_log_hash"),
    )
    op.create_index("ix_log_item", "log", ["item"])
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "places",
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("admin1", sa.Text()),
        sa.Column("admin2", sa.Text()),
        sa.Column("admin3", sa.Text()),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("used_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place_id", name="pk_places"),
    )
    op.create_table(
        "sources",
        sa.Column("source_key", KEY, autoincrement=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("side", sa.Text()),
        sa.PrimaryKeyConstraint("source_key", name="pk_sources"),
        sa.UniqueConstraint("outlet", name="uq_sources_outlet"),
    )
    op.create_table(
        "users",
        sa.Column("user_key", KEY, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('viewer', 'coder', 'reviewer', 'editor', 'admin')", name="ck_users_role"),
        sa.PrimaryKeyConstraint("user_key", name="pk_users"),
        sa.UniqueConstraint("name", name="uq_users_name"),
    )
    op.create_table(
        "incident_redirects",
        sa.Column("old_id", sa.Text(), nullable=False),
        sa.Column("new_id", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("judgement_key", KEY),
        sa.CheckConstraint("old_id <> new_id", name="ck_incident_redirects_elsewhere"),
        sa.ForeignKeyConstraint(
            ["judgement_key"], ["judgements.judgement_key"], name="fk_incident_redirects_judgement_key"
        ),
        sa.ForeignKeyConstraint(["new_id"], ["incidents.incident_id"], name="fk_incident_redirects_new_id"),
        sa.ForeignKeyConstraint(["old_id"], ["incidents.incident_id"], name="fk_incident_redirects_old_id"),
        sa.PrimaryKeyConstraint("old_id", name="pk_incident_redirects"),
    )
    op.create_index("ix_incident_redirects_new_id", "incident_redirects", ["new_id"])
    op.create_table(
        "reports",
        sa.Column("report_key", KEY, autoincrement=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("source_key", KEY),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source_key"], ["sources.source_key"], name="fk_reports_source_key"),
        sa.PrimaryKeyConstraint("report_key", name="pk_reports"),
        sa.UniqueConstraint("report_id", name="uq_reports_report_id"),
    )
    op.create_index("ix_reports_source_key", "reports", ["source_key"])
    op.create_table(
        "source_ratings",
        sa.Column("source_key", KEY, nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text()),
        sa.Column("reliability", sa.Text(), nullable=False),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name="ck_source_ratings_reliability"),
        sa.ForeignKeyConstraint(["source_key"], ["sources.source_key"], name="fk_source_ratings_source_key"),
        sa.PrimaryKeyConstraint("source_key", "valid_from", name="pk_source_ratings"),
    )
    op.create_table(
        "report_versions",
        sa.Column("version_key", KEY, autoincrement=False),
        sa.Column("report_key", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("headline", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("published_at", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("edited", sa.Text()),
        sa.Column("forwarded_from", sa.Text()),
        sa.Column("reply_to", sa.Text()),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text()),
        sa.Column("content_sha256", sa.Text(), nullable=False),
        sa.Column("retrieved_at", sa.Text()),
        sa.Column("archive", sa.Text()),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report_key"], ["reports.report_key"], name="fk_report_versions_report_key"),
        sa.PrimaryKeyConstraint("version_key", name="pk_report_versions"),
        sa.UniqueConstraint("report_key", "number", name="uq_report_versions_report_key"),
    )
    op.create_index("ix_report_versions_content_sha256", "report_versions", ["content_sha256"])
    op.create_index("ix_report_versions_url", "report_versions", ["url"])
    op.create_table(
        "codings",
        sa.Column("coding_key", KEY, autoincrement=False),
        sa.Column("version_key", KEY, nullable=False),
        sa.Column("coder_key", KEY, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("coded_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["coder_key"], ["coders.coder_key"], name="fk_codings_coder_key"),
        sa.ForeignKeyConstraint(["version_key"], ["report_versions.version_key"], name="fk_codings_version_key"),
        sa.PrimaryKeyConstraint("coding_key", name="pk_codings"),
        sa.UniqueConstraint("version_key", "coder_key", name="uq_codings_version_key"),
    )
    op.create_index("ix_codings_coder_key", "codings", ["coder_key"])
    op.create_table(
        "documents",
        sa.Column("search_key", KEY, autoincrement=False),
        sa.Column("report_key", KEY, nullable=False),
        sa.Column("version_key", KEY, nullable=False),
        sa.Column("coding_key", KEY),
        sa.Column("outlet", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("told", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["coding_key"], ["codings.coding_key"], name="fk_documents_coding_key"),
        sa.ForeignKeyConstraint(["report_key"], ["reports.report_key"], name="fk_documents_report_key"),
        sa.ForeignKeyConstraint(["version_key"], ["report_versions.version_key"], name="fk_documents_version_key"),
        sa.PrimaryKeyConstraint("search_key", name="pk_documents"),
        sa.UniqueConstraint("report_key", name="uq_documents_report_key"),
    )
    op.create_index("ix_documents_coding_key", "documents", ["coding_key"])
    op.create_index("ix_documents_outlet", "documents", ["outlet"])
    op.create_index("ix_documents_published", "documents", ["published"])
    op.create_table(
        "events",
        sa.Column("event_key", KEY, autoincrement=False),
        sa.Column("coding_key", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("sub_event_type", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text()),
        sa.Column("place_name", sa.Text()),
        sa.Column("place_precision", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("admin1", sa.Text()),
        sa.Column("admin2", sa.Text()),
        sa.Column("admin3", sa.Text()),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("date_start", sa.Text()),
        sa.Column("date_end", sa.Text()),
        sa.Column("date_precision", sa.Integer(), nullable=False),
        sa.Column("killed_low", sa.Integer()),
        sa.Column("killed_best", sa.Integer()),
        sa.Column("killed_high", sa.Integer()),
        sa.Column("killed_civilians_low", sa.Integer()),
        sa.Column("killed_civilians_best", sa.Integer()),
        sa.Column("killed_civilians_high", sa.Integer()),
        sa.Column("wounded_low", sa.Integer()),
        sa.Column("wounded_best", sa.Integer()),
        sa.Column("wounded_high", sa.Integer()),
        sa.Column("detained_low", sa.Integer()),
        sa.Column("detained_best", sa.Integer()),
        sa.Column("detained_high", sa.Integer()),
        sa.Column("abducted_low", sa.Integer()),
        sa.Column("abducted_best", sa.Integer()),
        sa.Column("abducted_high", sa.Integer()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["coding_key"], ["codings.coding_key"], name="fk_events_coding_key"),
        sa.ForeignKeyConstraint(["place_id"], ["places.place_id"], name="fk_events_place_id"),
        sa.PrimaryKeyConstraint("event_key", name="pk_events"),
        sa.UniqueConstraint("coding_key", "number", name="uq_events_coding_key"),
    )
    op.create_index("ix_events_admin1_sub_event_type", "events", ["admin1", "sub_event_type"])
    op.create_index("ix_events_date_start_date_end", "events", ["date_start", "date_end"])
    op.create_index("ix_events_event_id", "events", ["event_id"])
    op.create_index("ix_events_latitude_longitude", "events", ["latitude", "longitude"])
    op.create_index("ix_events_place_id", "events", ["place_id"])
    op.create_index("ix_events_sub_event_type", "events", ["sub_event_type"])
    op.create_table(
        "event_actors",
        sa.Column("event_key", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.CheckConstraint("role IN ('side1', 'assist1', 'side2', 'assist2')", name="ck_event_actors_role"),
        sa.ForeignKeyConstraint(["code"], ["actors.code"], name="fk_event_actors_code"),
        sa.ForeignKeyConstraint(["event_key"], ["events.event_key"], name="fk_event_actors_event_key"),
        sa.PrimaryKeyConstraint("event_key", "position", name="pk_event_actors"),
    )
    op.create_index("ix_event_actors_code_event_key", "event_actors", ["code", "event_key"])
    op.create_table(
        "incident_members",
        sa.Column("member_key", KEY, autoincrement=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("event_key", KEY, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("linked_at", sa.Text(), nullable=False),
        sa.Column("left_at", sa.Text()),
        sa.ForeignKeyConstraint(["event_key"], ["events.event_key"], name="fk_incident_members_event_key"),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.incident_id"], name="fk_incident_members_incident_id"),
        sa.PrimaryKeyConstraint("member_key", name="pk_incident_members"),
    )
    op.create_index("ix_incident_members_event_key", "incident_members", ["event_key"])
    op.create_index("ix_incident_members_incident_id", "incident_members", ["incident_id"])
    op.create_index(
        "uq_incident_members_one_now",
        "incident_members",
        ["event_key"],
        unique=True,
        sqlite_where=sa.text("left_at IS NULL"),
        postgresql_where=sa.text("left_at IS NULL"),
    )

    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_words USING fts5 (words, content = '', tokenize = 'ascii')")
        return
    op.execute(
        "CREATE TABLE search_words ("
        "search_key bigint PRIMARY KEY REFERENCES documents ON DELETE CASCADE, words tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX ix_search_words_words ON search_words USING gin (words)")
    op.execute(
        "ALTER TABLE events ADD COLUMN point geometry(Point, 4326) "
        "GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)) STORED"
    )
    op.execute("CREATE INDEX ix_events_point ON events USING gist (point)")
