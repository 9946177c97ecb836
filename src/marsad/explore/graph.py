"""Who against whom as a picture: actors on an oval, an arrow for each pair, its width by how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

__all__ = ["Arrow", "Graph", "Node", "graph_of"]

_MIDDLE = (500.0, 285.0)
_HALF = (215.0, 245.0)
_WIDEST, _THINNEST = 9.0, 1.0
_ROUNDS = 40
_ARROWS = 48
_SMALL, _LARGE = 6.0, 17.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor at a place; `number` is in how many incidents it acts or is acted upon, `right` where its name goes."""

    code: str
    number: int
    x: float
    y: float
    radius: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """Incidents in which one actor acts against another; `path` is that of an SVG."""

    source: str
    target: str
    number: int
    width: float
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The picture in units of a thousand by 570."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    wide: int = 1000
    high: int = 570


def graph_of(pairs: Sequence[tuple[str, str, int]], *, most: int = 18) -> Graph:
    """Return the picture of (acting, acted upon, number) triples, of the actors that are in most of them,
    with an arrow for the most frequent pairs.

    The same triples give the same picture. Those who have much to do with each other stand side by side.
    """
    weights: dict[str, int] = {}
    for source, target, number in pairs:
        for code in (source, target):
            weights[code] = weights.get(code, 0) + number
    chosen = sorted(weights, key=lambda code: (-weights[code], code))[:most]
    kept = [pair for pair in pairs if pair[0] in chosen and pair[1] in chosen and pair[0] != pair[1]]
    kept = sorted(kept, key=lambda pair: (-pair[2], pair[:2]))[:_ARROWS]
    order = _ordered(chosen, kept)
    places = {code: _place(at, len(order)) for at, code in enumerate(order)}
    largest = max((weights[code] for code in chosen), default=1)
    loudest = max((number for _, _, number in kept), default=1)
    return Graph(
        nodes=tuple(
            Node(
                code=code,
                number=weights[code],
                x=round(places[code][0], 1),
                y=round(places[code][1], 1),
                radius=round(_SMALL + (_LARGE - _SMALL) * (weights[code] / largest) ** 0.5, 1),
                right=places[code][0] >= _MIDDLE[0],
            )
            for code in order
        ),
        arrows=tuple(
            Arrow(
                source=source,
                target=target,
                number=number,
                width=round(_THINNEST + (_WIDEST - _THINNEST) * (number / loudest) ** 0.5, 1),
                path=_path(places[source], places[target]),
            )
            for source, target, number in sorted(kept, key=lambda one: (one[2], one[:2]))
        ),
    )


def _place(at: int, count: int) -> tuple[float, float]:
    angle = 2 * pi * (at + 0.5) / max(1, count) - pi / 2
    return _MIDDLE[0] + _HALF[0] * cos(angle), _MIDDLE[1] + _HALF[1] * sin(angle)


def _ordered(codes: Sequence[str], pairs: Sequence[tuple[str, str, int]]) -> list[str]:
    """Return actors in an order in which heavy pairs stand near each other: swapped as long as that makes it better."""
    order = list(codes)
    size = len(order)

    def cost() -> float:
        at = {code: number for number, code in enumerate(order)}
        steps = ((abs(at[source] - at[target]), number) for source, target, number in pairs)
        return sum(min(step, size - step) * number for step, number in steps)

    best = cost()
    for _ in range(_ROUNDS):
        before = best
        for first in range(size):
            for second in range(first + 1, size):
                order[first], order[second] = order[second], order[first]
                now = cost()
                if now < best:
                    best = now
                else:
                    order[first], order[second] = order[second], order[first]
        if best == before:
            break
    return order


def _path(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return a bow from one place to another, bent to the middle; the way back is another bow."""
    (x1, y1), (x2, y2) = start, end
    length = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    aside = 14.0
    dx, dy = -(y2 - y1) / length * aside, (x2 - x1) / length * aside
    mx = (x1 + x2) / 2 + 0.45 * (_MIDDLE[0] - (x1 + x2) / 2) + dx
    my = (y1 + y2) / 2 + 0.45 * (_MIDDLE[1] - (y1 + y2) / 2) + dy
    to = max(1.0, ((x2 - mx) ** 2 + (y2 - my) ** 2) ** 0.5)
    x2, y2 = x2 - (x2 - mx) / to * 21, y2 - (y2 - my) / to * 21
    return f"M{x1:.1f} {y1:.1f} Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}"
