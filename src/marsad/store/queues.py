"""Lists of reports that wait for people, in the order in which they need them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, or_, select

from marsad.model.report import Report
from marsad.store.event_briefs import Figure, figure_of
from marsad.store.filters import Filters
from marsad.store.lists import Order, Place, places_from
from marsad.store.read import report_of
from marsad.store.tables import documents, events, report_versions, reports, users
from marsad.store.work_tables import reviews

__all__ = [
    "ORDERS", "OWN", "QUEUES", "Brief", "Waiting", "next_in", "order_of", "queue", "queue_size", "queue_sizes",
]  # fmt: skip

QUEUES = ("to check", "mine", "second reading", "disputed", "recent", "no events")
"""The lists: what nobody checked, what is given to me, what another person is to read, what is in dispute, what was
worked on last, and reports in which no event was found."""

OWN = ("mine",)
"""The lists that are another one for each person."""

ORDERS = ("severity", "confidence", "newest", "oldest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An event in a few fields."""

    sub_event_type: str
    place_name: str | None
    place_id: str | None
    admin1: str | None
    date_start: str | None
    figures: Mapping[str, Figure | None]

    def figure(self, count: str) -> Figure | None:
        """Return lowest, best and highest figure of the people that a count tells, None where it tells nothing."""
        return self.figures[count]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A report in a list, at its place there. `changed` says that it was edited after somebody had checked it."""

    place: Place
    report: Report
    status: str
    assignee: str | None
    confidence: float | None
    severity: int | None
    changed: bool
    changed_at: str | None
    events: tuple[Brief, ...]


_WORK = documents.outerjoin(reviews, reviews.c.report_key == documents.c.report_key)
_ALL = (
    documents.join(reports)
    .join(report_versions, report_versions.c.version_key == documents.c.version_key)
    .outerjoin(reviews, reviews.c.report_key == documents.c.report_key)
    .outerjoin(users, users.c.user_key == reviews.c.assignee)
)

_UNCHECKED = or_(
    reviews.c.status.is_(None),
    reviews.c.status == "to check",
    and_(reviews.c.status != "set aside", reviews.c.version_key != documents.c.version_key),
)


def _listed(name: str, user_key: int) -> list[ColumnElement[bool]]:
    match name:
        case "mine":
            return [reviews.c.assignee == user_key, reviews.c.status.not_in(("reviewed", "set aside"))]
        case "second reading":
            return [reviews.c.status == "second reading"]
        case "disputed":
            return [reviews.c.status == "disputed"]
        case "recent":
            return [reviews.c.changed_at.is_not(None)]
        case "no events":
            return [_UNCHECKED, documents.c.coding_key.is_not(None), documents.c.confidence.is_(None)]
        case _:
            return [_UNCHECKED, documents.c.confidence.is_not(None)]


def order_of(name: str, order: str) -> Order:
    """Return what a list is in the order of: an index has each, so that nothing is sorted for a page of a long list."""
    if name == "recent":
        return Order(value=reviews.c.changed_at, key=documents.c.search_key, descending=True)
    match order:
        case "confidence":
            return Order(value=documents.c.confidence, key=documents.c.search_key)
        case "newest" | "oldest":
            return Order(value=documents.c.published, key=documents.c.report_key, descending=order == "newest")
        case _:
            return Order(value=documents.c.severity, key=documents.c.search_key, descending=True)


def _conditions(
    connection: Connection, name: str, user_key: int, filters: Filters, *, often: bool = False
) -> list[ColumnElement[bool]]:
    """Return what reports of a list are; `often` says that many fit the filters.

    Then each report of the list is looked at in its turn, else those that fit are gathered first.
    """
    of_events = filters.of_events(connection)
    conditions = [*_listed(name, user_key), *filters.of_reports()]
    if of_events and often:
        conditions.append(exists().where(events.c.coding_key == documents.c.coding_key, *of_events))
    elif of_events:
        conditions.append(documents.c.coding_key.in_(select(events.c.coding_key).where(*of_events)))
    return conditions


@cache
def _told_by_key(name: str) -> Select[Any]:
    """Return what a list tells of reports, by one of the keys of `documents`; put together once, as it is long."""
    key = documents.c[name]
    columns = (
        key.label("place"), reports.c.report_id, report_versions, documents.c.coding_key, documents.c.confidence,
        documents.c.severity, reviews.c.status.label("review_status"), reviews.c.changed_at,
        users.c.name.label("assignee"),
        and_(reviews.c.version_key.is_not(None), reviews.c.version_key != documents.c.version_key).label("changed"),
    )  # fmt: skip
    return select(*columns).select_from(_ALL).where(key.in_(bindparam("asked", expanding=True)))


def queue(
    connection: Connection,
    name: str,
    *,
    user_key: int,
    order: str = "severity",
    filters: Filters | None = None,
    limit: int = 25,
    start: Place | None = None,
    back: bool = False,
    often: bool = False,
) -> list[Waiting]:
    """Return reports of a list in an order of ORDERS, the most urgent first.

    They are those after the place `start`, or before it when `back`; `often` says that many fit the filters.
    """
    by, conditions = order_of(name, order), _conditions(connection, name, user_key, filters or Filters(), often=often)
    query = select(by.value, by.key).select_from(_WORK).where(*conditions)
    places = places_from(connection, query, by, start=start, limit=limit, back=back)
    told = _told_by_key(by.key.name)
    rows = {row.place: row for row in connection.execute(told, {"asked": [place.key for place in places]})}
    briefs = _briefs(connection, [row.coding_key for row in rows.values() if row.coding_key is not None])
    return [
        Waiting(
            place=place,
            report=report_of(row),
            status=row.review_status or "to check",
            assignee=row.assignee,
            confidence=row.confidence,
            severity=row.severity,
            changed=bool(row.changed),
            changed_at=row.changed_at,
            events=tuple(briefs.get(row.coding_key, ())),
        )
        for place in places
        if (row := rows.get(place.key)) is not None
    ]


def queue_size(connection: Connection, name: str, *, user_key: int, filters: Filters) -> int:
    """Return how many reports of a list the filters leave."""
    conditions = _conditions(connection, name, user_key, filters)
    return int(connection.scalar(select(func.count()).select_from(_WORK).where(*conditions)) or 0)


_EVENTS = (
    select(events)
    .where(events.c.coding_key.in_(bindparam("asked", expanding=True)))
    .order_by(events.c.coding_key, events.c.number)
)


def _briefs(connection: Connection, coding_keys: list[int]) -> dict[int, list[Brief]]:
    found: dict[int, list[Brief]] = {}
    for row in connection.execute(_EVENTS, {"asked": coding_keys}):
        brief = Brief(
            sub_event_type=row.sub_event_type,
            place_name=row.place_name,
            place_id=row.place_id,
            admin1=row.admin1,
            date_start=row.date_start,
            figures={count: figure_of(row, count) for count in ("killed", "wounded", "detained", "abducted")},
        )
        found.setdefault(row.coding_key, []).append(brief)
    return found


def next_in(
    connection: Connection, name: str, *, user_key: int, order: str, filters: Filters, but: str | None = None
) -> str | None:
    """Return the id of the report that comes first in a list, passing over one report."""
    by = order_of(name, order)
    query = select(by.value, by.key).select_from(_WORK).where(*_conditions(connection, name, user_key, filters))
    if but is not None:
        passed = select(reports.c.report_key).where(reports.c.report_id == but).scalar_subquery()
        query = query.where(documents.c.report_key != func.coalesce(passed, 0))
    for place in places_from(connection, query, by, start=None, limit=1):
        report_id: str | None = connection.scalar(
            select(reports.c.report_id).select_from(_ALL).where(by.key == place.key)
        )
        return report_id
    return None


def queue_sizes(connection: Connection, user_key: int, names: Collection[str] = QUEUES) -> dict[str, int]:
    """Return how many reports each list has, or some of them, counted from the few that somebody worked on.

    Those of OWN are another for each person.
    """

    def count(*conditions: ColumnElement[bool], worked_on: bool = True) -> int:
        start = documents.join(reviews, reviews.c.report_key == documents.c.report_key) if worked_on else documents
        return int(connection.scalar(select(func.count()).select_from(start).where(*conditions)) or 0)

    unchecked = {
        "to check": documents.c.confidence.is_not(None),
        "no events": documents.c.coding_key.is_not(None) & documents.c.confidence.is_(None),
    }
    return {
        name: count(unchecked[name], worked_on=False) - count(unchecked[name], _UNCHECKED.is_not(True))
        if name in unchecked
        else count(*_listed(name, user_key))
        for name in names
    }
