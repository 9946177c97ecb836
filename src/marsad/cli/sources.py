"""`marsad sources`: check and list a registry of sources, and keep it in a store."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.archive import WhoOption, whoever
from marsad.cli.days import day_told
from marsad.cli.exits import Exit
from marsad.cli.incident_words import counted
from marsad.cli.stores import StoreOption

if TYPE_CHECKING:
    from marsad.sources import Registry

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Check and list a registry of sources, and keep it in a store.")

_File = Annotated[Path, typer.Argument(metavar="SOURCES.toml", help="The registry.")]


@app.command()
def check(file: _File) -> None:
    """Print everything wrong with a registry: file, line, source and remedy. Ends with 4 when anything is."""
    from marsad.sources import check_sources

    registry, problems = check_sources(file)
    for problem in problems:
        print(problem)
    if registry is None or problems:
        raise typer.Exit(Exit.RESOURCES)
    feeds = sum(len(source.feed) for source in registry.sources)
    print(f"{counted(len(registry.sources), 'source')} with {counted(feeds, 'feed')}, no problems.")


@app.command("list")
def list_(
    file: _File,
    day: Annotated[
        date | None,
        typer.Option(parser=day_told, metavar="DAY", help="The day whose grades are shown. Default: today."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a source, with all it says.")] = False,
) -> None:
    """Show the sources of a registry, and how far each is relied on."""
    from marsad.sources import read_sources

    registry = read_sources(file)
    on = day or date.today()  # noqa: DTZ011 - the reader's own day
    if as_json:
        for source in registry.sources:
            told = source.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            print(json.dumps({**told, "grade": source.grade(on)}, ensure_ascii=False))
        return
    _table(registry, on)


def _table(registry: Registry, on: date) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "name", "kind", "country", "side", "grade", "feeds"):
        table.add_column(name, overflow="fold")
    for source in registry.sources:
        feeds = ", ".join(feed.kind for feed in source.feed) or "none"
        cells = (source.id, source.name, source.kind, source.country, source.side, source.grade(on), feeds)
        table.add_row(*(cell or "" for cell in cells))
    Console(file=sys.stdout).print(table)


@app.command()
def keep(file: _File, store: StoreOption, who: WhoOption = None) -> None:
    """Put the sources of a registry into a store, with all names and grades; those there are brought up to date."""
    from marsad.sources import read_sources
    from marsad.store import open_store
    from marsad.watch.keeping import keep_sources

    registry = read_sources(file)
    with open_store(store, create=True, who=whoever(who)) as opened:
        keep_sources(opened, registry)
        print(f"{opened.name}: {len(registry.sources)} sources of {file} are kept.")
