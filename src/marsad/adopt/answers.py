"""What another coder answered: one JSON object a report, its events by the codebook with the words of each field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import ReadError
from marsad.read.streams import Line, lines, open_stream

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
        with path.open("rb") as raw:
            for line in lines(open_stream(raw, str(path)), str(path)):
                problem = line.error or _take(line, events, str(path))
                if problem is not None:
                    problems.append(problem)
    except OSError as error:
        reason = f"The file cannot be opened ({error.strerror})."
        raise ReadError(reason, file=str(path), remedy="Check its name and your rights.") from None
    return Answers(events=events, problems=problems)


def _take(line: Line, events: dict[str, Sequence[Mapping[str, Any]]], file: str) -> ReadError | None:
    """Add the answer of a line to the others; return what is wrong with it where it is none."""
    if not line.content.strip():
        return None
    try:
        answer = json.loads(line.content)
    except (ValueError, RecursionError):
        answer = None
    wrong = _wrong(answer)
    if wrong is None and answer["id"] in events:
        wrong = f"{answer['id']!r} stands here a second time; the first answer counts."
    if wrong is not None:
        return ReadError(wrong, file=file, line=line.number, remedy=_REMEDY)
    events[answer["id"]] = answer["events"]
    return None


def _wrong(answer: Any) -> str | None:
    """Say what keeps the value of a line from being an answer."""
    if not isinstance(answer, dict) or not answer:
        return "This is no JSON object."
    if not isinstance(answer.get("id"), str):
        return "The answer names no report by its id."
    events = answer.get("events")
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        return "The events of an answer are a list of objects; an empty one says that nothing happened."
    return None
