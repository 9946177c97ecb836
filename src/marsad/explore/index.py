"""All incidents of a store in memory, by what they are asked for: filled once, then kept up with the store."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import compress, count
from sys import intern
from threading import RLock
from types import MappingProxyType
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from marsad.arabic.letters import fold
from marsad.explore.bits import Places, Told, bytes_of, flags, mask_of, slots_of, union
from marsad.explore.listed import Listed, listed
from marsad.explore.searched import Searched
from marsad.explore.shared import PARTS, Sharing, sharing
from marsad.explore.spots import AREA, POINT, ZONE, Spot, spot_of
from marsad.store import Question, Store
from marsad.store.columns import keepable
from marsad.store.incident_facts import (
    IncidentFacts,
    incident_facts,
    keys_asked_for,
    reports_by_key,
    tellings,
)
from marsad.store.kept_up import KeptUp
from marsad.store.sight import Sight
from marsad.store.told_otherwise import Otherwise

__all__ = ["FACETS", "IncidentIndex", "Listed", "index_of"]

FACETS = ("kind", "area", "actor", "source", "month", "status")
"""What incidents are counted by beside a list."""

_HELD = (
    "side1", "side2", "against", "spot", "drawn", "place", "named", "sources", "credibility", "attribution",
    "contested", "differing",
)  # fmt: skip
"""What incidents are found by beside that; "drawn" is what kind of spot each has."""

_REMEMBERED = 32
_MADE = 256
_SPARE = 1_000
_FEW = 1_000
"""Up to so many incidents, a page of them is found by putting all in order; of more, by going through months."""

_SOME = 4
"""Where one of so many incidents at least is in a set, all are gone through."""

_AS_LONG_AS = 150
"""Counting one value in a set takes as long as looking at so many incidents."""


_Made = TypeVar("_Made")


class IncidentIndex(KeptUp):
    """Incidents by slot. A changed incident gets a new slot, and its old one is no longer live."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._clear()

    def _clear(self) -> None:
        self.live = 0
        self._act = (-1, "")
        self._changed_at = ""
        self._known: dict[str, tuple[int, int]] = {}
        self._ids: list[str] = []
        self._starts, self._ends = array("i"), array("i")
        self._spot_of = array("i")
        self._long: list[int] = []
        self.spots: list[Spot] = []
        self._spot_numbers: dict[Spot, int] = {}
        self._of_report: dict[int, int | tuple[int, ...]] = {}
        self._searched = Searched()
        self._by: dict[str, dict[str, Places]] = {name: {} for name in (*FACETS, *_HELD)}
        self._told = {name: Told() for name in FACETS}
        self._slots: tuple[int, list[int]] = (0, [])
        self._remembered: dict[str, int] = {}
        self._made: dict[tuple[str, Hashable], Any] = {}

    def __len__(self) -> int:
        return self.live.bit_count()

    @contextmanager
    def at(self, connection: Connection, asked: str = "") -> Iterator[IncidentIndex]:
        """Bring the index up to what a connection sees, and hold it there.

        `asked` are words that a question will ask for: others do not wait while the database looks for them.
        """
        keys = keys_asked_for(connection, asked) if asked.strip() and asked not in self._remembered else None
        with self._lock:
            if self._bring_up(connection):
                self._remembered.clear()
                self._made.clear()
            if keys is not None:
                self._remember(asked, keys)
            yield self

    def _refresh(self, connection: Connection, otherwise: Otherwise) -> None:
        if len(self._ids) - len(self) > len(self) // 4 + _SPARE:
            self._clear()
        since = self._changed_at
        seen = {
            facts.incident_id: facts for facts in incident_facts(connection, since=since, among=otherwise.incidents)
        }
        changed = [
            facts
            for facts in seen.values()
            if facts.incident_id in otherwise.incidents or self._known.get(facts.incident_id, (0, 0))[1] != hash(facts)
        ]
        live = self.live
        lost = (*(facts.incident_id for facts in changed), *(one for one in otherwise.incidents if one not in seen))
        gone = [self._known.pop(incident_id)[0] for incident_id in lost if incident_id in self._known]
        self._changed_at = max((since, *(facts.changed_at for facts in changed)))
        first = self._add([facts for facts in changed if facts.reports > 0])
        slots = {incident_id: slot for slot, incident_id in enumerate(self._ids[first:], first)}
        told = tellings(connection, list(slots) if since else None)
        for incident_id, report_key in told:
            slot = slots.get(incident_id)
            if slot is not None:
                before = self._of_report.get(report_key)
                self._of_report[report_key] = (
                    slot if before is None else (*(before if isinstance(before, tuple) else (before,)), slot)
                )
        for report_key in otherwise.reports:
            self._searched.forget(report_key)
        for search_key, report_key in reports_by_key(connection, after=self._searched.last, among=otherwise.reports):
            self._searched.note(search_key, report_key)
        size = len(self._ids)
        self.live = live & ~mask_of(gone, size) | ((1 << size) - (1 << first))

    def _add(self, facts: Sequence[IncidentFacts]) -> int:
        """Add incidents and return the slot of the first."""
        first = len(self._ids)
        ids = [one.incident_id for one in facts]
        self._ids += ids
        self._known.update(zip(ids, zip(count(first), map(hash, facts)), strict=False))
        held: dict[tuple[str, str], list[array[int]]] = {}
        for name, part in PARTS.items():
            shared = sharing(facts, part.key, first)
            examples = [facts[slots[0] - first] for slots in shared.slots]
            values = [part.values(one) for one in examples]
            for told, slots in zip(values, shared.slots, strict=True):
                for of, some in told.items():
                    for value in some:
                        held.setdefault((of, value), []).append(slots)
            for of in FACETS:
                if values and of in values[0]:
                    self._told[of].extend([tuple(told[of]) for told in values], shared.numbers)
            if name == "where":
                spots = [self._number_of(spot_of(one)) for one in examples]
                self._spot_of.extend(map(spots.__getitem__, shared.numbers))
                for number, slots in zip(spots, shared.slots, strict=True):
                    held.setdefault(("spot", str(number)), []).append(slots)
                    held.setdefault(("drawn", self.spots[number].kind), []).append(slots)
            if name == "when":
                self._note_days(examples, shared)
        for (of, value), parts in held.items():
            known = self._by[of]
            places = known.get(value)
            if places is None:
                places = known[intern(value)] = Places()
            places.extend(parts)
        return first

    def _number_of(self, spot: Spot) -> int:
        number = self._spot_numbers.setdefault(spot, len(self.spots))
        if number == len(self.spots):
            self.spots.append(spot)
        return number

    def _note_days(self, examples: Sequence[IncidentFacts], shared: Sharing) -> None:
        starts, ends = [], []
        for facts, slots in zip(examples, shared.slots, strict=True):
            start = date.fromisoformat(facts.date_start).toordinal() if facts.date_start else 0
            starts.append(start)
            ends.append(date.fromisoformat(facts.date_end).toordinal() if facts.date_end else start)
            if facts.date_start and facts.date_end and facts.date_start[:7] != facts.date_end[:7]:
                self._long += slots
        self._starts.extend(map(starts.__getitem__, shared.numbers))
        self._ends.extend(map(ends.__getitem__, shared.numbers))

    def mask(self, connection: Connection, question: Question, *, but: str = "") -> int:
        """Return the set of incidents that a question asks for; `but` is the part of it that is left out.

        It is the set that `marsad.store.question.conditions_on` comes to in the database.
        """
        asked = question.without(*(("since", "until") if but == "days" else (but,)))
        return self.once("mask", asked, lambda: self._mask(connection, asked))

    def _mask(self, connection: Connection, question: Question) -> int:
        found = self.live
        for name in (*FACETS, "attribution"):
            value = getattr(question, name)
            if value is not None:
                found &= self.with_value(name, value)
        if question.against is not None:
            found &= self._acting(question.against)
        for name in ("contested", "differing"):
            if getattr(question, name):
                found &= self.with_value(name, "1")
        if question.sources is not None:
            least = question.sources
            found &= self._with_any("sources", lambda number: int(number) >= least)
        if question.credibility is not None:
            most = question.credibility
            found &= self._with_any("credibility", lambda grade: int(grade) <= most)
        if question.since or question.until:
            found &= self._between(question.since or date.min, question.until or date.max)
        return self._lying(connection, question, found)

    def _lying(self, connection: Connection, question: Question, found: int) -> int:
        """Return those of a set that lie where a question asks for, and are told in its words."""
        if question.places is not None:
            there = (self._by["place"].get(place_id) for place_id in question.places)
            found &= union((places for places in there if places), len(self._ids))
        if question.box is not None:
            box = question.box
            found &= self._at_spots(
                number
                for number, spot in enumerate(self.spots)
                if spot.kind in (POINT, ZONE)
                and box.south <= spot.latitude <= box.north
                and box.west <= spot.longitude <= box.east
            )
        if question.vague is not None:
            area = question.vague
            found &= self._at_spots(
                number for number, spot in enumerate(self.spots) if spot.kind == AREA and spot.area == area
            )
        if question.place is not None:
            part = fold(keepable(question.place)).lower()
            found &= self._with_any("named", lambda names: part in names.lower())
        if question.asked.strip():
            found &= self._told_with(connection, question.asked)
        return found

    def _acting(self, against: str) -> int:
        """Return the incidents in which one acts against another; in which one acts, or is hit, where one is told."""
        one, _, other = against.partition("\n")
        if one and other:
            return self.with_value("against", against)
        return self.with_value("side1", one) if one else self.with_value("side2", other)

    def _with_any(self, name: str, wanted: Callable[[str], bool]) -> int:
        """Return the set of incidents with a value that is wanted."""
        return union((places for value, places in self._by[name].items() if wanted(value)), len(self._ids))

    def with_value(self, name: str, value: str) -> int:
        """Return the set of incidents that have a value ("actor", "is"); also of slots that are no longer live."""
        places = self._by[name].get(value)
        return places.mask if places is not None else 0

    def _at_spots(self, numbers: Iterable[int]) -> int:
        known = self._by["spot"]
        return union((known[str(number)] for number in numbers), len(self._ids))

    def _between(self, since: date, until: date) -> int:
        found, at_edges = 0, list(self._long)
        for month, places in self._by["month"].items():
            if not month:
                continue
            first = date.fromisoformat(f"{month}-01")
            last = date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
            if since <= first and last <= until:
                found |= places.mask
            elif first <= until and since <= last:
                at_edges += places.slots
        low, high = since.toordinal(), until.toordinal()
        starts, ends = self._starts, self._ends
        inside = (slot for slot in at_edges if starts[slot] <= high and low <= ends[slot])
        return found | mask_of(inside, len(self._ids))

    def _told_with(self, connection: Connection, asked: str) -> int:
        known = self._remembered.get(asked)
        return self._remember(asked, keys_asked_for(connection, asked)) if known is None else known

    def _remember(self, asked: str, keys: Iterable[int]) -> int:
        """Keep the set of incidents that are told by what stands in the index of words under some keys."""
        slots: list[int] = []
        for of in map(self._of_report.get, self._searched.reports(keys)):
            if of is not None:
                slots += of if isinstance(of, tuple) else (of,)
        known = mask_of(slots, len(self._ids))
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.pop(next(iter(self._remembered)))
        self._remembered[asked] = known
        return known

    def once(self, name: str, of: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what is made of a set or a question, kept while no incident changes: others ask for it, too."""
        found = self._made.pop((name, of), None)
        if found is None:
            found = make()
            if len(self._made) >= _MADE:
                self._made.pop(next(iter(self._made)))
        self._made[name, of] = found  # what was asked for last goes last
        made: _Made = found
        return made

    def counted(self, name: str, mask: int) -> list[tuple[str, int]]:
        """Return (value, number) pairs of a set, the largest first; "" is what is not known."""
        return self.once(f"counted {name}", mask, lambda: self._counted(name, mask))

    def _counted(self, name: str, mask: int) -> list[tuple[str, int]]:
        known = self._by[name]
        if name in self._told and mask.bit_count() < len(known) * _AS_LONG_AS:
            if self._slots[0] != mask:
                self._slots = mask, slots_of(mask)
            some = self._told[name].counted(self._slots[1])
            return sorted(some.items(), key=lambda one: (-one[1], one[0]))
        looked_up = bytes_of(mask, len(self._ids))
        found = ((value, places.count(mask, looked_up)) for value, places in known.items())
        return sorted(((value, number) for value, number in found if number), key=lambda one: (-one[1], one[0]))

    def numbers(self, name: str, mask: int) -> Mapping[str, int]:
        """Return what `counted` does by value."""
        return self.once(f"numbers {name}", mask, lambda: MappingProxyType(dict(self.counted(name, mask))))

    def at_spots(self, mask: int) -> list[tuple[Spot, int]]:
        """Return where the incidents of a set are drawn, and how many at each spot."""
        return self.once("spots", mask, lambda: self._counted_at_spots(mask))

    def _counted_at_spots(self, mask: int) -> list[tuple[Spot, int]]:
        spots, few = self.spots, mask.bit_count() < len(self._ids) // _SOME
        there = map(self._spot_of.__getitem__, slots_of(mask)) if few else compress(self._spot_of, flags(mask))
        return [(spots[number], count) for number, count in Counter(there).items()]

    def by_day(self, mask: int, since: date, until: date) -> dict[date, int]:
        """Return how many of a set begin on each day of a range, days without any left out."""
        low, high = since.toordinal(), until.toordinal()
        found = Counter(compress(self._starts, flags(mask)))
        return {date.fromordinal(day): count for day, count in sorted(found.items()) if low <= day <= high and day}

    def page(self, mask: int, *, limit: int, after: str = "") -> Listed:
        """Return some incidents of a set, the latest first and undated ones last; `after` as a page before gave it."""
        day, _, last_id = after.partition(".")
        at = (-int(day), last_id) if after else None
        found: list[tuple[int, str]] = []
        for slots in self._latest(mask, -at[0] if at is not None else None):
            some = sorted((-self._starts[slot], self._ids[slot]) for slot in slots)
            found += some if at is None else [one for one in some if one > at]
            if len(found) > limit:
                break
        return listed(found, limit)

    def backwards(self, mask: int, *, most: int, after: tuple[str, str] | None) -> list[tuple[str, str]]:
        """Return (id, day) pairs of a set as `marsad.store.incident_list` has them: by day and id, both the last first.

        `after` is the day, "" for none, and the id of the last one seen.
        """
        at = (date.fromisoformat(after[0]).toordinal() if after[0] else 0, after[1]) if after else None
        found: list[tuple[int, str]] = []
        for slots in self._latest(mask, at[0] if at is not None else None):
            some = sorted(((self._starts[slot], self._ids[slot]) for slot in slots), reverse=True)
            found += some if at is None else [one for one in some if one < at]
            if len(found) >= most:
                break
        return [(one, date.fromordinal(day).isoformat() if day else "") for day, one in found[:most]]

    def _latest(self, mask: int, day: int | None) -> Iterator[list[int]]:
        """Yield the slots of a set by month, the latest first, from that of a day on; 0 is the day of undated ones."""
        newest = "9" if day is None else date.fromordinal(day).isoformat()[:7] if day else ""
        if mask.bit_count() <= _FEW:
            yield slots_of(mask)
            return
        months = sorted((month for month in self._by["month"] if month), reverse=True)
        for month in (*(month for month in months if month <= newest), ""):
            here = self.with_value("month", month) & mask
            if here:
                yield slots_of(here)

    def ids(self, mask: int) -> list[str]:
        """Return the ids of a whole set, the latest first."""
        found = sorted((-self._starts[slot], self._ids[slot]) for slot in slots_of(mask))
        return [incident_id for _, incident_id in found]


_INDEXES: WeakKeyDictionary[Engine, dict[Sight, IncidentIndex]] = WeakKeyDictionary()
_MOST_KEPT = 8
"""Indexes of those who are to code blind: each has his own, and another one after each report."""


def index_of(store: Store) -> IncidentIndex:
    """Return the index of a store: one for all in this program who see the same of it."""
    kept = _INDEXES.setdefault(store.engine, {})
    found = kept.setdefault(store.sight, IncidentIndex())
    for blind in [sight for sight in kept if sight.blind][:-_MOST_KEPT]:
        kept.pop(blind, None)
    return found
