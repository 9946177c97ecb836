"""What is exported and counted, from lines: coded reports, or incidents with the coded reports they join."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from marsad.errors import ReadError
from marsad.export.happening import EVENTS, INCIDENTS, Happening, complete, of_incident, of_report

__all__ = ["Item", "coded_by_id", "happenings", "of_lines", "of_records", "opened"]

Item = tuple[str, int, Mapping[str, Any]] | ReadError
"""A file, the number of a line and its object; or what is wrong with the line."""

_NOT_A_RECORD = (KeyError, TypeError, ValueError, AttributeError, IndexError)
_CODED = "Write one coded report a line; marsad code FILE -o coded.jsonl makes them of reports."
_INCIDENT = "Write one incident a line, as `marsad link` does."
_MIXED = "Name the incidents alone, and the coded reports that they join with --coded."


def opened(items: Iterable[Item]) -> tuple[str, Iterator[Item]]:
    """Return whether items are events or incidents, as the first object says, and all of them."""
    source, before = iter(items), []
    for item in source:
        before.append(item)
        if not isinstance(item, ReadError):
            return INCIDENTS if "incident_id" in item[2] else EVENTS, chain(before, source)
    return EVENTS, iter(before)


def coded_by_id(items: Iterable[Item]) -> Iterator[tuple[str, dict[str, Any]] | ReadError]:
    """Yield coded reports by id, completed, and the lines that are none."""
    for item in items:
        if isinstance(item, ReadError):
            yield item
            continue
        name, number, value = item
        try:
            record = complete(value)
        except _NOT_A_RECORD as error:
            yield _refused(name, number, error, _CODED)
        else:
            yield record["id"], record


def happenings(
    table: str, items: Iterable[Item], coded: Mapping[str, Mapping[str, Any]] | None = None
) -> Iterator[Happening | ReadError]:
    """Yield the events or incidents of lines in their order, and a problem in place of each line that is none.

    A line of the other table is a problem, too: counted together, everything would be counted twice.
    """
    for item in items:
        if isinstance(item, ReadError):
            yield item
            continue
        name, number, value = item
        if ("incident_id" in value) is not (table == INCIDENTS):
            other = "a coded report among incidents" if table == INCIDENTS else "an incident among coded reports"
            yield ReadError(f"This is {other}.", file=name, line=number, remedy=_MIXED)
            continue
        try:
            found = [of_incident(value, coded or {})] if table == INCIDENTS else list(of_report(complete(value)))
        except _NOT_A_RECORD as error:
            yield _refused(name, number, error, _INCIDENT if table == INCIDENTS else _CODED)
            continue
        yield from found


def of_lines(lines: Iterable[str]) -> Iterator[Happening]:
    """Yield the events of the lines that a store keeps."""
    return of_records(map(json.loads, lines))


def of_records(records: Iterable[Mapping[str, Any]]) -> Iterator[Happening]:
    """Yield the events of records."""
    for record in records:
        yield from of_report(complete(record))


def _refused(name: str, number: int, error: Exception, remedy: str) -> ReadError:
    lacking = f"The field {error} is not there." if isinstance(error, KeyError) else f"A field is not usable: {error}."
    return ReadError(lacking, file=name, line=number, remedy=remedy)
