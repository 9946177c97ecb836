"""Incidents with their independent voices, as `trend`, `alert` and `missing` take them in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.records import found_in, found_in_store, items_of

if TYPE_CHECKING:
    from marsad.analyse.voices import Told
    from marsad.errors import ReadError

__all__ = ["Coded", "Inputs", "Registry", "StoreName", "told_in"]

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[IN]...", help="Incidents as marsad link writes them, JSON Lines; - for standard input."),
]
StoreName = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="MARSAD_STORE",
        metavar="STORE",
        help="Without IN: the incidents of a SQLite file, or postgresql://USER@HOST/DATABASE.",
    ),
]
Coded = Annotated[
    list[str] | None, typer.Option("--coded", help="The coded reports that incidents join: they say who is quoted.")
]
Registry = Annotated[
    Path | None,
    typer.Option("--sources", exists=True, dir_okay=False, help="A registry of sources, for their other names."),
]

_TELLINGS = "These are coded reports, of which many tell one act. Join them first: marsad link FILE -o incidents.jsonl"
_UNLINKED = "The store has no incidents. Link it first: marsad link --store STORE"


def told_in(
    inputs: list[str] | None,
    store: str | None,
    coded: list[str] | None,
    registry: Path | None,
    problems: list[ReadError],
) -> list[Told]:
    """Return the incidents of files or of a store with those who tell them.

    Raises BadParameter for coded reports that are not joined yet, and where there is nothing at all.
    """
    from marsad.analyse.voices import Voices
    from marsad.export.happening import INCIDENTS
    from marsad.sources import read_sources

    if not inputs and store is None:
        raise typer.BadParameter("Name a file of incidents, or a store with --store.", param_hint="IN")
    table, found = found_in(items_of(inputs), coded, problems) if inputs else found_in_store(str(store), incidents=True)
    told = Voices(read_sources(registry) if registry else None).of(found)
    if told and table != INCIDENTS:
        raise typer.BadParameter(_TELLINGS, param_hint="IN")
    if not told and not inputs:
        raise typer.BadParameter(_UNLINKED, param_hint="--store")
    return told
