"""`marsad chart`: counts as a picture, in Arabic or English, as SVG or PNG."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.asked import area_asked, kind_asked
from marsad.cli.count import counts_of, panel_of
from marsad.cli.exits import Exit
from marsad.cli.options import (
    Area,
    Coded,
    Inputs,
    Kind,
    OfIncidents,
    Panel,
    Rules,
    Since,
    StoreName,
    Today,
    Until,
    need_input,
)
from marsad.cli.output import stream_to
from marsad.cli.publish import Public, published_of
from marsad.cli.said import said

if TYPE_CHECKING:
    from marsad.analyse import Counts, Spec
    from marsad.errors import ReadError
    from marsad.pictures import Picture

__all__ = ["Digits", "Language", "chart", "say_if_empty", "write_picture"]

Language = Annotated[str, typer.Option("--lang", metavar="LANG", help="ar, ar-SY (كانون الثاني) or en.")]
Digits = Annotated[str, typer.Option(metavar="western|arabic", help="Digits in Arabic: 123 or ١٢٣.")]


def chart(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="series, cumulative, multiples, actors or calendar.")],
    inputs: Inputs = None,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write: .svg or .png.")],
    store: StoreName = None,
    incidents: OfIncidents = False,
    coded: Coded = None,
    language: Language = "ar",
    digits: Digits = "western",
    period: Annotated[
        str | None,
        typer.Option(help="day, week, month or year; month unless told otherwise. On a calendar day, or month."),
    ] = None,
    unit: Annotated[str, typer.Option("--by", help="What each small plot of multiples is for.")] = "admin1",
    people: Annotated[
        str | None,
        typer.Option(metavar="COUNT", help="killed, killed_civilians, wounded, detained or abducted, not how many."),
    ] = None,
    since: Since = None,
    until: Until = None,
    area: Area = None,
    act: Kind = None,
    panel: Panel = None,
    title: Annotated[str | None, typer.Option(help="Title in place of marsad's.")] = None,
    public: Annotated[
        bool, typer.Option("--public", help="By the rules of the public edition, actors outside the register unnamed.")
    ] = False,
    rules: Rules = None,
    today: Today = None,
) -> None:
    """Draw counts as they stand in `marsad count`: over time, by unit, who against whom, on a calendar.

    What no period or place can be told of is said below the title.
    """
    from marsad.analyse import Spec
    from marsad.pictures import chart as drawn
    from marsad.pictures import dimensions
    from marsad.wording import Tongue

    area = area_asked(area)
    tongue = Tongue.of(language, digits=digits, area=area)
    spec = Spec(
        by=dimensions(kind, period, unit),
        people=(people,) if people else (),
        since=since,
        until=until,
        area=area,
        kind=kind_asked(act),
        panel=panel_of(panel),
        ids=False,
    )
    need_input(inputs, store)
    problems: list[ReadError] = []
    if incidents and (inputs or public):
        raise typer.BadParameter("It goes with --store, and without --public.", param_hint="--incidents")
    if public:
        counts = _public(inputs, store, spec, Public(rules, today), problems)
    else:
        counts = counts_of(inputs, store, coded, spec, problems, incidents=incidents)
    say_if_empty(counts)
    write_picture(drawn(kind, counts, tongue, measure=people or "number", title=title, registered=public), output)
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _public(
    inputs: list[str] | None, store: str | None, spec: Spec, publish: Public, problems: list[ReadError]
) -> Counts:
    from marsad.analyse import count

    table, found = published_of(inputs, store, None, publish, problems)
    counts = count(found, spec, table=table)
    publish.tell()
    return counts


def say_if_empty(counts: Counts) -> None:
    """Say so where a picture has nothing to show: an empty one looks like a time or a place without violence."""
    if not counts.total.number:
        said("Nothing to draw: no event or incident fits what was asked for.")


def write_picture(picture: Picture, output: Path) -> None:
    """Write a picture as the name of the file asks; raises BadParameter for another ending."""
    from marsad.pictures import to_png, to_svg

    ending = output.suffix.lower()
    if ending not in (".svg", ".png"):
        raise typer.BadParameter(f"{output} ends in neither .svg nor .png.", param_hint="-o")
    drawn = to_png(picture) if ending == ".png" else to_svg(picture).encode("utf-8")
    with stream_to(output) as stream:
        stream.write(drawn)
