"""Which incidents and reports are seen otherwise than before by those who may not see all, noted in order.

So what a process keeps in memory for them is read anew only where something changed. A report that is not shown, as
another report of the same act is being made ready, lets all incidents that it tells be seen otherwise, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, insert, or_, select

from marsad.store.access_tables import collections, told_anew
from marsad.store.add import add_rows
from marsad.store.batches import chunks
from marsad.store.tables import codings, events, incident_members, meta, report_versions
from marsad.store.team_tables import blind_readings

__all__ = ["TIMES", "Otherwise", "all_otherwise", "note_otherwise", "otherwise_since"]

TIMES = "editions_changed"
"""Under this name it is kept how often that changed which they see."""
_NOTED_FROM = "editions_noted_from"
_EDITED = "editions"
_MOST = 20_000
"""Where more incidents or reports changed at once, all are read anew: that takes no longer."""
_INCIDENT, _REPORT = "incident", "report"


class Otherwise(NamedTuple):
    """Incidents by id, and reports by key, that are seen otherwise, or not at all, or now."""

    incidents: frozenset[str] = frozenset()
    reports: frozenset[int] = frozenset()


_ASKED: BindParameter[Any] = bindparam("asked", expanding=True)
_TOLD = incident_members.join(events).join(codings).join(report_versions)
_REPORTS_OF = (
    select(report_versions.c.report_key).select_from(_TOLD).where(incident_members.c.incident_id.in_(_ASKED))
)  # also of those that left it
_INCIDENTS_OF = (
    select(incident_members.c.incident_id)
    .select_from(_TOLD)
    .where(report_versions.c.report_key.in_(_ASKED), incident_members.c.left_at.is_(None))
)
_ANYBODY = select(
    or_(
        select(meta.c.value).where(meta.c.name == _EDITED).exists(),
        select(collections.c.collection_key).exists(),
        select(blind_readings.c.reading_key).exists(),
    )
)


def note_otherwise(connection: Connection, *, incidents: Iterable[str] = (), reports: Iterable[int] = ()) -> None:
    """Note that some incidents and reports are seen otherwise from now on, with what hangs together with them.

    Where nothing was ever made ready for anybody, it is only noted that all of it may be.
    """
    of, told = set(incidents), set(reports)
    if not of and not told:
        return
    if max(len(of), len(told)) > _MOST or not connection.scalar(_ANYBODY):
        all_otherwise(connection)
        return
    told |= set(_found(connection, _REPORTS_OF, of))
    of |= set(_found(connection, _INCIDENTS_OF, told))
    number = _next(connection)
    for kind, items in ((_INCIDENT, sorted(of)), (_REPORT, [str(key) for key in sorted(told)])):
        for some in chunks(items):
            connection.execute(delete(told_anew).where(told_anew.c.kind == kind, told_anew.c.item.in_(some)))
        add_rows(connection, told_anew, [{"kind": kind, "item": item, "number": number} for item in items])


def all_otherwise(connection: Connection) -> None:
    """Note that everything may be seen otherwise from now on."""
    _put(connection, _NOTED_FROM, _next(connection))
    connection.execute(delete(told_anew))


def otherwise_since(connection: Connection, times: str) -> Otherwise | None:
    """Return what is seen otherwise since so many changes, None where that may be everything, or is too much."""
    noted_from = connection.scalar(select(meta.c.value).where(meta.c.name == _NOTED_FROM))
    if int(times or 0) < int(noted_from or 0):
        return None
    found: dict[str, set[str]] = {_INCIDENT: set(), _REPORT: set()}
    query = select(told_anew.c.kind, told_anew.c.item).where(told_anew.c.number > int(times or 0))
    for kind, item in connection.execute(query.limit(2 * _MOST)):
        found[kind].add(item)
    if max(map(len, found.values())) >= _MOST:
        return None
    return Otherwise(frozenset(found[_INCIDENT]), frozenset(map(int, found[_REPORT])))


def _found(connection: Connection, query: Select[Any], asked: Collection[Any]) -> Iterator[Any]:
    for some in chunks(sorted(asked)):
        yield from connection.scalars(query, {"asked": some})


def _next(connection: Connection) -> int:
    before = connection.scalar(select(meta.c.value).where(meta.c.name == TIMES))
    number = int(before or 0) + 1
    _put(connection, TIMES, number)
    return number


def _put(connection: Connection, name: str, number: int) -> None:
    connection.execute(delete(meta).where(meta.c.name == name))
    connection.execute(insert(meta).values(name=name, value=str(number)))
