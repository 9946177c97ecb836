"""Access: collections that groups see, the public edition for others, keys to sign in with, how feeds fared."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_COLLECTED = "collection_key IS NOT NULL"
_UNEDITED = "edition = 0"
_COUNTS = ("killed", "killed_civilians", "wounded", "detained", "abducted")


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, _KEY, nullable=False, autoincrement=False)


def _to(name: str, target: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [target], name=f"fk_{table}_{name}")


def _table(name: str, *columns: sa.Column[Any] | sa.Constraint, keys: tuple[str, ...]) -> None:
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*keys, name=f"pk_{name}"))


def upgrade() -> None:
    """Every report belongs to no collection, and nobody has a key."""
    for name in ("collection", "group"):
        _table(f"{name}s", _key(f"{name}_key"), sa.Column("name", sa.Text(), nullable=False),
               sa.UniqueConstraint("name", name=f"uq_{name}s_name"), keys=(f"{name}_key",))  # fmt: skip
    _collections()
    _editions()
    _keys()
    _table(
        "feeds",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("good_at", sa.Text()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text()),
        sa.Column("reports", sa.Integer(), nullable=False),
        keys=("address",),
    )
    op.create_index("ix_feeds_outlet", "feeds", ["outlet"])
    op.create_index("ix_feeds_asked_at", "feeds", ["asked_at"])


def _collections() -> None:
    _table(
        "collection_outlets", sa.Column("outlet", sa.Text(), nullable=False), _key("collection_key"),
        _to("collection_key", "collections.collection_key", "collection_outlets"), keys=("outlet",),
    )  # fmt: skip
    for table, other, target in (
        ("group_members", "user_key", "users.user_key"),
        ("group_collections", "collection_key", "collections.collection_key"),
    ):
        _table(table, _key("group_key"), _key(other), _to("group_key", "groups.group_key", table),
               _to(other, target, table), keys=("group_key", other))  # fmt: skip
    with op.batch_alter_table("reports") as altered:
        altered.add_column(sa.Column("collection_key", _KEY))
        altered.create_foreign_key(
            "fk_reports_collection_key", "collections", ["collection_key"], ["collection_key"]
        )  # fmt: skip
    op.create_index("ix_reports_collected", "reports", ["collection_key"], sqlite_where=sa.text(_COLLECTED),
                    postgresql_where=sa.text(_COLLECTED))  # fmt: skip


def _editions() -> None:
    op.add_column("incidents", sa.Column("edition", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_incidents_unedited", "incidents", ["incident_id"], sqlite_where=sa.text(_UNEDITED),
                    postgresql_where=sa.text(_UNEDITED))  # fmt: skip
    _table(
        "public_documents",
        _key("search_key"),
        _key("version_key"),
        sa.Column("coding_key", _KEY),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("headline", sa.LargeBinary()),
        sa.Column("text", sa.LargeBinary()),
        sa.Column("record", sa.Text()),
        sa.Column("told", sa.Text()),
        keys=("search_key",),
    )
    for name in ("version_key", "coding_key"):
        op.create_index(f"ix_public_documents_{name}", "public_documents", [name])
    words = ("event_id", "event_type", "sub_event_type", "place_id", "place_name", "country", "admin1", "admin2",
             "admin3", "date_start", "date_end", "status", "actors")  # fmt: skip
    _table(
        "public_events",
        _key("event_key"),
        *(sa.Column(name, sa.Text()) for name in words),
        *(sa.Column(name, sa.Integer()) for name in ("number", "place_precision", "date_precision")),
        *(sa.Column(name, sa.Float()) for name in ("latitude", "longitude", "confidence")),
        *(sa.Column(f"{count}_{bound}", sa.Integer()) for count in _COUNTS for bound in ("low", "best", "high")),
        keys=("event_key",),
    )
    _table(
        "incident_editions",
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.Text())
            for name in (
                "record",
                "sub_event_type",
                "date_start",
                "date_end",
                "places",
                "actors",
                "attribution",
                "status",
                "country",
                "admin1",
                "place_id",
                "side1",
                "side2",
                "outlets",
            )
        ),
        *(
            sa.Column(name, sa.Integer())
            for name in ("reports", "sources", "credibility", "contested", "place_precision")
        ),
        *(sa.Column(name, sa.Float()) for name in ("latitude", "longitude")),
        _to("incident_id", "incidents.incident_id", "incident_editions"),
        keys=("incident_id", "kind"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE public_words USING fts5 (words, content = '', tokenize = 'ascii')")
        return
    op.execute("CREATE TABLE public_words (search_key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
    op.execute("CREATE INDEX ix_public_words_words ON public_words USING gin (words)")


def _keys() -> None:
    _table(
        "security_keys",
        sa.Column("key_id", sa.Text(), nullable=False),
        _key("user_key"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", _KEY, nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("used_at", sa.Text()),
        _to("user_key", "users.user_key", "security_keys"),
        keys=("key_id",),
    )
    op.create_index("ix_security_keys_user_key", "security_keys", ["user_key"])
    _table(
        "key_challenges",
        sa.Column("token_sha256", sa.Text(), nullable=False),
        _key("user_key"),
        sa.Column("challenge", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        _to("user_key", "users.user_key", "key_challenges"),
        keys=("token_sha256",),
    )
    _table(
        "recovery_codes",
        sa.Column("code_sha256", sa.Text(), nullable=False),
        _key("user_key"),
        sa.Column("used_at", sa.Text()),
        _to("user_key", "users.user_key", "recovery_codes"),
        keys=("code_sha256",),
    )
    op.create_index("ix_recovery_codes_user_key", "recovery_codes", ["user_key"])
