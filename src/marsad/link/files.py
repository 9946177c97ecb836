"""Files for the linker: coded reports, judgements and earlier incidents, one JSON object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from marsad.errors import MarsadError, ReadError
from marsad.link.coding import Member
from marsad.link.judgements import Judgement
from marsad.read.inputs import kind_of
from marsad.read.store_file import is_store_file
from marsad.read.streams import lines, open_stream

__all__ = ["Record", "read_copies", "read_judgements", "read_previous", "records"]

Record = tuple[int, Mapping[str, Any]] | ReadError
"""The number of a line and its object, or what is wrong with the line."""


def records(name: str) -> Iterator[Record]:
    """Yield the objects of a JSONL file, plain or gzip ("-" is standard input), and an error for each broken line."""
    if name == "-":
        yield from _objects(sys.stdin.buffer, "standard input")
        return
    if is_store_file(name):
        remedy = f"Name it as one: --store {name}."
        yield ReadError("This is a store, no file of coded reports.", file=name, remedy=remedy)
        return
    kind = kind_of(name)
    if kind not in (None, "json", "jsonl"):
        remedy = f"Code reports first: marsad code {name} -o coded.jsonl. Of events name the JSON Lines, no table."
        yield ReadError("This is no file of coded reports, which are JSON Lines.", file=name, remedy=remedy)
        return
    try:
        with Path(name).open("rb") as raw:
            yield from _objects(raw, name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield ReadError(f"The file cannot be opened ({reason}).", file=name, remedy="Check its name and your rights.")


def _objects(raw: IO[bytes], name: str) -> Iterator[Record]:
    try:
        stream = open_stream(raw, name)
    except ReadError as error:
        yield error
        return
    for line in lines(stream, name):
        if line.error is not None:
            yield line.error
        elif line.content.strip():
            yield _object(line.content, name, line.number)


def _object(content: bytes, name: str, number: int) -> Record:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        problem = f"This is no JSON ({type(error).__name__})."
        return ReadError(problem, file=name, line=number, remedy="Write one whole JSON object on each line.")
    if not isinstance(value, dict):
        return ReadError("The JSON is not an object.", file=name, line=number, remedy='Write {"id": "...", ...}.')
    return number, value


def read_judgements(file: Path) -> list[Judgement]:
    """Return the judgements of a file; raises ReadError at the first line that is none: none may be lost unseen."""
    found: list[Judgement] = []
    for record in records(str(file)):
        if isinstance(record, ReadError):
            raise record
        number, value = record
        try:
            found.append(Judgement.from_json(value))
        except MarsadError as error:
            raise ReadError("The line cannot be used.", file=str(file), line=number, remedy=str(error)) from None
    return found


def read_copies(file: Path) -> dict[str, str]:
    """Return the origin of each report that has copies, or is one, from a file that `marsad copies` wrote.

    Raises ReadError at the first line that is no group.
    """
    found: dict[str, str] = {}
    for record in records(str(file)):
        if isinstance(record, ReadError):
            raise record
        number, value = record
        try:
            reports, origin = value["report_ids"], value["origin"]
            if len(reports) > 1:
                found.update(dict.fromkeys(reports, origin))
        except (KeyError, TypeError):
            raise ReadError(
                "This is no group of copies.",
                file=str(file),
                line=number,
                remedy="Give a file that marsad copies wrote.",
            ) from None
    return found


def read_previous(file: Path) -> dict[str, tuple[tuple[str, ...], tuple[Member, ...]]]:
    """Return earlier incidents by id: the ids that they had before, and their members.

    Raises ReadError at the first line that is no incident.
    """
    found: dict[str, tuple[tuple[str, ...], tuple[Member, ...]]] = {}
    for record in records(str(file)):
        if isinstance(record, ReadError):
            raise record
        number, value = record
        try:
            members = tuple(Member(one["report_id"], one["event"]) for one in value["members"])
            found[value["incident_id"]] = (tuple(value.get("was") or ()), members)
        except (KeyError, TypeError):
            raise ReadError(
                "This is no incident.", file=str(file), line=number, remedy="Give a file that marsad link wrote."
            ) from None
    return found
