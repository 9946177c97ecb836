"""Events added up by the database: how many share their facts, and what they tell of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    Table,
    Text,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    text,
    union_all,
)

from marsad.store.engine import is_sqlite
from marsad.store.filters import Filters
from marsad.store.sight import EVENT_PARTS
from marsad.store.tables import documents, event_actors, events

__all__ = ["BETWEEN", "Alike", "tallied"]

BETWEEN = "\x1e"
"""What stands between two ids."""

_LEVELS = ("country", "admin1", "admin2", "admin3")
_FIRST_DAY = {"month": (7, "-01"), "year": (4, "-01-01")}
_SPACE = text("SET LOCAL work_mem = '32MB'")  # what is joined and put in order stays in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """What a count asks for: events that it cannot tell apart are one row, and what it leaves out is not read.

    `period` is that of the count, `since` and `until` are the first and last day asked for, `area` and `kind` what
    events must be of. `levels` are those of the units that are counted by, where nothing else of a place is asked.
    With `whole` what it leaves out is read all the same.
    """

    period: str | None = None
    since: str | None = None
    until: str | None = None
    area: str | None = None
    kind: str | None = None
    levels: tuple[str, ...] = ()
    whole: bool = False


_ALL = Alike()


def tallied(
    connection: Connection,
    *,
    columns: Sequence[str],
    people: Sequence[str],
    actors: bool,
    ids: bool,
    filters: Filters,
    alike: Alike = _ALL,
) -> Iterator[dict[str, Any]]:
    """Yield one row for all events of the newest codings that agree in `columns`, which may have "outlet" among them.

    `number` is how many. For each of `people` ("killed") there are sums of low, best and high, and in how many events
    they are without_best, open or told. With `actors` events must agree in `who`, one "role code" a line, too; with
    `ids` their ids come, with BETWEEN between them. `filters` say what events must be.
    """
    read = [f"{name}_{bound}" for name in people for bound in ("low", "best", "high")]
    read += [name for name, asked in (("event_key", actors), ("event_id", ids)) if asked]

    def part(source: FromClause, of: Table, outlet: ColumnElement[Any]) -> Select[Any]:
        told = _values(of, alike) | {"outlet": outlet}
        found = [told[name].label(name) if name in told else of.c[name] for name in (*columns, *read)]
        conditions = [*filters.of_events(connection, of), *_asked(of, alike)]
        return select(*found or [literal(1).label("one")]).select_from(source).where(*conditions)

    if connection.get_execution_options().get("marsad_public"):
        one = union_all(*(part(of, of, of.c.outlet) for of in EVENT_PARTS)).subquery("told")
    else:
        source = documents.join(events, events.c.coding_key == documents.c.coding_key)
        one = part(source, events, documents.c.outlet).subquery("told")
    shared: list[ColumnElement[Any]] = [one.c[name] for name in columns]
    joined: FromClause = one
    if actors:
        who = _who()
        joined = one.outerjoin(who, who.c.event_key == one.c.event_key)
        shared.append(who.c.who)
    sums: list[Any] = [func.count().label("number")]
    for name in people:
        sums += _sums(one, name)
    if ids:
        sums.append(func.aggregate_strings(one.c.event_id, BETWEEN).label("ids"))
    query = select(*shared, *sums).select_from(joined)
    if not is_sqlite(connection):
        connection.execute(_SPACE)
    for row in connection.execute(query.group_by(*shared) if shared else query).mappings():
        if row["number"]:
            yield dict(row)


def _values(of: Table, alike: Alike) -> dict[str, ColumnElement[Any]]:
    """Return what is read in place of columns, so that what a count cannot tell apart is the same."""
    found: dict[str, ColumnElement[Any]] = {}
    start, end, precision = of.c.date_start, of.c.date_end, of.c.date_precision
    if alike.period in _FIRST_DAY:
        length, rest = _FIRST_DAY[alike.period]
        first = func.substr(start, 1, length, type_=Text) + rest
        same = [precision == 1, start.is_not(None), or_(end.is_(None), end <= start)]
        same += [first >= alike.since] if alike.since else []
        same += [start <= alike.until] if alike.until else []
        found |= {one.name: case((and_(*same), first), else_=one) for one in (start, end)}
    if alike.levels:  # what lies below and above units that are named says nothing more
        named = and_(*(of.c[level] != "" for level in alike.levels))
        others = {level: null() for level in _LEVELS if level not in alike.levels}
        found |= {name: case((named, value), else_=of.c[name]) for name, value in others.items()}
        found["place_precision"] = case((named, 1), else_=of.c.place_precision)
    return found


def _asked(of: Table, alike: Alike) -> Iterator[ColumnElement[bool]]:
    """Yield what events must be, else a count leaves them out; what only may lie in an area is not left out."""
    if alike.whole:
        return
    if alike.kind is not None:
        yield of.c.sub_event_type == alike.kind
    if alike.since is not None:
        yield or_(of.c.date_start.is_(None), of.c.date_start >= alike.since)
    if alike.until is not None:
        yield or_(of.c.date_start.is_(None), of.c.date_start <= alike.until)
    if alike.area is not None:
        finest = func.coalesce(*(func.nullif(of.c[level], "") for level in reversed(_LEVELS)), "")
        above = [alike.area[:length] for length in range(len(alike.area))]
        yield or_(*(of.c[level] == alike.area for level in _LEVELS), finest.in_(above))


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


def _sums(of: FromClause, name: str) -> list[Any]:
    low, best, high = (of.c[f"{name}_{bound}"] for bound in ("low", "best", "high"))
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
