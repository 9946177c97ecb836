"""How much a site may send, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one fetch, redirects included. Sizes are in bytes, times in seconds.

    `ratio` is how many bytes one byte may unpack into, once more than `ratio_from` have come out.
    """

    size: int = 32 * _MIB
    unpacked: int = 64 * _MIB
    ratio: int = 200
    ratio_from: int = _MIB
    header_size: int = 64 * 1024
    header_count: int = 200
    url_length: int = 8192
    redirects: int = 5
    connect_time: float = 10.0
    read_time: float = 20.0
    total_time: float = 60.0
    ports: frozenset[int] = frozenset({80, 443, 8000, 8080, 8443})
