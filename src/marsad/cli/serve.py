"""`marsad serve`: the workbench on a store."""

from __future__ import annotations

from typing import Annotated

import typer

from marsad.cli.stores import StoreOption
from marsad.errors import MissingPackageError

__all__ = ["open_workbench", "serve"]


def serve(
    store: StoreOption,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    url: Annotated[
        str | None,
        typer.Option(envvar="MARSAD_URL", help="Address that browsers use, where it is another: https://..."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Processes that answer: one for each core, where many work at once.")
    ] = 1,
) -> None:
    """Open the workbench: pages to read reports, check what was coded, and correct it.

    A SQLite store that is not there is made. The first time, a link is printed by which the administrator comes in.
    """
    open_workbench(store, host=host, port=port, url=url, workers=workers)


def open_workbench(store: str, *, host: str, port: int, url: str | None = None, workers: int = 1) -> None:
    """Serve a store until Ctrl-C."""
    try:
        from marsad.serve.run import first_link, listening
        from marsad.serve.run import serve as run
        from marsad.serve.settings import Settings
        from marsad.serve.static_files import check_there
    except ModuleNotFoundError as error:
        raise MissingPackageError("The workbench", package=str(error.name), extra="serve") from None
    from marsad.store import open_store

    named = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104
    settings = Settings(url=url or f"http://{named}:{port}")
    check_there()  # before a link is told that nothing answers
    with listening(host, port) as at, open_store(store, create="://" not in store) as opened:
        link = first_link(opened, settings)
        print(f"The workbench is at {settings.url} (Ctrl-C ends it).", flush=True)
        if link:
            print(
                "Nobody can sign in yet. Choose the administrator's name and password here, within a day:", flush=True
            )
            print(f"  {link}", flush=True)
        run(opened, settings, at=at, workers=workers)
