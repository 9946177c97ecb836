"""`marsad map`: where it happened, as a picture: exact places as points, all else as hatched circles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.asked import area_asked, kind_asked
from marsad.cli.chart import Digits, Language, say_if_empty, write_picture
from marsad.cli.exits import Exit
from marsad.cli.options import Area, Inputs, Kind, OfIncidents, Rules, Since, StoreName, Today, Until, need_input
from marsad.cli.publish import Public, published_of
from marsad.cli.records import found_of

if TYPE_CHECKING:
    from marsad.errors import ReadError

__all__ = ["map_"]


def map_(
    inputs: Inputs = None,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write: .svg or .png.")],
    store: StoreName = None,
    incidents: OfIncidents = False,
    coded: Annotated[
        list[str] | None, typer.Option(help="The coded reports that incidents join, for how vague a place is.")
    ] = None,
    language: Language = "ar",
    digits: Digits = "western",
    since: Since = None,
    until: Until = None,
    area: Area = None,
    act: Kind = None,
    boundaries: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Lines to draw below: GeoJSON of your own.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title in place of marsad's.")] = None,
    public: Annotated[bool, typer.Option("--public", help="By the rules of the public edition.")] = False,
    rules: Rules = None,
    today: Today = None,
) -> None:
    """Draw events or incidents on a map with names of towns; what lies in no listed unit is said below the title."""
    from marsad import gazetteer
    from marsad.analyse import Spec
    from marsad.pictures import area_map, read_boundaries, selected
    from marsad.pictures.frame import left_out
    from marsad.wording import Tongue

    area = area_asked(area)
    tongue = Tongue.of(language, digits=digits, area=area)
    spec = Spec(since=since, until=until, area=area, kind=kind_asked(act))
    need_input(inputs, store)
    if incidents and (inputs or public):
        raise typer.BadParameter("It goes with --store, and without --public.", param_hint="--incidents")
    lines = read_boundaries(boundaries) if boundaries else []
    problems: list[ReadError] = []
    publish = Public(rules, today) if public else None
    if publish is None:
        table, found = found_of(inputs, store, coded, problems, incidents=incidents)
    else:
        table, found = published_of(inputs, store, coded, publish, problems)
    chosen, counts = selected(found, spec, table=table)
    say_if_empty(counts)
    notes = [left_out(counts, tongue)]
    picture = area_map(chosen, gazetteer.load(), tongue, title=title, table=table, boundaries=lines, notes=notes)
    write_picture(picture, output)
    if publish is not None:
        publish.tell()
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)
