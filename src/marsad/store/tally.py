"""Events added up by the database: how many share their facts, and what they tell of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Subquery, and_, case, func, literal, or_, select

from marsad.store.filters import Filters
from marsad.store.tables import documents, event_actors, events

__all__ = ["BETWEEN", "tallied"]

BETWEEN = "\x1e"
"""What stands between two ids."""


def tallied(
    connection: Connection, *, columns: Sequence[str], people: Sequence[str], actors: bool, ids: bool, filters: Filters
) -> Iterator[dict[str, Any]]:
    """Yield one row for all events of the newest codings that agree in `columns`, which may have "outlet" among them.

    `number` is how many. For each of `people` ("killed") there are sums of low, best and high, and in how many events
    they are without_best, open or told. With `actors` events must agree in `who`, one "role code" a line, too; with
    `ids` their ids come, with BETWEEN between them. `filters` say what events must be.
    """
    who = _who() if actors else None
    shared: list[ColumnElement[Any]] = [
        documents.c.outlet if name == "outlet" else events.c[name] for name in columns
    ]  # fmt: skip
    source = documents.join(events, events.c.coding_key == documents.c.coding_key)
    if who is not None:
        source = source.outerjoin(who, who.c.event_key == events.c.event_key)
        shared.append(who.c.who)
    sums: list[Any] = [func.count().label("number")]
    for name in people:
        sums += _sums(name)
    if ids:
        sums.append(func.aggregate_strings(events.c.event_id, BETWEEN).label("ids"))
    query = select(*shared, *sums).select_from(source).where(*filters.of_events(connection))
    query = query.group_by(*shared) if shared else query
    for row in connection.execute(query).mappings():
        if row["number"]:
            yield dict(row)


def _who() -> Subquery:
    """Return the actors of each event as one text, in the order of the record."""
    told = event_actors.c.role + literal(" ") + event_actors.c.code
    ordered = (
        select(event_actors.c.event_key, told.label("told"))
        .order_by(event_actors.c.event_key, event_actors.c.position)
        .subquery()
    )
    joined = func.aggregate_strings(ordered.c.told, "\n").label("who")
    return select(ordered.c.event_key, joined).group_by(ordered.c.event_key).subquery()


def _sums(name: str) -> list[Any]:
    low, best, high = (events.c[f"{name}_{bound}"] for bound in ("low", "best", "high"))
    told = or_(low.is_not(None), best.is_not(None), high.is_not(None))
    most = func.coalesce(low, 0), func.coalesce(best, 0)
    highest = case((high.is_not(None), high), (most[0] > most[1], most[0]), else_=most[1])
    return [
        _added(func.coalesce(low, 0), f"{name}_low"),
        _added(func.coalesce(best, low, 0), f"{name}_best"),
        _added(highest, f"{name}_high"),
        _added(case((and_(told, best.is_(None)), 1), else_=0), f"{name}_without_best"),
        _added(case((and_(told, high.is_(None)), 1), else_=0), f"{name}_open"),
        _added(case((told, 1), else_=0), f"{name}_told"),
    ]


def _added(value: ColumnElement[Any] | Column[Any], label: str) -> Any:
    return func.coalesce(func.sum(value), 0).label(label)
