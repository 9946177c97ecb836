"""How many requests somebody may make: a bucket that fills up again while he waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from math import ceil

__all__ = ["Buckets"]

_MOST_KEPT = 10_000


class Buckets:
    """Buckets by name, each of so many requests a minute, all of which may come at once."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = a_minute, clock
        self._held: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def take(self, name: str) -> int:
        """Take one request out of a bucket; return 0, or after how many seconds there will be one."""
        with self._lock:
            now = self._clock()
            left, at = self._held.pop(name, (float(self._most), now))
            left = min(self._most, left + (now - at) * self._most / 60)
            if left >= 1:
                self._held[name] = (left - 1, now)
            else:
                self._held[name] = (left, now)
            while len(self._held) > _MOST_KEPT:
                del self._held[next(iter(self._held))]  # the one that was used least lately
            return 0 if left >= 1 else max(1, ceil((1 - left) * 60 / self._most))
