"""Reports through the coder, in their order, in this process or in several."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.export.jsonl import to_line
from marsad.export.record import to_record
from marsad.frozen import dataclass
from marsad.model.event import CodedReport
from marsad.model.report import Report
from marsad.read import ReadProblem
from marsad.safely import FAILED, code_safely
from marsad.settle import settle

if TYPE_CHECKING:
    from marsad.cli.workers import Workers
    from marsad.safely import Codes

__all__ = ["Coded", "CodedBefore", "Halt", "Outcome", "Passed", "code_all", "workers_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What came of a report: the line of its record, as it is written, and what a run counts.

    A worker makes the line, so that the process that writes it need not. `events` are the sub-event types, `passed`
    the stage and reason of each stretch that tells no event.
    """

    report: Report
    line: bytes
    events: tuple[str, ...]
    passed: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, report: Report, coded: CodedReport, gazetteer: str) -> Coded:
        """Write a coded report down; `gazetteer` is the name of the places in use."""
        return cls(
            report=report,
            line=to_line(to_record(coded, report=report, gazetteer=gazetteer)),
            events=tuple([event.sub_event_type for event in coded.events]),
            passed=tuple([(skipped.stage, skipped.reason) for skipped in coded.skipped]),
        )

    @property
    def record(self) -> dict[str, Any]:
        """The record as an object."""
        value: dict[str, Any] = json.loads(self.line)
        return value

    @property
    def failed(self) -> str | None:
        """Why the report could not be coded, None when it was."""
        return next((reason for stage, reason in self.passed if stage == FAILED), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedBefore:
    """A report that a store holds, coded by this very version: the line of its record."""

    line: str

    @property
    def record(self) -> dict[str, Any]:
        """The record as an object."""
        value: dict[str, Any] = json.loads(self.line)
        return value


class Halt(Enum):
    """What stands between the reports of a feed: here ends what came together; after that nothing came for a while."""

    BATCH = auto()
    PAUSE = auto()


Passed = ReadProblem | CodedBefore | Halt
Item = Report | Passed
Outcome = Coded | Passed


def code_all(items: Iterable[Item], *, coder: Codes, workers: Workers[Passed] | None = None) -> Iterator[Outcome]:
    """Yield each report with what was coded from it, and whatever else comes as it is, in the order of the input.

    This process codes, or its workers do. At most some reports a worker are held at any time, so an input of any
    length fits in memory.
    """
    if workers is not None:
        settle()
        yield from workers.code(items)
        return
    for number, item in enumerate(items):
        if number:
            settle()
        yield _coded(coder, item) if isinstance(item, Report) else item


@contextmanager
def workers_of(jobs: int, places: Path | str | None, minimum: float) -> Iterator[Workers[Passed] | None]:
    """Start as many processes as are asked for, and end them; None where this one is enough.

    Each loads what it codes with, which takes as long as this process takes to make ready: so they start first.
    """
    if jobs == 1:
        yield None
        return
    from marsad.cli.workers import Workers

    with Workers[Passed](places, minimum, jobs) as workers:
        workers.start()
        yield workers


def _coded(coder: Codes, report: Report) -> Coded:
    return Coded.of(report, code_safely(coder, report), coder.gazetteer.name)
