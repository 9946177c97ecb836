"""`marsad doctor`: what works on this machine, what is missing, and whether a store should move."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["doctor"]


def doctor(
    store: Annotated[
        str | None,
        typer.Option(
            envvar="MARSAD_STORE", metavar="STORE", help="Look at this store, too: a SQLite file, or postgresql://..."
        ),
    ] = None,
) -> None:
    """Say what works on this machine, what is missing, and when a store should move to PostgreSQL.

    Ends with 1 when there is a problem; what is merely not installed is none.
    """
    from rich.console import Console
    from rich.table import Table

    from marsad.cli.exits import Exit
    from marsad.doctor import Level, look_at_machine, look_at_store
    from marsad.store import open_store

    found = list(look_at_machine())
    if store is not None:
        with open_store(store) as opened:
            found += look_at_store(opened)
    table = Table(box=None, show_header=False, pad_edge=False)
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column()
    for one in found:
        table.add_row(one.level.value, one.about, one.said)
    Console(highlight=False, markup=False).print(table)
    if any(one.level is Level.PROBLEM for one in found):
        raise typer.Exit(Exit.SOME_UNREAD)
