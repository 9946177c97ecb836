"""Editions made ready in a store: what is new since the last time, some at a time, so that nobody waits for long."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection

from marsad.amend.use import layers_with
from marsad.editions.documents import public_document
from marsad.editions.incidents import public_incident, without_events
from marsad.editions.limits import Limits, limits_of_documents, limits_of_incidents, write_beyond
from marsad.export.record import coder_version
from marsad.gazetteer import Gazetteer, load
from marsad.lexicon.layers import own_version
from marsad.lexicon.load import shipped_version
from marsad.model.report import Report
from marsad.redact.limits import Beyond, Limit
from marsad.redact.rules import read_rules
from marsad.store import Store
from marsad.store.edited import show_anew
from marsad.store.editions import (
    Document,
    Edition,
    begin_editions,
    edited_of,
    incidents_to_edit,
    is_waiting,
    keep_editions,
    keep_public,
    note_whole,
    standing_now,
    told_publicly,
    unedited_documents,
    unedited_incidents,
)

__all__ = ["Asking", "here", "prepare", "waiting"]

_T = TypeVar("_T")
_Made = tuple[Document, Report, dict[str, Any] | None, str | None]

_NOTHING = Edition(record={"reports": 0}, event_keys=())
"""Of an incident of which nothing may be told: by its number of reports it is in no list, and nothing else is kept."""

_MADE = "4"
"""Raised when names, places or days are taken out otherwise by code: what was made before is then made anew."""

_LOG = logging.getLogger("marsad.editions")


def _version(gazetteer: Gazetteer) -> str:
    words = (_MADE, coder_version(), shipped_version(), gazetteer.name, gazetteer.shipped_version)
    return " ".join((*words, *map(own_version, layers_with(None))))


def waiting(store: Store, gazetteer: Gazetteer) -> bool:
    """Say whether anything is to be made ready."""
    with store.reading() as connection:
        return edited_of(connection) != _version(gazetteer) or is_waiting(connection)


class Asking(Protocol):
    """Asks a function where the words in use are those that count."""

    def __call__(self, work: Callable[..., _T], *given: object) -> _T:
        """Return what the function gives."""


def here(work: Callable[..., _T], *given: object) -> _T:
    """Ask a function in this process."""
    return work(*given)


def prepare(store: Store, gazetteer: Gazetteer, *, most: int = 100, ask: Asking = here) -> int:
    """Make some documents ready, and incidents whose reports all are; return how many.

    `store` must be one that sees everything. What came since all was begun anew comes first, then the newest.

    A report is told no finer than any other report of the same act may be: where incidents changed, reports that were
    made ready by other limits are made anew, and not shown until then.

    Names and places are looked for where `ask` does it: in this process, by the words that it has read, or in another.
    """
    with store.writing() as connection:
        begin_editions(connection, _version(gazetteer))
        found = unedited_documents(connection, most)
        limits = limits_of_documents(connection, read_rules(), found)
        asked = [(one, limits.beyond(one.report_key, one.coding_key)) for one in found]
        keep_public(connection, ask(_publicly, asked))
        if len(found) == most:
            incidents = incidents_to_edit(connection, found, most)
        else:
            incidents = unedited_incidents(connection, most - len(found))
        standing = limits_of_incidents(connection, read_rules(), incidents)
        if anew := standing.told_otherwise():
            show_anew(connection, sorted(anew), who=store.who)
            return len(found) + len(anew)
        keep_editions(connection, _editions(connection, incidents, standing, ask))
        if not is_waiting(connection):
            note_whole(connection)
        return len(found) + len(incidents)


def _publicly(asked: Sequence[tuple[Document, Beyond]]) -> list[_Made]:
    return [_made(document, beyond, load()) for document, beyond in asked]


def _incident_publicly(record: Mapping[str, Any], limit: Limit) -> dict[str, Any]:
    return public_incident(record, limit, load())


def _made(document: Document, beyond: Beyond, gazetteer: Gazetteer) -> _Made:
    limits = write_beyond(beyond)
    try:
        report, record = public_document(document.report, document.record, read_rules(), gazetteer, beyond)
    except Exception:  # noqa: BLE001 - told in the log; the report is kept back
        _LOG.exception("%s cannot be told publicly", document.report.report_id)
        nothing = None if document.record is None else {**document.record, "events": []}
        return document, replace(document.report, headline="", text=""), nothing, limits
    return document, report, record, limits


def _editions(connection: Connection, ids: Sequence[str], limits: Limits, ask: Asking) -> dict[str, dict[str, Edition]]:
    standing = standing_now(connection, ids)
    told = told_publicly(connection, {key for _, of_collections in standing.values() for key in of_collections})
    made: dict[str, dict[str, Edition]] = {one: {} for one in ids}
    for incident_id, (kept, of_collections) in standing.items():
        public = told & of_collections.keys()
        limit = limits.together(public)
        free = {key for key, belongs in of_collections.items() if not belongs}
        for kind, keys in (("open", free), ("public", public), ("both", free & public)):
            if kind != "public" and (not keys or len(free) == len(of_collections)):
                continue
            if not keys:
                made[incident_id][kind] = _NOTHING
                continue
            record = kept
            if len(keys) < len(of_collections):
                record = without_events(connection, record, incident_id, keys)
            if kind != "open":
                record = ask(_incident_publicly, record, limit)
            if record != kept:
                coarse = kind != "open" and limit.place != "exact"
                made[incident_id][kind] = Edition(record=record, event_keys=tuple(sorted(keys)), coarse=coarse)
    return made
