"""`marsad watch`: sources polled politely, every answer archived, every report written once."""

from __future__ import annotations

import json
import re
import sys
import time
from contextlib import ExitStack
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.archive import ArchiveOption, WhoOption, whoever
from marsad.cli.exits import Exit
from marsad.cli.link_store import Linking
from marsad.cli.words import with_words_of

if TYPE_CHECKING:
    from rich.console import Console

    from marsad.sources import Registry
    from marsad.store import Store
    from marsad.watch import Tally, Watch
    from marsad.watch.settle import Gone, Keep

__all__ = ["watch"]

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def _seconds(told: str) -> float:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smhd])", told.strip())
    if match is None or float(match[1]) <= 0:
        raise typer.BadParameter(f"{told!r} is no span of time. Write 15m, 2h or 1d.", param_hint="--every")
    return float(match[1]) * _UNITS[match[2]]


def watch(
    file: Annotated[Path, typer.Argument(metavar="SOURCES.toml", help="The registry of sources.")],
    archive: ArchiveOption,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Add the reports to this file. Default: watch/reports.jsonl in the archive."),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar="STORE",
            callback=with_words_of,
            help="Keep the reports here, too: a SQLite file, or postgresql://USER@HOST/DATABASE.",
        ),
    ] = None,
    link: Annotated[
        bool, typer.Option("--link", help="Code what came and link it into incidents after each round; with --store.")
    ] = False,
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    every: Annotated[str, typer.Option(metavar="SPAN", help="How often: 90s, 15m, 2h, 1d.")] = "15m",
    delay: Annotated[float, typer.Option(min=0.0, help="Least seconds between two pages of one site.")] = 2.0,
    allow_private: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="A host that may be inside your own network; repeatable.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a round instead of the table.")] = False,
    who: WhoOption = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress.")] = False,
) -> None:
    """Watch sources: ask their feeds for news, keep every answer in an archive, and write what is new as reports.

    What fails is told and costs the others nothing; the exit status of one round is then 1, or 3 when all failed.
    Stopped or killed at any point, the next run goes on where it was.
    """
    pause = _seconds(every)
    if link and store is None:
        raise typer.BadParameter("There is no store to link in: add --store.", param_hint="--link")
    from rich.console import Console

    from marsad.fetch import PoliteClient
    from marsad.sources import read_sources
    from marsad.watch import Watch

    registry = read_sources(file)
    client = PoliteClient(tries=1, delay=delay, allow_private=frozenset(allow_private or ()))
    console = Console(stderr=True)
    with ExitStack() as opened:
        kept_in = _store(opened, store, registry, whoever(who))
        linking = Linking(kept_in) if kept_in is not None and link else None
        watching = Watch(
            registry, archive, out=out, client=client, who=whoever(who),
            keep=_keep(kept_in) if kept_in else None, gone=_gone(kept_in) if kept_in else None,
        )  # fmt: skip
        opened.callback(watching.close)
        try:
            while True:
                began = time.time()
                tallies: list[Tally] = []
                status = _round(watching, console, tallies, as_json=as_json, quiet=quiet)
                if kept_in is not None:
                    _note(kept_in, registry, tallies)
                if linking is not None and status is not Exit.INTERRUPTED:
                    console.print(linking.go_on(), markup=False, highlight=False, soft_wrap=True)
                if once or status is Exit.INTERRUPTED:
                    break
                time.sleep(max(began + pause - time.time(), 0))
        except KeyboardInterrupt:
            status = Exit.INTERRUPTED
    if status is Exit.INTERRUPTED:
        console.print("Stopped; what came is kept, and the next run goes on from here.")
    raise typer.Exit(status)


def _store(opened: ExitStack, store: str | None, registry: Registry, who: str) -> Store | None:
    if store is None:
        return None
    from marsad.store import open_store
    from marsad.watch.keeping import keep_sources

    kept_in = opened.enter_context(open_store(store, create=True, who=who))
    keep_sources(kept_in, registry)
    return kept_in


def _keep(store: Store) -> Keep:
    from marsad.watch.keeping import keep_in

    return keep_in(store)


def _gone(store: Store) -> Gone:
    from marsad.watch.keeping import gone_from

    return gone_from(store)


def _note(store: Store, registry: Registry, tallies: list[Tally]) -> None:
    from marsad.watch.keeping import note_feeds

    note_feeds(store, registry, tallies)


def _round(watching: Watch, console: Console, tallies: list[Tally], *, as_json: bool, quiet: bool) -> Exit:
    from rich.status import Status

    stopped = False
    try:
        if quiet or not console.is_terminal:
            watching.round(tallies)
        else:
            with Status("watching", console=console) as shown:
                watching.round(tallies, lambda job: shown.update(f"asking {job.url}"))
    except KeyboardInterrupt:
        stopped = True
    if as_json:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        print(json.dumps({"at": at, "feeds": [asdict(tally) for tally in tallies]}, ensure_ascii=False), flush=True)
    else:
        _table(tallies)
    if stopped:
        return Exit.INTERRUPTED
    failed = sum(bool(tally.problems) for tally in tallies)
    if failed and not any(tally.reports or tally.unchanged or not tally.problems for tally in tallies):
        return Exit.NOTHING_CODED
    return Exit.SOME_UNREAD if failed else Exit.OK


def _table(tallies: list[Tally]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("source")
    table.add_column("feed")
    for name in ("new", "edited", "asked", "same", "gone", "left", "failed"):
        table.add_column(name, justify="right")
    for tally in tallies:
        counts = (tally.reports, tally.edited, tally.fetched, tally.unchanged, tally.gone, tally.waiting)
        cells = [f"{count:,}" if count else "·" for count in (*counts, len(tally.problems))]
        table.add_row(tally.source, tally.kind, *cells)
    console = Console(file=sys.stdout)
    console.print(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}  {sum(t.reports for t in tallies):,} new reports")
    console.print(table)
    for tally in tallies:
        for problem in tally.problems:
            console.print(f"{tally.source}: {problem}", markup=False, highlight=False, soft_wrap=True)
