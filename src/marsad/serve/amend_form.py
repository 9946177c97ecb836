"""An entry as a form and a form as an entry, for every kind: the fields come from the schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marsad.amend.fields import Field, fields_of

__all__ = ["Filled", "filled", "read_form"]

_PLAIN = "aliases"
"""The one field of rows that mostly says no more than its wording: those stand one a line."""
_BLANK = 2
_MOST_ROWS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A field with what stands in it: `text` for all shapes but rows, `rows` of fields for those."""

    field: Field
    name: str
    text: str = ""
    rows: tuple[tuple[Filled, ...], ...] = ()


def filled(kind: str, value: Mapping[str, Any]) -> tuple[Filled, ...]:
    """Return the fields of a kind with what an entry says; rows are followed by blank ones."""
    return tuple(_filled(field, field.name, value.get(field.name)) for field in fields_of(kind))


def _filled(field: Field, name: str, value: Any) -> Filled:
    if field.shape == "rows":
        items = list(value or ())
        plain = [one["form"] for one in items if list(one) == ["form"]] if name == _PLAIN else []
        told = [one for one in items if list(one) != ["form"]] if name == _PLAIN else items
        rows = tuple(
            tuple(_filled(one, f"{name}-{number}-{one.name}", row.get(one.name)) for one in field.rows)
            for number, row in enumerate([*told, *({} for _ in range(_BLANK))])
        )
        return Filled(field=field, name=name, text="\n".join(plain), rows=rows)
    return Filled(field=field, name=name, text=_text(field, value))


def _text(field: Field, value: Any) -> str:
    match field.shape:
        case "lines":
            return "\n".join(map(str, value or ()))
        case "pairs":
            return "\n".join(f"{name}: {said}" for name, said in (value or {}).items())
        case "tick":
            default = field.name == "armed"
            return "on" if (default if value is None else value) else ""
        case _:
            return "" if value is None else str(value)


def read_form(kind: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Return the entry that a form says; what it leaves empty is left out."""
    return _read(fields_of(kind), given, "")


def _read(fields: tuple[Field, ...], given: Mapping[str, str], before: str) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for field in fields:
        said = _said(field, given, f"{before}{field.name}")
        if said not in (None, "", [], {}):
            value[field.name] = said
    return value


def _said(field: Field, given: Mapping[str, str], name: str) -> Any:
    text = given.get(name, "").strip()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    match field.shape:
        case "rows":
            rows = [_read(field.rows, given, f"{name}-{number}-") for number in range(_MOST_ROWS)]
            plain = [{"form": line} for line in lines] if field.name == _PLAIN else []
            return plain + [row for row in rows if any(said is not False for said in row.values())]
        case "lines":
            return lines
        case "pairs":
            parted = [line.partition(":") for line in lines]
            return {key.strip(): said.strip() for key, _, said in parted}
        case "tick":
            return text == "on"
        case "number":
            return _number(text)
        case _ if field.choices and all(one.isdecimal() for one in field.choices):
            return _number(text)
        case _ if field.name == "value":  # of a date: a number, or a word
            return _number(text) if text.lstrip("-").isdecimal() else text
        case _:
            return text


def _number(text: str) -> int | float | str:
    """Return a number, or the text where it is none: the schema says so in its words."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
