"""Read gold records and hold them to the codebook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from marsad.errors import ReadError
from marsad.evaluate.codebook import ACTOR_CODES, SOURCE_KINDS, STATUSES
from marsad.evaluate.records import COUNTS, ReportRecord, read_lines, read_records
from marsad.model.what import EVENT_TYPES
from marsad.model.who import SIDES, coded_by_name, is_coded_by_name

__all__ = ["Problem", "check_gold", "problems", "read_gold"]

_COUNTRY = re.compile("[A-Z]{2}")
_SYRIAN_ADMIN1 = re.compile("SY(0[1-9]|1[0-4])")
_WIDEST = 3
_LONGEST_EVIDENCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A breach of the codebook: where it stands, what is wrong, and what would be right."""

    line: int
    report_id: str
    event: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.report_id}, event {self.event + 1}, {self.field}: {self.message}"


def problems(event: Mapping[str, Any], text: str | None) -> Iterator[tuple[str, str]]:
    """Yield (field, message) for every breach of the codebook in one event of a report."""
    sub_event_type = event.get("sub_event_type")
    if sub_event_type not in EVENT_TYPES:
        yield "sub_event_type", f"{sub_event_type!r} is none of the 25 sub-event types."
    outside = coded_by_name("<name as in the text>")
    for side in SIDES:
        for code in event.get(side) or ():
            if code not in ACTOR_CODES and not is_coded_by_name(str(code)):
                yield side, f"{code!r} is no actor id; write {outside!r} for one outside the list."
    yield from _place_problems(event.get("place") or {})
    yield from _date_problems(event.get("date") or {})
    for name in COUNTS:
        yield from _count_problems(name, event.get(name))
    for source in event.get("sources") or ():
        if source.get("kind") not in SOURCE_KINDS:
            yield (
                "sources",
                f"{source.get('kind')!r} is no kind of source; use one of {', '.join(sorted(SOURCE_KINDS))}.",
            )
    if event.get("status") not in STATUSES:
        yield "status", f"{event.get('status')!r} is none of {', '.join(sorted(STATUSES))}."
    evidence = event.get("evidence")
    if text is not None and (not evidence or evidence not in text):
        yield "evidence", "The quotation does not stand in the title or text, letter for letter."
    elif evidence and len(evidence) > _LONGEST_EVIDENCE:
        yield "evidence", f"The quotation is longer than {_LONGEST_EVIDENCE} characters."


def _place_problems(place: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a place; no name, no country and precision 3 say that a report tells no place."""
    unknown = place.get("country") == ""
    if not place.get("name") and not (unknown and place.get("name") == "" and place.get("precision") == _WIDEST):
        yield "place.name", "A place needs a name, if only that of the country."
    if not unknown and not _COUNTRY.fullmatch(place.get("country") or ""):
        yield "place.country", f"{place.get('country')!r} is no ISO 3166 alpha-2 code."
    admin1 = place.get("admin1")
    if place.get("country") == "SY" and admin1 is not None and not _SYRIAN_ADMIN1.fullmatch(admin1):
        yield "place.admin1", f"{admin1!r} is no P-code of a Syrian governorate (SY01 to SY14)."
    if place.get("precision") not in (1, 2, 3):
        yield "place.precision", f"{place.get('precision')!r} is none of 1, 2, 3."


def _date_problems(when: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    try:
        start, end = date.fromisoformat(when["start"]), date.fromisoformat(when["end"])
    except (KeyError, ValueError, TypeError):
        yield "date", f"start {when.get('start')!r} and end {when.get('end')!r} must be ISO days."
    else:
        if start > end:
            yield "date", f"start {start} lies after end {end}."
    if when.get("precision") not in (1, 2, 3):
        yield "date.precision", f"{when.get('precision')!r} is none of 1, 2, 3."


def _count_problems(name: str, count: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    if count is None:
        return
    if set(count) != {"low", "best", "high"}:
        yield name, "A count is null or an object with low, best and high."
    for key, value in count.items():
        if value is not None and (not isinstance(value, int) or value < 0):
            yield name, f"{key} is {value!r}; it must be null or a whole number from 0 up."


def check_gold(path: Path) -> list[Problem]:
    """Return every breach of the codebook in a gold file, by line."""
    found: list[Problem] = []
    for line, value in read_lines(path):
        text = ReportRecord.from_json({**value, "events": []}).source_text
        for index, event in enumerate(value["events"]):
            found += [
                Problem(line=line, report_id=value["id"], event=index, field=field, message=message)
                for field, message in problems(event, text)
            ]
    return found


def read_gold(path: Path) -> dict[str, ReportRecord]:
    """Return the gold records of a file by id; raise ReadError when one breaks the codebook."""
    found = check_gold(path)
    if found:
        first, more = found[0], len(found) - 1
        raise ReadError(
            f"{first.report_id}, event {first.event + 1}, {first.field}: {first.message}"
            + (f" ({more} more like it in the file.)" if more else ""),
            file=str(path),
            line=first.line,
            remedy="Correct the record; docs/record.md says what each field may hold.",
        )
    return read_records(path)
