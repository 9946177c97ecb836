"""`marsad missing`: how many incidents nobody tells, what each source covers, and how late events are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.days import day_told
from marsad.cli.endings import is_table
from marsad.cli.exits import Exit
from marsad.cli.options import AsJson, TableOutput
from marsad.cli.output import stream_to
from marsad.cli.told import Coded, Inputs, Registry, StoreName, days_asked, heard_in, search_asked

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.missing import Covered, Delays, Missing

__all__ = ["missing"]


def missing(
    inputs: Inputs = None,
    *,
    store: StoreName = None,
    coded: Coded = None,
    sources: Registry = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="TYPE,...", help="Event or sub-event types.")] = None,
    area: Annotated[str | None, typer.Option(metavar="UNIT,...", help="Countries or units: SY, SY09, SY0902.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="CODE,...", help="Actors on either side.")] = None,
    since: Annotated[
        date | None,
        typer.Option(parser=day_told, metavar="DAY", help="The first day. Default: the first of the record."),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(parser=day_told, metavar="DAY", help="The last day. Default: the last on which anybody reported."),
    ] = None,
    panel: Annotated[
        str | None, typer.Option(metavar="SOURCE,...", help="The sources to take for lists, of those that may be.")
    ] = None,
    output: TableOutput = None,
    as_json: AsJson = False,
) -> None:
    """Estimate how many incidents nobody tells, from how often independent sources tell the same ones.

    Where the record does not carry an estimate there is none, and the output says why. What each source covers and how
    late events are told stands below.
    """
    from marsad.missing import coverage, delays
    from marsad.missing import missing as estimate

    asked = {"type": kind, "area": area, "actor": actor, "panel": panel}
    search = search_asked("missing", asked)
    problems: list[ReadError] = []
    record = heard_in(inputs, store, coded, sources, problems)
    first, last = days_asked(record, since, until)
    found = estimate(record, search, since=first, last=last)
    _show(found, coverage(found.told, last=last), delays(found.told, last=last), output, as_json=as_json)
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _show(
    found: Missing, covered: tuple[Covered, ...], late: Delays | None, output: Path | None, *, as_json: bool
) -> None:
    from marsad.missing.show import as_object, coverage_table, write_csv
    from marsad.missing.words import about_delays, about_estimate

    if is_table(output, as_json=as_json):
        with stream_to(output) as stream:
            write_csv(covered, stream)
        return
    if as_json or output is not None:
        from marsad.export.jsonl import to_line

        whole: dict[str, Any] = as_object(found, covered, late)
        with stream_to(output) as stream:
            stream.write(to_line(whole))
        return
    from rich.console import Console

    console = Console(highlight=False)
    for line in (*about_estimate(found), ""):
        console.print(line, markup=False)
    if covered:
        console.print(coverage_table(covered))
        console.print()
    for line in about_delays(late):
        console.print(line, markup=False)
