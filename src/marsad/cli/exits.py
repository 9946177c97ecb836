"""What the exit status of marsad says."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Exit"]


class Exit(IntEnum):
    """Exit statuses, settled: a script may rely on them."""

    OK = 0
    """Everything was read and coded."""
    SOME_UNREAD = 1
    """Some inputs could not be read or coded; the others were."""
    USAGE = 2
    """The command was called wrongly, or an option has no usable value."""
    NOTHING_CODED = 3
    """Not one report could be read."""
    RESOURCES = 4
    """A word list, actor table or gazetteer file breaks its rules."""
    DAMAGED = 5
    """An archive, something in it, or the log of a store, is not what it was."""
    STORE = 6
    """A store cannot be opened, read or written."""
    INTERRUPTED = 130
    """Stopped with Ctrl-C; what was written is whole up to the last line."""
