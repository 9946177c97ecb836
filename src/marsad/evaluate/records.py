"""Coded records as the evaluation reads them: gold and predicted alike, one JSON object a report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import ReadError
from marsad.model.quantity import Estimate

__all__ = ["COUNTS", "EventRecord", "ReportRecord", "read_lines", "read_records"]

COUNTS = ("killed", "killed_civilians", "wounded", "detained", "abducted")
"""The counts of a record, each an object {low, best, high} or null."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One event of a record (codebook, section 8); what a record leaves out is None or empty."""

    sub_event_type: str | None
    side1: tuple[str, ...] = ()
    assist1: tuple[str, ...] = ()
    side2: tuple[str, ...] = ()
    assist2: tuple[str, ...] = ()
    place_name: str = ""
    country: str | None = None
    admin1: str | None = None
    place_precision: int | None = None
    also: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    day_precision: int | None = None
    killed: Estimate | None = None
    killed_civilians: Estimate | None = None
    wounded: Estimate | None = None
    detained: Estimate | None = None
    abducted: Estimate | None = None
    source_kinds: frozenset[str | None] = frozenset()
    status: str | None = None
    evidence: str = ""
    confidence: float | None = None
    field_confidence: tuple[tuple[str, float], ...] = ()

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> EventRecord:
        """Read an event as JSON has it; of the fields that a program adds, the probabilities are read."""
        place, when = value.get("place") or {}, value.get("date") or {}
        return cls(
            sub_event_type=value.get("sub_event_type"),
            side1=tuple(value.get("side1") or ()),
            assist1=tuple(value.get("assist1") or ()),
            side2=tuple(value.get("side2") or ()),
            assist2=tuple(value.get("assist2") or ()),
            place_name=place.get("name") or "",
            country=place.get("country"),
            admin1=place.get("admin1"),
            place_precision=place.get("precision"),
            also=tuple(place.get("also") or ()),
            start=when.get("start"),
            end=when.get("end"),
            day_precision=when.get("precision"),
            killed=Estimate.of(value.get("killed")),
            killed_civilians=Estimate.of(value.get("killed_civilians")),
            wounded=Estimate.of(value.get("wounded")),
            detained=Estimate.of(value.get("detained")),
            abducted=Estimate.of(value.get("abducted")),
            source_kinds=frozenset(source.get("kind") for source in value.get("sources") or ()),
            status=value.get("status"),
            evidence=value.get("evidence") or "",
            confidence=value.get("confidence"),
            field_confidence=tuple((value.get("confidence_fields") or {}).items()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord:
    """One report and its events; `text` is None where the record carries no text."""

    report_id: str
    events: tuple[EventRecord, ...]
    title: str = ""
    text: str | None = None
    published: str | None = None
    outlet: str | None = None
    style: str = ""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> ReportRecord:
        """Read a report as JSON has it; with no style told, the part of the id before "-" stands for it."""
        return cls(
            report_id=value["id"],
            events=tuple(EventRecord.from_json(event) for event in value["events"]),
            title=value.get("title") or "",
            text=value.get("text"),
            published=value.get("published"),
            outlet=value.get("outlet"),
            style=value.get("style") or str(value["id"]).partition("-")[0],
        )

    @property
    def source_text(self) -> str | None:
        """Title, line feed, text: the string that evidence is quoted from."""
        if self.text is None:
            return None
        return f"{self.title}\n{self.text}" if self.title else self.text


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (line number, object) of a JSONL file; raise ReadError at what is no record of a report."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{error}.", file=str(path), remedy="Check the path; the file must be UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise ReadError(
                f"This is not JSON: {error}.", file=str(path), line=number, remedy="Write one object a line."
            ) from error
        if not isinstance(value, dict) or not isinstance(value.get("id"), str):
            raise ReadError("The record has no id.", file=str(path), line=number, remedy='Add "id": "...".')
        if not isinstance(value.get("events"), list):
            raise ReadError(
                "The record has no list of events.",
                file=str(path),
                line=number,
                remedy='Add "events": [...], empty for a report without one.',
            )
        yield number, value


def read_records(path: Path) -> dict[str, ReportRecord]:
    """Return the records of a JSONL file by id; raise ReadError when an id stands there twice."""
    records: dict[str, ReportRecord] = {}
    for number, value in read_lines(path):
        record = ReportRecord.from_json(value)
        if record.report_id in records:
            raise ReadError(
                f"The id {record.report_id!r} stands in the file twice.",
                file=str(path),
                line=number,
                remedy="Keep one record a report.",
            )
        records[record.report_id] = record
    return records
