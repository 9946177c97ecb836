"""What a decision would make of incidents, found out by taking it in a transaction that is not kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from marsad.incidents.decisions import NAMED, members_in
from marsad.incidents.linker import Linker
from marsad.incidents.view import record_of
from marsad.store.incident_briefs import places_of_incidents
from marsad.store.incidents import current_id, homes, members_of
from marsad.store.judgements import judgement
from marsad.store.links import keys_of

__all__ = ["Preview", "incidents_judged", "preview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The records of all incidents that a decision touches, as they are and as they would be.

    The places are those of lists, by incident: incidents whose place no list has are left out.
    """

    before: tuple[dict[str, Any], ...]
    after: tuple[dict[str, Any], ...]
    places_before: dict[str, str]
    places_after: dict[str, str]

    @property
    def changes(self) -> bool:
        """Say whether anything would be otherwise."""
        return self.before != self.after


def preview(linker: Linker, decide: Callable[[], object], incidents: Collection[str]) -> Preview:
    """Return what `decide`, which calls a function of `marsad.incidents.decide`, would make of some incidents.

    It is decided, looked at and rolled back: what is shown is what will be done, with whatever else it draws in. Other
    writers wait meanwhile. Raises what `decide` raises.
    """
    with linker.trying() as connection:
        named = {current_id(connection, one) for one in incidents}
        before = members_of(connection, named)
        decide()
        after = set(homes(connection, set().union(*before.values())).values())
        events = {key for keys in members_of(connection, after).values() for key in keys}
        found, places = _records(connection, after), places_of_incidents(connection, sorted(after))
    with linker.store.reading() as connection:
        touched = named | set(homes(connection, events).values())
        return Preview(
            before=_records(connection, touched),
            after=found,
            places_before=places_of_incidents(connection, sorted(touched)),
            places_after=places,
        )


def _records(connection: Connection, incidents: Collection[str]) -> tuple[dict[str, Any], ...]:
    found = [record_of(connection, one, reasons=False) for one in sorted(incidents)]
    return tuple(record for record in found if record is not None)


def incidents_judged(connection: Connection, key: int) -> set[str]:
    """Return the incidents in which what a judgement is about stands now; none when there is no such judgement."""
    told = judgement(connection, key)
    if told is None:
        return set()
    members = [(one.report_id, one.event) for name in NAMED for one in members_in(told, name)]
    return set(homes(connection, keys_of(connection, members)).values())
