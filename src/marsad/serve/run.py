"""The workbench on its own small server, in one process or several, and the link by which the first person comes in."""

from __future__ import annotations

import errno
import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL

from marsad.errors import SettingsError
from marsad.serve.settings import Settings
from marsad.store import Store, open_store
from marsad.store.accounts import has_admin, make_link

if TYPE_CHECKING:
    from fastapi import FastAPI

    from marsad.serve.crowd import Crowd

__all__ = ["first_link", "listening", "serve"]

_WAITING = 2048
"""How many connections wait to be taken, as many as uvicorn lets wait."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worker:
    """Makes the workbench in a process of its own, which opens the store for itself."""

    address: URL = field(repr=False)
    who: str
    settings: Settings
    folder: Path

    def __call__(self) -> FastAPI:
        from marsad.serve.crowd import Crowd

        store = open_store(self.address, who=self.who)
        return _ready(store, self.settings, threading.Event(), Crowd(self.folder))


def _ready(store: Store, settings: Settings, ended: threading.Event, crowd: Crowd | None = None) -> FastAPI:
    """Return the workbench; what the first person would wait for is read beside it from now on, until `ended`."""
    from marsad.serve.app import make_app
    from marsad.serve.warm import keep_warm

    app = make_app(store, settings, crowd)
    app.state.kept_ready = True
    loaded = threading.Event()
    app.state.is_ready = loaded.is_set if crowd is None else crowd.ready
    done = loaded.set if crowd is None else crowd.note_ready
    threading.Thread(target=keep_warm, args=(store, ended, done), daemon=True).start()
    return app


def listening(host: str, port: int) -> socket.socket:
    """Return what all processes take requests from. Raises SettingsError where nobody can listen there.

    Who comes before the first process is ready waits, in place of being turned away. It says that it is TCP: asyncio
    sends what it has without waiting for more only on sockets that do.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
        )[0]
        made = socket.socket(family, kind, protocol)
    except OSError as error:
        raise SettingsError(_unheard(host, port, error)) from error
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(_WAITING)
    except OSError as error:
        made.close()
        raise SettingsError(_unheard(host, port, error)) from error
    made.set_inheritable(True)
    return made


def _unheard(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken, perhaps by another workbench. End that one, or choose a port: --port {_free()}"
    if error.errno == errno.EACCES:
        return f"Port {port} is for the administrator of this machine. Choose a port from 1024 on: --port {_free()}"
    return f"{host} is no address of this machine. Leave --host out, or name one that it has."


def _free() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def serve(store: Store, settings: Settings, *, at: socket.socket, workers: int = 1) -> None:
    """Answer requests until Ctrl-C `at` what is listened on, in so many processes.

    A proxy on this machine may tell where a request comes from. The pages of one process are made on one core, whoever
    asks for them; each process holds incidents in memory.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from marsad.serve.crowd import room_for
    from marsad.serve.sight import keep_ready

    ended = threading.Event()
    keeping = threading.Thread(target=keep_ready, args=(store, ended), daemon=True)
    keeping.start()
    said: dict[str, Any] = {
        "log_level": "warning",
        "access_log": False,
        "server_header": False,
        "proxy_headers": True,
        "forwarded_allow_ips": "127.0.0.1",
    }
    try:
        if workers == 1:
            uvicorn.Server(uvicorn.Config(_ready(store, settings, ended), **said)).run(sockets=[at])
        else:
            with TemporaryDirectory(prefix="marsad-serve-", ignore_cleanup_errors=True) as folder:
                room_for(Path(folder), workers)
                worker = _Worker(address=store.engine.url, who=store.who, settings=settings, folder=Path(folder))
                config = uvicorn.Config(worker, factory=True, workers=workers, **said)
                Multiprocess(config, sockets=[at]).run()
    except KeyboardInterrupt:
        pass
    finally:
        ended.set()
        keeping.join()
