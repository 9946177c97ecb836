"""What hits are counted by. A database strings all values together, and Python counts them: no row is handed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, ScalarSelect, func, literal, select

from marsad.store.tables import events

__all__ = ["FACETS", "counted", "told", "told_of_events", "told_of_reports"]

FACETS = ("outlet", "month", "sub_event_type", "admin1", "actor", "status")
"""The first two count reports, the others events."""

_BETWEEN = "\x1e"
_MARKS = dict(zip(FACETS, "omtaxs", strict=True))


def told(rows: Iterable[dict[str, Any]]) -> str:
    """Return the values of the rows of some events as one string, for `documents`."""
    values: list[str] = []
    for row in rows:
        values += (_MARKS[name] + (row[name] or "") for name in ("sub_event_type", "admin1", "status"))
        values += (_MARKS["actor"] + actor for actor in row["actors"].split("\n") if actor)
    return _BETWEEN.join(values)


def told_of_reports(found: FromClause, *, with_events: bool) -> ScalarSelect[str]:
    """Ask for all values of the documents found; with those of all their events where that is wanted."""
    value = _marked("outlet", found.c.outlet) + _BETWEEN
    value += _marked("month", func.substr(found.c.published, 1, 7))
    if with_events:
        value += func.coalesce(_BETWEEN + func.nullif(found.c.told, ""), "")
    return select(func.aggregate_strings(value, _BETWEEN)).select_from(found).scalar_subquery()


def told_of_events(found: FromClause, of_events: Sequence[ColumnElement[bool]]) -> ScalarSelect[str]:
    """Ask for all values of the events that fit, of the documents found."""
    value = _marked("sub_event_type", events.c.sub_event_type) + _BETWEEN + _marked("admin1", events.c.admin1)
    value += _BETWEEN + _marked("status", events.c.status)
    value += func.coalesce(
        _BETWEEN + _MARKS["actor"] + func.replace(func.nullif(events.c.actors, ""), "\n", _BETWEEN + _MARKS["actor"]),
        "",
    )
    current = select(found.c.coding_key).where(found.c.coding_key.is_not(None))
    fitting = select(func.aggregate_strings(value, _BETWEEN)).where(events.c.coding_key.in_(current), *of_events)
    return fitting.scalar_subquery()


def _marked(name: str, column: ColumnElement[Any]) -> ColumnElement[str]:
    return literal(_MARKS[name]) + func.coalesce(column, "")


def counted(values: str | None, names: Sequence[str] = FACETS) -> dict[str, tuple[tuple[str | None, int], ...]]:
    """Return (value, count) pairs of each facet, the largest first; None is an unknown value."""
    found: dict[str, list[tuple[str, int]]] = {_MARKS[name]: [] for name in names}
    for value, count in Counter(values.split(_BETWEEN)).items() if values else ():
        found[value[0]].append((value[1:], count))
    return {
        name: tuple(
            (value or None, count) for value, count in sorted(found[_MARKS[name]], key=lambda one: (-one[1], one))
        )
        for name in names
    }
