"""What a row of a table changes in an event, column by column, each checked for itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from marsad.errors import ReadError
from marsad.export.record import COUNTS
from marsad.export.table import columns, parted
from marsad.lexicon.actors import actors
from marsad.model.what import EVENT_TYPES
from marsad.model.who import CODE, SIDES, coded_by_name, is_coded_by_name

__all__ = ["Change", "changes"]

_KINDS = (
    "outlet", "correspondent", "official", "party", "monitor", "media", "activist", "resident", "witness", "medical",
    "anonymous",
)  # fmt: skip
_STATUSES = ("reported", "claimed", "disputed", "denied")
_CODE = re.compile(CODE, re.DOTALL)
_PERSON = "Change it back; marsad fills this column itself."


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A column of an event that a person changed: values as the table of events has them, None for an empty cell."""

    report_id: str
    event_id: str
    column: str
    before: Any
    after: Any


def changes(
    report_id: str, row: Mapping[str, Any], told: Mapping[str, str | None], *, file: str, line: int
) -> Iterator[Change | ReadError]:
    """Yield what differs between an event's row and the row of a table, and a problem for each cell that is not usable.

    Columns that the table lacks stay as they are. `row` is as `marsad.export.table.rows` returns it.
    """
    known = {column.name: column for column in columns()}
    found: list[Change] = []
    for name, cell in told.items():
        if name not in known:
            continue
        before = None if row[name] == "" else row[name]
        try:
            after = _typed(cell, known[name].type)
            if after == before:
                continue
            if name not in _CORRECTABLE:
                yield ReadError(f"{name} is not for people to change.", file=file, line=line, remedy=_PERSON)
                continue
            _CORRECTABLE[name](after)
            if name in SIDES:
                _registered(before, after)
        except ValueError as error:
            said, _, remedy = str(error).partition("|")
            yield ReadError(f"{name}: {said}", file=file, line=line, remedy=remedy or "Write it as the column has it.")
            continue
        found.append(Change(report_id=report_id, event_id=row["event_id"], column=name, before=before, after=after))
    as_changed = dict(row) | {change.column: change.after for change in found}
    problem = _together(as_changed)
    if problem and found:
        yield ReadError(problem, file=file, line=line, remedy="Correct the row; nothing of it was taken.")
        return
    yield from found


def _typed(cell: str | None, kind: str) -> Any:
    if cell is None:
        return None
    try:
        if kind == "integer":
            return _whole(float(cell))
        if kind == "number":
            return float(cell)
        if kind == "date":
            return date.fromisoformat(cell).isoformat()
    except (ValueError, OverflowError):
        wanted = {"integer": "a whole number", "number": "a number", "date": "a day such as 2024-03-20"}[kind]
        raise ValueError(f"{cell!r} is not {wanted}.|Write {wanted}, or leave the cell empty.") from None
    return cell


def _whole(number: float) -> int:
    if number != int(number):
        raise ValueError
    return int(number)


def _one_of(values: tuple[str, ...]) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        if value not in values:
            raise ValueError(f"{value!r} is none of those there are.|Write one of: {', '.join(values)}.")

    return check


def _codes(value: Any) -> None:
    wrong = [code for code in parted(value) if not _CODE.fullmatch(code)]
    if wrong:
        named = coded_by_name("NAME")
        raise ValueError(f"{wrong[0]!r} is no code of an actor.|Write a code such as sdf, or {named}.")


def _registered(before: Any, after: Any) -> None:
    """Raise ValueError for a code that is new and stands in no register: it would be an actor of its own."""
    fresh = [code for code in parted(after) if code not in parted(before) and not is_coded_by_name(code)]
    known = {one.actor.code for one in actors()} if fresh else set()
    wrong = [code for code in fresh if code not in known]
    if wrong:
        close = get_close_matches(wrong[0], known, n=1)
        meant = f"Did you mean {close[0]}? " if close else ""
        named = coded_by_name("NAME")
        problem = f"{wrong[0]!r} is no actor of the registry."
        raise ValueError(f"{problem}|{meant}Write a code such as sdf, or {named} for one outside it.")


def _kinds(value: Any) -> None:
    for kind in parted(value):
        _one_of(_KINDS)(kind)


def _between(low: float, high: float) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        if value is not None and not low <= value <= high:
            raise ValueError(f"{value} does not lie between {low:g} and {high:g}.|Write a number that does.")

    return check


def _precision(value: Any) -> None:
    if value not in (1, 2, 3):
        raise ValueError(f"{value!r} is no precision.|Write 1, 2 or 3.")


def _country(value: Any) -> None:
    if value is not None and not re.fullmatch("[A-Z]{2}", value):
        raise ValueError(f"{value!r} is no code of a country.|Write two capital letters, for example SY.")


def _anything(_: Any) -> None:
    return None


_CORRECTABLE: dict[str, Callable[[Any], None]] = {
    "sub_event_type": _one_of(tuple(EVENT_TYPES)),
    **dict.fromkeys(SIDES, _codes),
    **dict.fromkeys(("place_name", "admin1", "admin2", "admin3", "place_id", "place_also"), _anything),
    "country": _country,
    "place_precision": _precision,
    "latitude": _between(-90, 90),
    "longitude": _between(-180, 180),
    "uncertainty_km": _between(0, 20_000),
    **dict.fromkeys(("date_start", "date_end"), _anything),
    "date_precision": _precision,
    **{f"{count}_{bound}": _between(0, 10_000_000) for count in COUNTS for bound in ("low", "best", "high")},
    "source_names": _anything,
    "source_kinds": _kinds,
    "status": _one_of(_STATUSES),
}
"""The columns that people may change, each with what refuses a value that cannot be."""


def _together(row: Mapping[str, Any]) -> str | None:
    """Return what does not go together in a row, None when all does."""
    start, end = row["date_start"], row["date_end"]
    if (start is None) != (end is None) or (start and end and end < start):
        return "date_start and date_end are both known or both empty, the first day first."
    for count in COUNTS:
        told = [row[f"{count}_{bound}"] for bound in ("low", "best", "high")]
        known = [number for number in told if number is not None]
        if known != sorted(known):
            figures = ", ".join("empty" if number is None else str(number) for number in told)
            return f"{count}: low, best and high are {figures}; low may not be above best, nor best above high."
    if len(parted(row["source_names"])) != len(parted(row["source_kinds"])):
        return "source_kinds has as many items as source_names."
    if (row["latitude"] is None) != (row["longitude"] is None):
        return "latitude and longitude are both known or both empty."
    return None
