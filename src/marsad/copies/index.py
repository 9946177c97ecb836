"""Reports in, groups of copies out: one report at a time, with the same result in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from marsad import gazetteer as gazetteers
from marsad.copies.credit_net import CreditNet
from marsad.copies.credits import line_names, named_media, outlet_name
from marsad.copies.facts import Agreement, Facts, agreement, facts_of
from marsad.copies.group import CopyGroup, Link, part_groups, to_group
from marsad.copies.judge import SAME_BY_CHANCE, Telling, judge, may_match
from marsad.copies.origin import Member
from marsad.copies.overlap import Overlap, by_length, overlap
from marsad.copies.sketch import Nets
from marsad.copies.words import CopyText, read_text
from marsad.gazetteer import Gazetteer
from marsad.model.report import Report

__all__ = ["CopyIndex", "group_copies"]

_FACTS_KEPT = 1_000


@dataclass(slots=True)
class _Node:
    """A text, the reports that have it word for word, and the texts that may be copies of it."""

    text: CopyText
    tellings: list[Telling] = field(default_factory=list)
    near: dict[int, Overlap] = field(default_factory=dict)

    @property
    def first_day(self) -> date | None:
        return min((one.day for one in self.tellings if one.day is not None), default=None)


class CopyIndex:
    """Reports grouped by who copied whom; a report can be added at any time, and the order changes nothing.

    With `every_pair` a report is compared with all others, not with those alone that nets catch: faster, and
    without a miss, for the few hundred reports of one incident.

    >>> index = CopyIndex()
    >>> for name, outlet in (("r1", "شبكة نبض الفرات"), ("r2", "قناة الحصاد")):
    ...     index.add(Report(report_id=name, outlet=outlet, text="قُتل عنصران من قسد بهجوم في بلدة ذيبان مساء أمس."))
    >>> [group.report_ids for group in index.groups()]
    [('r1', 'r2')]
    """

    def __init__(self, gazetteer: Gazetteer | None = None, *, every_pair: bool = False) -> None:
        self._gazetteer = gazetteer
        self._every_pair = every_pair
        self._nodes: list[_Node] = []
        self._by_key: dict[tuple[object, ...], int] = {}
        self._by_id: dict[str, int] = {}
        self._links: dict[int, dict[int, Link]] = {}
        self._nets = Nets()
        self._credits = CreditNet()
        self._facts = lru_cache(maxsize=_FACTS_KEPT)(self._read_facts)

    def __len__(self) -> int:
        """Return how many reports the index holds."""
        return len(self._by_id)

    def add(self, report: Report) -> None:
        """Take in a report; one whose id is known already is passed over."""
        if report.report_id in self._by_id:
            return
        text = read_text(report.text)
        telling = _telling(report, text)
        key = _key(text, telling)
        number = self._by_key.setdefault(key, len(self._nodes))
        if number == len(self._nodes):
            self._nodes.append(_Node(text))
            self._links[number] = {}
        node = self._nodes[number]
        self._by_id[report.report_id] = number
        caught = set(range(len(self._nodes))) - {number} if self._every_pair else self._caught(number, telling)
        node.tellings.append(telling)
        for other in caught - node.near.keys():
            shared = overlap(node.text, self._nodes[other].text)
            if may_match(shared):
                node.near[other] = self._nodes[other].near[number] = shared
                for one in node.tellings[:-1]:
                    self._compare(number, other, one)
        for other in node.near:
            self._compare(number, other, telling)

    def _caught(self, number: int, telling: Telling) -> set[int]:
        """Return the texts that a report of a text is worth comparing with."""
        node = self._nodes[number]
        outlets = [*telling.lines, *([telling.outlet] if telling.outlet else ())]
        caught = self._credits.catch(number, node.text, outlets, telling.day)
        if telling.day not in {one.day for one in node.tellings} or not node.tellings:
            caught |= self._nets.catch(number, node.text, telling.day)
        return caught

    def group_of(self, report_id: str) -> CopyGroup:
        """Return the group of a report; raises KeyError when the index does not hold it."""
        around = self._around(self._by_id[report_id])
        return next(group for group in self._groups_in(around) if report_id in group.report_ids)

    def groups(self) -> list[CopyGroup]:
        """Return all groups, in the order of the ids of their origins; every report is in exactly one."""
        seen: set[int] = set()
        found: list[CopyGroup] = []
        for number in range(len(self._nodes)):
            if number not in seen:
                around = self._around(number)
                seen |= around
                found += self._groups_in(around)
        return sorted(found, key=lambda group: group.origin)

    def _compare(self, number: int, other: int, telling: Telling) -> None:
        """Judge one report of a text against all of another text; of several matches the surest is kept."""
        left, right = self._nodes[number], self._nodes[other]
        shared = right.near[number]
        first_is_short = by_length(left.text) <= by_length(right.text)
        short, long = (number, other) if first_is_short else (other, number)
        known = self._links[number].get(other)
        for against in right.tellings:
            sides = ((left.text, telling), (right.text, against))
            (short_text, of_short), (long_text, of_long) = sides if first_is_short else sides[::-1]
            match = judge(short_text, long_text, shared, self._agree, of_short, of_long)
            if match is not None and (known is None or match.how.rank < known.match.how.rank):
                known = Link(short=short, long=long, match=match)
        if known is not None:
            self._links[number][other] = self._links[other][number] = known

    def _agree(self, short: CopyText, long: CopyText) -> Agreement:
        return agreement(self._facts(short), self._facts(long))

    def _read_facts(self, text: CopyText) -> Facts:
        if self._gazetteer is None:
            self._gazetteer = gazetteers.load()
        return facts_of(text, self._gazetteer)

    def _around(self, number: int) -> set[int]:
        """Return the texts that matches lead to from one."""
        seen, waiting = {number}, [number]
        while waiting:
            for other in self._links[waiting.pop()]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen

    def _groups_in(self, around: set[int]) -> Iterator[CopyGroup]:
        days = {number: self._nodes[number].first_day for number in around}
        for part in part_groups(around, self._links, days):
            members = [
                Member(telling=telling, text=self._nodes[number].text, node=number)
                for number in part
                for telling in self._nodes[number].tellings
            ]
            yield to_group(members, self._links)


def group_copies(reports: Iterable[Report], gazetteer: Gazetteer | None = None) -> list[CopyGroup]:
    """Group reports: copies of one text, as forwards, cuts and rewrites of it are, count as one source.

    The result does not depend on the order of the reports. A second account of the same incident is a group of
    its own.
    """
    index = CopyIndex(gazetteer)
    for report in reports:
        index.add(report)
    return index.groups()


def _telling(report: Report, text: CopyText) -> Telling:
    passed_on = outlet_name(report.forwarded_from if report.forwarded_from != "unknown" else None)
    return Telling(
        report_id=report.report_id,
        outlet=outlet_name(report.outlet),
        day=report.published_on,
        moment=report.published_at,
        media=named_media(text),
        lines=line_names(text) if passed_on is None else (passed_on, *line_names(text)),
    )


def _key(text: CopyText, telling: Telling) -> tuple[object, ...]:
    """Return what two reports share that say the same; a text that may be alike by chance stays alone in its day."""
    if len(text.words) >= SAME_BY_CHANCE:
        return (text.key,)
    return (text.key, telling.day) if text.words and telling.day else (telling.report_id,)
