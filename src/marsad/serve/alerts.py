"""Saved searches looked at again, for pages and for programs, by the one definition that `marsad alert` has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from marsad.analyse.kept import MOST_SIGHTS
from marsad.analyse.kept_voices import KeptTold, kept_voices
from marsad.analyse.reason import Reason
from marsad.errors import SettingsError
from marsad.serve.compared import MOST
from marsad.serve.counted import once
from marsad.store import Store
from marsad.store.incident_list import count_incidents
from marsad.store.question import Question
from marsad.store.saved_searches import SavedSearch
from marsad.store.sight import Sight
from marsad.trends import Comparison, Search, compare
from marsad.trends.judge import CANNOT_TELL, RISING
from marsad.trends.reported import Reported
from marsad.trends.saved import reason_of, search_at

__all__ = ["Alerts", "Looked", "alerts_of"]

_ANY = "any"
_MOST_KEPT = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A saved search, and what is found; `why` it is none of a trend where nothing is."""

    saved: SavedSearch
    found: Comparison | None
    why: Reason | None = None

    @property
    def rises(self) -> bool:
        """Whether it is an alert."""
        return self.found is not None and self.found.verdict == RISING


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """Saved searches as they stand: those that rise first, those that are no search of a trend last.

    The weeks of all end on `last`, the last day on which anybody reported; None where nobody did. `many` says that
    there are too many incidents, so that the command alone tells.
    """

    looked: tuple[Looked, ...]
    last: date | None
    many: bool = False


@dataclass(slots=True)
class _Kept:
    """What was found in a record, by search, as long as no incident of it changes."""

    record: Sequence[KeptTold]
    reported: Reported
    found: dict[Search, Comparison] = field(default_factory=dict)


_KEPT: WeakKeyDictionary[Engine, dict[Sight, _Kept]] = WeakKeyDictionary()


def alerts_of(store: Store, connection: Connection, kept: Sequence[SavedSearch]) -> Alerts:
    """Return what `marsad alert --store` says of saved searches, of what somebody sees of a store."""
    number = once(store, connection, ("number", MOST), lambda: count_incidents(connection, Question(), most=MOST + 1))
    if number > MOST:
        return Alerts(looked=(), last=None, many=True)
    if not kept:
        return Alerts(looked=(), last=None)
    record = _kept_of(store, kept_voices(store, connection))
    _, last = record.reported.days
    looked = [_looked(record, last, one) for one in kept] if last is not None else []
    return Alerts(looked=tuple(sorted(looked, key=_order)), last=last)


def _kept_of(store: Store, record: Sequence[KeptTold]) -> _Kept:
    """Return what was found in a record, for those who see the same of a store; nothing yet where it changed."""
    known = _KEPT.setdefault(store.engine, {})
    found = known.pop(store.sight, None)
    if found is None or found.record is not record:
        found = _Kept(record, Reported(record))
    while len(known) >= MOST_SIGHTS:
        known.pop(next(iter(known)), None)
    known[store.sight] = found
    return found


def _looked(record: _Kept, last: date, saved: SavedSearch) -> Looked:
    try:
        search = search_at(_ANY, saved.address)
    except SettingsError as error:
        return Looked(saved=saved, found=None, why=reason_of(error))
    found = record.found.get(search)
    if found is None:
        if len(record.found) >= _MOST_KEPT:
            record.found.clear()
        found = record.found[search] = compare(record.reported, search, last=last)
    return Looked(saved=saved, found=replace(found, search=search.model_copy(update={"name": saved.name})))


def _order(one: Looked) -> int:
    if one.found is None:
        return 3
    return 0 if one.rises else 2 if one.found.verdict == CANNOT_TELL else 1
