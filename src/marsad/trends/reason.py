"""Why something is as it is, in English, and so put that pages can tell it in their language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Self

__all__ = ["Reason"]

Told = int | str | date | tuple[str, ...]


class Reason(str):
    """A sentence in English; `sentence` has places for `values`, of which several names come as one.

    >>> Reason("It rests on %(sources)s.", sources=("A", "B"))
    'It rests on A and on B.'
    """

    __slots__ = ("sentence", "values")
    sentence: str
    values: Mapping[str, Told]

    def __new__(cls, sentence: str, **values: Told) -> Self:
        """Put the values in."""
        told = {name: " and on ".join(value) if isinstance(value, tuple) else value for name, value in values.items()}
        made = super().__new__(cls, sentence % told if told else sentence)
        made.sentence, made.values = sentence, values
        return made
