"""The tables of access: collections of reports, groups that may see them, and what others see in their place.

Further the keys that people sign in with, and how the feeds of sources fared.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from marsad.store.columns import KEY, Published, Words
from marsad.store.tables import events, incidents, metadata

__all__ = [
    "collection_outlets",
    "collections",
    "event_limits",
    "feeds",
    "group_collections",
    "group_members",
    "groups",
    "incident_editions",
    "key_challenges",
    "public_documents",
    "public_event_actors",
    "public_events",
    "recovery_codes",
    "security_keys",
]

collections = Table(
    "collections",
    metadata,
    Column("collection_key", KEY, primary_key=True, autoincrement=False),
    Column("name", Words, nullable=False, unique=True),
)
"""Reports that only some people may see; a report of none is seen by all who are signed in."""

collection_outlets = Table(
    "collection_outlets",
    metadata,
    Column("outlet", Words, primary_key=True),
    Column("collection_key", KEY, ForeignKey("collections.collection_key"), nullable=False),
)
"""The collection that reports of an outlet belong to, also those that come."""

groups = Table(
    "groups",
    metadata,
    Column("group_key", KEY, primary_key=True, autoincrement=False),
    Column("name", Words, nullable=False, unique=True),
)

group_members = Table(
    "group_members",
    metadata,
    Column("group_key", KEY, ForeignKey("groups.group_key"), primary_key=True, autoincrement=False),
    Column("user_key", KEY, ForeignKey("users.user_key"), primary_key=True, autoincrement=False),
)

group_collections = Table(
    "group_collections",
    metadata,
    Column("group_key", KEY, ForeignKey("groups.group_key"), primary_key=True, autoincrement=False),
    Column("collection_key", KEY, ForeignKey("collections.collection_key"), primary_key=True, autoincrement=False),
)

public_documents = Table(
    "public_documents",
    metadata,
    Column("search_key", KEY, primary_key=True, autoincrement=False),
    Column("version_key", KEY, nullable=False, index=True),
    Column("coding_key", KEY, index=True),
    Column("changed", Integer, nullable=False),
    Column("headline", Published),
    Column("text", Published),
    Column("record", Text),
    Column("told", Words),
    Column("limits", Text),
)
"""A document as who may see no private names sees it; texts are there only where they differ (`changed` is 1).

`limits` are those by which it was made, of its own words and of other reports of the same acts; None for none.
"""

public_events = Table(
    "public_events",
    metadata,
    Column("event_key", KEY, primary_key=True, autoincrement=False),
    *(Column(one.name, one.type) for one in events.columns if one.name not in ("event_key", "coding_key")),
)
"""The events of changed documents as they may be told; one that is not here is withheld."""

public_event_actors = Table(
    "public_event_actors",
    metadata,
    Column("event_key", KEY, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("code", Words, nullable=False),
    Index(None, "code", "event_key"),
)
"""Who takes part in events and is coded by name, as the public edition tells it: a name may be of a private person."""

event_limits = Table(
    "event_limits",
    metadata,
    Column("event_key", KEY, primary_key=True, autoincrement=False),
    Column("own", Text, nullable=False),
)
"""What the rules ask of an event by the words of its own report, as JSON; "" where they ask nothing."""

incident_editions = Table(
    "incident_editions",
    metadata,
    Column("incident_id", Words, ForeignKey("incidents.incident_id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    *(
        Column(one.name, one.type)
        for one in incidents.columns
        if one.name not in ("incident_id", "created_at", "changed_at", "edition")
    ),
)
"""Incidents without the reports of collections ("open"), without private names ("public"), or without both ("both")."""

told_anew = Table(
    "told_anew",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("item", Words, primary_key=True),
    Column("number", KEY, nullable=False, index=True),
)
"""What those who may not see all saw otherwise at last by which change: an "incident" by id, a "report" by key."""

security_keys = Table(
    "security_keys",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("sign_count", KEY, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("used_at", Text),
)

key_challenges = Table(
    "key_challenges",
    metadata,
    Column("token_sha256", Text, primary_key=True),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False),
    Column("challenge", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
)
"""What a browser was asked to sign: good once, for the browser that asked."""

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("code_sha256", Text, primary_key=True),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False, index=True),
    Column("used_at", Text),
)

feeds = Table(
    "feeds",
    metadata,
    Column("address", Words, primary_key=True),
    Column("outlet", Words, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
    Column("good_at", Text),
    Column("failures", Integer, nullable=False),
    Column("problem", Words),
    Column("reports", Integer, nullable=False),
    Index(None, "asked_at"),
)
"""How the feeds of sources fared: when each was asked last, when that went well last, how often not since then."""
