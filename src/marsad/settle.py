"""What stays for good is put out of the collector's way, once the first report of many is coded."""

from __future__ import annotations

import gc
from functools import cache

__all__ = ["settle"]

_YOUNG = 20_000
"""Objects made before the young ones are looked through: a report makes thousands, and leaves none in circles."""


@cache
def settle() -> None:
    """Take word lists and places out of what the collector of garbage looks through, and call it more seldom; once.

    What coding makes is gone as soon as nothing holds it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
