"""Why something is as it is, in English, and so put that pages can tell it in their language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Self, TypeAlias

__all__ = ["Names", "Reason", "Told"]


class Names(tuple[str, ...]):
    """Names that stand one after another, parted by commas."""

    __slots__ = ()


Told: TypeAlias = "int | float | str | date | tuple[str, ...] | tuple[Reason, ...]"


class Reason(str):
    """A sentence in English; `sentence` has places for `values`, of which several names come as one.

    A value may be a Reason itself, or several. Where the words go by how many there are, `more` has them for more than
    one, and `values` has the `number`.

    >>> Reason("It rests on %(sources)s.", sources=("A", "B"))
    'It rests on A and on B.'
    """

    __slots__ = ("more", "sentence", "values")
    sentence: str
    more: str
    values: Mapping[str, Told]

    def __new__(cls, sentence: str, **values: Told) -> Self:
        """Put the values in."""
        return cls._made(sentence, "", values)

    @classmethod
    def counted(cls, one: str, more: str, *, number: int, **values: Told) -> Self:
        """Return a reason whose words go by a number.

        >>> Reason.counted("%(number)s source told it.", "%(number)s sources told it.", number=1200)
        '1,200 sources told it.'
        """
        return cls._made(one, more, {"number": number, **values})

    @classmethod
    def _made(cls, sentence: str, more: str, values: Mapping[str, Told]) -> Self:
        told = {name: _told(value) for name, value in values.items()}
        words = more if more and values["number"] != 1 else sentence
        made = super().__new__(cls, words % told if told else words)
        made.sentence, made.more, made.values = sentence, more, values
        return made


def _told(value: Told) -> str:
    """Return a value in English: ratios with two digits, thousands parted."""
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Names):
        return ", ".join(value)
    if isinstance(value, tuple):
        return ("; " if isinstance(value[0], Reason) else " and on ").join(value)
    return str(value)
