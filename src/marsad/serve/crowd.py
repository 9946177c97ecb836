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
    (folder / "loading").write_bytes(pack("i", 0) * 2 * workers)


def _shared(file: Path) -> memoryview:
    with file.open("r+b") as opened:
        return memoryview(mmap(opened.fileno(), 0)).cast("i")


class Crowd:
    """One process among those that share a folder of `room_for`; its place is free again when it ends, however it ends.

    A browser keeps its connection, and with it the process that made its first page. So where more wait than
    elsewhere, some answers end their connections: who asks anew is taken by whichever process has time.
    """

    def __init__(self, folder: Path) -> None:
        self._numbers, self._loading = _shared(folder / "waiting"), _shared(folder / "loading")
        self._answers = 0
        self._place, self._lock = self._taken(folder)
        self._loading[self._place] = 1
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

    def note_ready(self) -> None:
        """Let the others know that this process has read what it answers from."""
        self._loading[self._place] = 0

    def ready(self) -> bool:
        """Say whether no process is reading that still: nobody waits for it, whoever answers him."""
        return not any(self._loading)

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
