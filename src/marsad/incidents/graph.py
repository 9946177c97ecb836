"""The graph of codings and scores as a store keeps it, loaded as far as one batch needs it."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection

from marsad.link.blocks import Area, days_looked_at, family_of, home, kin_of, reach
from marsad.link.cluster import STRONG, WEAK
from marsad.link.coding import Coding, Member
from marsad.link.compare import FLOOR, Comparer, Reason, comparer
from marsad.link.pack import pack, unpack
from marsad.link.when import days_of
from marsad.store import links

__all__ = ["Codings", "Graph", "areas_of"]

_CACHED = 40_000
_UNDATED = range(1)


class Codings:
    """Codings by the key of their event, those used last at hand: what a key stands for never changes."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, Coding] = OrderedDict()

    def of(self, connection: Connection, keys: Iterable[int]) -> dict[int, Coding]:
        """Return the codings of events that are linked."""
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key not in self._held]
        for key, packed in links.codings_linked(connection, missing).items():
            self._held[key] = unpack(packed)
        found = {}
        for key in wanted:
            self._held.move_to_end(key)
            found[key] = self._held[key]
        while len(self._held) > _CACHED:
            self._held.popitem(last=False)
        return found

    def put(self, key: int, coding: Coding) -> None:
        """Hold a coding that was just entered."""
        self._held[key] = coding


class Graph:
    """Codings and their scores inside one writing transaction. `flush` writes what changed.

    What it answers is what an Index over all codings of the store would: which are connected, and by what scores.
    """

    def __init__(self, connection: Connection, codings: Codings) -> None:
        self._connection = connection
        self._codings = codings
        self._compare: Comparer = comparer()
        self._near: dict[int, dict[int, int]] = {}
        self._bests: dict[int, int | None] = {}
        self._changed: set[int] = set()

    def enter(self, key: int, report_key: int, coding: Coding) -> set[int]:
        """Enter a coding and score it with those around; return the events whose part that may change."""
        found = links.areas_in(
            self._connection, {_number(area) for area in reach(coding)}, days_looked_at(coding), kin_of(coding)
        )
        rivals = {
            other: rival
            for other, rival in self._codings.of(self._connection, found).items()
            if rival.member.report_id != coding.member.report_id
        }
        score_with = self._compare.against(coding)
        scores = {other: score_with(rival) for other, rival in rivals.items()}
        near = {other: score for other, score in scores.items() if score > FLOOR}
        self._load([other for other in near if other not in self._near])
        touched = {key}
        for other, score in near.items():
            if score > WEAK:
                touched.add(other)
                before = self._best(other)
                if before is not None:
                    touched.add(before)
            self._near[other][key] = score
            self._bests.pop(other, None)
        self._near[key] = near
        self._changed |= {key, *near}
        links.enter(self._connection, key, report_key, pack(coding), areas_of(coding))
        self._codings.put(key, coding)
        return touched

    def drop(self, key: int) -> set[int]:
        """Take a coding out; return the events whose part that may change."""
        coding = self._codings.of(self._connection, [key])[key]
        self._load([key])
        near = self._near.pop(key)
        self._load(near)
        for other in near:
            del self._near[other][key]
            self._bests.pop(other, None)
        self._bests.pop(key, None)
        self._changed = (self._changed | near.keys()) - {key}
        links.drop_linked(self._connection, key, areas_of(coding))
        touched = {other for other, score in near.items() if score > WEAK}
        return touched | {best for other in touched if (best := self._best(other)) is not None}

    def flush(self) -> None:
        """Write the scores that changed."""
        links.keep_scores(self._connection, {key: self._near[key] for key in sorted(self._changed)})
        self._changed.clear()

    def part_of(self, key: int, together: Mapping[Member, Collection[Member]]) -> list[int]:
        """Return all codings that are connected with one, by links or by people, sorted by their members.

        `together` are the members that people hold together with each.
        """
        seen, ahead = {key}, [key]
        while ahead:
            self._load(ahead)
            unsure = [other for one in ahead for other, score in self._near[one].items() if WEAK < score <= STRONG]
            self._load(unsure)
            new = {other for one in ahead for other in self._neighbours(one)}
            if together:
                held = {member for one in self.codings(ahead).values() for member in together.get(one.member, ())}
                new.update(links.keys_of(self._connection, held))
            new -= seen
            seen |= new
            ahead = sorted(new)
        codings = self.codings(seen)
        return sorted(seen, key=lambda each: codings[each].member)

    def codings(self, keys: Iterable[int]) -> dict[int, Coding]:
        """Return codings by key."""
        return self._codings.of(self._connection, keys)

    def scores_within(self, part: list[int]) -> dict[tuple[int, int], int]:
        """Return the score of each pair of a part, by the places of the two in it, the smaller first."""
        place = {key: index for index, key in enumerate(part)}
        return {
            (index, place[other]): score
            for key, index in place.items()
            for other, score in self._near[key].items()
            if other in place and index < place[other]
        }

    def explain(self, left: Coding, right: Coding) -> tuple[Reason, ...]:
        """Return why a pair scores as it does."""
        return self._compare.explain(left, right)

    def _load(self, keys: Iterable[int]) -> None:
        missing = [key for key in dict.fromkeys(keys) if key not in self._near]
        if missing:
            self._near.update(links.scores_of(self._connection, missing))

    def _neighbours(self, key: int) -> Iterator[int]:
        best = self._best(key)
        for other, score in self._near[key].items():
            if score > STRONG or (score > WEAK and (other == best or self._best(other) == key)):
                yield other

    def _best(self, key: int) -> int | None:
        """Return the coding that one fits best, of equals that with the smallest member; None when it fits none."""
        if key not in self._bests:
            self._bests[key] = self._find_best(key)
        return self._bests[key]

    def _find_best(self, key: int) -> int | None:
        near = self._near[key]
        most = max(near.values(), default=FLOOR)
        if most <= WEAK:
            return None
        equals = [other for other, score in near.items() if score == most]
        if len(equals) == 1:
            return equals[0]
        codings = self.codings(equals)
        return min(equals, key=lambda other: codings[other].member)


def areas_of(coding: Coding) -> list[tuple[int, int, int]]:
    """Return where others find a coding: (area, day, family) each."""
    family, days = family_of(coding), days_of(coding) or _UNDATED
    return [(_number(area), day, family) for area in home(coding) for day in days]


def _number(area: Area) -> int:
    """Return an area as a number of 64 bits: two areas share one about never, and then only cost time."""
    digest = hashlib.blake2b(repr(area).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
