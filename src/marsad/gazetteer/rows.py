"""Rows of the gazetteer before they are compiled, and the CSV files they come from."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from marsad.errors import ResourceError

__all__ = ["Row", "read_csv"]

csv.field_size_limit(1 << 20)


@dataclass(slots=True, kw_only=True)
class Row:
    """One place as read; `known` marks rows of marsad's own tables, which reports name without a type word."""

    place_id: str
    names: list[str]
    country: str
    feature: str
    name_en: str = ""
    admin1: str = ""
    admin2: str = ""
    admin3: str = ""
    admin1_name: str = ""
    latitude: str = ""
    longitude: str = ""
    population: int = 0
    known: bool = False
    bare: bool = True
    extra: dict[str, str] = field(default_factory=dict)


def read_csv(file: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file; raise ResourceError naming file, column and remedy when one is missing."""
    try:
        stream = file.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise ResourceError(
            f"The place file cannot be read: {error.strerror}.", file=str(file), remedy="Check the path and its rights."
        ) from error
    with stream:
        reader = csv.DictReader(stream)
        try:
            named = reader.fieldnames or ()
            missing = [column for column in columns if column not in named]
            if not missing:
                yield from reader
        except UnicodeDecodeError:
            raise ResourceError(
                "It is not UTF-8 text.", file=str(file), line=_first_undecodable(file), remedy="Save it as CSV UTF-8."
            ) from None
        except csv.Error as error:
            raise ResourceError(
                f"This is not a readable CSV file: {error}.",
                file=str(file),
                line=reader.line_num,
                remedy="Save the file as UTF-8 with commas.",
            ) from error
    if missing:
        raise ResourceError(
            "No row names the columns."
            if len(missing) == len(columns)
            else f"The column {', '.join(missing)} is missing.",
            file=str(file),
            line=1,
            remedy=f"The columns are {', '.join(columns)}, parted by commas; 'marsad places build' makes such a file.",
        )


def _first_undecodable(file: Path) -> int:
    held = file.read_bytes()
    try:
        held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return held.count(b"\n", 0, error.start) + 1
    return 1
