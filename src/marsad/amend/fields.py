"""The fields of an entry as a form has them, worked out from the schema: one line, several, a choice, rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from marsad.amend.kinds import folder_of, schema_of
from marsad.lexicon.format import in_order
from marsad.lexicon.layers import RESOURCES
from marsad.lexicon.load import entries
from marsad.model.what import EVENT_TYPES

__all__ = ["LISTED", "Field", "fields_of", "shipped_values"]

LISTED = ("sense", "means", "victim_kind", "actor_code", "kind", "features", "sub_event_type")
"""Fields whose values other parts of marsad know by name: only those that shipped entries have mean anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field: `shape` is text, lines (one value a line), pairs ("SY: id" a line), choice, tick, number, date or rows.

    `choices` are the values that may be chosen, `rows` the fields of each row.
    """

    name: str
    shape: str
    required: bool = False
    choices: tuple[str, ...] = ()
    rows: tuple[Field, ...] = ()


@lru_cache(maxsize=32)
def fields_of(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind in the order of its schema. Raises KeyError for a kind that is none."""
    told = schema_of(kind).model_json_schema()
    found = _fields(told, told.get("$defs", {}), kind)
    if kind in ("actors", "places"):
        return found
    order = in_order([one.name for one in found])
    return tuple(sorted(found, key=lambda one: order[one.name]))


def _fields(told: dict[str, Any], known: dict[str, Any], kind: str) -> tuple[Field, ...]:
    required = told.get("required", ())
    return tuple(
        _field(name, one, known, kind=kind, required=name in required) for name, one in told["properties"].items()
    )


def _field(name: str, told: dict[str, Any], known: dict[str, Any], *, kind: str, required: bool) -> Field:
    ways = [one for one in told.get("anyOf", [told]) if one.get("type") != "null"]
    one, shape = ways[0], "text"
    rows: tuple[Field, ...] = ()
    choices: tuple[str, ...] = tuple(map(str, one.get("enum", ())))
    if not choices and name in LISTED:
        choices = shipped_values(kind, name)
    match one.get("type"):
        case "array" if "$ref" in one.get("items", {}):
            shape = "rows"
            rows = _fields(known[one["items"]["$ref"].rpartition("/")[2]], known, kind)
        case "array":
            shape = "lines"
        case "object":
            shape = "pairs"
        case "boolean":
            shape = "tick"
        case "integer" | "number" if len(ways) == 1:
            shape = "choice" if choices else "number"
        case _ if one.get("format") == "date":
            shape = "date"
        case _ if choices:
            shape = "choice"
    return Field(name=name, shape=shape, required=required, choices=choices, rows=rows)


@lru_cache(maxsize=128)
def shipped_values(kind: str, name: str) -> tuple[str, ...]:
    """Return the values that a field of a kind has in shipped entries, sorted."""
    if name == "sub_event_type":
        families = dict.fromkeys(EVENT_TYPES.values()) if kind == "claim-words" else ()
        return tuple(dict.fromkeys((*EVENT_TYPES, *families)))
    if kind in ("actors", "places"):
        return ()
    found: set[str] = set()
    for entry in entries(folder_of(kind), RESOURCES):
        value = entry[name]
        found.update(value if isinstance(value, tuple) else filter(None, (value,)))
    return tuple(sorted(found))
