"""What commands say on standard error, where it does not mix with what they write."""

from __future__ import annotations

import sys

__all__ = ["not_read", "said"]

_SHOWN = 20


def said(line: str) -> None:
    """Say something on standard error."""
    print(line, file=sys.stderr)


def not_read(problem: object, number: int) -> None:
    """Name what could not be read, the `number`-th of a run: the first twenty as they come, of the rest that it is."""
    if number <= _SHOWN:
        said(f"not read: {problem}")
    elif number == _SHOWN + 1:
        said("not read: more of the same kind follow.")
