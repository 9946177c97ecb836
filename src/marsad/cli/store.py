"""`marsad store`: make a store, bring it up to date, say what it holds and how, verify, copy and restore it."""

from __future__ import annotations

from typing import Annotated

import typer

from marsad.cli.incident_words import counted

__all__ = ["app", "copy", "history", "info", "init", "restore", "verify"]

app = typer.Typer(
    help="Make a store, bring it up to date, say what it holds, verify, copy and restore it.", no_args_is_help=True
)

_SHOWN = 50

_Store = Annotated[
    str,
    typer.Argument(envvar="MARSAD_STORE", metavar="STORE", help="A SQLite file, or postgresql://USER@HOST/DATABASE."),
]


@app.command()
def init(store: _Store) -> None:
    """Make a store, or bring one of an older marsad up to date; what it holds is kept."""
    from marsad.store.engine import connect, name_of
    from marsad.store.schema import upgrade

    engine = connect(store, wait=30.0)
    try:
        before, after = upgrade(engine)
        name = name_of(engine.url)
    finally:
        engine.dispose()
    if before is None:
        print(f"{name}: made, schema {after}.")
    elif before == after:
        print(f"{name}: up to date, schema {after}.")
    else:
        print(f"{name}: brought from schema {before} to {after}.")


@app.command()
def info(store: _Store) -> None:
    """Say what a store holds, by which coders, and whether its log is whole."""
    from rich.console import Console
    from rich.table import Table

    from marsad.cli.exits import Exit
    from marsad.store import open_store

    with open_store(store) as opened:
        told = opened.told()
        broken = opened.first_broken()
    console = Console(highlight=False)
    console.print(f"{opened.name}: schema {told.schema}, made {told.created_at}", markup=False, soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", min_width=8)
    table.add_column()
    for name, count in told.counts.items():
        table.add_row(f"{count:,}", name)
    console.print(table)
    for coder, count in told.coders:
        words = f"marsad {coder.coder_version}, resources {coder.resources_version}, places {coder.gazetteer}"
        console.print(
            f"{count:>8,} coded by {words}, events from {coder.min_confidence} up", markup=False, soft_wrap=True
        )
    if broken is None:
        console.print("The log is whole.")
        return
    console.print(f"The log is broken at entry {broken}: it was changed from outside. Keep a copy and compare backups.")
    raise typer.Exit(Exit.DAMAGED)


@app.command()
def history(
    store: _Store,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a coding or act.")] = False,
) -> None:
    """Tell how a report came to be coded as it is: by whom, when, and what each coding changed."""
    import json

    from marsad.cli.recode import brief
    from marsad.errors import StoreError
    from marsad.store import open_store
    from marsad.store.coding_history import coding_history

    with open_store(store) as opened, opened.reading() as connection:
        found = coding_history(connection, report)
    if not found:
        remedy = "marsad search shows the reports there are, with their ids."
        raise StoreError(f"There is no report {report}.", store=opened.name, remedy=remedy)
    for one in found:
        if as_json:
            print(json.dumps(one, ensure_ascii=False))
            continue
        if one["kind"] == "act":
            print(f"{one['at']}  {one['by']}: {one['act']}" + (f" ({one['comment']})" if one["comment"] else ""))
            continue
        force = ", in force" if one["in_force"] else ""
        print(f"{one['at']}  {one['by']}: coded {counted(one['events'], 'event')}{force}")
        for change in one["changes"]:
            print(f"    {change['event']}: {change['field']}: {brief(change['before'])} -> {brief(change['after'])}")
        print(f"    record {one['record_sha256']}")


@app.command()
def verify(store: _Store) -> None:
    """Check the log's chain, every hash, and that rows and acts agree. Ends with 5 when anything does not fit.

    The last line is the hash of the last act: noted in another place, it shows later that nothing was cut off.
    """
    from marsad.cli.exits import Exit
    from marsad.store import open_store
    from marsad.store.log import last
    from marsad.store.verify import verify as problems_in

    count = 0
    with open_store(store) as opened, opened.reading() as connection:
        for problem in problems_in(connection):
            count += 1
            if count <= _SHOWN:
                print(problem)
        number, seal = last(connection)
        name = opened.name
    if count > _SHOWN:
        print(f"... and {count - _SHOWN:,} more.")
    print(f"{name}: {f'{count:,} problems' if count else 'whole'}, {number:,} acts.")
    print(seal)
    if count:
        raise typer.Exit(Exit.DAMAGED)


@app.command()
def copy(
    store: _Store,
    target: Annotated[
        str, typer.Argument(metavar="TO", help="An empty place: a new SQLite file, or postgresql://USER@HOST/DATABASE.")
    ],
) -> None:
    """Copy a store into an empty one, from SQLite to PostgreSQL or back, and verify it row by row.

    The old store stays as it was. Stopped in the middle, nothing is left in the new one.
    """
    from marsad.store import open_store
    from marsad.store.copy import Copied, copy_store
    from marsad.store.engine import connect, name_of

    def tell(copied: Copied) -> None:
        if copied.rows:
            print(f"{copied.rows:>12,}  {copied.table}")

    engine = connect(target, wait=30.0)
    try:
        with open_store(store) as opened:
            copied = copy_store(opened, engine, progress=tell)
    finally:
        engine.dispose()
    print(f"{name_of(engine.url)}: {sum(one.rows for one in copied):,} rows, the same as in {store}.")


@app.command()
def restore(
    backup: Annotated[str, typer.Argument(metavar="BACKUP", help="The file of a backup; it stays as it is.")],
    store: _Store,
) -> None:
    """Put a backup in the place of a store, once it is verified; the store that was there is kept under another name.

    Refused while another program has the store open. Ends with 5 when the backup is not whole, and changes nothing.
    """
    import getpass
    from pathlib import Path

    from marsad.cli.exits import Exit
    from marsad.errors import StoreError
    from marsad.store.restore import restore as put_back

    for name in (backup, store):
        if "://" in name:
            remedy = (
                "Into an empty PostgreSQL database: pg_restore what pg_dump wrote, "
                "or marsad store copy BACKUP postgresql://USER@HOST/DATABASE."
            )
            address = f"{name.split('://', maxsplit=1)[0]}://..."
            raise StoreError("Only the file of a SQLite store is restored.", store=address, remedy=remedy)
    told = put_back(Path(backup), Path(store), who=getpass.getuser())
    if told.problems:
        for problem in told.problems[:_SHOWN]:
            print(problem)
        if len(told.problems) > _SHOWN:
            print(f"... and {len(told.problems) - _SHOWN:,} more.")
        print(f"{backup}: {counted(len(told.problems), 'problem')}. Nothing was changed; try an earlier backup.")
        raise typer.Exit(Exit.DAMAGED)
    print(f"{backup}: whole, {told.acts:,} acts, the last {told.seal}")
    if told.kept is not None:
        print(f"{told.kept}: what was in {store} before; delete it when you no longer need it.")
    if told.before != told.after:
        print(f"{store}: brought from schema {told.before} to {told.after}.")
    print(f"{store}: restored. What was done since the backup is not in it, ended tokens and accounts among it.")
