"""`marsad map`: where it happened, as a picture: exact places as points, all else as hatched circles."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.chart import Digits, Language, write_picture
from marsad.cli.count import day_of
from marsad.cli.exits import Exit
from marsad.cli.publish import Public, public_items
from marsad.cli.records import found_in, found_in_store, items_of

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.export.happening import Happening

__all__ = ["map_"]

_DAY = "%Y-%m-%d"


def map_(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[IN]...", help="Coded reports or incidents, JSON Lines; - for standard input."),
    ] = None,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write: .svg or .png.")],
    store: Annotated[
        str | None,
        typer.Option(
            envvar="MARSAD_STORE",
            metavar="STORE",
            help="Without IN: a SQLite file, or postgresql://USER@HOST/DATABASE.",
        ),
    ] = None,
    incidents: Annotated[bool, typer.Option("--incidents", help="Of a store: its incidents, not its events.")] = False,
    coded: Annotated[
        list[str] | None, typer.Option(help="The coded reports that incidents join, for how vague a place is.")
    ] = None,
    language: Language = "ar",
    digits: Digits = "western",
    since: Annotated[datetime | None, typer.Option(formats=[_DAY], help="First day on this day or later.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=[_DAY], help="First day on this day or before.")] = None,
    area: Annotated[str | None, typer.Option(help="Country or unit: SY, SY09, SY0901.")] = None,
    act: Annotated[str | None, typer.Option("--type", help="Sub-event type.")] = None,
    boundaries: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Lines to draw below: GeoJSON of your own.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title in place of marsad's.")] = None,
    public: Annotated[bool, typer.Option("--public", help="By the rules of the public edition.")] = False,
    rules: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Rules of the public edition, TOML.")
    ] = None,
    today: Annotated[
        datetime | None, typer.Option(formats=[_DAY], help="The day by which the rules' delays are reckoned.")
    ] = None,
) -> None:
    """Draw events or incidents on a map with names of towns; what lies in no listed unit is said below the title."""
    from marsad import gazetteer
    from marsad.analyse import Spec
    from marsad.pictures import area_map, read_boundaries, selected
    from marsad.pictures.frame import left_out
    from marsad.wording import Tongue

    tongue = Tongue.of(language, digits=digits, area=area)
    spec = Spec(since=day_of(since), until=day_of(until), area=area, kind=act)
    if not inputs and store is None:
        raise typer.BadParameter("Name a file, or a store with --store.", param_hint="IN")
    if incidents and (inputs or public):
        raise typer.BadParameter("It goes with --store, and without --public.", param_hint="--incidents")
    lines = read_boundaries(boundaries) if boundaries else []
    problems: list[ReadError] = []
    publish = Public(rules, day_of(today)) if public else None
    table, found = _found(inputs, store, coded, publish, problems, incidents=incidents)
    chosen, counts = selected(found, spec, table=table)
    notes = [left_out(counts, tongue)]
    picture = area_map(chosen, gazetteer.load(), tongue, title=title, table=table, boundaries=lines, notes=notes)
    write_picture(picture, output)
    if publish is not None:
        publish.tell()
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _found(
    inputs: list[str] | None,
    store: str | None,
    coded: list[str] | None,
    publish: Public | None,
    problems: list[ReadError],
    *,
    incidents: bool,
) -> tuple[str, Iterable[Happening]]:
    from marsad.export.happening import EVENTS
    from marsad.export.source import of_records
    from marsad.store import open_store

    if inputs:
        items = items_of(inputs)
        return found_in(items if publish is None else public_items(items, publish), coded, problems)
    if publish is None:
        return found_in_store(str(store), incidents=incidents)
    with open_store(str(store)) as opened:
        return EVENTS, list(of_records(map(publish, map(json.loads, opened.lines()))))
