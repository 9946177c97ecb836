"""Incidents of a store in the shape that exports and counts speak in, with the coded reports that tell them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from marsad.export.happening import Happening, complete, of_incident
from marsad.store.incident_briefs import incident_records
from marsad.store.incident_list import found_incidents
from marsad.store.incidents import members_of, was_of
from marsad.store.links import lines_of
from marsad.store.question import Question

__all__ = ["happenings"]

_AT_ONCE = 400


def happenings(
    connection: Connection, question: Question | None = None, *, ids: Sequence[str] | None = None
) -> Iterator[Happening]:
    """Yield the incidents of a store, the latest day first, or those of some ids in the order of these.

    What an incident does not repeat comes from its reports.
    """
    found = (
        found_incidents(connection, question or Question())
        if ids is None
        else iter(incident_records(connection, ids).items())
    )
    old_ids = was_of(connection)
    while some := list(islice(found, _AT_ONCE)):
        keys = set().union(*members_of(connection, [incident_id for incident_id, _ in some]).values())
        coded: dict[str, Any] = {
            report_id: complete(json.loads(line)) for report_id, line in lines_of(connection, keys).items()
        }
        for incident_id, record in some:
            told = {"was": old_ids.get(incident_id, []), **record, "incident_id": incident_id}
            yield of_incident(told, coded)
