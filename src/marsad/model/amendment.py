"""A change to one entry of the words, actors or places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Amendment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """An entry of one's own; `kind` is "actors", "places" or a folder of word lists ("triggers").

    `act` is "set" (`value` is what a file would say of it), "retire" (it is read no more) or "drop" (what is shipped
    counts again). `why` is where it is known from, or the reason.
    """

    kind: str
    entry_id: str
    act: Literal["set", "retire", "drop"] = "set"
    value: dict[str, Any] | None = None
    why: str
