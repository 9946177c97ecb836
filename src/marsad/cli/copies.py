"""`marsad copies`: reports in, groups of copies out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Annotated

import typer

from marsad.cli.exits import Exit
from marsad.cli.options import Output, Places
from marsad.cli.output import keep_inputs, stream_to
from marsad.cli.said import not_read, said

if TYPE_CHECKING:
    from marsad.copies import CopyGroup, CopyIndex

__all__ = ["copies"]


def copies(
    inputs: Annotated[
        list[str], typer.Argument(metavar="REPORTS...", help="Files, folders, patterns, or - for standard input.")
    ],
    output: Output = None,
    places: Places = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no summary.")] = False,
) -> None:
    """Group reports that are copies of one another: each group counts as one independent source.

    One group a line, with the report that the others were copied from and why each belongs to it; a report
    without copies is a group of its own. A report that cannot be read is named on standard error and costs
    nothing else; the exit status is then 1.
    """
    from marsad import gazetteer
    from marsad.copies import CopyIndex

    keep_inputs(inputs, output)
    started = time.monotonic()
    index = CopyIndex(gazetteer.load(places))
    unread = _take_in(inputs, index, quiet=quiet)
    groups = index.groups()
    with stream_to(output) as stream:
        _write(groups, stream)
    if not quiet:
        _summary(groups, len(index), time.monotonic() - started, str(output or "standard output"))
    raise typer.Exit(Exit.NOTHING_CODED if not len(index) else Exit.SOME_UNREAD if unread else Exit.OK)


def _take_in(inputs: list[str], index: CopyIndex, *, quiet: bool) -> int:
    """Read every report into the index; return how many inputs could not be read."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from marsad.read import ReadProblem, read

    console = Console(stderr=True)
    unread = 0
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} reports"))
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None)
        for item in read(inputs):
            if isinstance(item, ReadProblem):
                unread += 1
                not_read(item.error, unread)
                continue
            index.add(item)
            progress.update(task, advance=1)
    return unread


def _write(groups: Sequence[CopyGroup], stream: IO[bytes]) -> None:
    from marsad.copies.record import to_record
    from marsad.export.jsonl import to_line

    for group in groups:
        stream.write(to_line(to_record(group)))


def _summary(groups: Sequence[CopyGroup], reports: int, seconds: float, written_to: str) -> None:
    several = [group for group in groups if len(group.report_ids) > 1]
    largest = max(several, key=lambda group: len(group.report_ids), default=None)
    said(f"Reports: {reports:,}; independent sources: {len(groups):,} in {seconds:.1f} s.")
    if largest is not None:
        size = len(largest.report_ids)
        said(f"With copies: {len(several):,}; the most, {size:,} reports, go back to {largest.origin}.")
    said(f"Written to {written_to}.")
