"""The collector of garbage, kept from looking again and again through what stays for good."""

from __future__ import annotations

import gc
from functools import cache

__all__ = ["leave", "pass_over", "put_off", "resume", "settle"]

_YOUNG = 20_000
"""Objects made before the young ones are looked through: a report makes thousands, and leaves none in circles."""


@cache
def settle() -> None:
    """Take word lists and places out of what the collector of garbage looks through, and call it more seldom; once.

    What coding makes is gone as soon as nothing holds it.
    """
    pass_over()


def pass_over() -> None:
    """Take all there is now out of what the collector looks through, and call it more seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
    gc.enable()


def put_off() -> None:
    """Let the collector rest until `settle` or `resume`: who loads code or word lists makes many objects that stay."""
    gc.disable()


def resume() -> None:
    """Let the collector work again."""
    gc.enable()


def leave() -> None:
    """Let the collector pass over all there is at the end of a program: the system frees it in one go."""
    gc.freeze()
