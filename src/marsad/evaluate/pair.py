"""Which predicted event stands for which gold event: the assignment with the highest total similarity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from marsad.evaluate.agree import Agreement, actors
from marsad.evaluate.records import EventRecord
from marsad.model.what import EVENT_TYPES

__all__ = ["pair", "similarity"]

_LARGEST_EXACT = 14  # predicted events; above, pairs are taken greedily


def similarity(predicted: EventRecord, gold: EventRecord, agreement: Agreement) -> float:
    """Return how alike two events are; 0 unless the event types and two of place, time and actors agree."""
    if EVENT_TYPES.get(predicted.sub_event_type or "") != EVENT_TYPES.get(gold.sub_event_type or ""):
        return 0.0
    left, right = actors(predicted), actors(gold)
    overlap = left & right
    share = len(overlap) / max(1, len(left | right))
    near = (agreement["place"] or agreement["admin1"]) + agreement["day"] + (bool(overlap) or left == right)
    if near < 2:
        return 0.0
    counts = sum(agreement[name] for name in ("killed", "wounded", "detained", "abducted"))
    return (
        1
        + 2 * agreement["sub_event_type"]
        + 2 * agreement["place"]
        + agreement["admin1"]
        + 2 * agreement["day"]
        + 2 * share
        + 0.25 * counts
    )


def pair(scores: Sequence[Sequence[float]], gold_count: int) -> list[tuple[int, int]]:
    """Return (predicted, gold) pairs; `scores[p][g]` is a similarity, 0 where the two may not pair."""
    if len(scores) > _LARGEST_EXACT:
        return _greedy(scores)

    @cache
    def best(gold: int, used: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if gold == gold_count:
            return 0.0, ()
        top = best(gold + 1, used)
        for index, row in enumerate(scores):
            if not used >> index & 1 and row[gold] > 0:
                rest, pairs = best(gold + 1, used | 1 << index)
                if rest + row[gold] > top[0]:
                    top = (rest + row[gold], ((index, gold), *pairs))
        return top

    return list(best(0, 0)[1])


def _greedy(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    taken: set[int] = set()
    ranked = [(score, index, gold) for index, row in enumerate(scores) for gold, score in enumerate(row) if score]
    for _, index, gold in sorted(ranked, reverse=True):
        if index not in used and gold not in taken:
            used.add(index)
            taken.add(gold)
            pairs.append((index, gold))
    return pairs
