"""What another coder answered: one JSON object a report, its events by the codebook with the words of each field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import ReadError

__all__ = ["Answers", "read_answers"]

_REMEDY = (
    'Write one line a report: {"id": "...", "events": [...]}; marsad schema --instructions says what an event holds.'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The events told for each report, by its id, and the lines that could not be read."""

    events: Mapping[str, Sequence[Mapping[str, Any]]]
    problems: Sequence[ReadError] = ()


def read_answers(path: Path) -> Answers:
    """Read a file of answers, JSON Lines; a line that is none is a problem and costs no other.

    Raises ReadError when the file cannot be opened.
    """
    events: dict[str, Sequence[Mapping[str, Any]]] = {}
    problems: list[ReadError] = []
    try:
        content = path.read_bytes()
    except OSError as error:
        problem = f"The file cannot be opened ({error.strerror})."
        raise ReadError(problem, file=str(path), remedy="Check its name and your rights.") from None
    for number, line in _lines(content):
        wrong = _wrong(line)
        if wrong is None and line["id"] in events:
            wrong = f"{line['id']!r} stands here a second time; the first answer counts."
        if wrong is not None:
            problems.append(ReadError(wrong, file=str(path), line=number, remedy=_REMEDY))
        else:
            events[line["id"]] = line["events"]
    return Answers(events=events, problems=problems)


def _lines(content: bytes) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the objects of the lines that are not empty; an empty one for what is no object."""
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip():
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                value = None
            yield number, value if isinstance(value, dict) else {}


def _wrong(line: Mapping[str, Any]) -> str | None:
    """Say what keeps a line from being an answer."""
    if not line:
        return "This is no JSON object."
    if not isinstance(line.get("id"), str):
        return "The answer names no report by its id."
    events = line.get("events")
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        return "The events of an answer are a list of objects; an empty one says that nothing happened."
    return None
