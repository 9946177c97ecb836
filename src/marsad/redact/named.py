"""A name in a text, and the words that places and bodies hold."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Named", "Taken"]


@dataclass(frozen=True, slots=True)
class Taken:
    """Words that belong to places and to armed bodies and organisations, by what marsad reads of them."""

    places: frozenset[int] = frozenset()
    lone_places: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    lone_bodies: frozenset[int] = frozenset()
    great_places: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text. `kind` is None for a person in a public role; `rule` says what told the name.

    The kind is `sure` where words beside the name tell it, not those of other sentences or of another mention.
    """

    first: int
    stop: int
    names: tuple[str, ...]
    kind: str | None
    rule: str
    announced: bool
    sure: bool = True
