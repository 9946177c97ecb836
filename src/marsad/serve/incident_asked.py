"""What a list of incidents is narrowed by, as an address carries it and as the store is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query

from marsad.arabic.letters import fold
from marsad.gazetteer import load
from marsad.serve.days import day_typed
from marsad.serve.errors import Refusal
from marsad.serve.incident_words import ATTRIBUTION
from marsad.serve.lookup import find_actors, find_places
from marsad.serve.words import LABELS, Words
from marsad.store.incident_list import IncidentFilters

__all__ = ["Asked", "Asking", "asked"]

_Short = Annotated[str, Query(max_length=200)]
_UNITS = ("country", "admin1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody typed, "" for nothing; `actor` is a code or a name, `place` a part of a name."""

    since: str = ""
    until: str = ""
    place: str = ""
    actor: str = ""
    kind: str = ""
    sources: str = ""
    credibility: str = ""
    attribution: str = ""
    contested: str = ""

    @property
    def filters(self) -> IncidentFilters:
        """What the store is asked."""
        return IncidentFilters(
            since=day_typed(self.since),
            until=day_typed(self.until),
            place=_place(self.place.strip()) or None,
            actor=self.actor_code or None,
            kind=self.kind or None,
            sources=int(self.sources) if self.sources else None,
            credibility=int(self.credibility) if self.credibility else None,
            attribution=self.attribution or None,
            contested=bool(self.contested),
        )

    @property
    def actor_code(self) -> str:
        """The code of the actor meant: the best that is called so; what was typed where none is."""
        typed = self.actor.strip()
        found = find_actors(typed) if typed else []
        return next((one.code for one in found if one.code == typed), found[0].code if found else typed)

    def actor_name(self, words: Words) -> str:
        """Return the name of the actor meant."""
        return words.actor(self.actor_code) if self.actor.strip() else ""

    def query(self, **more: str) -> str:
        """Return the part of an address that asks for the same, with other values added."""
        own = {name: getattr(self, name) for name in self.__slots__}
        return urlencode({name: value for name, value in (own | more).items() if value})


def _place(typed: str) -> str:
    """Return what the store knows a unit or a country by, where one is called so; else what was typed."""
    for place in find_places(load(), typed) if typed else ():
        names = {fold(place.name_ar), (place.name_en or "").casefold()}
        if place.feature in _UNITS and names & {fold(typed), typed.casefold()}:
            if place.feature == "country":
                return place.country
            return (place.admin1 if place.country == "SY" else place.admin1_name) or typed
    return typed


async def asked(  # async, so that it takes no thread
    since: _Short = "",
    until: _Short = "",
    place: _Short = "",
    actor: _Short = "",
    kind: _Short = "",
    sources: _Short = "",
    credibility: _Short = "",
    attribution: _Short = "",
    contested: _Short = "",
) -> Asked:
    """Read what an address asks for; raises Refusal for what no form of ours sends."""
    figures = all(not value or (value.isascii() and value.isdigit() and len(value) < 6)
                  for value in (sources, credibility))  # fmt: skip
    known = (kind or "Other") in LABELS["sub_event_type"] and (attribution or "none") in ATTRIBUTION
    if not (figures and known):
        raise Refusal(422)
    day_typed(since), day_typed(until)
    return Asked(since=since, until=until, place=place, actor=actor, kind=kind, sources=sources,
                 credibility=credibility, attribution=attribution, contested=contested)  # fmt: skip


Asking = Annotated[Asked, Depends(asked)]
