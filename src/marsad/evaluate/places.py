"""Whether two names are one place, for the evaluation only: "عين عيسى" and "عينعيسي" are.

Its folding is kept apart from the coder's own, so that a change there never moves the measure.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from marsad.errors import ReadError
from marsad.model.where import Place

__all__ = ["PlaceNames", "SamePlace", "fold_name", "listed_together"]

SamePlace = Callable[[str, str], bool]

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_SPELLINGS = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_WORD = re.compile(r"\w+")
_SHORTEST_WITH_ARTICLE = 5


def fold_name(name: str) -> str:
    """Return a name without diacritics, spaces, articles and spelling variants ("البو كمال" is "بوكمال")."""
    words = _WORD.findall(_MARKS.sub("", name).translate(_SPELLINGS).lower())
    return "".join(
        word[2:] if word.startswith("ال") and len(word) >= _SHORTEST_WITH_ARTICLE else word for word in words
    )


class PlaceNames:
    """Names by gazetteer row: two names are one place when a row lists both."""

    __slots__ = ("_folded", "_rows")

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]] = ()) -> None:
        self._folded: dict[str, str] = {}
        self._rows: dict[str, set[str]] = {}
        for place_id, names in rows:
            for name in names:
                if name:
                    self._rows.setdefault(fold_name(name), set()).add(place_id)

    @classmethod
    def read(cls, path: Path) -> PlaceNames:
        """Read a CSV with id, name_ar and alt_names_ar (parted by "|"), or every such CSV of a folder."""
        files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
        rows: list[tuple[str, list[str]]] = []
        for file in files:
            try:
                with file.open(encoding="utf-8", newline="") as lines:
                    reader = csv.DictReader(lines)
                    if {"id", "name_ar"} <= set(reader.fieldnames or ()):
                        rows += [(row["id"], _names(row)) for row in reader]
            except (OSError, UnicodeDecodeError, csv.Error) as error:
                raise ReadError(
                    f"{error}.", file=str(file), remedy="Give a UTF-8 CSV with the columns id and name_ar."
                ) from error
        if not rows:
            raise ReadError("No places found.", file=str(path), remedy="Give a CSV with the columns id and name_ar.")
        return cls(rows)

    def same_place(self, left: str, right: str) -> bool:
        """Say whether two names are spelled alike or stand in one row."""
        left, right = self._fold(left), self._fold(right)
        if not left:
            return False
        if left == right:
            return True
        return bool(self._rows.get(left, set()) & self._rows.get(right, set()))

    def _fold(self, name: str) -> str:
        folded = self._folded.get(name)
        if folded is None:
            folded = self._folded[name] = fold_name(name)
        return folded


def listed_together(named: Callable[[str], Iterable[Place]]) -> SamePlace:
    """Return a `same_place` by a loaded gazetteer's look-up: spelled alike, or two names of one of its places."""

    @cache
    def ids(name: str) -> frozenset[str]:
        return frozenset(place.place_id for place in named(name))

    def same_place(left: str, right: str) -> bool:
        if not fold_name(left) or not fold_name(right):
            return False
        return fold_name(left) == fold_name(right) or bool(ids(left) & ids(right))

    return same_place


def _names(row: dict[str, str]) -> list[str]:
    return [row["name_ar"], *(row.get("alt_names_ar") or "").split("|")]
