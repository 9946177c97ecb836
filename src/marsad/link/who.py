"""Sides of two codings compared: by code, by kin, by how vague they are, and whether they are swapped."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from marsad.arabic.letters import fold
from marsad.model.who import is_coded_by_name

__all__ = ["KIN", "compare_sides", "side_relation"]

Side = tuple[str, ...]

KIN: tuple[frozenset[str], ...] = (
    frozenset({"sdf", "asayish", "pkk"}),
    frozenset({"sdf", "coalition"}),
    frozenset({"coalition", "usa"}),
    frozenset({"syr-regime", "regime-militia", "russia"}),
    frozenset({"iran", "iran-gov", "iran-militias", "hezbollah", "pmf"}),
    frozenset({"syr-regime", "regime-militia", "iran-militias", "hezbollah"}),
    frozenset({"regime-remnants", "regime-militia"}),
    frozenset({"hts", "jihadi-other", "opp"}),
    frozenset({"is", "jihadi-other"}),
    frozenset({"sna", "opp", "turkey"}),
    frozenset({"opp", "local-daraa"}),
    frozenset({"syr-gov", "hts", "local-daraa"}),
    frozenset({"syr-gov", "tribal", "sna"}),
    frozenset({"tribal", "criminal"}),
    frozenset({"iraq", "pmf"}),
    frozenset({"hamas", "pij"}),
    frozenset({"yemen-gov", "stc", "saudi-coalition", "ksa", "uae"}),
    frozenset({"civilians", "protesters", "journalists", "aid-workers", "health-workers", "officials", "prisoners"}),
)
"""Actors that reports take for one another: forces and their units, allies in one operation, people without arms."""

_OPEN = frozenset({"unidentified", "criminal"})
_RANK = {"same": 4, "shared": 3, "kin": 2, "open": 1, "silent": 1, "differ": 0}


def _codes(side: Side) -> frozenset[str]:
    return frozenset(fold(code) if is_coded_by_name(code) else code for code in side)


@lru_cache(maxsize=100_000)
def side_relation(left: Side, right: Side) -> str:
    """Return "same", "shared" (a code in common), "kin", "open" (one is unknown), "silent" (both are) or "differ".

    >>> side_relation(("sdf",), ("asayish",)), side_relation(("unidentified",), ("is",)), side_relation((), ())
    ('kin', 'open', 'silent')
    """
    ours, theirs = _codes(left), _codes(right)
    if not ours and not theirs:
        return "silent"
    if ours == theirs:
        return "open" if ours <= _OPEN else "same"
    if ours & theirs - _OPEN:
        return "shared"
    if any(one in group and other in group for group in KIN for one, other in product(ours, theirs)):
        return "kin"
    if not ours or not theirs or ours & _OPEN or theirs & _OPEN:
        return "open"
    return "differ"


def compare_sides(left: tuple[Side, Side], right: tuple[Side, Side]) -> tuple[str, ...]:
    """Return the features of (side1, side2) against (side1, side2); swapped where that fits better."""
    straight = side_relation(left[0], right[0]), side_relation(left[1], right[1])
    crossed = side_relation(left[0], right[1]), side_relation(left[1], right[0])
    if min(_RANK[crossed[0]], _RANK[crossed[1]]) >= 1 and _worth(crossed) > _worth(straight) + 1:
        return ("sides: swapped", *(f"side: {each}" for each in crossed))
    return f"side1: {straight[0]}", f"side2: {straight[1]}"


def _worth(pair: tuple[str, str]) -> int:
    return _RANK[pair[0]] + _RANK[pair[1]]
