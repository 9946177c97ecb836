"""Who tells incidents, and whom they quote, read from the records of incidents and the codings that they stand in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, select

from marsad.store.batches import chunks
from marsad.store.incidents import members_of
from marsad.store.links import lines_of
from marsad.store.tables import incidents

__all__ = ["Tellings", "read_tellings"]

_ASKED: BindParameter[Any] = bindparam("asked", expanding=True)
_RECORDS = select(incidents.c.incident_id, incidents.c.record).where(incidents.c.incident_id.in_(_ASKED))


class Tellings(NamedTuple):
    """The members of an incident as its record has them, and what their reports tell where it is looked at.

    `coded` has "outlet" and "published" of a report, and "events" with their "sources", by its id.
    """

    incident_id: str
    members: Sequence[Mapping[str, Any]]
    coded: Mapping[str, Mapping[str, Any]]


def read_tellings(connection: Connection, ids: Sequence[str]) -> Iterator[Tellings]:
    """Yield some incidents, in no order."""
    for some in chunks(ids):
        told = {
            incident_id: [one for one in json.loads(text).get("members") or () if one.get("report_id")]
            for incident_id, text in connection.execute(_RECORDS, {"asked": some})
        }
        bare = {
            one["report_id"] for of in told.values() for one in of if not (one.get("outlet") and one.get("published"))
        }
        keys = set().union(*members_of(connection, list(told)).values())
        coded = {
            report_id: _about(json.loads(line))
            for report_id, line in lines_of(connection, keys).items()
            if report_id in bare or _may_quote(line)
        }
        for incident_id, of in told.items():
            yield Tellings(incident_id, of, coded)


def _may_quote(line: str) -> bool:
    """Say whether a record may name a monitor or a medium; most do not, and are not taken apart."""
    return '"monitor"' in line or '"media"' in line


def _about(record: Mapping[str, Any]) -> dict[str, Any]:
    about = record.get("report") or record
    return {"outlet": about.get("outlet"), "published": about.get("published"), "events": record.get("events") or ()}
