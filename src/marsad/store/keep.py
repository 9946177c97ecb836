"""Keeping reports and codings: once each, whatever is handed in again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, delete, func, insert, select

from marsad.model.report import Report
from marsad.store.access_tables import collection_outlets
from marsad.store.add import add_rows
from marsad.store.batches import chunks, next_key
from marsad.store.changes import note_codings
from marsad.store.clock import now, stamp
from marsad.store.columns import keepable
from marsad.store.facets import told
from marsad.store.keep_events import keep_events
from marsad.store.log import Act, write
from marsad.store.model import CodedBy, Keeping, Kept, content_sha256, record_text, text_sha256
from marsad.store.rows import event_row, event_words, urgency
from marsad.store.tables import coders, codings, documents, latest_versions, report_versions, reports, sources
from marsad.store.told_otherwise import note_otherwise
from marsad.store.word_index import index_words

__all__ = ["coder_key", "conflict", "keep", "last_number", "show"]


_AS_GIVEN = ("outlet", "url", "edited", "forwarded_from", "reply_to", "extent")


@dataclass(slots=True, kw_only=True)
class _State:
    """What the store holds of one report while a batch is kept."""

    report_key: int
    number: int  # of the last version, which a page that is gone has, too
    version_key: int
    version: int
    content: str
    coding_key: int | None
    by_person: bool  # a coding that a person made is not displaced by a machine's
    outlet: str | None
    url: str | None
    words: tuple[Report, dict[str, Any] | None] | None = None


def keep(connection: Connection, items: Sequence[Keeping], coded_by: CodedBy | None, *, who: str) -> list[Kept]:
    """Keep reports, their versions and codings inside a writing transaction; say what each one did.

    What is there already stays as it is; a report whose id belongs to another one is refused, with the reason.
    """
    held = _held(connection, [keepable(item.report.report_id) for item in items])
    coder = None if coded_by is None else coder_key(connection, coded_by)
    batch = _Batch(connection, coder)
    done = [batch.add(item, held) for item in items]
    batch.write()
    reason = {"act": "code"}
    if coded_by is not None:
        reason |= {"coder_version": coded_by.coder_version, "resources_version": coded_by.resources_version}
    _refresh(connection, [state for state in held.values() if state.words is not None], who, reason)
    write(connection, batch.acts, who=who)
    return done


def conflict(report: Report, *, outlet: str | None, url: str | None) -> str | None:
    """Return what shows that a report is another one than that kept under its id, None when nothing does.

    A page that was edited keeps its address and its outlet.
    """
    for name, kept, given in (("address", url, report.url), ("outlet", outlet, report.outlet)):
        if kept and given and kept != keepable(given):
            return f"The id {report.report_id!r} belongs to a report of another {name}, {kept}."
    return None


def coder_key(connection: Connection, coded_by: CodedBy, *, make: bool = True) -> int | None:
    """Return the key of a coder; one not known yet is added, or with `make` false is None."""
    values = {
        "coder_version": coded_by.coder_version,
        "resources_version": coded_by.resources_version,
        "gazetteer": coded_by.gazetteer,
        "gazetteer_version": coded_by.gazetteer_version,
        "min_confidence": coded_by.min_confidence,
    }
    found = connection.scalar(
        select(coders.c.coder_key).where(*(coders.c[name] == value for name, value in values.items()))
    )
    if found is None and make:
        found = next_key(connection, coders.c.coder_key)
        connection.execute(insert(coders).values(coder_key=found, **values))
    return found


def _held(connection: Connection, report_ids: list[str]) -> dict[str, _State]:
    columns = (
        reports.c.report_id,
        reports.c.report_key,
        last_number(reports.c.report_key).label("last"),
        report_versions.c.number,
        report_versions.c.version_key,
        report_versions.c.content_sha256,
        report_versions.c.outlet,
        report_versions.c.url,
        documents.c.coding_key,
        codings.c.user_key,
    )
    coded = latest_versions.outerjoin(codings, codings.c.coding_key == documents.c.coding_key)
    query = select(*columns).select_from(coded)
    return {
        row.report_id: _state(row)
        for some in chunks(report_ids)
        for row in connection.execute(query.where(reports.c.report_id.in_(some)))
    }


def last_number(report_key: ColumnElement[int]) -> ScalarSelect[int]:
    """Return the number of the last version of a report, also where that says that the page is gone."""
    other = report_versions.alias("other")
    return select(func.max(other.c.number)).where(other.c.report_key == report_key).scalar_subquery()


def _state(row: Any) -> _State:
    return _State(
        report_key=row.report_key,
        number=row.last,
        version_key=row.version_key,
        version=row.number,
        content=row.content_sha256,
        coding_key=row.coding_key,
        by_person=row.user_key is not None,
        outlet=row.outlet,
        url=row.url,
    )


class _Batch:
    """Rows to add, gathered report by report and written table by table."""

    def __init__(self, connection: Connection, coder: int | None) -> None:
        self._connection = connection
        self._coder = coder
        self._at = now()
        self._reports: list[dict[str, Any]] = []
        self._versions: list[dict[str, Any]] = []
        self._codings: list[dict[str, Any]] = []
        self._events: list[tuple[int, dict[str, Any]]] = []
        self._added: set[int] = set()  # versions coded in this batch
        self._outlets: dict[str, tuple[int | None, int | None]] = {}
        self._next_report = next_key(connection, reports.c.report_key)
        self._next_version = next_key(connection, report_versions.c.version_key)
        self._next_coding = next_key(connection, codings.c.coding_key)
        self.acts: list[Act] = []

    def add(self, item: Keeping, held: dict[str, _State]) -> Kept:
        report, content = item.report, content_sha256(item.report)
        report_id = keepable(report.report_id)
        state = held.get(report_id)
        new = state is None
        changed = False
        if state is None:
            state = held[report_id] = self._new_report(item, content)
            version_key, number = state.version_key, state.version
        else:
            refused = conflict(report, outlet=state.outlet, url=state.url)
            if refused:
                return Kept(report_id=report.report_id, version=state.version, refused=refused)
            version_key, number = state.version_key, state.version
            returned = item.retrieved is not None and state.number > state.version
            if content != state.content or returned:
                older = None if item.retrieved else self._older(state, content)
                if older is None:
                    changed = True
                    version_key, number = self._new_version(item, state, content)
                else:
                    version_key, number = older
        coded = self._code(item, state, version_key)
        if (new or changed or (coded and not state.by_person)) and version_key == state.version_key:
            state.words = (report, item.record)
        return Kept(report_id=report.report_id, version=number, new=new, changed=changed, coded=coded)

    def _new_report(self, item: Keeping, content: str) -> _State:
        state = _State(
            report_key=self._next_report,
            number=0,
            version_key=0,
            version=0,
            content="",
            coding_key=None,
            by_person=False,
            outlet=None,
            url=None,
        )
        self._next_report += 1
        source, collection = self._belonging(item.report.outlet)
        self._reports.append(
            {
                "report_key": state.report_key,
                "report_id": item.report.report_id,
                "source_key": source,
                "kept_at": self._at,
                "collection_key": collection,
            }
        )
        self._new_version(item, state, content)
        return state

    def _belonging(self, outlet: str | None) -> tuple[int | None, int | None]:
        """Return the keys of the source and the collection that an outlet belongs to."""
        if not outlet:
            return None, None
        found = self._outlets.get(outlet)
        if found is None:
            name = keepable(outlet)
            source = select(sources.c.source_key).where(sources.c.outlet == name)
            collection = select(collection_outlets.c.collection_key).where(collection_outlets.c.outlet == name)
            found = self._outlets[outlet] = self._connection.scalar(source), self._connection.scalar(collection)
        return found

    def _new_version(self, item: Keeping, state: _State, content: str) -> tuple[int, int]:
        report = item.report
        key, number = self._next_version, state.number + 1
        self._next_version += 1
        self._versions.append(
            {
                "version_key": key,
                "report_key": state.report_key,
                "number": number,
                "headline": report.headline,
                "text": report.text,
                "published": report.published_on.isoformat() if report.published_on else None,
                "published_at": report.published_at.isoformat() if report.published_at else None,
                **{name: getattr(report, name) for name in _AS_GIVEN},
                "sha256": report.sha256,
                "content_sha256": content,
                "retrieved_at": stamp(item.retrieved) if item.retrieved else None,
                "archive": item.archive,
                "kept_at": self._at,
            }
        )
        state.number, state.version, state.version_key = number, number, key
        state.content, state.coding_key, state.by_person = content, None, False
        state.outlet, state.url = (keepable(value) if value else None for value in (report.outlet, report.url))
        detail = {"version": number, "sha256": report.sha256, "content_sha256": content, "archive": item.archive}
        self.acts.append(Act(act="keep", item=f"report:{report.report_id}", detail=detail))
        return key, number

    def _older(self, state: _State, content: str) -> tuple[int, int] | None:
        """Return key and number of an older version of this content."""
        for row in self._versions:
            if row["report_key"] == state.report_key and row["content_sha256"] == content:
                return row["version_key"], row["number"]
        query = select(report_versions.c.version_key, report_versions.c.number).where(
            report_versions.c.report_key == state.report_key, report_versions.c.content_sha256 == content
        )
        found = self._connection.execute(query.order_by(report_versions.c.number.desc())).first()
        return None if found is None else (found.version_key, found.number)

    def _code(self, item: Keeping, state: _State, version_key: int) -> bool:
        """Add the coding of a version unless this coder has coded it; say whether it was added."""
        if item.record is None or self._coder is None or version_key in self._added:
            return False
        is_new = any(row["version_key"] == version_key for row in self._versions[-1:])
        if not is_new and self._is_coded(version_key):
            return False
        key = self._next_coding
        self._next_coding += 1
        line = record_text(item.record)
        self._codings.append(
            {
                "coding_key": key,
                "version_key": version_key,
                "coder_key": self._coder,
                "record": line,
                "coded_at": self._at,
            }
        )
        self._events.append((key, item.record))
        self._added.add(version_key)
        if version_key == state.version_key and not state.by_person:
            state.coding_key = key
        first = item.record["events"][:1]
        versions = {name: event[name] for event in first for name in ("coder_version", "resources_version")}
        detail = {"coding": key, "events": len(item.record["events"]), "record": text_sha256(line), **versions}
        self.acts.append(Act(act="code", item=f"report:{item.report.report_id}", detail=detail))
        return True

    def _is_coded(self, version_key: int) -> bool:
        query = select(codings.c.coding_key).where(
            codings.c.version_key == version_key, codings.c.coder_key == self._coder
        )
        return self._connection.scalar(query) is not None

    def write(self) -> None:
        for table, rows in ((reports, self._reports), (report_versions, self._versions), (codings, self._codings)):
            add_rows(self._connection, table, rows)
        keep_events(self._connection, self._events, at=self._at)


def _refresh(connection: Connection, states: list[_State], who: str, reason: dict[str, str]) -> None:
    current = [
        (state.report_key, state.version_key, state.coding_key, *state.words)
        for state in states
        if state.words is not None
    ]
    show(connection, current, who=who, reason=reason)


def show(
    connection: Connection,
    current: Sequence[tuple[int, int, int | None, Report, dict[str, Any] | None]],
    *,
    who: str,
    reason: Mapping[str, Any],
) -> None:
    """Let (report, version, coding, the report, its record) be what exports, searches and queues see of a report.

    `who` and `reason` are noted where another coding came into force.
    """
    if not current:
        return
    key = next_key(connection, documents.c.search_key)
    for some in chunks([report_key for report_key, *_ in current]):
        connection.execute(delete(documents).where(documents.c.report_key.in_(some)))
    rows, words = [], []
    for number, (report_key, version_key, coding_key, report, record) in enumerate(current, key):
        rows.append(
            {
                "search_key": number,
                "report_key": report_key,
                "version_key": version_key,
                "coding_key": coding_key,
                "outlet": report.outlet,
                "published": report.published_on.isoformat() if report.published_on else None,
                "told": told(event_row(event, at) for at, event in enumerate(record["events"])) if record else "",
                **urgency(record or {"events": []}),
            }
        )
        words.append((number, report.source_text, event_words(record) if record else ""))
    add_rows(connection, documents, rows)
    note_otherwise(connection, reports=(report_key for report_key, *_ in current))
    index_words(connection, words)
    note_codings(connection, {report_key: coding for report_key, _, coding, *_ in current}, who=who, reason=reason)
