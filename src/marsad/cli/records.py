"""Coded reports and incidents as commands read them: line by line, what cannot be read said and passed over."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.export.happening import Happening
    from marsad.export.source import Item

__all__ = ["found_in", "found_in_store", "found_of", "items_of", "said", "sift"]

_SHOWN = 20
_Found = TypeVar("_Found")


def said(line: str) -> None:
    """Say something on standard error."""
    print(line, file=sys.stderr)


def items_of(names: Iterable[str]) -> Iterator[Item]:
    """Yield the lines of files, plain or gzip; - is standard input."""
    from marsad.errors import ReadError
    from marsad.link.files import records

    for name in names:
        for found in records(name):
            yield found if isinstance(found, ReadError) else (name, *found)


def sift(found: Iterable[_Found | ReadError], problems: list[ReadError]) -> Iterator[_Found]:
    """Yield what could be read; the rest is named on standard error and added to the problems."""
    from marsad.errors import ReadError

    for one in found:
        if isinstance(one, ReadError):
            problems.append(one)
            if len(problems) <= _SHOWN:
                said(f"not read: {one}")
            elif len(problems) == _SHOWN + 1:
                said("not read: more of the same kind follow.")
        else:
            yield one


def found_in(
    inputs: Iterable[Item], coded: Iterable[str] | None, problems: list[ReadError]
) -> tuple[str, Iterator[Happening]]:
    """Return whether lines hold events or incidents, and them."""
    from marsad.export.source import coded_by_id, happenings, opened

    table, items = opened(inputs)
    reports: dict[str, dict[str, Any]] = dict(sift(coded_by_id(items_of(coded or ())), problems))
    return table, sift(happenings(table, items, reports), problems)


def found_of(
    inputs: list[str] | None, store: str | None, coded: list[str] | None, problems: list[ReadError], *, incidents: bool
) -> tuple[str, Iterable[Happening]]:
    """Return what files hold, or a store where none are named, and whether it is events or incidents."""
    return found_in(items_of(inputs), coded, problems) if inputs else found_in_store(str(store), incidents=incidents)


def found_in_store(store: str, *, incidents: bool) -> tuple[str, list[Happening]]:
    """Return the events of the newest codings of a store, or its incidents, and which of them they are."""
    from marsad.export.happening import EVENTS, INCIDENTS
    from marsad.export.source import of_lines
    from marsad.incidents.happenings import happenings
    from marsad.store import open_store

    with open_store(store) as opened:
        if not incidents:
            return EVENTS, list(of_lines(opened.lines()))
        with opened.reading() as connection:
            return INCIDENTS, list(happenings(connection))
