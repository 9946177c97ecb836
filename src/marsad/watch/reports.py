"""The file of reports: each written once, whatever happens in the middle of a line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from marsad.watch.state import OutState, Record, ReportState, State

__all__ = ["ReportsFile"]


class ReportsFile:
    """A file of JSON Lines that only grows.

    What a kill left without its end is taken off when the file is opened, and reports that were written but not yet
    noted in the state are noted then; so a report is written once, and once only.
    """

    def __init__(self, path: Path, state: State) -> None:
        self._state = state
        self._name = str(path.resolve())
        path.parent.mkdir(parents=True, exist_ok=True)
        self._stream = path.open("a+b")
        self._mend(path)

    def _mend(self, path: Path) -> None:
        noted = self._state.written.get(self._name, 0)
        size = path.stat().st_size
        with path.open("rb") as stream:
            stream.seek(noted if noted <= size else 0)
            found: list[Record] = []
            at = stream.tell()
            for line in stream:
                if not line.endswith(b"\n"):
                    break
                at += len(line)
                if (key := _id(line)) and key not in self._state.reports:
                    found.append(ReportState(key=key))
        if at < size:
            self._stream.truncate(at)
        if found:
            self._state.save([*found, OutState(key=self._name, size=at)])

    def add(self, lines: Iterable[tuple[str, bytes]]) -> list[Record]:
        """Write the reports that were not written before, on the disk when this returns; return what to note."""
        new: dict[str, bytes] = {}
        for key, line in lines:
            if key not in self._state.reports:
                new.setdefault(key, line)
        if not new:
            return []
        self._stream.write(b"".join(new.values()))
        self._stream.flush()
        os.fsync(self._stream.fileno())
        return [*(ReportState(key=key) for key in new), OutState(key=self._name, size=self._stream.tell())]

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()


def _id(line: bytes) -> str | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None
