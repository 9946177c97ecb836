"""What a run carries on past: input that could not be read."""

from __future__ import annotations

from marsad.errors import ReadError
from marsad.frozen import dataclass
from marsad.model.report import Report

__all__ = ["Found", "ReadProblem"]


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """A file or record that could not be read, and the error that says where, why and what to do.

    It stands in the stream in place of the report that it cost; the reports around it are read as usual.
    `lost` is False for what holds no report by its nature, and so costs none: the notice that somebody joined a
    channel, a photograph without words, the picture beside a letter.
    """

    error: ReadError
    lost: bool = True


Found = tuple[Report, int | None] | ReadProblem
"""What a reader of one kind yields: a report and its line in the file, or a problem."""
