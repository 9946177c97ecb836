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

WEAK = 0
"""Log-odds above which a pair connects two codings of which one fits the other best of all."""

THRESHOLD = 0
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
    home = {node: index for index, group in enumerate(groups) for node in group}
    members = dict(enumerate(groups))
    told = {index: {reports[node] for node in group} for index, group in members.items()}
    forbidden: dict[int, set[int]] = {index: set() for index in members}
    for left, right in apart:
        if home[left] != home[right]:
            forbidden[home[left]].add(home[right])
            forbidden[home[right]].add(home[left])
    links: dict[int, dict[int, int]] = {index: {} for index in members}
    for (left, right), score in scores.items():
        one, other = home[left], home[right]
        if one != other:
            gain = score - FLOOR
            links[one][other] = links[one].get(other, 0) + gain
            links[other][one] = links[other].get(one, 0) + gain

    def mean(one: int, other: int) -> float:
        return links[one][other] / (len(members[one]) * len(members[other])) + FLOOR

    def entry(one: int, other: int) -> tuple[float, int, int, int, int] | None:
        """Return a heap entry, its sizes with it by which a stale one is known, or None for what may not join."""
        if other in forbidden[one] or not told[one].isdisjoint(told[other]):
            return None
        value = mean(one, other)
        if value <= threshold:
            return None
        low, high = (one, other) if one < other else (other, one)
        return -value, low, high, len(members[low]), len(members[high])

    # A cluster is known by the number of its smallest node's group, so ties go to the smallest keys.
    heap = [found for one in links for other in links[one] if one < other and (found := entry(one, other))]
    heapq.heapify(heap)
    while heap:
        _, low, high, low_size, high_size = heapq.heappop(heap)
        if low not in members or high not in members:
            continue
        if (len(members[low]), len(members[high])) != (low_size, high_size):
            continue
        members[low] = sorted(members[low] + members.pop(high))
        told[low] |= told.pop(high)
        forbidden[low] |= forbidden.pop(high)
        for other in forbidden[low] & members.keys():
            forbidden[other].add(low)
        moved = links.pop(high)
        del links[low][high]
        for other, gain in moved.items():
            if other == low:
                continue
            del links[other][high]
            links[low][other] = links[other][low] = links[low].get(other, 0) + gain
        for other in links[low]:
            found = entry(low, other)
            if found is not None:
                heapq.heappush(heap, found)
    return sorted(members.values())
