"""Coded reports and incidents as commands read them: line by line, what cannot be read said and passed over."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from marsad.cli.exits import Exit
from marsad.cli.said import not_read, said

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.export.happening import Happening
    from marsad.export.source import Item

__all__ = ["Lines", "found_in", "found_of", "items_of", "sift", "some_of"]

_Found = TypeVar("_Found")


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
            not_read(one, len(problems))
        else:
            yield one


class Lines:
    """Lines that are read once, and how many have been."""

    def __init__(self, lines: Iterable[Item]) -> None:
        self._lines = iter(lines)
        self.number = 0

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        line = next(self._lines)
        self.number += 1
        return line


def some_of(found: Iterator[_Found], lines: Lines, problems: list[ReadError]) -> Iterator[_Found]:
    """Return what lines hold; ends the command with 3 where there are lines and each is a problem.

    That is known before anything is written: a misspelt name neither counts as nought nor empties a file.
    """
    before = len(problems)
    first = list(islice(found, 1))
    if not first and 0 < lines.number == len(problems) - before:
        said("Not one line could be read.")
        raise typer.Exit(Exit.NOTHING_CODED)
    return chain(first, found)


def found_in(
    inputs: Iterable[Item], coded: Iterable[str] | None, problems: list[ReadError]
) -> tuple[str, Iterator[Happening]]:
    """Return whether lines hold events or incidents, and them; ends the command where not one can be read."""
    from marsad.export.happening import INCIDENTS
    from marsad.export.source import coded_by_id, happenings, opened

    lines = Lines(inputs)
    table, items = opened(lines)
    reports: dict[str, dict[str, Any]] = dict(sift(coded_by_id(items_of(coded or ())), problems))
    if reports and table == INCIDENTS:
        items = _beside(items, reports)
    return table, some_of(sift(happenings(table, items, reports), problems), lines, problems)


def _beside(incidents: Iterator[Item], reports: Container[str]) -> Iterator[Item]:
    """Yield incidents, and say behind the last where none of them joins any of the reports named with --coded."""
    from marsad.errors import ReadError

    met = False
    for item in incidents:
        if not met and not isinstance(item, ReadError):
            members = item[2].get("members")
            met = isinstance(members, list) and any(
                isinstance(one, dict) and one.get("report_id") in reports for one in members
            )
        yield item
    if not met:
        said("--coded: of the reports that these incidents join none stands there, so nothing is taken from them.")


def found_of(
    inputs: list[str] | None, store: str | None, coded: list[str] | None, problems: list[ReadError], *, incidents: bool
) -> tuple[str, Iterable[Happening]]:
    """Return what files hold, or a store where none are named, and whether it is events or incidents."""
    return found_in(items_of(inputs), coded, problems) if inputs else _found_in_store(str(store), incidents=incidents)


def _found_in_store(store: str, *, incidents: bool) -> tuple[str, list[Happening]]:
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
