"""`marsad compare`: two periods side by side, by area, kind or actor, on sources that reported throughout both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.endings import is_table
from marsad.cli.exits import Exit
from marsad.cli.options import AsJson, TableOutput
from marsad.cli.output import stream_to
from marsad.cli.told import Coded, Inputs, Registry, StoreName, heard_in, search_asked

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.trends import Contrast, Days

__all__ = ["compare"]

_PERIOD = "2024-03, 2024 or 2024-03-01..2024-03-15"


def compare(
    inputs: Inputs = None,
    *,
    store: StoreName = None,
    coded: Coded = None,
    sources: Registry = None,
    now: Annotated[
        str | None,
        typer.Option(metavar="PERIOD", help=f"{_PERIOD}. Default: the last whole month of the record."),
    ] = None,
    before: Annotated[
        str | None,
        typer.Option(metavar="PERIOD", help="What it is compared with. Default: the period of that length before it."),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="DIMENSION,...",
            help="Rows: country, admin1 to admin3, type, kind, actor, side1, side2; or none, for all together.",
        ),
    ] = "admin1",
    people: Annotated[
        str, typer.Option(metavar="COUNT,...", help="killed, killed_civilians, wounded, detained, abducted; or none.")
    ] = "killed",
    kind: Annotated[str | None, typer.Option("--type", metavar="TYPE,...", help="Event or sub-event types.")] = None,
    area: Annotated[str | None, typer.Option(metavar="UNIT,...", help="Countries or units: SY, SY09, SY0902.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="CODE,...", help="Actors on either side.")] = None,
    side1: Annotated[str | None, typer.Option(metavar="CODE,...", help="Who acts.")] = None,
    side2: Annotated[str | None, typer.Option(metavar="CODE,...", help="Who is acted upon.")] = None,
    pair: Annotated[str | None, typer.Option(metavar="CODE,CODE", help="Incidents between two actors.")] = None,
    panel: Annotated[str | None, typer.Option(metavar="SOURCE,...", help="Only these sources.")] = None,
    output: TableOutput = None,
    as_json: AsJson = False,
) -> None:
    """Compare two periods: this month with the month before, by area, kind or actor, each row with an interval.

    Counted is what sources told that reported throughout both, so that more reporting is not taken for more violence.
    """
    from marsad.trends import contrast, periods_asked

    asked = {"type": kind, "area": area, "actor": actor, "side1": side1, "side2": side2, "panel": panel, "pair": pair}
    search = search_asked("compare", asked)
    periods = [_period(told, option) for told, option in ((now, "--now"), (before, "--before"))]
    problems: list[ReadError] = []
    record = heard_in(inputs, store, coded, sources, problems)
    found = contrast(record, search, periods_asked(record, *periods), by=_listed(by), people=_listed(people))
    _show(found, output, as_json=as_json)
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _period(told: str | None, option: str) -> Days | None:
    from marsad.errors import SettingsError
    from marsad.trends import days_of

    try:
        return days_of(told) if told else None
    except SettingsError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def _listed(told: str) -> tuple[str, ...]:
    return () if told == "none" else tuple(part.strip() for part in told.split(","))


def _show(found: Contrast, output: Path | None, *, as_json: bool) -> None:
    from marsad.trends.show_contrast import about_contrast, contrast_object, contrast_table, write_contrast_csv

    if is_table(output, as_json=as_json):
        with stream_to(output) as stream:
            write_contrast_csv(found, stream)
        return
    if as_json or output is not None:
        from marsad.export.jsonl import to_line

        with stream_to(output) as stream:
            stream.write(to_line(contrast_object(found)))
        return
    from rich.console import Console

    console = Console(highlight=False)
    for line in about_contrast(found):
        console.print(line, markup=False)
    console.print()
    console.print(contrast_table(found), crop=False)
