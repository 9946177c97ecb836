"""What stands in the store for those who may not see all of it: documents, events and incidents made ready for them.

What is not made ready yet is not shown to them. `marsad.editions` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from marsad.model.report import Report
from marsad.model.who import is_coded_by_name
from marsad.store.access_tables import (
    event_limits,
    incident_editions,
    public_documents,
    public_event_actors,
    public_events,
)
from marsad.store.batches import chunks, next_key
from marsad.store.columns import keepable
from marsad.store.facets import told
from marsad.store.incident_columns import columns_of
from marsad.store.model import record_text
from marsad.store.read import report_of
from marsad.store.rows import actor_rows, event_row, event_words
from marsad.store.tables import (
    codings,
    documents,
    events,
    incident_members,
    incidents,
    latest_versions,
    linked_events,
    meta,
    report_versions,
    reports,
)
from marsad.store.told_otherwise import all_otherwise, note_otherwise
from marsad.store.word_index import PUBLIC_WORDS, forget_words, index_words

__all__ = [
    "Document",
    "Edition",
    "begin_editions",
    "edited_of",
    "incidents_to_edit",
    "is_waiting",
    "is_whole",
    "keep_editions",
    "keep_public",
    "left_to_edit",
    "make_again",
    "note_whole",
    "standing_now",
    "told_by",
    "told_publicly",
    "unedited_documents",
    "unedited_incidents",
]  # fmt: skip

_VERSION = "editions"
_WHOLE = "editions_whole"
_DOWN_TO = "editions_down_to"
"""Under this name is kept down to which key documents are made ready; absent where that was done from the first on."""
_CHANGED, _READY, _KNOWN = 0, 1, 2
_AT_ONCE = 500
_UNEDITED = literal_column("incidents.edition") != literal_column("1")  # as the index has it
_NO_POINT: dict[str, Any] = {"place_id": None, "place_precision": 3, "latitude": None, "longitude": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report as it stands, with its record (None: not coded) and the keys of its events by their positions."""

    search_key: int
    report_key: int
    version_key: int
    coding_key: int | None
    report: Report
    record: dict[str, Any] | None
    event_keys: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What others see of an incident: the record, the events that tell it, and whether its place is told coarsely."""

    record: dict[str, Any]
    event_keys: tuple[int, ...]
    coarse: bool = False


_Public = tuple[Document, Report, dict[str, Any] | None, str | None]
"""A document, the report and the record that others see in its place, and the limits asked of it."""


def begin_editions(connection: Connection, version: str) -> None:
    """Have everything made ready anew unless it was by this version of rules and words."""
    if connection.scalar(select(meta.c.value).where(meta.c.name == _VERSION)) == version:
        return
    for table in (public_documents, public_events, public_event_actors, event_limits, incident_editions):
        connection.execute(delete(table))
    forget_words(connection, PUBLIC_WORDS)
    connection.execute(update(incidents).where(incidents.c.edition != _KNOWN).values(edition=_KNOWN))
    connection.execute(delete(meta).where(meta.c.name.in_((_VERSION, _WHOLE))))
    connection.execute(insert(meta).values(name=_VERSION, value=version))
    _note_down_to(connection, next_key(connection, documents.c.search_key))
    all_otherwise(connection)


def edited_of(connection: Connection) -> str | None:
    """Return the version of rules and words that editions were made ready by."""
    return connection.scalar(select(meta.c.value).where(meta.c.name == _VERSION))


def note_whole(connection: Connection) -> None:
    """Note that all there is was made ready once by the version in use."""
    version = edited_of(connection)
    if connection.scalar(select(meta.c.value).where(meta.c.name == _WHOLE)) != version:
        connection.execute(delete(meta).where(meta.c.name == _WHOLE))
        connection.execute(insert(meta).values(name=_WHOLE, value=version))


def is_whole(connection: Connection) -> bool:
    """Say whether all there was has been made ready once by the version in use: then only what just came may wait."""
    kept = select(meta.c.name, meta.c.value).where(meta.c.name.in_((_VERSION, _WHOLE)))
    by = {row.name: row.value for row in connection.execute(kept)}
    return (_WHOLE in by and by[_WHOLE] == by.get(_VERSION)) or not is_waiting(connection)


def _made_ready(connection: Connection) -> tuple[int, int]:
    """Return from which key of a document to which all are made ready: the newest come first."""
    down_to = int(connection.scalar(select(meta.c.value).where(meta.c.name == _DOWN_TO)) or 0)
    newest = int(connection.scalar(select(func.max(public_documents.c.search_key))) or 0)
    return down_to, max(newest, down_to - 1)


def _note_down_to(connection: Connection, key: int) -> None:
    connection.execute(delete(meta).where(meta.c.name == _DOWN_TO))
    connection.execute(insert(meta).values(name=_DOWN_TO, value=str(key)))


def _left(connection: Connection) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions on documents that came since, and on those that were there and are not made ready."""
    down_to, newest = _made_ready(connection)
    return documents.c.search_key > newest, documents.c.search_key < down_to


def left_to_edit(connection: Connection) -> tuple[int, int]:
    """Return how many documents and incidents are not made ready yet."""
    left = select(func.count()).select_from(documents).where(or_(*_left(connection)))
    return (
        int(connection.scalar(left) or 0),
        int(connection.scalar(select(func.count()).select_from(incidents).where(_UNEDITED)) or 0),
    )


def is_waiting(connection: Connection) -> bool:
    """Say whether anything is not made ready yet."""
    unedited = select(incidents.c.incident_id).where(_UNEDITED).limit(1)
    return connection.scalar(unedited) is not None or any(
        connection.scalar(select(documents.c.search_key).where(left).limit(1)) is not None for left in _left(connection)
    )


def unedited_documents(connection: Connection, most: int) -> list[Document]:
    """Return the next documents to make ready: every change of a document gives it a higher key.

    What came since comes first, then what was there, the newest before all others: that is what is asked for.
    """
    query = select(
        documents.c.search_key, documents.c.coding_key, reports.c.report_id, report_versions, codings.c.record
    ).select_from(latest_versions.outerjoin(codings, codings.c.coding_key == documents.c.coding_key))
    key = documents.c.search_key
    rows: list[Any] = []
    for left, order in zip(_left(connection), (key, key.desc()), strict=True):
        rows += connection.execute(query.where(left).order_by(order).limit(most - len(rows)))
    keys: dict[int, dict[int, int]] = {}
    coded = [row.coding_key for row in rows if row.coding_key is not None]
    of_codings = select(events.c.coding_key, events.c.number, events.c.event_key).where(events.c.coding_key.in_(coded))
    for row in connection.execute(of_codings):
        keys.setdefault(row.coding_key, {})[row.number] = row.event_key
    return [
        Document(
            search_key=row.search_key,
            report_key=row.report_key,
            version_key=row.version_key,
            coding_key=row.coding_key,
            report=report_of(row),
            record=json.loads(row.record) if row.record else None,
            event_keys=keys.get(row.coding_key, {}),
        )
        for row in rows
    ]


def keep_public(connection: Connection, made: Sequence[_Public]) -> None:
    """Keep documents as the public edition tells them.

    Events keep their ids; one that the record does not hold is withheld. Incidents that the reports stand in are to be
    made ready after them.
    """
    down_to, _ = _made_ready(connection)
    if made and (lowest := min(document.search_key for document, *_ in made)) < down_to:
        _note_down_to(connection, lowest)
    _replace(connection, made)
    report_keys = [document.report_key for document, *_ in made]
    ids = [one for some in chunks(report_keys) for one in _unready(connection, told_by(some), edition=_CHANGED)]
    note_otherwise(connection, reports=report_keys, incidents=ids)


def _replace(connection: Connection, made: Sequence[_Public]) -> None:
    """Put what others see of documents in the place of what they saw: texts, events, who is named, and their words."""
    told_rows: list[dict[str, Any]] = []
    event_rows: list[dict[str, Any]] = []
    by_name: list[dict[str, Any]] = []
    words: list[tuple[int, str, str]] = []
    for document, report, record, limits in made:
        changed = (report.headline, report.text, record) != (
            document.report.headline, document.report.text, document.record,
        )  # fmt: skip
        row: dict[str, Any] = {
            "search_key": document.search_key,
            "version_key": document.version_key,
            "coding_key": document.coding_key,
            "changed": int(changed),
            "limits": limits,
            **dict.fromkeys(("headline", "text", "record", "told")),
        }
        if changed:
            row |= {"headline": report.headline, "text": report.text}
            words.append((document.search_key, report.source_text, event_words(record) if record else ""))
        if record is not None and document.record is not None:
            keys_of = {event["event_id"]: document.event_keys[at] for at, event in enumerate(document.record["events"])}
            for event in record["events"]:
                by_name += ({"event_key": keys_of[event["event_id"]], **who} for who in _by_name(event))
        if changed and record is not None and document.record is not None:
            own = [event_row(event, number) for number, event in enumerate(record["events"])]
            row |= {"record": record_text(record), "told": told(own)}
            event_rows += ({"event_key": keys_of[event["event_id"]], **event} for event in own)
        told_rows.append(row)
    event_keys = [key for document, *_ in made for key in document.event_keys.values()]
    made_of = {
        public_documents.c.search_key: [document.search_key for document, *_ in made],
        public_events.c.event_key: event_keys,
        public_event_actors.c.event_key: event_keys,
    }
    for column, keys in made_of.items():
        for some in chunks(keys):
            connection.execute(delete(column.table).where(column.in_(some)))
    for table, rows in ((public_documents, told_rows), (public_events, event_rows), (public_event_actors, by_name)):
        if rows:
            connection.execute(insert(table), rows)
    index_words(connection, words, index=PUBLIC_WORDS)


def told_by(report_keys: Sequence[int]) -> Select[str]:
    """Return what asks for the ids of the incidents that some reports stand in."""
    return (
        select(incident_members.c.incident_id)
        .join(linked_events, linked_events.c.event_key == incident_members.c.event_key)
        .where(incident_members.c.left_at.is_(None), linked_events.c.report_key.in_(report_keys))
    )


def make_again(connection: Connection, told: Select[str]) -> None:
    """Have incidents that are ready made anew; they are seen as before until then."""
    note_otherwise(connection, incidents=_unready(connection, told, edition=_KNOWN))


def _unready(connection: Connection, told: Select[str], *, edition: int) -> list[str]:
    """Note that incidents are not made ready, and how they stand until they are; return their ids."""
    ids = sorted(set(connection.scalars(told)))
    for some in chunks(ids):
        connection.execute(delete(incident_editions).where(incident_editions.c.incident_id.in_(some)))
        ready = incidents.c.incident_id.in_(some) & (incidents.c.edition == _READY)
        connection.execute(update(incidents).where(ready).values(edition=edition))
    return ids


def _by_name(event: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield who takes part and is coded by name; all others are seen as they are."""
    for who in actor_rows(dict(event)):
        if is_coded_by_name(who["code"]):
            yield {name: who[name] for name in ("position", "role", "code")}


def unedited_incidents(connection: Connection, most: int) -> list[str]:
    """Return the ids of some incidents that are not made ready, those first whose reports nobody sees meanwhile."""
    query = select(incidents.c.incident_id).where(_UNEDITED).order_by(incidents.c.edition).limit(most)
    return list(connection.scalars(query))


def incidents_to_edit(connection: Connection, made: Sequence[Document], most: int) -> list[str]:
    """Return incidents that changed or that some documents tell, not made ready, where none of their reports is left.

    So who may not see all finds an incident as soon as its reports, and not only once all there are stand ready.
    """
    told = select(incident_members.c.incident_id).where(incident_members.c.left_at.is_(None))
    changed = select(incidents.c.incident_id).where(_UNEDITED, incidents.c.edition == _CHANGED).limit(_AT_ONCE)
    queries = [changed, told_by([one.report_key for one in made])]
    keys = [key for document in made for key in document.event_keys.values()]
    queries += [told.where(incident_members.c.event_key.in_(some)) for some in chunks(keys)]
    reports_of = incident_members.join(events).join(codings).join(report_versions)
    others = reports_of.join(documents, documents.c.report_key == report_versions.c.report_key)
    of_others = told.select_from(others).where(or_(*_left(connection)))
    found: set[str] = set()
    for some in chunks(sorted({one for query in queries for one in connection.scalars(query)})):
        unedited = select(incidents.c.incident_id).where(incidents.c.incident_id.in_(some), _UNEDITED)
        found |= set(connection.scalars(unedited))
        found -= set(connection.scalars(of_others.where(incident_members.c.incident_id.in_(some))))
    return sorted(found)[:most]


def standing_now(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[dict[str, Any], dict[int, bool]]]:
    """Return the record of each of some incidents that is told, and the keys of its events.

    With each key stands whether its report belongs to a collection.
    """
    members: dict[str, dict[int, bool]] = {}
    told: dict[str, tuple[dict[str, Any], dict[int, bool]]] = {}
    of_reports = incident_members.join(events).join(codings).join(report_versions).join(reports)
    keys = select(incident_members.c.incident_id, incident_members.c.event_key, reports.c.collection_key)
    here = keys.select_from(of_reports).where(incident_members.c.left_at.is_(None))
    records = select(incidents.c.incident_id, incidents.c.record)
    for some in chunks(sorted(ids)):
        for row in connection.execute(here.where(incident_members.c.incident_id.in_(some))):
            members.setdefault(row.incident_id, {})[row.event_key] = row.collection_key is not None
        for incident_id, record in connection.execute(records.where(incidents.c.incident_id.in_(some))):
            if incident_id in members:
                told[incident_id] = json.loads(record), members[incident_id]
    return told


def told_publicly(connection: Connection, keys: Iterable[int]) -> set[int]:
    """Return the events that may be told."""
    of_events = (
        select(events.c.event_key)
        .select_from(
            events.join(public_documents, public_documents.c.coding_key == events.c.coding_key)
            .join(documents, documents.c.search_key == public_documents.c.search_key)  # as it stands, not as before
            .outerjoin(public_events, public_events.c.event_key == events.c.event_key)
        )
        .where(events.c.event_key.in_(bindparam("asked", expanding=True)))
        .where((public_documents.c.changed == 0) | public_events.c.event_key.is_not(None))
    )
    return {key for some in chunks(sorted(keys)) for key in connection.scalars(of_events, {"asked": some})}


def keep_editions(connection: Connection, made: Mapping[str, Mapping[str, Edition]]) -> None:
    """Keep what others see in place of incidents: by id and kind ("open", "public", "both"), only where it differs."""
    told = [(incident_id, kind, one) for incident_id, by in made.items() for kind, one in by.items()]
    columns = columns_of(connection, [(one.record, one.event_keys) for *_, one in told])
    rows = [
        {
            "incident_id": incident_id,
            "kind": kind,
            "record": keepable(json.dumps(one.record, ensure_ascii=False)),
            **found,
            **(_NO_POINT if one.coarse else {}),
        }
        for (incident_id, kind, one), found in zip(told, columns, strict=True)
    ]
    for some in chunks(list(made)):
        connection.execute(delete(incident_editions).where(incident_editions.c.incident_id.in_(some)))
        connection.execute(update(incidents).where(incidents.c.incident_id.in_(some)).values(edition=_READY))
    if rows:
        connection.execute(insert(incident_editions), rows)
    note_otherwise(connection, incidents=made)
