"""Incidents of a store by what they are counted by, in memory: read once, then kept up with the store.

So a count reads no records, and a hundred thousand incidents are counted in about a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from sys import intern
from threading import RLock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from marsad.analyse.counts import Spec, Unit, code_list
from marsad.analyse.keys import AREAS, Facts
from marsad.analyse.tally import Figure, Tally, figure_of
from marsad.export.record import COUNTS
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES
from marsad.store import Store
from marsad.store.columns import keepable
from marsad.store.incident_counts import Counted, read_counted
from marsad.store.kept_up import KeptByIncident
from marsad.store.sight import Sight

__all__ = ["MOST_SIGHTS", "Kept", "KeptIncidents", "day_told", "grouped", "kept_incidents"]

_REGION = 3
_KILLED = COUNTS.index("killed")


class Kept(NamedTuple):
    """An incident: its facts, how many events it consists of, its figures in the order of COUNTS, and who helps.

    `helped` are the supporters of who acts, and of who is acted upon.
    """

    incident_id: str
    events: int
    facts: Facts
    figures: tuple[Figure, ...]
    helped: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def key(self) -> str:
        """Its id, as a happening has it."""
        return self.incident_id

    @property
    def sub_event_type(self) -> str | None:
        """What happened."""
        return self.facts.sub_event_type

    @property
    def event_type(self) -> str | None:
        """The family of what happened."""
        return self.facts.event_type

    @property
    def side1(self) -> tuple[str, ...]:
        """Who acts."""
        return self.facts.side1

    @property
    def assist1(self) -> tuple[str, ...]:
        """Who supports them."""
        return self.helped[0]

    @property
    def side2(self) -> tuple[str, ...]:
        """Who is acted upon."""
        return self.facts.side2

    @property
    def assist2(self) -> tuple[str, ...]:
        """Who supports those."""
        return self.helped[1]

    @property
    def place(self) -> Mapping[str, str | None]:
        """Its units, by level."""
        return {level: getattr(self.facts, level) for level in AREAS}

    @property
    def point(self) -> tuple[float, float] | None:
        """Where it was, unless only an area is told."""
        facts = self.facts
        if facts.latitude is None or facts.longitude is None or facts.place_precision >= _REGION:
            return None
        return facts.latitude, facts.longitude

    @property
    def start(self) -> date | None:
        """The first day."""
        return self.facts.start

    @property
    def end(self) -> date | None:
        """The last day."""
        return self.facts.end

    @property
    def date_precision(self) -> int:
        """How closely the days are known."""
        return self.facts.date_precision

    @property
    def killed(self) -> tuple[int, int]:
        """How many were killed at least and at most, as far as anybody tells it."""
        figure = self.figures[_KILLED]
        return figure.low, figure.high

    def unit(self, spec: Spec) -> Unit:
        """Return it to be counted."""
        figures = {name: self.figures[COUNTS.index(name)] for name in spec.people}
        ids = [self.incident_id] if spec.ids else []
        return Unit(self.facts, Tally(number=1, events=self.events, figures=figures, ids=ids))


class KeptIncidents(KeptByIncident):
    """All incidents that somebody may see."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._clear()

    def _clear(self) -> None:
        super()._clear()
        self._kept: dict[str, Kept] = {}
        self._same: dict[Any, Any] = {}

    def at(self, connection: Connection) -> dict[str, Kept]:
        """Return all of them by id, as a connection sees them."""
        with self._lock:
            self._bring_up(connection)
            return dict(self._kept)

    def _drop(self, incident_id: str) -> None:
        self._kept.pop(incident_id, None)

    def _read(self, connection: Connection, ids: Sequence[str]) -> None:
        for found in read_counted(connection, ids):
            self._kept[found.incident_id] = self._kept_of(found)

    def _kept_of(self, found: Counted) -> Kept:
        record, once = found.record, self._once
        place, when = record.get("place") or {}, record.get("date") or {}
        members = [told for told in record.get("members") or () if told.get("report_id")]
        outlets = dict.fromkeys(told.get("outlet") or found.outlets.get(told["report_id"]) for told in members)
        side1, side2 = (tuple(record.get(name) or ()) for name in ("side1", "side2"))
        figures, kind = record.get("figures") or {}, record.get("sub_event_type") or ""
        facts = Facts(
            start=day_told(when.get("start")), end=day_told(when.get("end")),
            date_precision=when.get("precision", _REGION),
            country=once(place.get("country", "")), admin1=once(place.get("admin1")),
            admin2=once(place.get("admin2", found.placed[0])), admin3=once(place.get("admin3", found.placed[1])),
            latitude=place.get("latitude"), longitude=place.get("longitude"),
            place_precision=place.get("precision", _REGION),
            event_type=EVENT_TYPES.get(kind) or record.get("event_type") or "", sub_event_type=once(kind),
            status=once(found.status),
            actor=once(code_list((*side1, *found.helped[0], *side2, *found.helped[1]))),
            side1=once(code_list(side1)), side2=once(code_list(side2)),
            source=once(tuple(keepable(outlet) for outlet in outlets if outlet)),
        )  # fmt: skip
        told = once(tuple(figure_of(Estimate.of(figures.get(name))) for name in COUNTS))
        helped = once((code_list(found.helped[0]), code_list(found.helped[1])))
        return Kept(intern(keepable(found.incident_id)), len(members), facts, told, helped)

    def _once(self, value: Any) -> Any:
        """Return a value that is equal, and kept once for all incidents."""
        return self._same.setdefault(value, value)


@lru_cache(50_000)
def _date(told: str) -> date:
    return date.fromisoformat(told)


def day_told(told: str | None) -> date | None:
    """Return the day of a record's field."""
    return _date(told[:10]) if told else None


_KEPT: WeakKeyDictionary[Engine, dict[Sight, KeptIncidents]] = WeakKeyDictionary()
MOST_SIGHTS = 3
"""How many kinds of people incidents are kept for who see them differently, those that asked last."""


def kept_incidents(store: Store) -> KeptIncidents:
    """Return what is kept of a store for those who see the same of it."""
    kept = _KEPT.setdefault(store.engine, {})
    found = kept.pop(store.sight, None) or KeptIncidents()
    while len(kept) >= MOST_SIGHTS:
        kept.pop(next(iter(kept)), None)
    kept[store.sight] = found
    return found


def grouped(some: Iterable[Kept], spec: Spec) -> Iterator[Unit]:
    """Yield incidents put together that a count cannot tell apart: it then looks at some thousand, not at all."""
    names = _needed(spec)
    facts_of: Callable[[Facts], Any] = attrgetter(*names, *names[:1]) if names else lambda _: ()
    days = _Days(spec) if "start" in names else None
    alike = _same_places(names, spec)
    places = [(COUNTS.index(name), 2 + 6 * at) for at, name in enumerate(spec.people)]
    empty = [0] * (2 + 6 * len(places))
    groups: dict[Any, list[int]] = {}
    ids: dict[Any, list[str]] = {}
    for incident_id, number, facts, figures, _ in some:
        key = facts_of(facts)
        if days is not None:
            key = days.key(key)
        if alike is not None:
            key = alike(key)
        sums = groups.get(key)
        if sums is None:
            sums = groups[key] = empty.copy()
        sums[0] += 1
        sums[1] += number
        for place, first in places:
            _add(sums, first, figures[place])
        if spec.ids:
            ids.setdefault(key, []).append(incident_id)
    for key, sums in groups.items():
        found = {name: Figure.of(sums[first : first + 6]) for name, (_, first) in zip(spec.people, places, strict=True)}
        tally = Tally(number=sums[0], events=sums[1], figures=found, ids=ids.get(key, []))
        yield Unit(Facts(**dict(zip(names, key, strict=False))), tally)


def _add(sums: list[int], first: int, figure: Figure) -> None:
    if figure.untold:  # it tells nothing else
        sums[first + 5] += figure.untold
        return
    sums[first] += figure.low
    sums[first + 1] += figure.best
    sums[first + 2] += figure.high
    sums[first + 3] += figure.without_best
    sums[first + 4] += figure.open


def _needed(spec: Spec) -> list[str]:
    """Return the facts that the dimensions and conditions of a count look at; of days the first three."""
    needed: dict[str, None] = {}
    if spec.period or spec.since or spec.until:
        needed |= dict.fromkeys(("start", "end", "date_precision"))
    grid = any(name.startswith("h3:") for name in spec.by)
    if spec.area or grid or set(spec.by) & set(AREAS):
        needed |= dict.fromkeys((*AREAS, "place_precision"))
    if grid:
        needed |= dict.fromkeys(("latitude", "longitude"))
    if spec.kind:
        needed["sub_event_type"] = None
    if spec.panel is not None:
        needed["source"] = None
    plain = {"type": "event_type", "kind": "sub_event_type"}
    needed |= dict.fromkeys(
        plain.get(name, name) for name in spec.by if name in (*plain, "status", "actor", "side1", "side2", "source")
    )
    return list(needed)


def _same_places(names: Sequence[str], spec: Spec) -> Callable[[tuple[Any, ...]], tuple[Any, ...]] | None:
    """Return what lets places be one that a count cannot tell apart: what lies below and above units that it names."""
    asked = [names.index(level) for level in AREAS if level in spec.by]
    if spec.area or not asked or "latitude" in names:
        return None
    first = names.index(AREAS[0])
    after = first + len(AREAS) + 1  # their precision stands behind them
    others = {at: (None if at not in asked else at) for at in range(first, after - 1)}

    def alike(key: tuple[Any, ...]) -> tuple[Any, ...]:
        for at in asked:
            if not key[at]:
                return key
        told = [None if at is None else key[at] for at in others.values()]
        return (*key[:first], *told, 1, *key[after:])

    return alike


class _Days:
    """Days that a count cannot tell apart: those of one period that lies between the first and last day asked for."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._known: dict[date, date] = {}

    def key(self, facts: tuple[Any, ...]) -> tuple[Any, ...]:
        start, end, precision, *others = facts
        if start is None or precision != 1 or (end is not None and end > start):
            return facts
        day = self._known.get(start)
        if day is None:
            day = self._known[start] = self._first(start)
        return (day, day, 1, *others)

    def _first(self, day: date) -> date:
        spec, period = self._spec, self._spec.period
        if period == "day" or day.year == date.min.year:
            return day
        first = day - timedelta(days=day.weekday()) if period == "week" else day.replace(day=1)
        if period == "year":
            first = first.replace(month=1)
        inside = (spec.since is None or first >= spec.since) and (spec.until is None or day <= spec.until)
        return first if inside else day
