"""Who tells the incidents of a store, in memory: read once, then kept up with it; periods are compared at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from sys import intern
from threading import RLock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from marsad.analyse.counts import Spec, Unit
from marsad.analyse.heard import Voice
from marsad.analyse.kept import MOST_SIGHTS, Kept, day_told, kept_incidents
from marsad.analyse.voices import Speakers
from marsad.export.happening import bodies_quoted
from marsad.store import Store
from marsad.store.incident_voices import Tellings, read_tellings
from marsad.store.kept_up import KeptByIncident
from marsad.store.sight import Sight

__all__ = ["KeptTold", "KeptVoices", "kept_voices"]


class KeptTold(NamedTuple):
    """An incident as it is kept, and those who tell it independently, each once, the earliest first."""

    happening: Kept
    voices: tuple[Voice, ...]

    @property
    def sources(self) -> frozenset[str]:
        """Everybody who tells it independently."""
        return frozenset(voice.source for voice in self.voices)

    def unit(self, spec: Spec) -> Unit:
        """Return it to be counted."""
        return self.happening.unit(spec)


class _Said(NamedTuple):
    report_id: str
    outlet: str | None
    published: date | None
    copy_of: str | None
    bodies: tuple[str, ...]


class KeptVoices(KeptByIncident):
    """The voices of all incidents that somebody may see."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._clear()

    def _clear(self) -> None:
        super()._clear()
        self._said: dict[str, tuple[_Said, ...]] = {}
        self._voices: dict[str, tuple[Voice, ...]] = {}
        self._outlets: Counter[str] = Counter()
        self._quoted: Counter[str] = Counter()
        self._speakers = Speakers({}, {})
        self._record: list[KeptTold] | None = None
        self._same: dict[Any, Any] = {}

    def at(self, connection: Connection, kept: dict[str, Kept]) -> Sequence[KeptTold]:
        """Return all incidents as a connection sees them; `kept` are the same by what they are counted by.

        The list is the same one as long as no incident changes, so that what was found in it can be kept with it.
        """
        with self._lock:
            self._bring_up(connection)
            if self._record is None:
                self._find_voices()
                self._record = [KeptTold(one, self._voices[key]) for key, one in kept.items()]
            return self._record

    def _find_voices(self) -> None:
        """Find the voices of what changed; of all where a name came to stand for something else."""
        speakers = Speakers(self._outlets, self._quoted)
        if not speakers.same_as(self._speakers):
            self._voices.clear()
        self._speakers = speakers
        for key, said in self._said.items():
            if key not in self._voices:
                self._voices[key] = self._once(speakers.voices(said))

    def _drop(self, incident_id: str) -> None:
        self._record = None
        for said in self._said.pop(incident_id, ()):
            _less(self._outlets, (said.outlet,) if said.outlet else ())
            _less(self._quoted, said.bodies)
        self._voices.pop(incident_id, None)

    def _read(self, connection: Connection, ids: Sequence[str]) -> None:
        self._record = None if ids else self._record
        for found in read_tellings(connection, ids):
            self._drop(found.incident_id)
            said = self._said[found.incident_id] = tuple(self._told(found))
            self._outlets.update(one.outlet for one in said if one.outlet)
            self._quoted.update(name for one in said for name in one.bodies)

    def _told(self, found: Tellings) -> list[_Said]:
        once, told = self._once, []
        for member in found.members:
            about = found.coded.get(member["report_id"], {})
            events = about.get("events") or ()
            number = member.get("event", 0)
            quoted = bodies_quoted(events[number]) if number < len(events) else ()
            outlet = member.get("outlet") or about.get("outlet")
            published = day_told(member.get("published") or about.get("published"))
            copy_of = member.get("copy_of")
            told.append(
                _Said(intern(member["report_id"]), once(outlet), published, copy_of and intern(copy_of), once(quoted))
            )
        return told

    def _once(self, value: Any) -> Any:
        """Return a value that is equal, and kept once for all incidents."""
        return self._same.setdefault(value, value)


def _less(counted: Counter[str], names: Sequence[str]) -> None:
    for name in names:
        counted[name] -= 1
        if not counted[name]:
            del counted[name]


_KEPT: WeakKeyDictionary[Engine, dict[Sight, KeptVoices]] = WeakKeyDictionary()


def kept_voices(store: Store, connection: Connection) -> Sequence[KeptTold]:
    """Return the incidents of a store with their voices, as those see them who see the same of it."""
    known = _KEPT.setdefault(store.engine, {})
    found = known.pop(store.sight, None) or KeptVoices()
    while len(known) >= MOST_SIGHTS:
        known.pop(next(iter(known)), None)
    known[store.sight] = found
    return found.at(connection, kept_incidents(store).at(connection))
