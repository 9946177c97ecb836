"""`marsad code`: reports in, coded events out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from marsad.cli.exits import Exit
from marsad.export.choose import Format, RecordWriter, format_of, open_writer

if TYPE_CHECKING:
    from marsad.model.report import Report
    from marsad.pipeline import Coder
    from marsad.read import ReadProblem

__all__ = ["code"]


def code(
    inputs: Annotated[
        list[str], typer.Argument(metavar="IN...", help="Files, folders, patterns, or - for standard input.")
    ],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here, not to standard output.")] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Form of the output. Default: by the name of FILE, else jsonl.")
    ] = None,
    places: Annotated[
        Path | None,
        typer.Option(envvar="MARSAD_PLACES", help="A folder of place files to use beside the built-in places."),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD=COLUMN,...", help="Which columns hold which fields: so, or the name of a TOML file."
        ),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Write the events that are at least this likely.")
    ] = 0.5,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, max=64, help="Processes to code in.")] = 1,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no summary.")] = False,
) -> None:
    """Code reports, one record a report.

    Read are JSON Lines, JSON, CSV, text, web pages, feeds, Telegram exports, web archives and letters, plain or
    gzip. The order of the reports is kept. A report that cannot be read is named on standard error and costs
    nothing else; the exit status is then 1.
    """
    form = form or (format_of(output.name) if output else None) or Format.jsonl
    if output is None and form is Format.parquet:
        raise typer.BadParameter("Parquet is no text: name a file with -o.", param_hint="--format")
    if output is not None and output.resolve() in {Path(name).resolve() for name in inputs}:
        raise typer.BadParameter(f"{output} is an input, too.", param_hint="-o")
    coder = _prepare(
        form, places, min_confidence
    )  # before the output is opened: what is wrong here leaves an old output as it was
    reports = _reports(inputs, columns)
    with _stream(output) as stream:
        status = _run(reports, open_writer(form, stream), coder, jobs, str(output or "standard output"), quiet=quiet)
    raise typer.Exit(status)


def _prepare(form: Format, places: Path | None, minimum: float) -> Coder:
    from marsad.pipeline import Coder

    if form is Format.parquet:
        from marsad.export.parquet import load_pyarrow

        load_pyarrow()
    coder = Coder(places=places, minimum=minimum)
    _ = coder.gazetteer.name  # loads the places
    return coder


def _reports(inputs: list[str], columns: str | None) -> Iterator[Report | ReadProblem]:
    from marsad.read import read
    from marsad.read.columns import columns_of

    return read(inputs, columns=columns_of(columns) if columns else None)


@contextmanager
def _stream(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        stream = output.open("wb")
    except OSError as error:
        problem = f"{output} cannot be written ({error.strerror}). Name another file."
        raise typer.BadParameter(problem, param_hint="-o") from None
    with stream:
        yield stream


def _run(
    reports: Iterator[Report | ReadProblem],
    writer: RecordWriter,
    coder: Coder,
    jobs: int,
    written_to: str,
    *,
    quiet: bool,
) -> Exit:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from marsad.cli.coding import code_all
    from marsad.cli.summary import Summary
    from marsad.export import to_record
    from marsad.read import ReadProblem

    console = Console(stderr=True)
    summary = Summary(console=console, gazetteer=coder.gazetteer.name)
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} reports, {task.fields[events]:,} events"))
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task("coding", total=None, events=0)
        try:
            for outcome in code_all(reports, coder=coder, jobs=jobs):
                if isinstance(outcome, ReadProblem):
                    summary.add_problem(outcome)
                    continue
                report, coded = outcome
                writer.write(to_record(coded, report=report, gazetteer=coder.gazetteer.name))
                summary.add(coded)
                progress.update(task, advance=1, events=summary.types.total())
        except KeyboardInterrupt:
            writer.close()
            console.print(f"Stopped after {summary.reports:,} reports; what was written is whole.")
            return Exit.INTERRUPTED
    writer.close()
    if not quiet:
        summary.show(written_to)
    return summary.exit
