"""Sets of incidents as whole numbers: bit n stands for the incident in slot n.

Counting one set within another takes microseconds, whatever database holds the incidents.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress

__all__ = ["Places", "Told", "bytes_of", "flags", "mask_of", "slots_of", "union"]

_FLAGS = bytes.maketrans(b"01", b"\x00\x01")
_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_FEW = 100
_SPARSE = 4_000
_OFTEN = 64
"""What stands in one of so many slots is kept as a set once it was asked for: others would be mostly empty."""

_HELD = re.compile(rb"[^\0]")
_BITS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def flags(mask: int) -> bytes:
    """Return a byte for each slot, 1 for those in the set.

    >>> list(flags(0b1101))
    [1, 0, 1, 1]
    """
    return f"{mask:b}".encode().translate(_FLAGS)[::-1]


def slots_of(mask: int) -> list[int]:
    """Return the slots in a set, ascending.

    >>> slots_of(0b1101)
    [0, 2, 3]
    """
    held = mask.to_bytes(mask.bit_length() // 8 + 1, "little")
    if mask.bit_count() < _SPARSE:  # looked for in C, most of it is nothing
        return [8 * at + bit for at in (one.start() for one in _HELD.finditer(held)) for bit in _BITS[held[at]]]
    return [8 * at + bit for at in compress(range(len(held)), held) for bit in _BITS[held[at]]]


def mask_of(slots: Iterable[int], size: int) -> int:
    """Return the set of slots, all of them below `size`.

    >>> bin(mask_of([0, 2, 3], 4))
    '0b1101'
    """
    some = slots if isinstance(slots, list | array) else list(slots)
    if len(some) < _SPARSE:
        found = bytearray(size // 8 + 1)
        for slot in some:
            found[slot >> 3] |= 1 << (slot & 7)
        return int.from_bytes(found, "little")
    held = bytearray(size)
    for slot in some:
        held[slot] = 1
    return int(held.translate(_DIGITS)[::-1], 2)


def bytes_of(mask: int, size: int) -> bytes:
    """Return a set as bytes that `Places.count` looks single slots up in."""
    return mask.to_bytes(size // 8 + 1, "little")


class Places:
    """The slots in which one value stands: as they came, and as a set once it was asked for."""

    __slots__ = ("_mask", "slots")

    def __init__(self) -> None:
        self.slots = array("I")
        self._mask: int | None = None

    def extend(self, some: Sequence[array[int]]) -> None:
        """Note more slots, all greater than those before, and ascending in each part."""
        first = len(self.slots)
        for slots in some:
            self.slots.extend(slots)
        if len(some) > 1:
            self.slots[first:] = array("I", sorted(self.slots[first:]))
        if self._mask is not None:
            self._mask |= mask_of(self.slots[first:], self.slots[-1] + 1)

    @property
    def mask(self) -> int:
        """The set."""
        if self._mask is None:
            self._mask = mask_of(self.slots, self.slots[-1] + 1) if self.slots else 0
        return self._mask

    def count(self, mask: int, looked_up: bytes) -> int:
        """Return how many of the slots are in a set, given as a number and as `bytes_of` it."""
        if len(self.slots) > _FEW:
            return (self.mask & mask).bit_count()
        return sum(looked_up[slot >> 3] >> (slot & 7) & 1 for slot in self.slots)


def union(some: Iterable[Places], size: int) -> int:
    """Return the set of the slots in any of some places, all of them below `size`."""
    found, slots = 0, array("I")
    for places in some:
        if len(places.slots) > size // _OFTEN:
            found |= places.mask
        else:
            slots.extend(places.slots)
    return found | mask_of(slots, size)


class Told:
    """What each slot tells of one thing: a number that stands for all its values together."""

    __slots__ = ("_numbers", "_of", "_values")

    def __init__(self) -> None:
        self._of = array("I")
        self._values: list[tuple[str, ...]] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def extend(self, values: Sequence[tuple[str, ...]], numbers: Iterable[int]) -> None:
        """Note the values of the next slots, given by their numbers in a list of all values."""
        ours = []
        for one in values:
            number = self._numbers.setdefault(one, len(self._values))
            if number == len(self._values):
                self._values.append(one)
            ours.append(number)
        self._of.extend(map(ours.__getitem__, numbers))

    def counted(self, slots: Iterable[int]) -> Counter[str]:
        """Return how many of some slots have each value."""
        found: Counter[str] = Counter()
        for number, count in Counter(map(self._of.__getitem__, slots)).items():
            for value in self._values[number]:
                found[value] += count
        return found
