"""`marsad alert`: saved searches looked at again, and which of them rise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.days import day_told
from marsad.cli.exits import Exit
from marsad.cli.output import stream_to
from marsad.cli.said import said
from marsad.cli.told import NO_DAY, Coded, Inputs, Registry, StoreName, heard_in

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.trends import Comparison, Search

__all__ = ["alert"]

_NOTHING = "Name a file of searches, or a store in which somebody saved one that a trend can be asked about."


def alert(
    searches: Annotated[
        Path | None,
        typer.Argument(metavar="[SEARCHES]", exists=True, dir_okay=False, help="Searches, TOML or JSON."),
    ] = None,
    inputs: Inputs = None,
    *,
    store: StoreName = None,
    coded: Coded = None,
    sources: Registry = None,
    until: Annotated[
        date | None,
        typer.Option(parser=day_told, metavar="DAY", help="The last day. Default: the last on which anybody reported."),
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write JSON Lines here.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object a search.")] = False,
) -> None:
    """Look at saved searches: what rises, why it is not only more sources, and the incidents behind it.

    A search rises when sources that reported throughout tell more, by more than chance, and no single one of them
    makes the difference. Of a store those are looked at, too, that people saved in the workbench.
    """
    from marsad.trends import compare, read_searches
    from marsad.trends.history import last_day

    asked = [*(read_searches(searches) if searches else ()), *(_saved(store) if store and not inputs else ())]
    if not asked:
        raise typer.BadParameter(_NOTHING, param_hint="SEARCHES")
    problems: list[ReadError] = []
    record = heard_in(inputs, store, coded, sources, problems)
    last = until or last_day(record)
    if last is None:
        raise typer.BadParameter(NO_DAY, param_hint="IN")
    found = [compare(record, search, last=last) for search in asked]
    if as_json or output is not None:
        _write(found, output)
    else:
        _print(found)
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _saved(store: str) -> Iterator[Search]:
    """Yield what people saved in the workbench on a store, said whose it is; what is no search of a trend is named."""
    from marsad.errors import SettingsError
    from marsad.store import open_store
    from marsad.store.saved_searches import kept_searches
    from marsad.trends.saved import search_at

    with open_store(store) as opened, opened.reading() as connection:
        kept = kept_searches(connection)
    for one in kept:
        name = f"{one.name} ({one.owner})"
        try:
            yield search_at(name, one.address)
        except SettingsError as error:
            said(f"{name}: not looked at. {error}")


def _write(found: list[Comparison], output: Path | None) -> None:
    from marsad.export.jsonl import to_line
    from marsad.trends.judge import RISING
    from marsad.trends.show import as_object

    with stream_to(output) as stream:
        stream.writelines(to_line({"alert": one.verdict == RISING, **as_object(one)}) for one in found)


def _print(found: list[Comparison]) -> None:
    from rich.console import Console

    from marsad.trends.judge import RISING
    from marsad.trends.show import sources_table
    from marsad.trends.words import about_parts, because, headline

    console = Console(highlight=False)

    def say(*lines: str) -> None:
        for line in lines:
            console.print(line, markup=False)

    alerts = [one for one in found if one.verdict == RISING]
    for one in alerts:
        console.print(one.search.name, style="bold", markup=False)
        say(headline(one), *because(one), *about_parts(one))
        console.print(sources_table(one))
        ids = [name for week in one.told[one.weeks.before :] for name in week.ids]
        say(f"The incidents now: {' '.join(ids)}", "")
    for one in found:
        if one not in alerts:
            say(f"{one.search.name}: {headline(one)}")
    say(
        "",
        f"Searches that rise: {len(alerts)} of {len(found)}. Where nothing changes, about one in forty does by chance.",
    )
