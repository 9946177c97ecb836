"""`marsad token`: tokens by which programs ask a workbench on behalf of a person."""

from __future__ import annotations

from typing import Annotated

import typer

from marsad.cli.stores import StoreOption

__all__ = ["app", "end", "list_", "make"]

app = typer.Typer(no_args_is_help=True, help="Make, list and end the tokens of programs that ask a workbench.")

_Person = Annotated[str, typer.Argument(metavar="PERSON", help="Name of the person on whose behalf it asks.")]


@app.command()
def make(
    person: _Person,
    store: StoreOption,
    name: Annotated[str, typer.Option("--name", help="What it is for.")],
    scope: Annotated[
        list[str] | None, typer.Option("--scope", help="What it may do beside reading: write, admin. May be repeated.")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=366, help="Days until it ends.")] = 90,
) -> None:
    """Make a token and print it: it is kept nowhere, and cannot be shown again."""
    from marsad.errors import StoreError
    from marsad.store import open_store
    from marsad.store.accounts import user_named
    from marsad.store.tokens import make_token

    with open_store(store) as opened, opened.writing() as connection:
        user = user_named(connection, person)
        if user is None:
            remedy = "Names are those that people sign in with."
            raise StoreError(f"There is nobody called {person!r}.", store=opened.name, remedy=remedy)
        _, token = make_token(connection, user, name, scopes=scope or (), days=days, who=opened.who)
    print(token)


@app.command("list")
def list_(store: StoreOption) -> None:
    """List the tokens that were not ended: never themselves, but whose they are and what they may do."""
    from rich.console import Console
    from rich.table import Table

    from marsad.store import open_store
    from marsad.store.tokens import tokens_of

    with open_store(store) as opened, opened.reading() as connection:
        found = tokens_of(connection)
    if not found:
        print("There are no tokens.")
        return
    table = Table(box=None, pad_edge=False)
    for column in ("number", "person", "name", "may", "until", "last used"):
        table.add_column(column, overflow="fold")
    for one in found:
        until = one.ends_at[:10] if one.good else f"{one.ends_at[:10]} (over)"
        table.add_row(str(one.key), one.owner, one.name, ", ".join(one.scopes), until, one.used_on or "never")
    Console(highlight=False).print(table)


@app.command()
def end(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Number that marsad token list shows.")],
    store: StoreOption,
) -> None:
    """End a token: from now on nobody gets in with it."""
    from marsad.errors import StoreError
    from marsad.store import open_store
    from marsad.store.tokens import end_token

    with open_store(store) as opened, opened.writing() as connection:
        if not end_token(connection, number, who=opened.who):
            remedy = "marsad token list shows those there are."
            raise StoreError(f"There is no token {number} to end.", store=opened.name, remedy=remedy)
    print(f"Token {number} is ended.")
