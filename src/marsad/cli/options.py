"""Options that several commands share: which records, of what time and place, by which rules made public."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.days import day_told
from marsad.cli.words import with_words_of

__all__ = [
    "Area",
    "Coded",
    "Inputs",
    "Kind",
    "OfIncidents",
    "Panel",
    "Rules",
    "Since",
    "StoreName",
    "Today",
    "Until",
]


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
