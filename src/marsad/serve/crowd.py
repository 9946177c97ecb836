"""How many wait for pages in each process of a workbench, where every process can look."""

from __future__ import annotations

from mmap import mmap
from pathlib import Path
from struct import pack

from filelock import FileLock, Timeout

__all__ = ["Crowd", "room_for"]

_MANY = 8
"""Where no more than so many wait, all of them stay: nobody waits for long."""

_EVERY = 2
"""One of so many answers may send its browser away: those sent before are only seen elsewhere when they ask again."""

_NOBODY = -1


def room_for(folder: Path, workers: int) -> None:
    """Make what so many processes share, and those that take their places while they end."""
    (folder / "waiting").write_bytes(pack("i", _NOBODY) * 2 * workers)


class Crowd:
    """One process among those that share a folder of `room_for`; its place is free again when it ends, however it ends.

    A browser keeps its connection, and with it the process that made its first page. So where more wait than
    elsewhere, some answers end their connections: who asks anew is taken by whichever process has time.
    """

    def __init__(self, folder: Path) -> None:
        with (folder / "waiting").open("r+b") as file:
            self._numbers = memoryview(mmap(file.fileno(), 0)).cast("i")
        self._answers = 0
        self._place, self._lock = self._taken(folder)
        self.wait(0)

    def _taken(self, folder: Path) -> tuple[int, FileLock]:
        """Take the first place that no living process has; the lock is let go of when this one ends."""
        for place in range(len(self._numbers)):
            lock = FileLock(folder / f"{place}.lock")
            try:
                lock.acquire(timeout=0)
            except Timeout:
                continue
            return place, lock
        raise RuntimeError("More processes share the folder than it was made for.")

    def wait(self, number: int) -> None:
        """Let the others know how many wait here."""
        self._numbers[self._place] = number

    def leaves(self) -> bool:
        """Say whether the browser that is answered now should ask elsewhere the next time."""
        here = self._numbers[self._place]
        if here <= _MANY:
            return False
        elsewhere = [number for place, number in enumerate(self._numbers) if place != self._place and number >= 0]
        if not elsewhere or here - min(elsewhere) < 2:
            return False
        self._answers += 1
        return self._answers % _EVERY == 0
