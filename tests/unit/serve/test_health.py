"""What tells whether the workbench answers at once."""

from __future__ import annotations

import threading

from fastapi.testclient import TestClient

from marsad.serve import Settings, make_app
from marsad.serve.crowd import Crowd, room_for
from marsad.serve.warm import keep_warm


def test_it_says_when_it_is_ready(store):
    """Anybody may ask; until all is read the answer is 503, so that nobody is sent here yet."""
    app, loaded, ended = make_app(store, Settings(url="http://testserver")), threading.Event(), threading.Event()
    app.state.is_ready = loaded.is_set
    with TestClient(app) as browser:
        early = browser.get("/health")
        assert (early.status_code, early.json(), early.headers["retry-after"]) == (503, {"ready": False}, "1")

        def done():
            loaded.set()
            ended.set()

        keep_warm(store, ended, done)
        late = browser.get("/health")
        assert (late.status_code, late.json()) == (200, {"ready": True})
        assert "set-cookie" not in late.headers


def test_all_processes_are_ready_together(tmp_path):
    """A browser may come to any of them; one that takes the place of another is waited for again."""
    room_for(tmp_path, 2)
    one, other = Crowd(tmp_path), Crowd(tmp_path)
    one.note_ready()
    assert not one.ready()
    other.note_ready()
    assert (one.ready(), other.ready()) == (True, True)
    anew = Crowd(tmp_path)
    assert not one.ready()
    anew.note_ready()
    assert one.ready()
