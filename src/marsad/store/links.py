"""What the linker keeps between two runs: which reports wait, codings as it compares them, areas and scores."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from marsad.model.report import Report
from marsad.store.add import add_rows
from marsad.store.batches import chunks
from marsad.store.read import report_of
from marsad.store.tables import (
    acts,
    codings,
    documents,
    events,
    incident_members,
    linked_areas,
    linked_events,
    linked_scores,
    meta,
    report_versions,
    reports,
)
from marsad.store.told_otherwise import all_otherwise, note_otherwise

__all__ = [
    "ActRow", "Waiting", "acts_of", "areas_in", "codings_linked", "count_waiting", "drop_linked", "enter",
    "forget_all", "keep_acts", "keep_scores", "keys_of", "left_behind", "lines_of", "linked_after", "linked_by",
    "linked_keys", "mark_linked", "members_told", "places_of", "reports_told", "scores_of", "set_linked_by",
    "waiting",
]  # fmt: skip


class Waiting(NamedTuple):
    """A report whose newest coding is not linked yet, with what the linker reads."""

    report_key: int
    report_id: str
    record: str
    headline: str
    text: str
    event_keys: list[int]


class ActRow(NamedTuple):
    """An act of a report: its number, which stays through all codings, and the event that told it last."""

    number: int
    event_key: int
    place_in_record: int
    record: str


def linked_by(connection: Connection) -> str | None:
    """Return with which linker the codings were compared, None before the first time."""
    found: str | None = connection.scalar(select(meta.c.value).where(meta.c.name == "linker"))
    return found


def set_linked_by(connection: Connection, linker: str) -> None:
    """Note with which linker the codings are compared from now on."""
    if linked_by(connection) is None:
        all_otherwise(connection)  # a report that came since all was linked is shown only once it is
    connection.execute(delete(meta).where(meta.c.name == "linker"))
    connection.execute(insert(meta).values(name="linker", value=linker))


def forget_all(connection: Connection) -> None:
    """Let every report wait to be linked anew; incidents, acts and judgements stay."""
    for table in (linked_areas, linked_scores, linked_events):
        connection.execute(delete(table))
    connection.execute(update(documents).values(linked=0))
    all_otherwise(connection)


_IS_WAITING = (documents.c.linked == 0) & documents.c.coding_key.is_not(None)


def count_waiting(connection: Connection, *, anew: bool = False) -> int:
    """Return how many reports wait to be linked, with `anew` how many would if all were linked anew."""
    which = documents.c.coding_key.is_not(None) if anew else _IS_WAITING
    return int(connection.scalar(select(func.count()).select_from(documents).where(which)) or 0)


def waiting(connection: Connection, most: int) -> list[Waiting]:
    """Return some of the reports that wait, the earliest published first."""
    first = (
        select(documents.c.report_key)
        .where(_IS_WAITING)
        .order_by(documents.c.published, documents.c.report_key)
        .limit(most)
    )
    keys = list(connection.scalars(first))
    told: dict[int, list[int]] = {key: [] for key in keys}
    found: dict[int, Waiting] = {}
    for some in chunks(keys):
        query = (
            select(
                documents.c.report_key,
                reports.c.report_id,
                codings.c.record,
                report_versions.c.headline,
                report_versions.c.text,
            )
            .select_from(
                documents.join(reports)
                .join(codings, codings.c.coding_key == documents.c.coding_key)
                .join(report_versions, report_versions.c.version_key == documents.c.version_key)
            )
            .where(documents.c.report_key.in_(some))
        )
        for row in connection.execute(query):
            key = row.report_key
            found[key] = Waiting(key, row.report_id, row.record, row.headline, row.text, told[key])
        query_events = (
            select(documents.c.report_key, events.c.event_key)
            .select_from(documents.join(events, events.c.coding_key == documents.c.coding_key))
            .where(documents.c.report_key.in_(some))
            .order_by(events.c.coding_key, events.c.number)
        )
        for told_by in connection.execute(query_events):
            told[told_by.report_key].append(told_by.event_key)
    return [found[key] for key in keys]


def mark_linked(connection: Connection, report_keys: Collection[int]) -> None:
    """Note that reports wait no more."""
    for some in chunks(list(report_keys)):
        connection.execute(update(documents).where(documents.c.report_key.in_(some)).values(linked=1))
    note_otherwise(connection, reports=report_keys)


def acts_of(connection: Connection, report_keys: Collection[int]) -> dict[int, list[ActRow]]:
    """Return the acts of reports by report, in the order of their numbers."""
    found: dict[int, list[ActRow]] = {}
    for some in chunks(list(report_keys)):
        query = (
            select(
                acts.c.report_key, acts.c.number, events.c.event_key, events.c.number.label("place"), codings.c.record
            )
            .select_from(acts.join(events, events.c.event_key == acts.c.event_key).join(codings))
            .where(acts.c.report_key.in_(some))
            .order_by(acts.c.report_key, acts.c.number)
        )
        for row in connection.execute(query):
            found.setdefault(row.report_key, []).append(ActRow(row.number, row.event_key, row.place, row.record))
    return found


def keep_acts(connection: Connection, report_key: int, told: Mapping[int, int], known: Collection[int]) -> None:
    """Keep which event tells which act of a report now; `known` are the acts that it had before."""
    new = [
        {"report_key": report_key, "number": number, "event_key": key}
        for number, key in told.items()
        if number not in known
    ]
    if new:
        connection.execute(insert(acts), new)
    for number in set(told) & set(known):
        here = (acts.c.report_key == report_key) & (acts.c.number == number)
        connection.execute(update(acts).where(here).values(event_key=told[number]))


def linked_keys(connection: Connection, report_keys: Collection[int]) -> dict[int, list[int]]:
    """Return the events of reports that are linked, by report."""
    found: dict[int, list[int]] = {}
    for some in chunks(list(report_keys)):
        query = select(linked_events.c.report_key, linked_events.c.event_key)
        for row in connection.execute(query.where(linked_events.c.report_key.in_(some))):
            found.setdefault(row.report_key, []).append(row.event_key)
    return found


def enter(
    connection: Connection, event_key: int, report_key: int, coding: bytes, areas: Iterable[tuple[int, int, int]]
) -> None:
    """Keep a coding as the linker compares it, with the areas (area, day, family) where others find it."""
    connection.execute(insert(linked_events).values(event_key=event_key, report_key=report_key, coding=coding))
    rows = [
        {"area": area, "day": day, "family": family, "event_key": event_key} for area, day, family in sorted(set(areas))
    ]
    add_rows(connection, linked_areas, rows)


def drop_linked(connection: Connection, event_key: int, areas: Iterable[tuple[int, int, int]]) -> None:
    """Let an event be linked no more."""
    for area, day, family in set(areas):
        here = (linked_areas.c.area == area) & (linked_areas.c.day == day) & (linked_areas.c.family == family)
        connection.execute(delete(linked_areas).where(here, linked_areas.c.event_key == event_key))
    for table in (linked_scores, linked_events):
        connection.execute(delete(table).where(table.c.event_key == event_key))


def areas_in(connection: Connection, areas: Collection[int], days: range, families: Collection[int]) -> set[int]:
    """Return the events that stand in one of some areas, on one of these days, in one of these families."""
    query = select(linked_areas.c.event_key).where(
        linked_areas.c.area.in_(areas),
        linked_areas.c.day.between(days[0], days[-1]),
        linked_areas.c.family.in_(families),
    )
    return set(connection.scalars(query))


def keys_of(connection: Connection, members: Collection[tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """Return the linked events that tell some acts, each a report id and a number, by their keys."""
    found: dict[int, tuple[str, int]] = {}
    wanted = set(members)
    for some in chunks(sorted({report_id for report_id, _ in wanted})):
        query = (
            select(reports.c.report_id, acts.c.number, acts.c.event_key)
            .select_from(acts.join(reports).join(linked_events, linked_events.c.event_key == acts.c.event_key))
            .where(reports.c.report_id.in_(some))
        )
        for row in connection.execute(query):
            if (row.report_id, row.number) in wanted:
                found[row.event_key] = (row.report_id, row.number)
    return found


def members_told(connection: Connection, event_keys: Collection[int]) -> dict[int, tuple[str, int]]:
    """Return the report id and the number of the act that events tell, by key."""
    found: dict[int, tuple[str, int]] = {}
    for some in chunks(list(event_keys)):
        query = select(acts.c.event_key, reports.c.report_id, acts.c.number).select_from(acts.join(reports))
        for row in connection.execute(query.where(acts.c.event_key.in_(some))):
            found[row.event_key] = (row.report_id, row.number)
    return found


_TOLD = events.join(codings).join(report_versions).join(reports)


_OF_EVENTS = events.c.event_key.in_(bindparam("asked", expanding=True))
_PLACES = select(events.c.event_key, reports.c.report_id, events.c.number).select_from(_TOLD).where(_OF_EVENTS)
_LINES = select(reports.c.report_id, codings.c.record).select_from(_TOLD).where(_OF_EVENTS)


def places_of(connection: Connection, event_keys: Collection[int]) -> dict[int, tuple[str, int]]:
    """Return where events stand: the id of the report and the position in its record, by key."""
    found: dict[int, tuple[str, int]] = {}
    for some in chunks(list(event_keys)):
        for row in connection.execute(_PLACES, {"asked": some}):
            found[row.event_key] = (row.report_id, row.number)
    return found


def lines_of(connection: Connection, event_keys: Collection[int]) -> dict[str, str]:
    """Return the records that events stand in, by report: the line of `marsad code`, less the line feed."""
    found: dict[str, str] = {}
    for some in chunks(list(event_keys)):
        for row in connection.execute(_LINES, {"asked": some}):
            found[row.report_id] = row.record
    return found


def reports_told(connection: Connection, event_keys: Collection[int]) -> dict[str, Report]:
    """Return the reports that tell some events, in the versions that were coded, by id."""
    found: dict[str, Report] = {}
    for some in chunks(list(event_keys)):
        query = select(reports.c.report_id, report_versions).select_from(_TOLD).where(events.c.event_key.in_(some))
        found.update((row.report_id, report_of(row)) for row in connection.execute(query))
    return found


def left_behind(connection: Connection) -> set[int]:
    """Return the events that stand in an incident and are linked no more."""
    query = (
        select(incident_members.c.event_key)
        .select_from(
            incident_members.outerjoin(linked_events, linked_events.c.event_key == incident_members.c.event_key)
        )
        .where(incident_members.c.left_at.is_(None), linked_events.c.event_key.is_(None))
    )
    return set(connection.scalars(query))


def linked_after(connection: Connection, last: int, most: int) -> list[int]:
    """Return some of the events that are linked, by key, those after `last`."""
    query = select(linked_events.c.event_key).where(linked_events.c.event_key > last)
    return list(connection.scalars(query.order_by(linked_events.c.event_key).limit(most)))


def codings_linked(connection: Connection, event_keys: Collection[int]) -> dict[int, bytes]:
    """Return codings as they were entered, by event."""
    found: dict[int, bytes] = {}
    for some in chunks(list(event_keys)):
        query = select(linked_events.c.event_key, linked_events.c.coding).where(linked_events.c.event_key.in_(some))
        found.update((row.event_key, bytes(row.coding)) for row in connection.execute(query))
    return found


def scores_of(connection: Connection, event_keys: Collection[int]) -> dict[int, dict[int, int]]:
    """Return for each event those that it was scored with, in thousandths of log-odds."""
    found: dict[int, dict[int, int]] = {key: {} for key in event_keys}
    for some in chunks(list(event_keys)):
        query = select(linked_scores).where(linked_scores.c.event_key.in_(some))
        for row in connection.execute(query):
            found[row.event_key] = _unpacked(bytes(row.near))
    return found


def keep_scores(connection: Connection, scores: Mapping[int, Mapping[int, int]]) -> None:
    """Keep with whom events were scored, in place of what was kept before."""
    for some in chunks(list(scores)):
        connection.execute(delete(linked_scores).where(linked_scores.c.event_key.in_(some)))
    rows = [{"event_key": key, "near": _packed(near)} for key, near in scores.items() if near]
    add_rows(connection, linked_scores, rows)


def _packed(near: Mapping[int, int]) -> bytes:
    """Return keys (eight bytes each), then scores (four each), the lowest byte first."""
    keys, worth = array("q", near.keys()), array("i", near.values())
    if sys.byteorder == "big":
        keys.byteswap()
        worth.byteswap()
    return keys.tobytes() + worth.tobytes()


def _unpacked(content: bytes) -> dict[int, int]:
    count = len(content) // 12
    keys, worth = array("q"), array("i")
    keys.frombytes(content[: count * 8])
    worth.frombytes(content[count * 8 :])
    if sys.byteorder == "big":
        keys.byteswap()
        worth.byteswap()
    return dict(zip(keys, worth, strict=True))
