"""What is exported and counted, read from files: coded reports, or incidents with the coded reports they join."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from marsad.errors import MarsadError, ReadError
from marsad.export.happening import EVENTS, INCIDENTS, Happening, complete, of_incident, of_report

__all__ = ["Lines", "coded_by_id", "happenings", "lines_of", "of_lines"]

_NOT_A_RECORD = (KeyError, TypeError, ValueError, AttributeError, IndexError)
_CODED = "Write one coded report a line, as `marsad code` does."
_INCIDENT = "Write one incident a line, as `marsad link` does."


@dataclass(frozen=True, slots=True)
class Lines:
    """The objects of some files: line by line what could be read, with file and number, and what could not."""

    items: tuple[tuple[str, int, dict[str, Any]], ...]
    problems: tuple[ReadError, ...]

    @property
    def table(self) -> str:
        """Whether they are events or incidents: the first object says so. Raises MarsadError where they are mixed."""
        kinds = {"incident_id" in value for _, _, value in self.items}
        if len(kinds) > 1:
            problem = "Coded reports and incidents are mixed. Name the incidents, and the coded reports with --coded."
            raise MarsadError(problem)
        return INCIDENTS if kinds == {True} else EVENTS


def lines_of(names: list[str], stdin: IO[bytes] | None = None) -> Lines:
    """Read JSON Lines, plain or gzip; a line that is no object is a problem, and costs nothing else.

    Raises ReadError when a file cannot be opened.
    """
    items: list[tuple[str, int, dict[str, Any]]] = []
    problems: list[ReadError] = []
    for name in names:
        for number, line in enumerate(_raw(name, stdin), 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except ValueError as error:
                problems.append(ReadError(f"No JSON ({error}).", file=name, line=number, remedy=_CODED))
                continue
            if isinstance(value, dict):
                items.append((name, number, value))
            else:
                problems.append(ReadError("No JSON object.", file=name, line=number, remedy=_CODED))
    return Lines(tuple(items), tuple(problems))


def _raw(name: str, stdin: IO[bytes] | None) -> list[bytes]:
    if name == "-" and stdin is not None:
        data = stdin.read()
    else:
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            remedy = "Name a file that is there and may be read."
            raise ReadError(f"It cannot be read ({error.strerror}).", file=name, remedy=remedy) from None
    try:
        return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).splitlines()
    except (OSError, EOFError) as error:
        raise ReadError(f"It cannot be unpacked ({error}).", file=name, remedy="Pack it again.") from None


def coded_by_id(lines: Lines) -> tuple[dict[str, dict[str, Any]], list[ReadError]]:
    """Return completed records by the id of their report, and the lines that are none."""
    found: dict[str, dict[str, Any]] = {}
    problems = list(lines.problems)
    for name, number, value in lines.items:
        try:
            record = complete(value)
            found[record["id"]] = record
        except _NOT_A_RECORD as error:
            problems.append(_refused(name, number, error, _CODED))
    return found, problems


def of_lines(lines: Iterable[str]) -> Iterator[Happening]:
    """Yield the events of the lines that a store keeps."""
    for line in lines:
        yield from of_report(complete(json.loads(line)))


def happenings(lines: Lines, coded: dict[str, dict[str, Any]] | None = None) -> Iterator[Happening | ReadError]:
    """Yield the events or incidents of lines in their order, and a problem in place of each line that is none."""
    yield from lines.problems
    incidents = lines.table == INCIDENTS
    for name, number, value in lines.items:
        try:
            found = [of_incident(value, coded or {})] if incidents else list(of_report(complete(value)))
        except _NOT_A_RECORD as error:
            yield _refused(name, number, error, _INCIDENT if incidents else _CODED)
            continue
        yield from found


def _refused(name: str, number: int, error: Exception, remedy: str) -> ReadError:
    lacking = f"The field {error} is not there." if isinstance(error, KeyError) else f"A field is not usable: {error}."
    return ReadError(lacking, file=name, line=number, remedy=remedy)
