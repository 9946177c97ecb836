"""Records as JSON Lines."""

from __future__ import annotations

import json
from typing import IO, Any

__all__ = ["JsonlWriter", "to_line"]


def to_line(record: dict[str, Any]) -> bytes:
    """Return a record as one line of UTF-8.

    Half of a broken emoji, which UTF-8 cannot hold, is written as the JSON escape that it came from.
    """
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


class JsonlWriter:
    """Writes one record a line; every line is whole however the run ends."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, record: dict[str, Any]) -> None:
        """Add the record of one report."""
        self.write_line(to_line(record))

    def write_line(self, line: bytes) -> None:
        """Add a record that is a line already."""
        self._stream.write(line)

    def close(self) -> None:
        """Hand everything on to the stream."""
        self._stream.flush()
