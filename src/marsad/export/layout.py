"""Layouts of others: which of their columns holds which of our values, read from one table each."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.errors import ResourceError
from marsad.export.acled import acled_values
from marsad.export.happening import Happening
from marsad.export.plover import outside_plover, plover_values
from marsad.export.ucdp import outside_ged, ucdp_values
from marsad.export.values import Value, general
from marsad.lexicon.load import RESOURCES

__all__ = ["Layout", "LayoutColumn", "layout"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """A column: its name, its type, the name of its value ("" where nothing is mapped), its HXL tag, and a note."""

    column: str
    type: str
    value: str
    tag: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a layout, and which events it has no room for: `outside` says why, None when it has."""

    columns: tuple[LayoutColumn, ...]
    values: tuple[Value, ...]
    outside: Callable[[Happening], str | None]

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.column for column in self.columns]

    def cells(self, found: Happening) -> list[Any]:
        """Return the cells of a row, None where nothing is known."""
        return [value(found) for value in self.values]


def _nothing(_: Happening) -> None:
    return None


_LAYOUTS: dict[str, tuple[Callable[[], dict[str, Value]], Callable[[Happening], str | None]]] = {
    "acled": (acled_values, _nothing),
    "ucdp": (ucdp_values, outside_ged),
    "plover": (plover_values, outside_plover),
    "hxl": (dict, _nothing),
}


@cache
def layout(name: str) -> Layout:
    """Return a layout: acled, ucdp, plover or hxl."""
    own, outside = _LAYOUTS[name]
    path = RESOURCES / "exports" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        columns = tuple(LayoutColumn(**row) for row in csv.DictReader(file))
    known = {"": _nothing, **general(), **own()}
    for line, column in enumerate(columns, 2):
        if column.value not in known:
            problem, remedy = f"There is no value {column.value!r}.", "Name one of marsad/export/values.py."
            raise ResourceError(problem, file=str(path), line=line, entry_id=column.column, remedy=remedy)
    return Layout(columns, tuple(known[column.value] for column in columns), outside)
