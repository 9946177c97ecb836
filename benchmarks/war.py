"""A store with as many incidents as a war leaves, made up: what the benchmarks of pages ask.

The reports are those of `benchmarks.search`. Their events are told as incidents by the same code as linked ones; who
tells the same act is drawn by number, as linking is measured elsewhere: one incident of ten is told by three reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import select

from benchmarks.search import fill, made_up
from marsad import gazetteer
from marsad.errors import MarsadError
from marsad.link.coding import Coding
from marsad.link.compare import FLOOR, Reason
from marsad.link.index import Incident as Told
from marsad.link.index import incident_id
from marsad.link.read import codings_of
from marsad.link.record import to_record
from marsad.store import Incident, Keeping, Member, Store
from marsad.store.engine import is_sqlite
from marsad.store.incidents import keep_incidents
from marsad.store.tables import acts, codings, documents, events, report_versions, reports

__all__ = ["fill_war"]

_AT_ONCE = 1_000
_OF_THREE = 10
"""Of so many incidents one is told by three reports."""


class _Pairs:
    """No scores: what is told together was never compared."""

    def score(self, left: Coding, right: Coding) -> int:
        return FLOOR if left.member == right.member else 0

    def explain(self, left: Coding, right: Coding) -> tuple[Reason, ...]:
        return () if left.member == right.member else (Reason("place", 0, right.where.name),)


def fill_war(store: Store, count: int) -> None:
    """Keep made-up reports, their events as `count` incidents, and all reports as linked."""
    wanted = count + 2 * (count // _OF_THREE)
    fill(store, _reports(wanted))
    told = _told(store)
    made = 0
    while some := list(islice(_groups(told), min(_AT_ONCE, count - made))):
        with store.writing() as connection:
            keep_incidents(connection, [_incident(group) for group in some], who=store.who)
        made += len(some)
    with store.writing() as connection:
        acting = (
            select(report_versions.c.report_key, events.c.number, events.c.event_key)
            .join(codings, codings.c.coding_key == events.c.coding_key)
            .join(report_versions, report_versions.c.version_key == codings.c.version_key)
        )
        connection.execute(acts.insert().from_select(["report_key", "number", "event_key"], acting))
        connection.execute(documents.update().values(linked=1))
        if not is_sqlite(connection):
            connection.exec_driver_sql("ANALYZE")


def _reports(left: int) -> Iterator[Keeping]:
    """Yield made-up reports until they have so many events; of those without any only every tenth."""
    for number, item in enumerate(made_up(left * 2)):
        found = len(item.record["events"]) if item.record else 0
        left -= found
        if found or number % 10 == 0:
            yield item
        if left <= 0:
            return


def _told(store: Store) -> Iterator[tuple[int, Coding]]:
    """Yield every event with its key, those of one report never side by side with its own."""
    query = (
        select(events.c.event_key, events.c.number, reports.c.report_id, report_versions, codings.c.record)
        .join(codings, codings.c.coding_key == events.c.coding_key)
        .join(report_versions, report_versions.c.version_key == codings.c.version_key)
        .join(reports, reports.c.report_key == report_versions.c.report_key)
        .order_by(events.c.number, events.c.event_key)
    )
    places, last = gazetteer.load(), (-1, -1)
    while True:
        with store.reading() as connection:
            after = (events.c.number > last[0]) | ((events.c.number == last[0]) & (events.c.event_key > last[1]))
            rows = connection.execute(query.where(after).limit(20 * _AT_ONCE)).all()
        if not rows:
            return
        for row in rows:
            last = row.number, row.event_key
            record = json.loads(row.record)
            about = {"outlet": row.outlet, "published": row.published, "title": row.headline}
            coding = list(codings_of({**record, **about, "id": row.report_id}, places))[row.number]
            if not isinstance(coding, MarsadError):
                yield row.event_key, coding


def _groups(told: Iterator[tuple[int, Coding]]) -> Iterator[Sequence[tuple[int, Coding]]]:
    number = 0
    while group := list(islice(told, 3 if number % _OF_THREE == 0 else 1)):
        yield sorted(group, key=lambda one: one[1].order)
        number += 1


def _incident(group: Sequence[tuple[int, Coding]]) -> Incident:
    of = tuple(coding for _, coding in group)
    made = Told(incident_id=incident_id(of), codings=of)
    record: dict[str, Any] = to_record(made, _Pairs())
    del record["was"]
    members = []
    for (key, _), told in zip(group, record["members"], strict=True):
        link = told["link"] or {"reasons": [], "score": 0.0}
        members.append(Member(event_key=key, score=link["score"], explanation=tuple(link.pop("reasons"))))
    return Incident(incident_id=made.incident_id, members=tuple(members), record=record)
