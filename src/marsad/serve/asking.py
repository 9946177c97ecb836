"""A question about incidents as an address has it: read from there, and written there again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated
from urllib.parse import quote_plus

from fastapi import Depends, Query

from marsad.explore import Question
from marsad.serve.days import day_typed
from marsad.serve.errors import Refusal
from marsad.store import Box

__all__ = ["Asked", "Asking", "asked"]

_Short = Annotated[str, Query(max_length=200)]
_Day = Annotated[str, Query(max_length=10)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The parts of a question by the names that they have in an address, as text; "" for what is not asked."""

    q: str = ""
    kind: str = ""
    area: str = ""
    actor: str = ""
    source: str = ""
    month: str = ""
    status: str = ""
    against: str = ""
    since: str = ""
    until: str = ""
    box: str = ""
    vague: str = ""

    @property
    def question(self) -> Question:
        """The question; raises Refusal for a day or a box that is none."""
        return Question(
            asked=self.q,
            kind=self.kind or None,
            area=self.area or None,
            actor=self.actor or None,
            source=self.source or None,
            month=_month(self.month),
            status=self.status or None,
            against=self.against or None,
            since=day_typed(self.since),
            until=day_typed(self.until),
            box=_box(self.box),
            vague=self.vague or None,
        )

    def given(self, **changed: str) -> dict[str, str]:
        """Return the parts that ask for something, some of them changed."""
        parts = {name: changed.get(name, getattr(self, name)) for name in Asked.__slots__}
        return {name: value for name, value in parts.items() if value}

    def address(self, path: str, **changed: str) -> str:
        """Return an address with this question, some of its parts changed: "" takes one out.

        What is no part of a question ("of") is added.
        """
        given = self.given(**changed)
        given |= {name: value for name, value in changed.items() if value and name not in Asked.__slots__}
        return f"{path}?{'&'.join(f'{name}={_written(value)}' for name, value in given.items())}" if given else path


async def asked(  # async, so that it takes no thread
    q: _Short = "",
    kind: _Short = "",
    area: _Short = "",
    actor: _Short = "",
    source: _Short = "",
    month: _Day = "",
    status: _Short = "",
    against: _Short = "",
    since: _Day = "",
    until: _Day = "",
    box: _Short = "",
    vague: _Short = "",
) -> Asked:
    """Return the question of an address."""
    return Asked(
        q=" ".join(q.split()), kind=kind, area=area, actor=actor, source=source, month=month, status=status,
        against=against, since=since, until=until, box=box, vague=vague,
    )  # fmt: skip


@lru_cache(5_000)
def _written(value: str) -> str:
    """Return a value as an address has it; a page of facets has hundreds, the same for everybody."""
    return quote_plus(value)


Asking = Annotated[Asked, Depends(asked)]


def _month(value: str) -> str | None:
    if value:
        day_typed(f"{value}-01")
    return value or None


def _box(value: str) -> Box | None:
    if not value:
        return None
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        raise Refusal(422) from None
    if not (-90 <= south <= north <= 90 and -1_000 <= west <= east <= 1_000):
        raise Refusal(422)
    return Box(west=west, south=south, east=east, north=north)
