"""Two periods of a store side by side, for pages and for programs, by the one definition that the command has."""

from __future__ import annotations

from sqlalchemy import Connection

from marsad.analyse.kept_voices import kept_voices
from marsad.serve.counted import once
from marsad.store import Store
from marsad.store.incident_list import count_incidents
from marsad.store.question import Question
from marsad.trends import Contrast, Days, Search, contrast, periods_asked

__all__ = ["MOST", "compared"]

MOST = 250_000
"""Incidents of a store of more than which the command alone tells: each is kept in memory."""


def compared(
    store: Store,
    connection: Connection,
    search: Search,
    *,
    now: Days | None,
    before: Days | None,
    by: tuple[str, ...],
    people: tuple[str, ...],
) -> Contrast | None:
    """Return what `marsad compare --store` finds, None where there are too many incidents.

    Who reported throughout is told by all incidents, whatever is searched for. Raises SettingsError for periods that
    cannot be compared, and where nothing is told.
    """
    number = once(store, connection, ("number", MOST), lambda: count_incidents(connection, Question(), most=MOST + 1))
    if number > MOST:
        return None

    def make() -> Contrast:
        record = kept_voices(store, connection)
        return contrast(record, search, periods_asked(record, now, before), by=by, people=people)

    return once(store, connection, ("compared", search, now, before, by, people), make)
