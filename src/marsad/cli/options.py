"""Options that several commands share: which records, of what time and place, by which rules, and where to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.days import day_told
from marsad.cli.words import with_words_of

__all__ = [
    "Area", "AsJson", "Coded", "Inputs", "Kind", "OfIncidents", "Output", "Panel", "Places", "Quiet", "Rules", "Since",
    "StoreName", "TableOutput", "Today", "Until", "need_input",
]  # fmt: skip


Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[IN]...", help="Coded reports or incidents, JSON Lines; - for standard input."),
]
StoreName = Annotated[
    str | None,
    typer.Option(
        envvar="MARSAD_STORE",
        metavar="STORE",
        callback=with_words_of,
        help="Without IN: a SQLite file, or postgresql://USER@HOST/DATABASE.",
    ),
]
OfIncidents = Annotated[
    bool, typer.Option("--incidents", help="Of a store: its incidents, not the events of single reports.")
]
Coded = Annotated[list[str] | None, typer.Option(help="The coded reports that incidents join.")]
Since = Annotated[date | None, typer.Option(parser=day_told, metavar="DAY", help="First day on this day or later.")]
Until = Annotated[date | None, typer.Option(parser=day_told, metavar="DAY", help="First day on this day or before.")]
Area = Annotated[str | None, typer.Option(help="Country or unit, by code or name: SY, SY0901, إدلب.")]
Kind = Annotated[str | None, typer.Option("--type", help="Sub-event type.")]
Panel = Annotated[
    str | None, typer.Option(metavar="OUTLET,...", help="Only what one of these outlets tells; or a registry file.")
]
Rules = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Rules of the public edition, TOML.")]
Today = Annotated[
    date | None,
    typer.Option(parser=day_told, metavar="DAY", help="The day by which the rules' delays are reckoned."),
]
Places = Annotated[
    Path | None,
    typer.Option(envvar="MARSAD_PLACES", help="A folder of place files to use beside the built-in places."),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Write here, not to standard output.")]
TableOutput = Annotated[Path | None, typer.Option("-o", "--output", help="Write CSV or JSON here, by its name.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No summary.")]


def need_input(inputs: list[str] | None, store: str | None) -> None:
    """Raise BadParameter where neither a file nor a store is named."""
    if not inputs and store is None:
        raise typer.BadParameter("Name a file, or a store with --store.", param_hint="IN")
