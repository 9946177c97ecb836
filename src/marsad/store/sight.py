"""What somebody sees of a store: views of the same names stand before its tables, on connections of their own.

Whoever may see all reads the tables. For anybody else every query, whoever wrote it, reads views that leave out the
reports of collections that are not his, and those that he is to code blind, and tell what holds private names or exact
places as the public edition does. So no page, search, export or tile has to think of it; what has to be decided is in
`VIEWS` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, MetaData, Table, event, func, or_, select

from marsad.model.who import coded_by_name
from marsad.store.access_tables import incident_editions, public_events
from marsad.store.engine import is_sqlite
from marsad.store.every_table import metadata
from marsad.store.tables import events, incidents, reports

__all__ = ["EVENT_PARTS", "EVERYTHING", "OPEN_TABLES", "VIEWS", "Sight", "beneath", "hide", "limited", "may_see"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is hidden: collections, and reports to be coded blind, by key; names of private people and exact places."""

    hidden: frozenset[int] = frozenset()
    blind: frozenset[int] = frozenset()
    private: bool = True

    @property
    def limited(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.hidden or self.blind) or not self.private


EVERYTHING = Sight()
"""The sight of whoever may see all."""

OPEN_TABLES = frozenset(
    (
        "meta", "users", "coders", "incident_redirects", "linked_areas", "linked_scores", "sessions", "sign_in_links",
        "sign_in_failures", "collections", "collection_outlets", "groups", "group_members", "group_collections",
        "public_documents", "public_events", "public_event_actors", "event_limits", "incident_editions",
        "told_anew", "security_keys", "key_challenges", "recovery_codes", "feeds", "api_tokens", "api_answers",
        "saved_searches", "amendments",
    )
)  # fmt: skip
"""Tables that tell nothing of what reports say; every other one is in VIEWS."""

_HIDDEN = "collection_key IN (SELECT collection_key FROM hidden_collections)"
_BLIND = "SELECT report_key FROM blind_reports"
_REPORTS = f"SELECT report_key FROM {{main}}reports WHERE {_HIDDEN} UNION ALL {_BLIND}"
_VERSIONS = f"SELECT version_key FROM {{main}}report_versions WHERE report_key IN ({_REPORTS})"
_CODINGS = f"SELECT coding_key FROM {{main}}codings WHERE version_key IN ({_VERSIONS})"
_EVENTS = f"SELECT event_key FROM {{main}}events WHERE coding_key IN ({_CODINGS})"
_TOUCHED = f"SELECT incident_id FROM {{main}}incident_members WHERE left_at IS NULL AND event_key IN ({_EVENTS})"
_TOLD_BLIND = (  # one in another: joined, SQLite goes through all members there are, for every question
    "SELECT incident_id FROM {main}incident_members WHERE event_key IN (SELECT event_key FROM {main}events "
    "WHERE coding_key IN (SELECT coding_key FROM {main}codings WHERE version_key IN (SELECT version_key "
    f"FROM {{main}}report_versions WHERE report_key IN ({_BLIND}))))"
)
_EVER_TOUCHED = f"SELECT incident_id FROM {{main}}incident_members WHERE event_key IN ({_EVENTS})"
_OUTLETS = f"SELECT outlet FROM {{main}}collection_outlets WHERE {_HIDDEN}"
_SOURCES = f"SELECT source_key FROM {{main}}sources WHERE outlet IN ({_OUTLETS})"
_ITEMS = (
    f"SELECT 'report:' || report_id FROM {{main}}reports WHERE report_key IN ({_REPORTS}) "
    f"UNION ALL SELECT 'incident:' || incident_id FROM ({_TOUCHED}) AS touched "
    f"UNION ALL SELECT 'source:' || outlet FROM ({_OUTLETS}) AS outlets"
)

_NO_OTHERS = f"base.code NOT LIKE '{coded_by_name('%')}'"
"""Who is coded by name is seen by the name that the public edition gives: it may be that of a private person."""

_WAITING = (
    "SELECT linked.report_key FROM {main}incidents AS waiting "
    "JOIN {main}incident_members AS member ON member.incident_id = waiting.incident_id AND member.left_at IS NULL "
    "JOIN {main}linked_events AS linked ON linked.event_key = member.event_key "
    "WHERE waiting.edition <> 1 AND waiting.edition = 0"
)


def _settled(document: str) -> str:
    """Return the condition that a report is told as finely as others of the same acts let it be.

    It is not known while an incident that it stands in is not made ready, nor of a report that came since all was
    linked last; where nobody links, each report is told by its own words.
    """
    return (
        f"{document}.report_key NOT IN ({_WAITING}) AND ({document}.linked = 1 OR {document}.confidence IS NULL "
        f"OR EXISTS (SELECT 1 FROM {{main}}linked_events AS before WHERE before.report_key = {document}.report_key) "
        "OR NOT EXISTS (SELECT 1 FROM {main}meta WHERE name = 'linker'))"
    )


_TOLD_NOW = (
    "SELECT 1 FROM {main}events AS there JOIN {main}public_documents AS public ON public.coding_key = there.coding_key "
    "JOIN {main}documents AS shown ON shown.search_key = public.search_key "
    "LEFT JOIN {main}public_events AS told ON told.event_key = there.event_key"
)
_ACTING_NOW = (
    f"acting.code = base.code AND acting.event_key NOT IN ({_EVENTS}) AND EXISTS ({_TOLD_NOW} "
    f"WHERE {_settled('shown')} AND there.event_key = acting.event_key "
    "AND (public.changed = 0 OR told.event_key IS NOT NULL))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """How a table is seen: `where` for collections, what else holds for who may see private names, and who may not.

    `more_public` are rows that only those see who may not.
    """

    where: str
    where_private: str = ""
    joined: str = ""
    joined_public: str = ""
    where_public: str = ""
    more_public: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    columns_public: tuple[tuple[str, str], ...] = ()


def _of_reports(**public: Any) -> _View:
    return _View(where=f"base.report_key NOT IN ({_REPORTS})", **public)


_SHOWN = "JOIN {main}documents AS shown ON shown.search_key = public.search_key"
_IN_PUBLIC = "JOIN {main}public_documents AS public ON public."
_EDITION = "LEFT JOIN {main}incident_editions AS edition ON edition.incident_id = base.incident_id AND edition.kind = "
_OF_INCIDENTS = tuple(
    (name, f"CASE WHEN edition.incident_id IS NULL THEN base.{name} ELSE edition.{name} END")
    for name in (column.name for column in incident_editions.columns)
    if name not in ("incident_id", "kind")
)
_TOLD_OTHERWISE = ", ".join(
    f"{'edition' if column.name in incident_editions.columns else 'base'}.{column.name}" for column in incidents.columns
)
_NOT_BLIND = f"base.incident_id NOT IN ({_TOLD_BLIND})"  # no edition is made for one person
_READY = "base.edition = 1"  # what was told last is exact
_OF_EVENTS = tuple(
    (name, f"CASE WHEN told.event_key IS NULL THEN base.{name} ELSE told.{name} END")
    for name in (column.name for column in public_events.columns)
    if name != "event_key"
)

VIEWS: dict[str, _View] = {
    "reports": _of_reports(),
    "report_versions": _of_reports(
        joined_public=f"{_IN_PUBLIC}version_key = base.version_key {_SHOWN}",
        columns_public=(
            ("headline", "COALESCE(public.headline, base.headline)"),
            ("text", "COALESCE(public.text, base.text)"),
            *((name, f"CASE WHEN public.changed = 1 THEN NULL ELSE base.{name} END") for name in ("url", "sha256")),
            ("content_sha256", "''"),
            *((name, "NULL") for name in ("edited", "forwarded_from", "reply_to", "archive")),
        ),
        where_public=_settled("shown"),
    ),
    "documents": _of_reports(
        joined_public=_IN_PUBLIC + "search_key = base.search_key",
        columns_public=(("told", "COALESCE(public.told, base.told)"),),
        where_public=_settled("base"),
    ),
    "codings": _View(
        where=f"base.version_key NOT IN ({_VERSIONS})",
        joined_public=f"{_IN_PUBLIC}coding_key = base.coding_key {_SHOWN}",
        columns_public=(("record", "COALESCE(public.record, base.record)"), ("based_on", "CAST(NULL AS BIGINT)")),
        where_public=_settled("shown"),
    ),
    "events": _View(
        where=f"base.coding_key NOT IN ({_CODINGS})",
        joined_public=f"{_IN_PUBLIC}coding_key = base.coding_key {_SHOWN} "
        "LEFT JOIN {main}public_events AS told ON told.event_key = base.event_key",
        where_public=f"(public.changed = 0 OR told.event_key IS NOT NULL) AND {_settled('shown')}",
        columns_public=(*_OF_EVENTS, ("point", "CASE WHEN told.event_key IS NULL THEN base.point END")),
    ),
    "event_actors": _View(
        where=f"base.event_key NOT IN ({_EVENTS})",
        where_public=_NO_OTHERS,
        columns_public=(("unit", "NULL"),),
        more_public="SELECT event_key, position, role, code, NULL AS actor_id, NULL AS unit "
        f"FROM {{main}}public_event_actors WHERE event_key NOT IN ({_EVENTS})",
    ),
    "actors": _View(
        where="EXISTS (SELECT 1 FROM {main}event_actors AS acting WHERE acting.code = base.code "
        f"AND acting.event_key NOT IN ({_EVENTS}))",
        where_public=f"({_NO_OTHERS} OR EXISTS (SELECT 1 FROM {{main}}public_event_actors AS acting WHERE "
        f"{_ACTING_NOW})) AND EXISTS (SELECT 1 FROM {{main}}event_actors AS acting WHERE {_ACTING_NOW})",
    ),
    "places": _View(
        where="EXISTS (SELECT 1 FROM {main}events AS there WHERE there.place_id = base.place_id "
        f"AND there.coding_key NOT IN ({_CODINGS}))",
        where_public=f"EXISTS ({_TOLD_NOW} WHERE {_settled('shown')} AND there.place_id = base.place_id "
        f"AND there.coding_key NOT IN ({_CODINGS}) AND (told.place_id = base.place_id "
        "OR (told.event_key IS NULL AND public.changed = 0)))",  # rules make a place coarser, never another one
    ),
    "incidents": _View(
        joined=_EDITION + f"CASE WHEN base.incident_id IN ({_TOUCHED}) THEN 'open' END",
        where=_NOT_BLIND,
        where_private=f"(edition.incident_id IS NOT NULL OR base.incident_id NOT IN ({_TOUCHED}))",
        columns=_OF_INCIDENTS,
        # those told as they are and those told otherwise, one by one: so each is found by an index of its own table
        where_public=f"{_READY} AND COALESCE(base.reports, 1) > 0 AND base.incident_id NOT IN ({_TOUCHED}) "
        "AND NOT EXISTS (SELECT 1 FROM {main}incident_editions AS other "
        "WHERE other.incident_id = base.incident_id AND other.kind = 'public')",
        more_public=f"SELECT {_TOLD_OTHERWISE} FROM {{main}}incident_editions AS edition "
        "CROSS JOIN {main}incidents AS base WHERE base.incident_id = edition.incident_id "  # SQLite keeps that order
        f"AND edition.kind = CASE WHEN base.incident_id IN ({_TOUCHED}) THEN 'both' ELSE 'public' END "
        f"AND COALESCE(edition.reports, base.reports, 1) > 0 AND {_READY} AND {_NOT_BLIND}",
    ),
    "incident_members": _View(where=f"base.event_key NOT IN ({_EVENTS})", columns_public=(("explanation", "'[]'"),)),
    "judgements": _View(where=f"base.subject NOT IN ({_ITEMS})", where_public="1 = 0"),
    "log": _View(
        where=f"base.item NOT IN ({_ITEMS})",
        where_public="base.act IN ('keep', 'code', 'gone', 'link', 'dissolve', 'redirect', 'end redirect')",
        columns_public=(("detail", "'{{}}'"),),
    ),
    "changes": _View(
        where=f"CASE WHEN base.kind = 'incident' THEN base.item NOT IN ({_EVER_TOUCHED}) "
        f"ELSE base.item NOT IN (SELECT report_id FROM {{main}}reports WHERE report_key IN ({_REPORTS})) END",
        where_public="base.until IS NULL AND (base.coding_key IS NULL OR EXISTS (SELECT 1 "
        f"FROM {{main}}public_documents AS public {_SHOWN} WHERE public.coding_key = base.coding_key)) "
        "AND (base.kind <> 'incident' OR EXISTS (SELECT 1 FROM {main}incidents AS ready "
        "WHERE ready.incident_id = base.item AND ready.edition = 1))",
        columns_public=(("reason", "'{{}}'"), ("record", "NULL"), ("before", "CAST(NULL AS BIGINT)")),
    ),
    "sources": _View(where=f"base.outlet NOT IN ({_OUTLETS})"),
    "source_names": _View(where=f"base.source_key NOT IN ({_SOURCES})"),
    "source_ratings": _View(where=f"base.source_key NOT IN ({_SOURCES})"),
    "acts": _of_reports(),
    "linked_events": _of_reports(where_public="1 = 0"),
    "blind_readings": _of_reports(where_public="1 = 0"),
    "blind_codings": _View(
        where="base.reading_key NOT IN (SELECT reading_key FROM {main}blind_readings "
        f"WHERE report_key IN ({_REPORTS}))",
        where_public="1 = 0",
    ),
    "batches": _View(where="1 = 1", where_public="1 = 0"),
    "batch_acts": _View(
        where=f"base.act_key NOT IN (SELECT act_key FROM {{main}}review_acts WHERE report_key IN ({_REPORTS}))",
        where_public="1 = 0",
    ),
    "reviews": _of_reports(),
    "review_acts": _of_reports(columns_public=(("comment", "NULL"),)),
}
"""How each table is seen by who may not see all."""

_HERE = f"{_settled('shown')} AND shown.report_key NOT IN ({_REPORTS})"
_IN_PARTS = {"events_as_they_are": ("base", 0), "events_told_otherwise": ("told", 1)}


def _part(name: str) -> Table:
    part = events.to_metadata(MetaData(), name=name)
    part.append_column(Column("outlet", events.c.actors.type))
    return part


EVENT_PARTS = tuple(map(_part, _IN_PARTS))
"""The events that stand now with their outlets, as who may not see all sees them, in two parts.

In the view of all of them a value is of one table or the other, and whether it is there is asked twice.
"""


def limited(engine: Engine, *, private: bool) -> Engine:
    """Return an engine as `engine`, on which views stand before the tables; `hide` says what is hidden."""

    @event.listens_for(engine, "connect")
    def _opened(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for statement in _statements(engine, cursor, private=private):
            cursor.execute(statement)
        cursor.close()
        connection.commit()

    return engine


_PLANNED = (
    "ANALYZE hidden_collections",  # otherwise thousands are supposed to be hidden, whose reports are worth any detour
    "ANALYZE blind_reports",
    "SET join_collapse_limit = 11",  # a table seen through a view is up to four: beyond eight, whole ones are joined
    "SET from_collapse_limit = 11",  # from twelve on the planner draws lots
)
"""How PostgreSQL comes to begin with what is asked for, and not with all that may be seen."""


def _statements(engine: Engine, cursor: Any, *, private: bool) -> Iterator[str]:
    main = "main."
    if not is_sqlite(engine):
        cursor.execute("SELECT quote_ident(current_schema())")
        main = f"{cursor.fetchone()[0]}."
    yield "CREATE TEMP TABLE hidden_collections (collection_key BIGINT PRIMARY KEY)"
    yield "CREATE TEMP TABLE blind_reports (report_key BIGINT PRIMARY KEY)"
    if not is_sqlite(engine):
        yield from _PLANNED
    for name, view in VIEWS.items():
        yield f"CREATE TEMP VIEW {name} AS " + _select(metadata.tables[name], view, main, engine, private=private)
    if not private:
        for part in EVENT_PARTS:
            yield f"CREATE TEMP VIEW {part.name} AS " + _told_in(part, main, engine)


def _select(table: Table, view: _View, main: str, engine: Engine, *, private: bool) -> str:
    named = dict(view.columns if private else view.columns_public)
    joined = view.joined if private else view.joined_public
    where = " AND ".join(filter(None, (view.where, view.where_private if private else view.where_public)))
    names = [column.name for column in table.columns]
    if table.name == "events" and not is_sqlite(engine):
        names.append("point")
    columns = ", ".join(f"{named.get(name, f'base.{name}')} AS {name}" for name in names)
    more = f" UNION ALL {view.more_public}" if view.more_public and not private else ""
    return f"SELECT {columns} FROM {{main}}{table.name} AS base {joined} WHERE {where}{more}".format(main=main)


def _told_in(part: Table, main: str, engine: Engine) -> str:
    of, changed = _IN_PARTS[part.name]
    kept = {"outlet": "shown", "event_key": "base", "coding_key": "base"}
    columns = [f"{kept.get(column.name, of)}.{column.name}" for column in part.columns]
    if not is_sqlite(engine):
        columns.append(
            "base.point" if of == "base" else "CASE WHEN told.event_key IS NULL THEN base.point END AS point"
        )
    told = "JOIN {main}public_events AS told ON told.event_key = base.event_key " if changed else ""
    return (
        f"SELECT {', '.join(columns)} FROM {{main}}documents AS shown "
        "JOIN {main}public_documents AS public ON public.search_key = shown.search_key "
        f"JOIN {{main}}events AS base ON base.coding_key = public.coding_key {told}"
        f"WHERE public.changed = {changed} AND {_HERE}"
    ).format(main=main)


def beneath(connection: Connection, table: Table) -> Table:
    """Return a table as it is for everybody: only to look for what is then asked of the view that stands before it."""
    schema = "main" if is_sqlite(connection) else connection.scalar(select(func.current_schema()))
    return _in_schema(table.name, schema)


@cache
def _in_schema(name: str, schema: str) -> Table:
    return metadata.tables[name].to_metadata(MetaData(), schema=schema)


def hide(connection: Connection, sight: Sight) -> None:
    """Say what is hidden in the transaction that begins."""
    for table, keys in (("hidden_collections", sight.hidden), ("blind_reports", sight.blind)):
        connection.exec_driver_sql(f"DELETE FROM {table}")
        for key in sorted(keys):
            connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({int(key)})")


def may_see(connection: Connection) -> list[ColumnElement[bool]]:
    """Return the conditions on `reports` where somebody writes, who reads the tables themselves."""
    sight = connection.get_execution_options().get("marsad_sight", EVERYTHING)
    found: list[ColumnElement[bool]] = []
    if sight.hidden:
        found.append(or_(reports.c.collection_key.is_(None), reports.c.collection_key.not_in(sight.hidden)))
    if sight.blind:
        found.append(reports.c.report_key.not_in(sight.blind))
    return found
