"""`marsad count`: how many, by time, area, actor, kind or source, with what is vague and the records behind it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.asked import area_asked, kind_asked
from marsad.cli.endings import is_table
from marsad.cli.exits import Exit
from marsad.cli.options import (
    Area,
    AsJson,
    Coded,
    Inputs,
    Kind,
    OfIncidents,
    Panel,
    Since,
    StoreName,
    TableOutput,
    Until,
    need_input,
)
from marsad.cli.output import stream_to
from marsad.cli.records import found_in, found_of, items_of, sift
from marsad.cli.said import said

if TYPE_CHECKING:
    from marsad.analyse import Counts, Spec
    from marsad.errors import ReadError
    from marsad.export.happening import Happening

__all__ = ["count", "counts_of", "panel_of"]

_LISTED = 12


def count(
    inputs: Inputs = None,
    *,
    store: StoreName = None,
    incidents: OfIncidents = False,
    by: Annotated[
        str,
        typer.Option(
            metavar="DIMENSION,...",
            help="day, week, month, year, country, admin1 to admin3, h3:N, actor, side1, side2, source, type, kind or "
            "status.",
        ),
    ] = "month",
    people: Annotated[
        str, typer.Option(metavar="COUNT,...", help="killed, killed_civilians, wounded, detained, abducted; or none.")
    ] = "killed",
    since: Since = None,
    until: Until = None,
    area: Area = None,
    kind: Kind = None,
    panel: Panel = None,
    coded: Coded = None,
    beside_ucdp: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A CSV of UCDP GED to set beside our counts.")
    ] = None,
    ids: Annotated[bool, typer.Option("--ids", help="Show the ids behind each number.")] = False,
    output: TableOutput = None,
    as_json: AsJson = False,
) -> None:
    """Count events or incidents, and the people they tell of: lowest, best and highest figure.

    Each is counted once in a period, that of its first day. What is less precise than the dimension has a row of its
    own ("month known only", "place above admin1"), and nothing is left out.
    """
    from marsad.analyse import Spec

    spec = Spec(
        by=tuple(by.split(",")),
        people=() if people == "none" else tuple(people.split(",")),
        since=since,
        until=until,
        area=area_asked(area),
        kind=kind_asked(kind),
        panel=panel_of(panel),
        ids=ids or as_json or output is not None or beside_ucdp is not None,
    )
    need_input(inputs, store)
    if inputs and incidents:
        raise typer.BadParameter("A file says itself what it holds.", param_hint="--incidents")
    problems: list[ReadError] = []
    if beside_ucdp is not None:
        _beside(found_of(inputs, store, coded, problems, incidents=incidents), spec, beside_ucdp, output, problems)
    else:
        _show(counts_of(inputs, store, coded, spec, problems, incidents=incidents), output, as_json=as_json, ids=ids)
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def panel_of(told: str | None) -> frozenset[str] | None:
    """Return the outlets that an option names, or the file of a registry does."""
    if told is None:
        return None
    if Path(told).is_file():
        from marsad.sources import read_sources

        return frozenset(name for source in read_sources(Path(told)).sources for name in source.names)
    return frozenset(name.strip() for name in told.split(","))


def counts_of(
    inputs: list[str] | None,
    store: str | None,
    coded: list[str] | None,
    spec: Spec,
    problems: list[ReadError],
    *,
    incidents: bool,
) -> Counts:
    """Count what files hold, or a store where none are named."""
    from marsad.analyse import count as count_records
    from marsad.analyse import count_stored

    if not inputs:
        from marsad.export.happening import EVENTS, INCIDENTS
        from marsad.store import open_store

        with open_store(str(store)) as opened:
            return _with_panel(count_stored(opened, spec, table=INCIDENTS if incidents else EVENTS))
    table, found = found_in(items_of(inputs), coded, problems)
    return _with_panel(count_records(found, spec, table=table))


def _with_panel(counts: Counts) -> Counts:
    """Return counts; raises BadParameter where a panel holds nobody who tells anything: it would count as nought."""
    panel, outlets = counts.spec.panel, sorted(counts.outlets)
    if panel is not None and outlets and not panel.intersection(outlets):
        more = "" if len(outlets) <= _LISTED else f" and {len(outlets) - _LISTED:,} more"
        problem = (
            f"Nothing is told by {', '.join(sorted(panel)[:_LISTED])}. Outlets: {', '.join(outlets[:_LISTED])}{more}."
        )
        raise typer.BadParameter(problem, param_hint="--panel")
    return counts


def _show(counts: Counts, output: Path | None, *, as_json: bool, ids: bool) -> None:
    from dataclasses import replace

    from marsad.analyse.show import as_json as to_json
    from marsad.analyse.show import rich_table, write_csv

    if is_table(output, as_json=as_json):
        with stream_to(output) as stream:
            write_csv(counts, stream)
        return
    if as_json or output is not None:
        with stream_to(output) as stream:
            stream.write(to_json(counts).encode("utf-8", "backslashreplace") + b"\n")
        return
    from rich.console import Console

    counts.spec = replace(counts.spec, ids=ids)
    console = Console(highlight=False)
    if not counts.rows and not counts.beside:
        said("Nothing to count.")
    console.print(rich_table(counts), crop=False)


def _beside(
    counted: tuple[str, Iterable[Happening]], spec: Spec, ged: Path, output: Path | None, problems: list[ReadError]
) -> None:
    from marsad.analyse import read_ged, side_by_side
    from marsad.analyse.counts import unit_of
    from marsad.analyse.show import beside_table, write_beside_csv
    from marsad.export.ucdp import outside_ged

    table, found = counted
    ours = [unit_of(one, spec) for one in found if outside_ged(one) is None]
    theirs = list(sift(read_ged(ged), problems))
    rows = side_by_side(ours, theirs, spec)
    said(f"Ours are {len(ours):,} {table} that UCDP would count: a death told, and a named armed side.")
    if output is not None:
        with stream_to(output) as stream:
            write_beside_csv(rows, spec.by, stream)
        return
    from rich.console import Console

    Console(highlight=False).print(beside_table(rows, spec.by))
