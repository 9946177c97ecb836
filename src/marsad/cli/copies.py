"""`marsad copies`: reports in, groups of copies out."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from marsad.cli.exits import Exit

if TYPE_CHECKING:
    from rich.console import Console

    from marsad.copies import CopyGroup, CopyIndex

__all__ = ["copies"]

_SHOWN = 20


def copies(
    inputs: Annotated[
        list[str], typer.Argument(metavar="REPORTS...", help="Files, folders, patterns, or - for standard input.")
    ],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here, not to standard output.")] = None,
    places: Annotated[
        Path | None,
        typer.Option(envvar="MARSAD_PLACES", help="A folder of place files to use beside the built-in places."),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no summary.")] = False,
) -> None:
    """Group reports that are copies of one another: each group counts as one independent source.

    One group a line, with the report that the others were copied from and why each belongs to it; a report
    without copies is a group of its own. A report that cannot be read is named on standard error and costs
    nothing else; the exit status is then 1.
    """
    from rich.console import Console

    from marsad import gazetteer
    from marsad.copies import CopyIndex

    if output is not None and output.resolve() in {Path(name).resolve() for name in inputs}:
        raise typer.BadParameter(f"{output} is an input, too.", param_hint="-o")
    console = Console(stderr=True)
    started = time.monotonic()
    index = CopyIndex(gazetteer.load(places))
    unread = _take_in(inputs, index, console, quiet=quiet)
    groups = index.groups()
    with _stream(output) as stream:
        _write(groups, stream)
    if not quiet:
        _summary(console, groups, len(index), time.monotonic() - started, str(output or "standard output"))
    raise typer.Exit(Exit.NOTHING_CODED if not len(index) else Exit.SOME_UNREAD if unread else Exit.OK)


def _take_in(inputs: list[str], index: CopyIndex, console: Console, *, quiet: bool) -> int:
    """Read every report into the index; return how many inputs could not be read."""
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from marsad.read import ReadProblem, read

    unread = 0
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} reports"))
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None)
        for item in read(inputs):
            if isinstance(item, ReadProblem):
                unread += 1
                if unread <= _SHOWN:
                    _say(console, f"not read: {item.error}")
                elif unread == _SHOWN + 1:
                    _say(console, "not read: more of the same kind follow.")
                continue
            index.add(item)
            progress.update(task, advance=1)
    return unread


def _say(console: Console, line: str) -> None:
    console.print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _stream(output: Path | None) -> Iterator[IO[str]]:
    if output is None:
        yield sys.stdout
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        stream = output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        problem = f"{output} cannot be written ({error.strerror}). Name another file."
        raise typer.BadParameter(problem, param_hint="-o") from None
    with stream:
        yield stream


def _write(groups: Sequence[CopyGroup], stream: IO[str]) -> None:
    from marsad.copies.record import to_record

    for group in groups:
        stream.write(json.dumps(to_record(group), ensure_ascii=False) + "\n")


def _summary(console: Console, groups: Sequence[CopyGroup], reports: int, seconds: float, written_to: str) -> None:
    several = [group for group in groups if len(group.report_ids) > 1]
    largest = max(several, key=lambda group: len(group.report_ids), default=None)
    _say(console, f"Reports: {reports:,}; independent sources: {len(groups):,} in {seconds:.1f} s.")
    if largest is not None:
        size = len(largest.report_ids)
        _say(console, f"With copies: {len(several):,}; the most, {size:,} reports, go back to {largest.origin}.")
    _say(console, f"Written to {written_to}.")
