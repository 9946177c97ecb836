"""Where words stand on a map: beside what they name, and not on other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["LETTERS", "Box", "Label", "box_of", "first_free", "is_free", "ring", "with_room"]

LETTERS = 11.0
"""Size of letters, in pixels."""

_WIDE, _TALL = 0.56, 1.15
"""Width of a letter and height of a line by the size of letters: a little more than most take."""

_GAP = 3.0

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in pixels from the upper left."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words around a middle in pixels; `where` is its longitude and latitude."""

    text: str
    x: float
    y: float
    where: tuple[float, float]
    box: Box


def box_of(text: str, x: float, y: float) -> Box:
    """Return about what a text covers around its middle.

    >>> box_of("12", 100, 50)
    (93.84, 43.675, 106.16, 56.325)
    """
    across, up = len(text) * LETTERS * _WIDE / 2, LETTERS * _TALL / 2
    return x - across, y - up, x + across, y + up


def with_room(box: Box) -> Box:
    """Return a box with the width of a letter free on both sides: "6" and "1" side by side are not to be read as 61.

    >>> with_room((10, 0, 20, 12))
    (3.84, 0, 26.16, 12)
    """
    left, upper, right, lower = box
    return left - LETTERS * _WIDE, upper, right + LETTERS * _WIDE, lower


def is_free(box: Box, taken: Sequence[Box], size: tuple[float, float]) -> bool:
    """Say whether a box lies in a picture of a size and on no other box.

    >>> is_free((0, 0, 10, 10), [(9, 9, 20, 20)], (100, 100)), is_free((0, 0, 10, 10), [(11, 0, 20, 9)], (100, 100))
    (False, True)
    """
    left, upper, right, lower = box
    inside = left >= 0 and upper >= 0 and right <= size[0] and lower <= size[1]
    return inside and all(right <= a or left >= c or lower <= b or upper >= d for a, b, c, d in taken)


def ring(x: float, y: float, radius: float, text: str) -> Iterator[tuple[float, float]]:
    """Yield middles for a text beside a circle: above it first, below, at the right and left, within, and aslant."""
    left, upper, right, lower = box_of(text, 0, 0)
    up, across = radius + (lower - upper) / 2, radius + (right - left) / 2 + _GAP
    yield x, y - up
    yield x, y + up
    yield x + across, y
    yield x - across, y
    yield x, y
    for turn in (0.7, -0.7):
        yield x + turn * across, y - 0.7 * up
        yield x + turn * across, y + 0.7 * up


def first_free(
    text: str, middles: Iterator[tuple[float, float]], taken: Sequence[Box], size: tuple[float, float]
) -> Label | None:
    """Return a text at the first middle that is free, or None."""
    found = (Label(text, x, y, (0.0, 0.0), box_of(text, x, y)) for x, y in middles)
    return next((one for one in found if is_free(one.box, taken, size)), None)
