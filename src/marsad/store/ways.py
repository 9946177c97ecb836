"""Which way PostgreSQL goes to the reports that hold some words: only what the words and the filters find tells.

Words are found by a function (`keys_with`), so that no planner reads all text vectors to find them; but then the
planner does not know how many they are. It is asked for its guesses, and the cheapest way is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from sqlalchemy import ClauseElement, ColumnElement, Connection, Executable, Select, select, text
from sqlalchemy.ext.compiler import compiles

from marsad.store.engine import is_sqlite
from marsad.store.tables import documents

__all__ = ["Way", "plan_anew", "way_to"]

_FEW = 2_000
"""Reports with some words that are looked up without asking further."""
_NEWEST = 10_000
"""Reports found of which a search tells, as `marsad.store.search.MOST_COUNTED` says."""


class Way(Enum):
    """How reports with some words are come by."""

    BY_WORDS = "each report that has the words is looked up by its key"
    AMONG_WORDS = "reports are read as is best without the words, and looked for among those that have them"
    BY_FILTERS = "each report that the filters leave is asked for the words"


def way_to(connection: Connection, having: Select[Any], filters: Sequence[ColumnElement[bool]]) -> Way:
    """Return the way to the newest documents that an index of words has and that filters leave.

    `having` asks the index itself for the keys of the words.
    """
    words = _guessed(connection, having)
    if words < _FEW:
        return Way.BY_WORDS
    whole = max(1, _guessed(connection, select(documents.c.search_key)))
    left = _guessed(connection, select(documents.c.search_key).where(*filters)) if filters else whole
    costs = _microseconds(words, left, whole, filtered=bool(filters))
    return min(costs, key=lambda way: costs[way])


def _microseconds(words: int, left: int, whole: int, *, filtered: bool) -> dict[Way, float]:
    """Return what each way takes, as it was measured; see docs/benchmarks.md.

    The newest are read first, until enough are found; filters on events take their way by the events, instead.
    """
    found = max(1.0, words * left / whole)
    read = whole * min(1.0, _NEWEST / found)
    costs = {
        Way.BY_WORDS: words * (2.9 if filtered else 2.1),
        Way.AMONG_WORDS: words * 0.65 + min(read, 12.0 * left) * 0.4,
    }
    return costs | {Way.BY_FILTERS: left * 8.0} if filtered else costs


class _Explained(Executable, ClauseElement):
    """A statement that the planner is to plan, and nobody to run."""

    inherit_cache = False

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement


@compiles(_Explained)
def _compiled(element: _Explained, compiler: Any, **given: Any) -> str:
    return f"EXPLAIN (FORMAT JSON) {compiler.process(element.statement, **given)}"


def _guessed(connection: Connection, asked: Select[Any]) -> int:
    """Return how many rows the planner expects."""
    (told,) = connection.execute(_Explained(asked)).scalar_one()
    return int(told["Plan"]["Plan Rows"])


def plan_anew(connection: Connection) -> None:
    """Let PostgreSQL plan what follows in this view by the values asked for, however often it was asked before.

    After some rounds it takes one plan for all values: then a common actor and a rare one are looked for alike.
    """
    if not is_sqlite(connection):
        connection.execute(_ANEW)


_ANEW = text("SET LOCAL plan_cache_mode = force_custom_plan")
