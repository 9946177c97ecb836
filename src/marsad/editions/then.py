"""What is asked of the reports of a store as it stood at a moment: by the incidents that there were then."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from marsad.redact.limits import Beyond
from marsad.redact.rules import Rules
from marsad.redact.same_act import beyond_own_words
from marsad.store.as_of import in_pages

__all__ = ["beyond_then"]


def beyond_then(connection: Connection, change: int, rules: Rules, *, today: date) -> dict[str, Beyond]:
    """Return what was asked of reports after a change, beyond their own words, by id."""
    return beyond_own_words(_records(connection, change), _members(connection, change), rules, today=today)


def _records(connection: Connection, change: int) -> Iterator[tuple[str, dict[str, Any]]]:
    for found in in_pages(connection, "coding", change):
        yield from ((standing.item, json.loads(line)) for standing, line in found)


def _members(connection: Connection, change: int) -> Iterator[Sequence[dict[str, Any]]]:
    for found in in_pages(connection, "incident", change):
        yield from (json.loads(text)["members"] for _, text in found)
