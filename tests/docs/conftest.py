"""What pages need that speak of a running workbench: one, on a free port of this machine, and a token for it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from tests.web import fetched

from marsad.serve import Settings, make_app
from marsad.store import open_store
from marsad.store.accounts import add_user, user_named
from marsad.store.tokens import make_token


@pytest.fixture
def answering(tmp_path, monkeypatch) -> Iterator[None]:
    """A workbench on an empty store, whose address and token stand in the environment."""
    fetched("pages")
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with open_store(tmp_path / "api.db", create=True) as store:
        with store.writing() as connection:
            add_user(connection, "layla", "editor", who="tester")
            user = user_named(connection, "layla")
            assert user is not None
            _, token = make_token(connection, user, "pages", scopes=["write"], days=1, who="tester")
        server = uvicorn.Server(uvicorn.Config(make_app(store, Settings(url=url)), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        until = time.monotonic() + 30
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        monkeypatch.setenv("MARSAD_URL", url)
        monkeypatch.setenv("MARSAD_TOKEN", token)
        yield
        server.should_exit = True
        thread.join()
