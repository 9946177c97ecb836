"""Which way PostgreSQL goes to the reports that hold some words: only what the words and the filters find tells.

Words are found by a function (`keys_with`), so that no planner reads all text vectors to find them; but then the
planner does not know how many they are. It is asked for its guesses, and the cheapest way is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, ColumnElement, Connection, Executable, Select, select, text
from sqlalchemy.ext.compiler import compiles

from marsad.store.engine import is_sqlite
from marsad.store.tables import documents

__all__ = ["MOST_COUNTED", "Way", "plan_anew", "way_to"]

_FEW = 2_000
"""Reports with some words that are looked up without asking further."""
MOST_COUNTED = 10_000
"""Reports found that are counted; what is found of millions would take seconds to read."""


class Way(Enum):
    """How reports with some words are come by."""

    BY_WORDS = "each report that has the words is looked up by its key"
    AMONG_WORDS = "reports are read as is best without the words, and looked for among those that have them"
    BY_FILTERS = "each report that the filters leave is asked for the words"


def way_to(connection: Connection, having: Select[Any], filters: Sequence[ColumnElement[bool]]) -> Way:
    """Return the way to the newest documents that an index of words has and that filters leave.

    `having` asks the index itself for the keys of the words.
    """
    words, _ = _guessed(connection, having)
    if words < _FEW:
        return Way.BY_WORDS
    whole = _guessed(connection, select(documents.c.search_key))
    left = _guessed(connection, select(documents.c.search_key).where(*filters)) if filters else None
    costs = _microseconds(words, whole, left)
    return min(costs, key=lambda way: costs[way])


class _Guess(NamedTuple):
    """How many rows the planner expects, and what it thinks that all of them cost, in its own measure."""

    rows: int
    cost: float


def _microseconds(words: int, whole: _Guess, left: _Guess | None) -> dict[Way, float]:
    """Return what each way takes, as it was measured; see evaluation/COSTS.md.

    Among words, the newest are read first until enough are found, or all that filters leave.
    """
    share = left.rows / max(1, whole.rows) if left else 1.0
    newest = whole.rows * min(1.0, MOST_COUNTED / max(1.0, words * share)) * 0.4
    among = words * 0.65 + min(newest, (left or whole).cost * 8.0)
    if left is None:
        return {Way.BY_WORDS: words * 2.1, Way.AMONG_WORDS: among}
    return {Way.BY_WORDS: words * 2.9, Way.AMONG_WORDS: among, Way.BY_FILTERS: left.rows * 7.0}


class _Explained(Executable, ClauseElement):
    """A statement that the planner is to plan, and nobody to run."""

    inherit_cache = False

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement


@compiles(_Explained)
def _compiled(element: _Explained, compiler: Any, **given: Any) -> str:
    return f"EXPLAIN (FORMAT JSON) {compiler.process(element.statement, **given)}"


def _guessed(connection: Connection, asked: Select[Any]) -> _Guess:
    """Return what the planner expects."""
    (told,) = connection.execute(_Explained(asked)).scalar_one()
    return _Guess(int(told["Plan"]["Plan Rows"]), float(told["Plan"]["Total Cost"]))


def plan_anew(connection: Connection) -> None:
    """Let PostgreSQL plan what follows in this view by the values asked for, however often it was asked before.

    After some rounds it takes one plan for all values: then a common actor and a rare one are looked for alike.
    """
    if not is_sqlite(connection):
        connection.execute(_ANEW)


_ANEW = text("SET LOCAL plan_cache_mode = force_custom_plan")
