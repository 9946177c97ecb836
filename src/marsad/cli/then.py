"""What a store holds, or held at a moment: the lines of its codings, and its incidents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from marsad.cli.said import said

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from marsad.export.happening import Happening
    from marsad.store import Store
    from marsad.store.as_of import Point

__all__ = ["coded_lines", "happened", "incident_records", "point_asked"]


def point_asked(store: Store, moment: datetime | None) -> Point | None:
    """Return the point of a moment, None for now; its seal is said, to be cited beside what is told of it."""
    from marsad.store.as_of import point_of

    if moment is None:
        return None
    point = point_of(store.engine, moment, store=store.name)
    said(f"As of {point.as_of}: change {point.change}, seal {point.seal}.")
    return point


def coded_lines(store: Store, point: Point | None) -> Iterator[tuple[str, str, str]]:
    """Yield the codings in force, each with the headline and the text that it was read from."""
    from marsad.store.as_of import in_pages, words_coded

    if point is None:
        yield from store.lines_with_words()
        return
    with store.reading() as connection:
        for found in in_pages(connection, "coding", point.change):
            words = words_coded(connection, [standing for standing, _ in found])
            for standing, line in found:
                yield (line, *words.get(standing.item, ("", "")))


def incident_records(connection: Connection, point: Point) -> Iterator[dict[str, Any]]:
    """Yield the incidents that there were, by id, as `marsad link` writes them."""
    from marsad.store.as_of import in_pages, record_then, was_then

    for found in in_pages(connection, "incident", point.change):
        was = was_then(connection, [standing.item for standing, _ in found], point.change)
        for standing, text in found:
            yield record_then(text, was[standing.item])


def happened(store: Store, connection: Connection, point: Point) -> Iterator[Happening]:
    """Yield the incidents that there were, with what they do not repeat of the reports that told them then."""
    import json

    from marsad.export.happening import complete, of_incident

    coded = {record["id"]: complete(record) for record in (json.loads(line) for line, *_ in coded_lines(store, point))}
    for record in incident_records(connection, point):
        yield of_incident(record, coded)
