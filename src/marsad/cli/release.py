"""`marsad release`: dated, numbered, hashed releases of the public edition, each made again bit for bit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.at_work import at_work
from marsad.cli.days import moment_told
from marsad.cli.incident_words import counted
from marsad.cli.options import Rules
from marsad.cli.stores import StoreOption

if TYPE_CHECKING:
    from marsad.release.manifest import Manifest

__all__ = ["app", "make", "rebuild", "show", "verify"]

app = typer.Typer(help="Make releases of the public edition, list and verify them.", no_args_is_help=True)

_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the releases.")]
_Jobs = Annotated[int, typer.Option("-j", "--jobs", min=1, max=64, help="Processes to take names out in.")]


@app.command()
def make(
    folder: _Folder,
    store: StoreOption,
    rules: Rules = None,
    note: Annotated[str, typer.Option(help="What readers should know of this release.")] = "",
    as_of: Annotated[
        datetime | None,
        typer.Option(
            parser=moment_told, metavar="TIME", help="The record as it stood then (2026-01-31T00:00Z). Default: now."
        ),
    ] = None,
    jobs: _Jobs = 1,
) -> None:
    """Make the next release: events as JSON Lines, CSV and GeoJSON, incidents, rules, notes, hashes.

    Names of private people are taken out; places and days are told as the rules allow. The notes say what was added,
    changed, merged and taken out since the release before.
    """
    from marsad.redact.rules import DEFAULT_RULES
    from marsad.release.make import make_release
    from marsad.release.manifest import folder_of
    from marsad.store import open_store

    with open_store(store) as opened, at_work("reading the record, and taking out what may not be told"):
        made = make_release(opened, folder, rules=rules or DEFAULT_RULES, note=note, as_of=as_of, jobs=jobs)
    print(f"{folder_of(folder, made.number)}: {_counts(made.counts)}, as of {made.as_of}.")
    print(f"manifest {made.sha256}")
    print("No machine finds every name: read what you publish.")


@app.command()
def rebuild(
    folder: _Folder,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="Number of the release.")],
    store: StoreOption,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="NEW", help="A folder that is not there yet.")],
    jobs: _Jobs = 1,
) -> None:
    """Make an earlier release again from the store, and compare it bit for bit. Ends with 5 when anything differs."""
    from marsad.cli.exits import Exit
    from marsad.release.make import rebuild_release
    from marsad.release.manifest import folder_of, read_manifest
    from marsad.store import open_store

    if output.exists():
        raise typer.BadParameter(f"{output} is there already. Name a new folder.", param_hint="-o")
    with open_store(store) as opened:
        different = rebuild_release(opened, folder, number, output, jobs=jobs)
    if not different:
        print(f"{output}: the same as {folder_of(folder, number)}, bit for bit.")
        return
    old, new = read_manifest(folder_of(folder, number)), read_manifest(output)
    print(f"{output}: differs from {folder_of(folder, number)} in {', '.join(different)}.")
    for name, before, now in (
        ("marsad", old.software, new.software),
        ("words", old.resources, new.resources),
        ("places", old.gazetteer, new.gazetteer),
    ):
        if before != now:
            print(f"It was made with {name} {before}, and now with {now}.")
    raise typer.Exit(Exit.DAMAGED)


@app.command("list")
def show(folder: _Folder) -> None:
    """List the releases of a folder."""
    for one in _there(folder):
        print(f"{one.number:>4}  {one.as_of}  {_counts(one.counts)}  {one.sha256[:16]}  {one.note}".rstrip())


@app.command()
def verify(folder: _Folder) -> None:
    """Check every file of every release, and that each names the one before. Ends with 5 when anything differs."""
    from marsad.cli.exits import Exit
    from marsad.release.manifest import faults

    done = _there(folder)
    found = list(faults(folder))
    for fault in found:
        print(fault)
    if found:
        raise typer.Exit(Exit.DAMAGED)
    print(f"{folder}: {counted(len(done), 'release')}, whole. The last manifest: {done[-1].sha256}")


def _there(folder: Path) -> list[Manifest]:
    from marsad.release.manifest import releases

    done = releases(folder)
    if not done:
        raise typer.BadParameter(f"{folder} holds no release. Make one: marsad release make {folder}", param_hint="DIR")
    return done


def _counts(counts: Mapping[str, int]) -> str:
    return f"{counts['events']:,} events of {counts['reports']:,} reports, {counts['incidents']:,} incidents"
