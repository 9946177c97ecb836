"""All codings known, and the incidents they form; a new report touches only the part of the graph it joins."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from marsad.errors import MarsadError
from marsad.link.blocks import Blocks
from marsad.link.cluster import STRONG, THRESHOLD, WEAK, cluster
from marsad.link.coding import Coding, Member
from marsad.link.compare import FLOOR, Comparer, Reason, comparer
from marsad.link.judgements import Ruling

__all__ = ["Incident", "Index", "id_after", "incident_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Codings of one act, in the order of publication; `was` are ids that stand for it no more."""

    incident_id: str
    codings: tuple[Coding, ...]
    was: tuple[str, ...] = ()


def incident_id(codings: Iterable[Coding]) -> str:
    """Return the id of an incident: that of its first member in the order of publication.

    A report that comes later seldom changes it, and the same members give the same id in every run.
    """
    return id_after(min(codings, key=lambda coding: coding.order).member)


def id_after(first: Member, *, parted_from: str = "") -> str:
    """Return the id of an incident by its first member; another one where that was parted from an incident."""
    told = f"{first.report_id}\x1f{first.event}" + (f"\x1f{parted_from}" if parted_from else "")
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return f"i-{digest[:12]}"


class Index:
    """Codings with the scores of their pairs.

    Adding the same codings in any order gives the same incidents. `add` compares the new ones with what shares a
    block and says which codings it touched; `incidents_of` clusters the parts that these belong to.
    """

    def __init__(
        self,
        *,
        compare: Comparer | None = None,
        ruling: Ruling | None = None,
        strong: int = STRONG,
        weak: int = WEAK,
        threshold: int = THRESHOLD,
    ) -> None:
        self._compare = compare or comparer()
        self._ruling = ruling or Ruling()
        self._strong = strong
        self._weak = weak
        self._threshold = threshold
        self._blocks = Blocks()
        self._codings: list[Coding] = []
        self._number: dict[Member, int] = {}
        self._near: list[array[int]] = []
        self._worth: list[array[int]] = []
        self._best: list[tuple[int, int]] = []  # (score, number) of the coding that each fits best
        self._together: dict[Member, set[Member]] = _both_ways(self._ruling.together)
        self._apart: dict[Member, set[Member]] = _both_ways(self._ruling.apart)

    def __len__(self) -> int:
        return len(self._codings)

    def add(self, codings: Iterable[Coding]) -> list[int]:
        """Enter the codings of a report; return their numbers and those of codings that they touched.

        Raises MarsadError for a coding that is known already.
        """
        touched: dict[int, None] = {}
        for coding in codings:
            if coding.member in self._number:
                raise MarsadError(
                    f"Event {coding.member.event} of report {coding.member.report_id!r} was entered before. "
                    "Give each report an id of its own."
                )
            touched.update(dict.fromkeys(self._enter(coding)))
        return list(touched)

    def add_scored(self, codings: Iterable[Coding], pairs: Iterable[tuple[int, int, int]]) -> None:
        """Enter codings whose pairs were scored elsewhere: positions among them, and scores above FLOOR.

        For an index that holds nothing yet.
        """
        for coding in codings:
            self._blocks.add(self._hold(coding), coding)
        for one, other, score in pairs:
            self._pair(one, other, score)

    def _hold(self, coding: Coding) -> int:
        number = len(self._codings)
        self._codings.append(coding)
        self._number[coding.member] = number
        self._near.append(array("i"))
        self._worth.append(array("i"))
        self._best.append((FLOOR, -1))
        return number

    def _pair(self, number: int, other: int, score: int) -> bool:
        """Note the score of a pair; say whether the second is now fitted best by the first."""
        for one, rival in ((number, other), (other, number)):
            self._near[one].append(rival)
            self._worth[one].append(score)
        self._improve(number, other, score)
        return self._improve(other, number, score)

    def _enter(self, coding: Coding) -> list[int]:
        number = self._hold(coding)
        touched = [number]
        score_with = self._compare.against(coding)
        for other in self._blocks.candidates(coding):
            rival = self._codings[other]
            if rival.member.report_id == coding.member.report_id:
                continue
            score = score_with(rival)
            if score > FLOOR:  # the others count the same as pairs never compared
                before = self._best[other]
                if self._pair(number, other, score) and before[0] > self._weak:
                    touched += (other, before[1])  # the two may be connected no more
        self._blocks.add(number, coding)
        return touched

    def _improve(self, number: int, other: int, score: int) -> bool:
        """Note a coding that another fits better than all before; of equals the one with the smaller key."""
        best, known = self._best[number]
        if score < best or (score == best and known >= 0 and self._codings[known].member < self._codings[other].member):
            return False
        self._best[number] = score, other
        return True

    def part_of(self, number: int) -> list[int]:
        """Return all codings that are connected with one, by links or by people, sorted by key."""
        seen, ahead = {number}, [number]
        while ahead:
            for other in self._neighbours(ahead.pop()):
                if other not in seen:
                    seen.add(other)
                    ahead.append(other)
        return sorted(seen, key=lambda each: self._codings[each].member)

    def _neighbours(self, number: int) -> Iterator[int]:
        best = self._best[number][1]
        for other, score in zip(self._near[number], self._worth[number], strict=True):
            if score > self._strong or (score > self._weak and (other == best or self._best[other][1] == number)):
                yield other
        if self._together:
            for member in self._together.get(self._codings[number].member, ()):
                if member in self._number:
                    yield self._number[member]

    def _clusters(self, part: list[int], *, judged: bool) -> list[list[int]]:
        """Cluster one part; `part` is sorted by key, so that the result hangs on nothing else."""
        place = {number: index for index, number in enumerate(part)}
        scores = {
            (index, place[other]): score
            for number, index in place.items()
            for other, score in zip(self._near[number], self._worth[number], strict=True)
            if other in place and index < place[other]
        }

        def held(pairs: dict[Member, set[Member]]) -> list[tuple[int, int]]:
            found = []
            for number, index in place.items():
                for member in pairs.get(self._codings[number].member, ()):
                    other = place.get(self._number.get(member, -1))
                    if other is not None and index < other:
                        found.append((index, other))
            return found

        reports = [self._codings[number].member.report_id for number in part]
        groups = cluster(
            reports,
            scores,
            together=held(self._together) if judged else (),
            apart=held(self._apart) if judged else (),
            threshold=self._threshold,
        )
        return [[part[index] for index in group] for group in groups]

    def incidents_of(self, touched: Iterable[int]) -> list[Incident]:
        """Return the incidents of the parts that some codings belong to: what their coming may have changed."""
        seen: set[int] = set()
        found: list[Incident] = []
        for number in touched:
            if number not in seen:
                part = self.part_of(number)
                seen.update(part)
                found += self._incidents(part)
        return found

    def incidents(self) -> list[Incident]:
        """Return every incident, part by part."""
        return self.incidents_of(range(len(self._codings)))

    def _incidents(self, part: list[int]) -> list[Incident]:
        if len(part) == 1:
            coding = self._codings[part[0]]
            return [Incident(incident_id=incident_id([coding]), codings=(coding,))]
        groups = self._clusters(part, judged=True)
        ids = [incident_id(self._codings[number] for number in group) for group in groups]
        members = {self._codings[number].member for number in part}
        earlier: dict[int, str] = {}
        if not members.isdisjoint(self._together) or not members.isdisjoint(self._apart):
            for group in self._clusters(part, judged=False):
                name = incident_id(self._codings[number] for number in group)
                earlier.update(dict.fromkeys(group, name))
        found = []
        for group, name in zip(groups, ids, strict=True):
            was = sorted({earlier[number] for number in group if number in earlier} - set(ids))
            codings = sorted((self._codings[number] for number in group), key=lambda coding: coding.order)
            found.append(Incident(incident_id=name, codings=tuple(codings), was=tuple(was)))
        return found

    def score(self, left: Coding, right: Coding) -> int:
        """Return the score of a pair of codings known here, FLOOR when they were not compared."""
        number, other = self._number[left.member], self._number[right.member]
        near = self._near[number]
        return self._worth[number][near.index(other)] if other in near else FLOOR

    def explain(self, left: Coding, right: Coding) -> tuple[Reason, ...]:
        """Return why a pair scores as it does."""
        return self._compare.explain(left, right)


def _both_ways(pairs: Iterable[tuple[Member, Member]]) -> dict[Member, set[Member]]:
    found: dict[Member, set[Member]] = {}
    for left, right in pairs:
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return found
