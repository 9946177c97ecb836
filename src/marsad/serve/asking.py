"""A question about incidents as an address has it: read from there, and written there again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated
from urllib.parse import quote_plus

from fastapi import Depends, Query

from marsad.gazetteer import load
from marsad.serve.days import day_typed
from marsad.serve.errors import Refusal
from marsad.serve.incident_words import ATTRIBUTION
from marsad.serve.lookup import actor_typed
from marsad.serve.place_units import area_typed, named_as_stored, places_within
from marsad.serve.words import LABELS
from marsad.store import Box, Question
from marsad.store.columns import keepable

__all__ = ["OF_INCIDENTS", "Asked", "Asking", "address", "asked", "given", "written"]

_HERE = "here"

_Short = Annotated[str, Query(max_length=200)]
_Day = Annotated[str, Query(max_length=10)]


OF_INCIDENTS = (
    "q", "month", "against", "vague", "place", "sources", "credibility", "attribution", "contested",
    "differing",
)  # fmt: skip
"""The parts that can be asked of incidents only, not of the events that counts add up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The parts of a question by the names that they have in an address, as text; "" for what is not asked.

    `actor` is a code or a name, `place` a part of a name, `within` the id of a listed place.
    """

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
    place: str = ""
    within: str = ""
    sources: str = ""
    credibility: str = ""
    attribution: str = ""
    contested: str = ""
    differing: str = ""

    @property
    def question(self) -> Question:
        """The question; raises Refusal for a day or a box that is none."""
        return Question(
            asked=self.q,
            kind=self.kind or None,
            area=self.meant("area") or None,
            place=named_as_stored(load(), self.place.strip()) or None,
            places=places_within(load(), self.within) if self.within else None,
            actor=self.meant("actor") or None,
            against=self.against or None,
            source=self.source or None,
            sources=int(self.sources) if self.sources else None,
            month=_month(self.month),
            since=day_typed(self.since, "since"),
            until=day_typed(self.until, "until"),
            status=self.status or None,
            credibility=int(self.credibility) if self.credibility else None,
            attribution=self.attribution or None,
            contested=bool(self.contested),
            differing=bool(self.differing),
            box=_box(self.box),
            vague=self.vague or None,
        )

    @property
    def exchanged(self) -> bool:
        """Whether the last day lies before the first, so that nothing can be found."""
        since, until = day_typed(self.since, "since"), day_typed(self.until, "until")
        return since is not None and until is not None and until < since

    def meant(self, name: str) -> str:
        """Return what a part means: an actor by its code, a unit as areas call it; others as they were typed."""
        value: str = getattr(self, name)
        if name == "actor":
            return actor_typed(value)
        return area_typed(load(), value) if name == "area" else value

    def given(self, **changed: str) -> dict[str, str]:
        """Return the parts that ask for something, some of them changed."""
        return given(**{name: changed.get(name, getattr(self, name)) for name in Asked.__slots__})

    def parts(self, **changed: str) -> dict[str, str]:
        """Return the parts that ask for something, some of them changed: "" takes one out.

        What is no part of a question ("of") is added.
        """
        return self.given(**changed) | given(**changed)

    def address(self, path: str, **changed: str) -> str:
        """Return an address with this question, some of its parts changed as `parts` does."""
        return address(path, self.parts(**changed).items())

    def around(self, path: str, *names: str, **changed: str) -> list[str]:
        """Return an address as `address` does, parted where the values of some parts go, in the order they have there.

        Hundreds of links that differ in one value are written from it.
        """
        rest, found = self.address(path, **changed, **dict.fromkeys(names, _HERE)), []
        for name in names:
            before, _, rest = rest.partition(f"{name}={_HERE}")  # a value holds no sign of equality as it is
            found.append(f"{before}{name}=")
        return [*found, rest]


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
    place: _Short = "",
    within: _Short = "",
    sources: _Short = "",
    credibility: _Short = "",
    attribution: _Short = "",
    contested: _Short = "",
    differing: _Short = "",
) -> Asked:
    """Return the question of an address; raises Refusal for what no form of ours sends."""
    right = {
        "sources": _is_figure(sources), "credibility": _is_figure(credibility),
        "kind": (kind or "Other") in LABELS["sub_event_type"], "attribution": (attribution or "none") in ATTRIBUTION,
    }  # fmt: skip
    wrong = [name for name, is_right in right.items() if not is_right]
    if wrong:
        raise Refusal(422, fields=wrong)
    day_typed(since, "since"), day_typed(until, "until")
    return Asked(
        q=" ".join(q.split()), kind=kind, area=keepable(area), actor=keepable(actor), source=keepable(source),
        month=month, status=keepable(status), against=keepable(against), since=since, until=until, box=box,
        vague=keepable(vague), place=keepable(place), within=keepable(within), sources=sources,
        credibility=credibility, attribution=attribution, contested=contested, differing=differing,
    )  # fmt: skip


def _is_figure(value: str) -> bool:
    return not value or (value.isascii() and value.isdigit() and len(value) < 6)


def given(**parts: str) -> dict[str, str]:
    """Return the parts that ask for something: those that are not ""."""
    return {name: value for name, value in parts.items() if value}


def address(path: str, parts: Iterable[tuple[str, str]]) -> str:
    """Return an address that asks for parts, in their order; one without a value is asked for, too."""
    asked_for = "&".join(f"{name}={written(value)}" for name, value in parts)
    return f"{path}?{asked_for}" if asked_for else path


@lru_cache(5_000)
def written(value: str) -> str:
    """Return a value as an address has it; a page of facets has hundreds, the same for everybody."""
    return quote_plus(value)


Asking = Annotated[Asked, Depends(asked)]


def _month(value: str) -> str | None:
    if value:
        day_typed(f"{value}-01", "month")
    return value or None


def _box(value: str) -> Box | None:
    if not value:
        return None
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        raise Refusal(422, fields=("box",)) from None
    if not (-90 <= south <= north <= 90 and -1_000 <= west <= east <= 1_000):
        raise Refusal(422, fields=("box",))
    return Box(west=west, south=south, east=east, north=north)
