"""`marsad cluster`: very many reports, coded on several cores or machines."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.options import Output, Places
from marsad.cli.output import stream_to

__all__ = ["app", "code", "collect", "link", "shard"]

app = typer.Typer(help="Code very many reports on several cores or machines.", no_args_is_help=True)

_SHOWN = 20

_Shards = Annotated[Path, typer.Argument(metavar="SHARDS", help="The folder that `marsad cluster shard` wrote.")]
_Coded = Annotated[Path, typer.Argument(metavar="CODED", help="The folder that `marsad cluster code` wrote.")]
_Scheduler = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="A scheduler of Dask (tcp://HOST:8786); all see the folders.")
]
_Workers = Annotated[int, typer.Option(min=1, max=256, help="Without one: processes on this machine.")]
_Minimum = Annotated[float, typer.Option(min=0.0, max=1.0, metavar="P", help="As in `marsad code`.")]


@app.command()
def shard(
    inputs: Annotated[list[str], typer.Argument(metavar="IN...", help="Whatever `marsad code` reads.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="SHARDS", help="A folder for the shards.")],
    rows: Annotated[int, typer.Option(min=1, max=100_000, help="Reports a shard.")] = 2000,
) -> None:
    """Part reports into Parquet files by month, each some seconds of work.

    The same input gives the same files. Stopped in the middle, run it again.
    """
    from marsad.cli.exits import Exit
    from marsad.cluster.shards import shard as write
    from marsad.read import read

    done = write(read(inputs), output, most=rows)
    for problem in done.problems[:_SHOWN]:
        typer.echo(f"not read: {problem}", err=True)
    if len(done.problems) > _SHOWN:
        typer.echo(f"... and {len(done.problems) - _SHOWN:,} more that could not be read.", err=True)
    print(f"{output}: {done.reports:,} reports in {done.shards:,} shards.")
    if done.problems:
        raise typer.Exit(Exit.SOME_UNREAD)


@app.command()
def code(
    shards: _Shards,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="CODED", help="A folder for what is coded.")],
    scheduler: _Scheduler = None,
    workers: _Workers = 2,
    places: Places = None,
    min_confidence: _Minimum = 0.5,
) -> None:
    """Code every shard that is not coded yet by these very words and places.

    Killed at any point, run it again: what is written is not coded again. A shard or a report that fails is named on
    standard error and costs the others nothing; the exit status is then 1. A failed report has a record that says
    so, and is counted again by every later run.
    """
    import time

    from rich.console import Console
    from rich.progress import Progress

    from marsad.cli.exits import Exit
    from marsad.cluster.run import Dask, Failed, code_shards, failed_before, jobs_of

    console = Console(stderr=True)
    jobs, done = jobs_of(shards, output, places=places, minimum=min_confidence)
    not_coded = _NotCoded()
    for name, report, reason in failed_before(shards, output, places=places, minimum=min_confidence) if done else ():
        not_coded.add(name, report, reason)
    began = time.monotonic()
    reports = events = 0
    shards_failed: list[Failed] = []
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("shards", total=done + len(jobs), completed=done)
        for one in code_shards(jobs, Dask(scheduler=scheduler, workers=workers)) if jobs else ():
            progress.advance(task)
            if isinstance(one, Failed):
                shards_failed.append(one)
                continue
            reports, events = reports + one.reports, events + one.events
            for report, reason in one.failed:
                not_coded.add(one.name, report, reason)
    took = time.monotonic() - began
    rate = f" ({reports / took:,.0f} a second)" if reports else ""
    print(f"Reports coded: {reports:,} in {took:,.0f} s{rate}; events: {events:,}; shards done before: {done:,}.")
    for one in shards_failed:
        typer.echo(f"not coded: {one.name}: {one.reason}", err=True)
    if shards_failed:
        typer.echo(f"Shards not coded: {len(shards_failed):,}. Run the command again to try them again.", err=True)
    not_coded.show(output)
    if shards_failed or not_coded.count:
        raise typer.Exit(Exit.SOME_UNREAD)


class _NotCoded:
    """Reports that failed, the first of them named, all counted by shard."""

    def __init__(self) -> None:
        self._named: list[str] = []
        self._shards: Counter[str] = Counter()

    @property
    def count(self) -> int:
        """How many there are."""
        return self._shards.total()

    def add(self, shard_name: str, report: str, reason: str) -> None:
        self._shards[shard_name] += 1
        if len(self._named) < _SHOWN:
            self._named.append(f"not coded: {report} in {shard_name}: {reason}")

    def show(self, coded: Path) -> None:
        for line in self._named:
            typer.echo(line, err=True)
        if self.count > len(self._named):
            typer.echo("... and more; the column `failed` of the records names all.", err=True)
        for name, count in self._shards.most_common(_SHOWN):
            typer.echo(f"{count:>7,} failed in {name}", err=True)
        if len(self._shards) > _SHOWN:
            typer.echo(f"... and {len(self._shards) - _SHOWN:,} more shards.", err=True)
        if self.count:
            typer.echo(
                f"Reports that failed: {self.count:,}. Each has a record that says why. To code them again, code them "
                f"alone with `marsad code`, or delete the files of their shards in {coded / 'reports'} "
                "and run this command again.",
                err=True,
            )


@app.command()
def collect(
    shards: _Shards,
    coded: _Coded,
    output: Output = None,
    places: Places = None,
    min_confidence: _Minimum = 0.5,
) -> None:
    """Write all records as JSON Lines, in the order of the input: the very lines of `marsad code`."""
    from marsad.cluster.run import collect as write

    with stream_to(output) as stream:
        write(shards, coded, stream, places=places, minimum=min_confidence)
        stream.flush()


@app.command()
def link(
    shards: _Shards,
    coded: _Coded,
    output: Output = None,
    scheduler: _Scheduler = None,
    workers: _Workers = 2,
    places: Places = None,
    min_confidence: _Minimum = 0.5,
    reasons: Annotated[bool, typer.Option(help="Write why each member was linked.")] = True,
) -> None:
    """Join what was coded into incidents: codings are compared by the workers, a stretch of days at a time.

    The lines are those of `marsad link` over the collected records.
    """
    import time

    from marsad.cluster.linking import link_records
    from marsad.cluster.run import Dask, records_of
    from marsad.export.jsonl import to_line
    from marsad.link.record import to_record

    began = time.monotonic()
    files = records_of(shards, coded, places=places, minimum=min_confidence)
    with stream_to(output) as stream:
        incidents, index = link_records(files, Dask(scheduler=scheduler, workers=workers), places=places)
        for incident in incidents:
            stream.write(to_line(to_record(incident, index, reasons=reasons)))
        stream.flush()
    took = time.monotonic() - began
    typer.echo(f"Events: {len(index):,}; incidents: {len(incidents):,} in {took:,.0f} s.", err=True)
