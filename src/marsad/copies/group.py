"""Matches to groups: each group is one independent source.

Texts that are mostly in one another go together. A text that is a part of a longer one goes with it, unless the longer
one is a round-up: it holds, too, an earlier text that has nothing to do with this one. A round-up joins no two
reports that do not belong together.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from marsad.copies.judge import How, Match
from marsad.copies.origin import Member, origin_of

__all__ = ["CopyGroup", "Link", "Links", "Reason", "part_groups", "to_group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A match of two texts, by their numbers."""

    short: int
    long: int
    match: Match

    def other(self, number: int) -> int:
        """Return the text at the other end."""
        return self.long if number == self.short else self.short


Links = Mapping[int, Mapping[int, Link]]
"""Text to the texts that it matches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a report is in its group: the report that it was matched with, how, and what part of its wording is shared.

    `share` is the part of the runs of three words of the shorter of the two that stand in the longer, 0 to 1.
    """

    report_id: str
    matched_with: str
    how: How
    share: float
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Reports that count as one source, by id; `origin` is the one that the others come from.

    `group_id` is made of the id of the origin, so that it stays when other reports are added.
    """

    group_id: str
    report_ids: tuple[str, ...]
    origin: str
    why: tuple[Reason, ...]


def part_groups(around: Iterable[int], links: Links, first_day: Mapping[int, date | None]) -> list[list[int]]:
    """Part texts that are linked somehow into groups."""
    nodes = sorted(around)
    whole = {node: [other for other, link in links[node].items() if link.match.mutual] for node in nodes}
    kept = {node: list(others) for node, others in whole.items()}
    for node in nodes:
        inside = [other for other, link in links[node].items() if link.long == node and link.match.how is How.CONTAINED]
        if _is_round_up(node, inside, links, first_day):
            continue
        for other in inside:
            if not links[node][other].match.mutual:
                kept[node].append(other)
                kept[other].append(node)
    return _connected(nodes, kept)


def _is_round_up(node: int, inside: Sequence[int], links: Links, first_day: Mapping[int, date | None]) -> bool:
    """Say whether a text holds two that have nothing to do with each other and were not cut from it later."""
    own = first_day[node]
    earlier = [other for other in inside if own is None or (day := first_day[other]) is None or day <= own]
    return any(second not in links[first] for index, first in enumerate(earlier) for second in earlier[index + 1 :])


def _connected(nodes: Sequence[int], beside: Mapping[int, Iterable[int]]) -> list[list[int]]:
    found: list[list[int]] = []
    seen: set[int] = set()
    for node in nodes:
        if node in seen:
            continue
        part, waiting = [], deque([node])
        seen.add(node)
        while waiting:
            one = waiting.popleft()
            part.append(one)
            for other in beside[one]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        found.append(sorted(part))
    return found


def to_group(members: Sequence[Member], links: Links) -> CopyGroup:
    """Return a group with its origin, and why each of the others belongs to it."""
    origin = origin_of(members, _wins(members, links))
    report_id = origin.telling.report_id
    return CopyGroup(
        group_id="copies-" + hashlib.sha256(report_id.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        report_ids=tuple(sorted(member.telling.report_id for member in members)),
        origin=report_id,
        why=tuple(_reasons(members, origin, links)),
    )


def _wins(members: Sequence[Member], links: Links) -> Counter[int]:
    """Count for each text those that cut it short, or embed it below an opening of their own."""
    nodes = {member.node for member in members}
    wins: Counter[int] = Counter()
    for node in nodes:
        for other, link in links[node].items():
            if other in nodes and link.long == node and link.match.how is How.CONTAINED:
                wins[link.short if link.match.embedded else node] += 1
    return wins


def _reasons(members: Sequence[Member], origin: Member, links: Links) -> Iterable[Reason]:
    """Walk from the origin along the matches, the surest first; say for each report where the walk came from."""
    by_node: dict[int, list[str]] = {}
    for member in members:
        by_node.setdefault(member.node, []).append(member.telling.report_id)
    speakers = {node: min(ids) for node, ids in by_node.items()} | {origin.node: origin.telling.report_id}
    reached: dict[int, Reason | None] = {origin.node: None}
    waiting = deque([origin.node])
    while waiting:
        node = waiting.popleft()
        beside = [(link.match.how.rank, -link.match.share, other) for other, link in links[node].items()]
        for _, _, other in sorted(beside):
            if other in by_node and other not in reached:
                match = links[node][other].match
                reached[other] = Reason(
                    report_id="", matched_with=speakers[node], how=match.how, share=match.share, detail=match.detail
                )
                waiting.append(other)
    for report_id, node in sorted((one.telling.report_id, one.node) for one in members if one is not origin):
        reason = reached.get(node)
        if report_id != speakers[node] or reason is None:
            reason = Reason(report_id="", matched_with=speakers[node], how=How.SAME, share=1.0, detail="")
        yield replace(reason, report_id=report_id)
