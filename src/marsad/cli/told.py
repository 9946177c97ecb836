"""Incidents with their independent voices, as `trend`, `alert` and `missing` take them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.asked import actor_asked, area_asked, each, kind_asked
from marsad.cli.days import in_order
from marsad.cli.records import found_of
from marsad.cli.words import with_words_of

if TYPE_CHECKING:
    from marsad.analyse.heard import Heard
    from marsad.analyse.voices import Told
    from marsad.errors import ReadError
    from marsad.trends import Search

__all__ = ["NO_DAY", "Coded", "Inputs", "Registry", "StoreName", "days_asked", "heard_in", "search_asked", "told_in"]

_PAIR = 2

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[IN]...", help="Incidents as marsad link writes them, JSON Lines; - for standard input."),
]
StoreName = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="MARSAD_STORE",
        callback=with_words_of,
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

NO_DAY = "No report names its outlet and its day of publication. Give reports both, or name the last day with --until."
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
    table, found = found_of(inputs, store, coded, problems, incidents=True)
    told = Voices(read_sources(registry) if registry else None).of(found)
    if told and table != INCIDENTS:
        raise typer.BadParameter(_TELLINGS, param_hint="IN")
    if not told and not inputs:
        raise typer.BadParameter(_UNLINKED, param_hint="--store")
    return told


def heard_in(
    inputs: list[str] | None,
    store: str | None,
    coded: list[str] | None,
    registry: Path | None,
    problems: list[ReadError],
) -> Sequence[Heard]:
    """Return what `told_in` does, of a store only what is counted: so a quarter of a million incidents fit in memory.

    The names in a registry hold for whole incidents alone.
    """
    if inputs or store is None or registry is not None:
        return told_in(inputs, store, coded, registry, problems)
    from marsad.analyse.kept_voices import kept_voices
    from marsad.settle import put_off, resume
    from marsad.store import open_store

    put_off()
    try:
        with open_store(store) as opened, opened.reading() as connection:
            found = kept_voices(opened, connection)
    finally:
        resume()
    if not found:
        raise typer.BadParameter(_UNLINKED, param_hint="--store")
    return sorted(found, key=lambda one: one.happening.key)  # databases read them in any order


def search_asked(name: str, asked: Mapping[str, str | None], **numbers: int) -> Search:
    """Return the search of options that part several values by commas; raises what a search of a file would."""
    from marsad.trends.search import search_of

    meant: dict[str, Callable[[str | None], str | None]] = {
        "area": area_asked,
        "type": partial(kind_asked, families=True),
        **{side: partial(actor_asked, option=f"--{side}") for side in ("actor", "side1", "side2", "pair")},
    }
    asked = {key: each(value, meant[key]) if key in meant else value for key, value in asked.items()}
    given = {key: tuple(part.strip() for part in value.split(",")) for key, value in asked.items() if value}
    if "pair" in given and len(given["pair"]) != _PAIR:
        raise typer.BadParameter("Write two actors, parted by a comma: sdf,is.", param_hint="--pair")
    return search_of({"name": name, **numbers, **given})


def days_asked(record: Sequence[Heard], since: date | None, until: date | None) -> tuple[date, date]:
    """Return the first and the last day, those of the record where none are named.

    Raises BadParameter where there are none, and for a last day before the first.
    """
    from marsad.trends.history import first_day, last_day

    first = since or first_day(record)
    last = until or last_day(record)
    if first is None or last is None:
        raise typer.BadParameter(NO_DAY, param_hint="IN")
    in_order(first, last)
    return first, last
