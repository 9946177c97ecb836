"""What a search or a list is narrowed by, as conditions that both databases understand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, and_, func, literal_column, or_, select

from marsad.store.engine import is_sqlite
from marsad.store.tables import documents, event_actors, events

__all__ = ["Box", "Filters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An area in degrees, borders included."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What reports and events must be like; all that is given must hold, those on events for one and the same event.

    Days are included. `area` is the code of a country or of a unit of any level ("SY", "SY09", "SY0901"),
    `places` are ids of listed places.
    """

    outlet: str | None = None
    published_from: date | None = None
    published_until: date | None = None
    sub_event_type: str | None = None
    status: str | None = None
    actor: str | None = None
    area: str | None = None
    places: tuple[str, ...] | None = None
    box: Box | None = None
    happened_from: date | None = None
    happened_until: date | None = None

    def of_reports(self) -> list[ColumnElement[bool]]:
        """Return the conditions on `documents`."""
        conditions: list[ColumnElement[bool]] = []
        if self.outlet is not None:
            conditions.append(documents.c.outlet == self.outlet)
        if self.published_from is not None:
            conditions.append(documents.c.published >= self.published_from.isoformat())
        if self.published_until is not None:
            conditions.append(documents.c.published <= self.published_until.isoformat())
        return conditions

    def of_events(self, connection: Connection, of: Table = events) -> list[ColumnElement[bool]]:
        """Return the conditions on `events`, or on what stands for them."""
        conditions: list[ColumnElement[bool]] = []
        if self.sub_event_type is not None:
            conditions.append(of.c.sub_event_type == self.sub_event_type)
        if self.status is not None:
            conditions.append(of.c.status == self.status)
        if self.actor is not None:
            acting = select(event_actors.c.event_key).where(event_actors.c.code == self.actor)
            conditions.append(of.c.event_key.in_(acting))
        if self.area is not None:
            levels = (of.c.country, of.c.admin1, of.c.admin2, of.c.admin3)
            conditions.append(or_(*(level == self.area for level in levels)))
        if self.places is not None:
            conditions.append(of.c.place_id.in_(self.places))
        if self.box is not None:
            conditions.append(_inside(connection, self.box, of))
        if self.happened_from is not None:
            conditions.append(of.c.date_end >= self.happened_from.isoformat())
        if self.happened_until is not None:
            conditions.append(of.c.date_start <= self.happened_until.isoformat())
        return conditions


def _inside(connection: Connection, box: Box, of: Table) -> ColumnElement[bool]:
    if is_sqlite(connection):
        return and_(of.c.latitude.between(box.south, box.north), of.c.longitude.between(box.west, box.east))
    envelope = func.ST_MakeEnvelope(box.west, box.south, box.east, box.north, 4326)
    return literal_column(f"{of.name}.point").bool_op("&&")(envelope)
