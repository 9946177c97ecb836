"""The workbench on its own small server, and the link by which the first person comes in."""

from __future__ import annotations

import threading

from marsad.serve.settings import Settings
from marsad.store import Store
from marsad.store.accounts import has_admin, make_link

__all__ = ["first_link", "serve"]


def first_link(store: Store, settings: Settings) -> str | None:
    """Return the address where the first administrator chooses name and password, None when there is one already.

    It is good once, for a day; each call makes a new one and ends those before it.
    """
    with store.reading() as connection:
        if has_admin(connection):
            return None
    with store.writing() as connection:
        token = make_link(connection, role="admin", who=store.who)
    return f"{settings.url.rstrip('/')}/welcome/{token}"


def _warm() -> None:
    """Read places and actors before the first person looks one up."""
    from marsad.gazetteer import load
    from marsad.serve.lookup import find_actors, find_places

    find_places(load(), "ا")
    find_actors("ا")


def serve(store: Store, settings: Settings, *, host: str, port: int) -> None:
    """Answer requests until Ctrl-C. A proxy on this machine may tell where a request comes from."""
    import uvicorn

    from marsad.serve.app import make_app
    from marsad.serve.sight import keep_ready

    app, ended = make_app(store, settings), threading.Event()
    app.state.kept_ready = True
    threading.Thread(target=_warm, daemon=True).start()
    keeping = threading.Thread(target=keep_ready, args=(store, ended), daemon=True)
    keeping.start()
    try:
        uvicorn.run(
            app,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=True,
            forwarded_allow_ips="127.0.0.1",
        )
    finally:
        ended.set()
        keeping.join()
