"""Hot spots: where the last weeks have more than the place and the time by themselves let expect.

The space-time permutation scan of Kulldorff, Heffernan, Hartman, Assunção and Mostashari (2005), which needs no
population: cylinders of every circle around a place and of the last weeks; what is expected in one is the share of its
circle times the share of its weeks. How surprising the best one is, the same search over shuffled weeks tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marsad.errors import MissingPackageError

__all__ = ["HotSpot", "Spot", "hot_spots"]

_SHUFFLES = 499
_SEED = 20240320
_LARGEST = 0.5
_MOST_PLACES = 400
_EARTH = 6371.0
_SURE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An incident: its id, where it was, and the number of its week."""

    key: str
    latitude: float
    longitude: float
    week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HotSpot:
    """A circle in which the last `weeks` have more than expected; `chance` is how often shuffled weeks show as much."""

    latitude: float
    longitude: float
    radius_km: float
    weeks: int
    number: int
    expected: float
    chance: float
    keys: tuple[str, ...]


def hot_spots(spots: Sequence[Spot], *, weeks: int, recent: int, shuffles: int = _SHUFFLES) -> tuple[HotSpot, ...]:
    """Return the hot spots of the last one to `recent` of some weeks that chance gives in at most one case of twenty.

    They do not overlap; the most surprising comes first. The same incidents give the same answer. Raises SettingsError
    without numpy.
    """
    try:
        import numpy as np
    except ImportError:
        raise MissingPackageError("A hot spot", package="numpy", extra="trends") from None
    if len(spots) < 2 or weeks <= recent:
        return ()
    spots = sorted(spots, key=lambda one: one.key)  # whoever reads them, in whatever order
    degrees = _coarse(spots)
    where: dict[tuple[float, float], int] = {}
    for spot in spots:
        where.setdefault(_rounded(spot, degrees), len(where))
    place = np.array([where[_rounded(spot, degrees)] for spot in spots])
    week = np.array([spot.week for spot in spots])
    if len(where) < 2:
        return ()
    nearest, kilometres = _neighbours(np.array(list(where)))
    circles = np.cumsum(np.bincount(place, minlength=len(where))[nearest], axis=1)
    worth, found, expected = _surprise(place, week, nearest, circles, weeks=weeks, recent=recent)
    chance = np.random.default_rng(_SEED)
    shuffled = np.empty(shuffles)
    for number in range(shuffles):
        anew, _, _ = _surprise(place, chance.permutation(week), nearest, circles, weeks=weeks, recent=recent)
        shuffled[number] = anew.max()
    spotted: list[HotSpot] = []
    taken: set[int] = set()
    for flat in np.argsort(-worth, axis=None, kind="stable"):
        length, centre, reach = (int(part) for part in np.unravel_index(flat, worth.shape))
        rarity = (1 + int((shuffled >= worth[length, centre, reach]).sum())) / (1 + shuffles)
        if rarity > _SURE or worth[length, centre, reach] <= 0:
            break
        members = {int(one) for one in nearest[centre, : reach + 1]}
        if members & taken:
            continue
        taken |= members
        late = [number for number in range(len(spots)) if int(place[number]) in members]
        keys = sorted(spots[number].key for number in late if spots[number].week >= weeks - length - 1)
        latitude, longitude = list(where)[centre]
        spotted.append(
            HotSpot(
                latitude=latitude, longitude=longitude, radius_km=round(float(kilometres[centre, reach]), 1),
                weeks=length + 1, number=int(found[length, centre, reach]),
                expected=round(float(expected[length, centre, reach]), 1), chance=rarity, keys=tuple(keys),
            )
        )  # fmt: skip
    return tuple(spotted)


def _surprise(place: Any, week: Any, nearest: Any, circles: Any, *, weeks: int, recent: int) -> tuple[Any, Any, Any]:
    """Return for each cylinder the log likelihood ratio, what was found in it and what was expected.

    A cylinder is (how many of the last weeks less one, the place in its middle, how many of the nearest it reaches);
    `place` and `week` are those of each incident, `circles` how many incidents lie in each circle at any time. A circle
    that holds more than half of all is not looked at.
    """
    import numpy as np

    total, places = len(place), len(nearest)
    late = [week >= weeks - length for length in range(1, recent + 1)]
    found = np.array([np.cumsum(np.bincount(place[one], minlength=places)[nearest], axis=1) for one in late], float)
    expected = np.array([one.sum() for one in late], float)[:, None, None] * circles[None] / total
    with np.errstate(divide="ignore", invalid="ignore"):
        worth = found * np.log(found / expected)
        rest = (total - found) * np.log((total - found) / (total - expected))
        worth = np.where(found < total, worth + rest, worth)
    looked_at = (found > expected) & (circles <= _LARGEST * total)[None]
    return np.where(looked_at, worth, 0.0), found, expected


def _rounded(spot: Spot, degrees: int) -> tuple[float, float]:
    return round(spot.latitude, degrees), round(spot.longitude, degrees)


def _coarse(spots: Sequence[Spot]) -> int:
    """Return to how many decimals places are told apart: as many as leave few enough of them."""
    return next((digits for digits in (3, 2, 1) if len({_rounded(one, digits) for one in spots}) <= _MOST_PLACES), 0)


def _neighbours(points: Any) -> tuple[Any, Any]:
    """Return for each point all points, the nearest first, and how far they are in kilometres."""
    import numpy as np

    north, east = np.radians(points).T
    half = np.sin((north[:, None] - north) / 2) ** 2
    half += np.cos(north[:, None]) * np.cos(north) * np.sin((east[:, None] - east) / 2) ** 2
    kilometres = 2 * _EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    order = np.argsort(kilometres, axis=1, kind="stable")
    return order, np.take_along_axis(kilometres, order, axis=1)
