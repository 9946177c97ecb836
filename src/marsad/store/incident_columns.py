"""What incidents are found and drawn by: columns beside their record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from marsad.arabic.letters import fold
from marsad.store.batches import chunks
from marsad.store.differing import differing
from marsad.store.tables import codings, events, report_versions, reports

__all__ = ["STANDINGS", "columns_of"]

STANDINGS = ("disputed", "reported", "claimed", "denied")
"""How an incident stands: as the first of these that any of its events has."""

_TOLD = (
    select(
        events.c.event_key, events.c.number, events.c.status, events.c.place_id, events.c.place_precision,
        events.c.latitude, events.c.longitude, reports.c.report_id,
    )
    .join(codings, codings.c.coding_key == events.c.coding_key)
    .join(report_versions, report_versions.c.version_key == codings.c.version_key)
    .join(reports, reports.c.report_key == report_versions.c.report_key)
)  # fmt: skip


def columns_of(
    connection: Connection, told: Sequence[tuple[Mapping[str, Any], Sequence[int]]]
) -> Iterator[dict[str, Any]]:
    """Yield the columns of records, each with the keys of its events.

    A point is that of the event which the place was chosen from, and None where no list has the place: records then
    have the point of the governorate, which must not be drawn as the place.
    """
    keys = sorted({key for _, of in told for key in of})
    found: dict[int, Any] = {}
    for some in chunks(keys):
        query = _TOLD.where(events.c.event_key.in_(some))
        found.update((row.event_key, row) for row in connection.execute(query))
    for record, of in told:
        members = [found[key] for key in of]
        yield _columns(record, members, _placed(record, members))


def _placed(record: Mapping[str, Any], of: Sequence[Any]) -> Any | None:
    """Return the event that the place of an incident was chosen from."""
    chosen = ((record.get("choices") or {}).get("place") or {}).get("from")
    if chosen is None:
        return None
    return next((row for row in of if (row.report_id, row.number) == (chosen["report_id"], chosen["event"])), None)


def _columns(record: Mapping[str, Any], of: Sequence[Any], placed: Any | None) -> dict[str, Any]:
    place, date, who = (record.get(name) or {} for name in ("place", "date", "attribution"))
    names = (place.get("name"), place.get("admin1"), place.get("country"))
    statuses = {row.status for row in of}
    listed = placed if placed is not None and placed.place_id is not None else None
    return {
        "sub_event_type": record.get("sub_event_type"),
        "date_start": date.get("start"),
        "date_end": date.get("end"),
        "places": "\n".join(fold(name) for name in names if name),
        "actors": "\n".join(("", *record.get("side1", ()), *record.get("side2", ()), "")),
        "reports": record.get("reports"),
        "sources": record.get("sources"),
        "credibility": record.get("credibility"),
        "attribution": who.get("grade"),
        "contested": int(who.get("contested", False)),
        "differing": int(bool(differing(record))),
        "status": next((status for status in STANDINGS if status in statuses), None),
        "country": place.get("country"),
        "admin1": place.get("admin1"),
        "place_id": listed.place_id if listed is not None else None,
        "place_precision": placed.place_precision if placed is not None else place.get("precision"),
        "latitude": listed.latitude if listed is not None else None,
        "longitude": listed.longitude if listed is not None else None,
        "side1": _lines(record.get("side1", ())),
        "side2": _lines(record.get("side2", ())),
        "outlets": _lines(told.get("outlet") for told in record.get("members") or ()),
    }


def _lines(values: Any) -> str:
    """Return values one a line, each once."""
    return "\n".join(dict.fromkeys(" ".join(value.split()) for value in values if value))
