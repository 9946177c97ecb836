"""What incidents must be like: the one question behind lists, search, map, timeline, counts, tiles and programs."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, false, func, or_, select

from marsad.arabic.letters import fold
from marsad.store.columns import keepable
from marsad.store.engine import is_sqlite
from marsad.store.filters import Box, Filters
from marsad.store.query import parse
from marsad.store.tables import codings, documents, events, incident_members, incidents, report_versions
from marsad.store.word_index import matching

__all__ = ["Question", "conditions_on", "filters_on_events", "filters_on_reports"]

_POINTED = (1, 2)
"""Place precisions with a point to be drawn at: exact, and near another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What incidents must be; None, "" and False ask for nothing, all that is given must hold.

    `asked` are words, "phrases" and beginnings* that one of the reports must hold. `kind` is a sub-event type, `area` a
    country or a first-level unit ("SY", "SY09", "IQ/Al Anbar"), `place` a part of the name of place, unit or country,
    `places` ids of listed places, one of which it must be. `actor` is a code on either side, `against` who acts and, on
    a line of its own, against whom, either left out where anybody will do; `source` an outlet, `sources` how many
    independent sources there are at least. `month` is that of the first day ("2024-03"); `since` and `until` are days,
    both included: without a day an incident lies in no range. `status` says how it stands, `credibility` which grade
    the best report has at most (2 is confirmed or probable), `attribution` how sure it is who did it, `contested` that
    it is not agreed on, `differing` that sources tell other figures of the same people. `box` holds what is drawn
    inside it, `vague` what is drawn as an area of that name.
    """

    asked: str = ""
    kind: str | None = None
    area: str | None = None
    place: str | None = None
    places: tuple[str, ...] | None = None
    actor: str | None = None
    against: str | None = None
    source: str | None = None
    sources: int | None = None
    month: str | None = None
    since: date | None = None
    until: date | None = None
    status: str | None = None
    credibility: int | None = None
    attribution: str | None = None
    contested: bool = False
    differing: bool = False
    box: Box | None = None
    vague: str | None = None

    def without(self, *names: str) -> Question:
        """Return the question less some of its parts."""
        nothing: dict[str, Any] = {one.name: one.default for one in fields(self) if one.name in names}
        return replace(self, **nothing)


def filters_on_events(question: Question) -> Filters:
    """Return what can be asked of events, too: what kind, how they stand, who, and where."""
    return Filters(
        sub_event_type=question.kind,
        status=question.status,
        actor=question.actor,
        area=question.area.rpartition("/")[2] if question.area else None,
        places=question.places,
        box=question.box,
    )


def filters_on_reports(question: Question) -> Filters:
    """Return what can be asked of reports, too; a month is that of publication, days are those of the events."""
    first = date.fromisoformat(f"{question.month}-01") if question.month else None
    return replace(
        filters_on_events(question),
        outlet=question.source,
        published_from=first,
        published_until=first.replace(day=monthrange(first.year, first.month)[1]) if first else None,
        happened_from=question.since,
        happened_until=question.until,
    )


def conditions_on(connection: Connection, question: Question) -> Iterator[ColumnElement[bool]]:
    """Yield what a question asks of an incident that anything tells."""
    columns = incidents.c
    yield columns.reports > 0
    equal = {"kind": columns.sub_event_type, "status": columns.status, "attribution": columns.attribution}
    for name, column in equal.items():
        if (value := getattr(question, name)) is not None:
            yield column == value
    yield from _where(question)
    if question.actor is not None:
        yield _has_line(connection, columns.actors, question.actor)
    if question.against is not None:
        one, _, other = question.against.partition("\n")
        if one == other:
            yield false()
        if one:
            yield _has_line(connection, columns.side1, one)
        if other:
            yield _has_line(connection, columns.side2, other)
    if question.source is not None:
        yield _has_line(connection, columns.outlets, question.source)
    if question.sources is not None:
        yield columns.sources >= question.sources
    if question.credibility is not None:
        yield columns.credibility <= question.credibility
    if question.contested:
        yield columns.contested == 1
    if question.differing:
        yield columns.differing == 1
    yield from _when(question)
    if question.asked.strip():
        yield columns.incident_id.in_(_told_with(connection, question.asked))


def _where(question: Question) -> Iterator[ColumnElement[bool]]:
    columns = incidents.c
    if question.area is not None:
        yield _in_area(question.area)
    if question.place is not None:
        yield columns.places.icontains(fold(keepable(question.place)), autoescape=True)
    if question.places is not None:
        yield columns.place_id.in_(question.places)
    pointed = and_(
        columns.latitude.is_not(None), columns.longitude.is_not(None),
        func.coalesce(columns.place_precision, 3).in_(_POINTED),
    )  # fmt: skip
    if question.box is not None:
        box = question.box
        yield and_(
            pointed, columns.latitude.between(box.south, box.north), columns.longitude.between(box.west, box.east)
        )
    if question.vague is not None:
        without_unit = func.coalesce(columns.admin1, "") == ""
        yield and_(~pointed, or_(_in_unit(question.vague), and_(without_unit, columns.country == question.vague)))


def _in_area(area: str) -> ColumnElement[bool]:
    return or_(incidents.c.country == area, _in_unit(area))


def _in_unit(area: str) -> ColumnElement[bool]:
    """Return whether an incident lies in a first-level unit: "SY09", "IQ/Al Anbar"."""
    country, _, unit = area.rpartition("/")
    if country:
        return and_(incidents.c.country == country, incidents.c.admin1 == unit)
    return and_(incidents.c.admin1 == unit, func.coalesce(incidents.c.country, "").in_(("SY", "")))


def _when(question: Question) -> Iterator[ColumnElement[bool]]:
    columns = incidents.c
    if question.month is not None:
        yield columns.date_start.between(f"{question.month}-01", f"{question.month}-31")
    if question.since is not None:
        yield func.coalesce(columns.date_end, columns.date_start) >= question.since.isoformat()
    if question.until is not None:
        yield columns.date_start <= question.until.isoformat()


def _has_line(connection: Connection, column: Column[Any], line: str) -> ColumnElement[bool]:
    """Return whether a line is one of those in a column."""
    find = func.instr if is_sqlite(connection) else func.strpos
    return find("\n" + column + "\n", f"\n{keepable(line)}\n") > 0


def _told_with(connection: Connection, asked: str) -> Any:
    """Return the incidents of which a report holds what a person typed; see `marsad.store.query.parse`."""
    found = select(documents.c.report_key).where(*matching(connection, parse(asked)))
    return (
        select(incident_members.c.incident_id)
        .join(events, events.c.event_key == incident_members.c.event_key)
        .join(codings, codings.c.coding_key == events.c.coding_key)
        .join(report_versions, report_versions.c.version_key == codings.c.version_key)
        .where(incident_members.c.left_at.is_(None), report_versions.c.report_key.in_(found))
    )
