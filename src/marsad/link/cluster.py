"""Codings into incidents: average-link clustering of one connected part, the same whatever the order.

Scores are whole thousandths, so that sums are exact; pairs that were not compared count as FLOOR. Two clusters
join while the mean score of the pairs between them is above the threshold, the best first, ties by the smallest
members. Clusters that hold two events of one report, or two codings that a person held apart, never join.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise, product

from marsad.link.compare import FLOOR

__all__ = ["STRONG", "THRESHOLD", "WEAK", "cluster", "components"]

STRONG = 1500
"""Log-odds (in thousandths) above which a pair connects two codings: only what is connected is clustered."""

WEAK = -300
"""Log-odds above which a pair connects two codings of which one fits the other best of all."""

THRESHOLD = -300
"""Mean log-odds above which two clusters are one incident."""


def components(nodes: Iterable[int], edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the connected parts of a graph, each sorted, in the order of their smallest nodes."""
    parent = {node: node for node in nodes}

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in edges:
        one, other = root(left), root(right)
        if one != other:
            parent[max(one, other)] = min(one, other)
    parts: dict[int, list[int]] = {}
    for node in sorted(parent):
        parts.setdefault(root(node), []).append(node)
    return list(parts.values())


def cluster(
    reports: Sequence[str],
    scores: Mapping[tuple[int, int], int],
    *,
    together: Collection[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
    threshold: int = THRESHOLD,
) -> list[list[int]]:
    """Return clusters of the nodes 0, 1, ... of one part, which must come in an order of their own (by key).

    `reports[node]` is the report that a node stands in; `scores` has each compared pair (smaller, larger) once;
    `together` and `apart` are what people decided. Nodes held together bring their whole clusters together, two
    events of one report, too; where that would join nodes held apart, they start as one cluster instead.
    """
    if not together:
        return _joined(reports, scores, components(range(len(reports)), ()), apart, threshold)
    seeds = components(range(len(reports)), together)
    home = {node: seed for seed in map(tuple, seeds) for node in seed}
    spread = [pair for left, right in apart for pair in product(home[left], home[right])]
    clusters = _joined(reports, scores, components(range(len(reports)), ()), spread, threshold)
    chains = [pair for group in clusters for pair in pairwise(group)]
    whole = components(range(len(reports)), [*chains, *together])
    place = {node: index for index, group in enumerate(whole) for node in group}
    if any(place[left] == place[right] for left, right in apart):
        return _joined(reports, scores, seeds, apart, threshold)
    return sorted(whole)


def _joined(
    reports: Sequence[str],
    scores: Mapping[tuple[int, int], int],
    groups: Sequence[list[int]],
    apart: Iterable[tuple[int, int]],
    threshold: int,
) -> list[list[int]]:
    """Join groups, which come in the order of their smallest nodes."""
    growing = _Growing(reports, scores, groups, apart, threshold)
    heap = growing.pairs()
    heapq.heapify(heap)
    while heap:
        _, low, high, low_size, high_size = heapq.heappop(heap)
        if growing.size(low) == low_size and growing.size(high) == high_size:
            for pair in growing.join(low, high):
                heapq.heappush(heap, pair)
    return sorted(growing.members.values())


_Pair = tuple[float, int, int, int, int]
"""Two clusters that may join: their mean score below nought, both, and their sizes, by which a stale one is known."""


class _Growing:
    """Clusters that grow: each is known by the number of its smallest node's group, so ties go to the smallest keys.

    `links` has for each cluster the sum of the scores above FLOOR between it and each that it was compared with.
    """

    __slots__ = ("forbidden", "links", "members", "threshold", "told")

    def __init__(
        self,
        reports: Sequence[str],
        scores: Mapping[tuple[int, int], int],
        groups: Sequence[list[int]],
        apart: Iterable[tuple[int, int]],
        threshold: int,
    ) -> None:
        home = {node: index for index, group in enumerate(groups) for node in group}
        self.threshold = threshold
        self.members = dict(enumerate(groups))
        self.told = {index: {reports[node] for node in group} for index, group in self.members.items()}
        self.forbidden: dict[int, set[int]] = {index: set() for index in self.members}
        for left, right in apart:
            if home[left] != home[right]:
                self.forbidden[home[left]].add(home[right])
                self.forbidden[home[right]].add(home[left])
        self.links: dict[int, dict[int, int]] = {index: {} for index in self.members}
        for (left, right), score in scores.items():
            one, other = home[left], home[right]
            if one != other:
                self._link(one, other, score - FLOOR)

    def size(self, cluster: int) -> int:
        """Return how many nodes a cluster has, 0 for one that joined another."""
        return len(self.members.get(cluster, ()))

    def pairs(self) -> list[_Pair]:
        """Return all pairs that may join."""
        twos = ((one, other) for one, linked in self.links.items() for other in linked if one < other)
        return [pair for two in twos if (pair := self._pair(*two)) is not None]

    def join(self, low: int, high: int) -> list[_Pair]:
        """Put a cluster into another, and return the pairs that may join then."""
        self.members[low] = sorted(self.members[low] + self.members.pop(high))
        self.told[low] |= self.told.pop(high)
        self.forbidden[low] |= self.forbidden.pop(high)
        for other in self.forbidden[low] & self.members.keys():
            self.forbidden[other].add(low)
        moved = self.links.pop(high)
        del self.links[low][high]
        for other, gain in moved.items():
            if other != low:
                del self.links[other][high]
                self._link(low, other, gain)
        return [pair for other in self.links[low] if (pair := self._pair(low, other)) is not None]

    def _link(self, one: int, other: int, gain: int) -> None:
        self.links[one][other] = self.links[other][one] = self.links[one].get(other, 0) + gain

    def _pair(self, one: int, other: int) -> _Pair | None:
        """Return two clusters as a pair, None where they may not join."""
        if other in self.forbidden[one] or not self.told[one].isdisjoint(self.told[other]):
            return None
        low, high = (one, other) if one < other else (other, one)
        sizes = len(self.members[low]), len(self.members[high])
        mean = self.links[one][other] / (sizes[0] * sizes[1]) + FLOOR
        return None if mean <= self.threshold else (-mean, low, high, *sizes)
