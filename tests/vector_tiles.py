"""Mapbox vector tiles taken apart as far as the tests look into them: features with values and a first point."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["Feature", "read_tile"]


class Feature(NamedTuple):
    """A feature; `kind` is 1 for points and 3 for polygons, `x` and `y` its first corner in units of the tile."""

    layer: str
    kind: int
    x: int
    y: int
    values: dict[str, Any]


def read_tile(content: bytes) -> list[Feature]:
    """Return the features of all layers."""
    return [feature for number, layer in _fields(content) if number == 3 for feature in _features(layer)]


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = content[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def _fields(content: bytes) -> Iterator[tuple[int, Any]]:
    """Yield number and content of each field of a message: an integer, or bytes."""
    at = 0
    while at < len(content):
        key, at = _varint(content, at)
        if key & 7 == 0:
            value, at = _varint(content, at)
            yield key >> 3, value
            continue
        size, at = (8, at) if key & 7 == 1 else (4, at) if key & 7 == 5 else _varint(content, at)
        yield key >> 3, content[at : at + size]
        at += size


def _value(content: bytes) -> Any:
    ((number, value),) = _fields(content)
    return struct.unpack("<d", value)[0] if number == 3 else value.decode() if number == 1 else value


def _unpacked(content: bytes) -> list[int]:
    found, at = [], 0
    while at < len(content):
        value, at = _varint(content, at)
        found.append(value)
    return found


def _signed(value: int) -> int:
    return (value >> 1) ^ -(value & 1)


def _features(layer: bytes) -> Iterator[Feature]:
    fields = list(_fields(layer))
    (name,) = (value.decode() for number, value in fields if number == 1)
    keys = [value.decode() for number, value in fields if number == 3]
    values = [_value(value) for number, value in fields if number == 4]
    for told in (dict(_fields(value)) for number, value in fields if number == 2):
        tags = _unpacked(told.get(2, b""))
        shape = _unpacked(told[4])
        pairs = zip(tags[::2], tags[1::2], strict=True)
        yield Feature(
            name, told[3], _signed(shape[1]), _signed(shape[2]), {keys[key]: values[value] for key, value in pairs}
        )
