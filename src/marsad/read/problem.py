"""What a run carries on past: input that could not be read, and posts that an export lacks."""

from __future__ import annotations

from marsad.errors import ReadError
from marsad.frozen import dataclass
from marsad.model.report import Report

__all__ = ["Found", "Lacking", "ReadProblem"]


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """A file or record that could not be read, and the error that says where, why and what to do.

    It stands in the stream in place of the report that it cost; the reports around it are read as usual.
    `lost` is False for what holds no report by its nature, and so costs none: the notice that somebody joined a
    channel, a photograph without words, the picture beside a letter.
    """

    error: ReadError
    lost: bool = True


@dataclass(frozen=True, slots=True)
class Lacking:
    """The numbers between the first and the last post of a whole channel that its export lacks: posts taken down.

    `address` begins the id of each post; `gaps` are the first and the last number of each row of numbers.
    """

    address: str
    gaps: tuple[tuple[int, int], ...]


Found = tuple[Report, int | None] | ReadProblem
"""What a reader of one kind yields: a report and its line in the file, or a problem."""
