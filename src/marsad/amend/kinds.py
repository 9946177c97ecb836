"""The kinds of entries that can be amended, with the schema of each."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from marsad.gazetteer.place_schema import PlaceEntry
from marsad.lexicon.actor_schema import ActorEntry
from marsad.lexicon.breaks import schema_problems
from marsad.lexicon.layers import PLACE_WORDS
from marsad.lexicon.problems import Problem
from marsad.lexicon.schema import KINDS

__all__ = ["AMENDED", "REDACTED_BY", "folder_of", "schema_of", "stripped"]

AMENDED: tuple[str, ...] = (
    "actors", "places", "triggers", "outcomes", "people", "means", "qualifiers", "speakers", "actor-words",
    "role-words", "place-words", "casualty-words", "connectives", "link-words", "claim-words", "claim-grammar",
    "dates", "numbers", "page-words", "outlets",
)  # fmt: skip
"""Kinds that a team may amend. Lists of people's names are not among them: whose names stay public is for the files."""

REDACTED_BY = frozenset((
    "actors", "places", "place-words", "actor-words", "role-words", "people", "outcomes", "connectives", "numbers",
    "triggers", "page-words",
))  # fmt: skip
"""Those of them by which names and places are found that the public edition does not tell."""


def folder_of(kind: str) -> str:
    """Return the folder of word lists of a kind: that of "place-words" is called as that of the places."""
    return "places" if kind == PLACE_WORDS else kind


def schema_of(kind: str) -> type[BaseModel]:
    """Return what an entry of a kind must say. Raises KeyError for a kind that is none."""
    if kind == "actors":
        return ActorEntry
    return PlaceEntry if kind == "places" else KINDS[folder_of(kind)]


def stripped(kind: str, value: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """Return an entry with all that says nothing left out, and what breaks its schema."""
    schema = schema_of(kind)
    try:
        entry = schema.model_validate(value)
    except ValidationError as error:
        return value, list(schema_problems(error, value, schema.model_fields, file=kind, line=0))
    return entry.model_dump(mode="json", exclude_defaults=True), []
