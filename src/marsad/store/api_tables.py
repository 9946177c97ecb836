"""The tables of programs: their tokens, and what they were answered."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from marsad.store.columns import KEY, Words
from marsad.store.tables import metadata

__all__ = ["api_answers", "api_tokens"]

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("token_key", KEY, primary_key=True, autoincrement=False),
    Column("token_sha256", Text, nullable=False, unique=True),
    Column("user_key", KEY, ForeignKey("users.user_key"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("used_on", Text),
)

api_answers = Table(
    "api_answers",
    metadata,
    Column("user_key", KEY, ForeignKey("users.user_key"), primary_key=True),
    Column("given_key", Words, primary_key=True),
    Column("asked_sha256", Text, nullable=False),
    Column("at", Text, nullable=False, index=True),
    Column("status", Integer),
    Column("answer", Text),
)
