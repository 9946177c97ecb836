"""How many there are at the least, where all sources tell some incidents more readily than others (Chao 1989)."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log, sqrt

__all__ = ["at_least"]

_Z = 1.959964


def at_least(seen: Mapping[tuple[bool, ...], int]) -> float:
    """Return the lower end of a 95 % interval of Chao's lower bound, from how many incidents are on which lists.

    What is on one list only, and on two, tells how many are on none at the least, however unevenly incidents are told;
    the lists may tell different shares of them. They must not avoid each other.

    >>> round(at_least({(True, False): 40, (False, True): 30, (True, True): 20}), 1)
    120.9
    """
    number = sum(seen.values())
    single: dict[int, int] = {}
    for cell, count in seen.items():
        if sum(cell) == 1:
            single[cell.index(True)] = count
    once = sum(single.values())
    twice = sum(count for cell, count in seen.items() if sum(cell) == 2)
    unseen = (once**2 - sum(count**2 for count in single.values())) / (2 * (twice + 1))
    if not unseen:
        return float(number)
    variance = sum(count * ((once - count) / (twice + 1)) ** 2 for count in single.values())
    variance += twice * (unseen / (twice + 1)) ** 2
    return number + unseen / exp(_Z * sqrt(log(1 + variance / unseen**2)))
