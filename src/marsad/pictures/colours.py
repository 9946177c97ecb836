"""Colours that people tell apart who see few colours: Okabe and Ito's eight, and viridis for amounts."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import TypedDict

from marsad.pictures.frame import whole_ticks

__all__ = ["BLACK", "BLUE", "GREY", "ORANGE", "SKY", "VERMILLION", "Scale", "amounts", "dark_from", "marks"]

BLACK, BLUE, SKY, ORANGE, VERMILLION = "#000000", "#0072B2", "#56B4E9", "#E69F00", "#D55E00"
GREY = "#ededed"


_FAR = 30
"""So many times the middle amount, and the largest would leave all others one colour."""
_DARK = 0.55
"""From this share of the scale on a colour is dark: what is written on it is white."""


class Scale(TypedDict):
    """A scale of Vega-Lite for amounts."""

    type: str
    scheme: str
    reverse: bool
    domain: list[int]


def amounts(told: Iterable[int]) -> Scale:
    """Return the scale for amounts from 1 to the largest: the more, the darker; of very uneven ones by their ratio."""
    some = [amount for amount in told if amount > 0] or [1]
    most = max(*some, 2)
    uneven = most > _FAR * median(some)
    return {"type": "log" if uneven else "linear", "scheme": "viridis", "reverse": True, "domain": [1, most]}


def dark_from(scale: Scale) -> float:
    """Return the amount from which on a scale is dark.

    >>> round(dark_from(amounts([1, 2, 10]))), round(dark_from(amounts([1, 2, 100_000])))
    (6, 562)
    """
    most = scale["domain"][1]
    return float(most**_DARK) if scale["type"] == "log" else _DARK * most


def marks(scale: Scale) -> list[int]:
    """Return the amounts that stand beside a scale: whole numbers, powers of ten where it is one of ratios.

    >>> marks(amounts([1, 2, 3])), marks(amounts([1, 2, 1_000]))
    ([1, 2, 3], [1, 10, 100, 1000])
    """
    most = scale["domain"][1]
    if scale["type"] == "log":
        return [10**power for power in range(len(str(most)))]
    return sorted({max(tick, 1) for tick in whole_ticks(most) if tick <= most})
