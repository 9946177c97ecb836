"""Tables of texts that are looked up where they lie: a short run reads the few rows it asks for, not all of them.

A dictionary of 50,000 words takes longer to fill than a report takes to code. So a table is kept as a block of bytes:
its keys, one after the other, and by a hash of each where it stands. Who asks for much is better off with the
dictionary: it is made once so much was asked that making it earlier would have cost no more.

>>> table = Table(packed({"قصف": 1.5, "غاره": 0.5}))
>>> table["قصف"], table.get("سلام"), len(table), "غاره" in table
(1.5, None, 2, True)
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

__all__ = ["Block", "Table", "Texts", "joined", "listed_texts", "mapped", "packed", "parted"]

V = TypeVar("V", str, float)

Block = bytes | memoryview
"""What a table is read from: made just now, or in a file that the system keeps."""

_PARTING = "\0"
_WIDTH = array("I").itemsize
_ASKED = 3
"""One look-up where a key lies takes about as long as to put three keys into a dictionary."""
_ROOM = 2
"""At least so many places for each key: where every second one is free, a look-up ends at the first or the next."""


def mapped(file: Path) -> memoryview:
    """Return what a file holds, which is read when it is looked at."""
    with file.open("rb") as opened:
        return memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))


def joined(parts: Sequence[Block]) -> bytes:
    """Return parts as one block, behind how many and how long they are."""
    return b"".join((array("I", [len(parts), *map(len, parts)]).tobytes(), *parts))


def parted(block: Block) -> list[memoryview]:
    """Return the parts of a block, raising ValueError where it is not whole."""
    whole = memoryview(block)
    try:
        (count,) = whole[:_WIDTH].cast("I")
        first = _WIDTH * (count + 1)
        lengths = whole[_WIDTH:first].cast("I").tolist()
    except TypeError:  # it ends in the middle of a number
        lengths = []
    if not lengths or first + sum(lengths) != len(whole):
        raise ValueError("The block is not whole.")
    starts = accumulate(lengths, initial=first)
    return [whole[start : start + length] for start, length in zip(starts, lengths, strict=False)]


def listed_texts(texts: Iterable[str]) -> bytes:
    """Return the block that `Texts` are read from; none of them holds the character that parts them."""
    written = [_written(text + _PARTING) for text in texts]
    starts = array("I", accumulate(map(len, written), initial=0))
    return joined([starts.tobytes(), b"".join(written)])


def _written(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class Texts(Sequence[str]):
    """Texts in their order, each read when it is asked for."""

    __slots__ = ("starts", "text")

    def __init__(self, block: Block) -> None:
        starts, self.text = parted(block)
        self.starts = starts.cast("I")

    def __getitem__(self, index: Any) -> Any:
        """Return the text of a number."""
        return str(self.text[self.starts[index] : self.starts[index + 1] - 1], "utf-8", "surrogatepass")

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.starts) - 1

    def __iter__(self) -> Iterator[str]:
        """Yield each of them."""
        return iter(str(self.text, "utf-8", "surrogatepass").split(_PARTING)[:-1])


def packed(pairs: Mapping[str, V]) -> bytes:
    """Return the block that a `Table` of these keys and values is read from; what many keys share is kept once."""
    size = 1
    while size < _ROOM * len(pairs):
        size *= 2
    places = array("I", [0]) * size
    for index, key in enumerate(pairs, 1):
        place = crc32(_written(key)) % size
        while places[place]:
            place = (place + 1) % size
        places[place] = index
    values = {value: number for number, value in enumerate(dict.fromkeys(pairs.values()))}
    numbers = array("I", [values[value] for value in pairs.values()])
    words = any(isinstance(value, str) for value in values)
    kept = listed_texts(map(str, values)) if words else array("d", map(float, values)).tobytes()
    return joined([places.tobytes(), listed_texts(pairs), numbers.tobytes(), b"s" if words else b"d", kept])


class Table(Mapping[str, V]):
    """Values by text, as `packed` put them together; `get` is the quick way to them at any time."""

    __slots__ = ("_keys", "_made", "_numbers", "_places", "_values", "get")

    def __init__(self, block: Block) -> None:
        places, keys, numbers, kind, values = parted(block)
        self._places, self._numbers = places.cast("I"), numbers.cast("I")
        self._keys = Texts(keys)
        self._values: Sequence[V] = Texts(values) if kind == b"s" else values.cast("d")  # type: ignore[assignment]
        self._made: dict[str, V] | None = None
        self.get: Callable[..., Any] = self._finder()

    def __getitem__(self, key: str) -> V:
        """Return the value of a key."""
        found: V | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        """Say whether there is such a key."""
        return self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield every key, in the order in which they were given."""
        return iter(self._all())

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._numbers)

    def _finder(self) -> Callable[..., Any]:
        """Return what finds the value of a key by its hash, until the dictionary is made."""
        places, starts, keys = self._places, self._keys.starts, self._keys.text
        last = len(places) - 1
        left = len(self) // _ASKED

        def find(key: str, default: V | None = None) -> V | None:
            nonlocal left
            left -= 1
            if left < 0:
                return self._all().get(key, default)
            written = key.encode("utf-8", "surrogatepass")
            place = crc32(written) & last
            while index := places[place]:
                if keys[starts[index - 1] : starts[index] - 1] == written:
                    return self._values[self._numbers[index - 1]]
                place = (place + 1) & last
            return default

        return find

    def _all(self) -> dict[str, V]:
        """Return the dictionary, which answers from now on."""
        if self._made is None:
            values = list(self._values)
            self._made = dict(zip(self._keys, map(values.__getitem__, self._numbers), strict=True))
            self.get = self._made.get
        return self._made
