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

    from marsad.cli.exits import Exit
    from marsad.doctor import Finding, Level, look_at_machine, look_at_store
    from marsad.errors import StoreError
    from marsad.store import open_store

    found = list(look_at_machine())
    if store is not None:
        try:
            with open_store(store) as opened:
                found += look_at_store(opened)
        except StoreError as error:
            found.append(Finding(about="Store", level=Level.PROBLEM, said=str(error)))
    console = Console(highlight=False, markup=False, soft_wrap=True)  # a command is copied in one piece
    level, about = (max(len(getattr(one, name)) for one in found) for name in ("level", "about"))
    for one in found:
        console.print(f"{one.level.value:{level}}  {one.about:{about}}  {one.said}")
    if any(one.level is Level.PROBLEM for one in found):
        raise typer.Exit(Exit.SOME_UNREAD)
