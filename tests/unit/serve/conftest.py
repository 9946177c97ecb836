"""What tests of the workbench share: an app on a store of four reports, and a browser's stand-in for each role."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.web import fetched, fill, session_of

from marsad.serve import Settings, make_app
from marsad.store import Store, open_store


class Browser(TestClient):
    """Sends forms and acts with the token that the page before gave."""

    def csrf(self, path: str = "/account") -> str:
        """Return the token of a page."""
        found = re.search(r'name="csrf" (?:value|content)="(\w+)"', self.get(path).text)
        assert found is not None
        return found[1]

    def submit(self, path: str, values: dict[str, Any] | None = None, *, page: str = "/account") -> Any:
        """Send a form."""
        return self.post(path, data={"csrf": self.csrf(page), **(values or {})})

    def act(self, path: str, body: dict[str, Any]) -> Any:
        """Send what a script would."""
        return self.post(path, json=body, headers={"X-CSRF": self.csrf(), "Accept": "application/json"})


@pytest.fixture(scope="session")
def filled(tmp_path_factory) -> Path:
    """A store with reports and people, to copy."""
    fetched("pages")
    path = tmp_path_factory.mktemp("serve") / "filled.db"
    with open_store(path, who="tester", create=True) as store:
        fill(store)
    return path


@pytest.fixture
def store(filled, tmp_path) -> Iterator[Store]:
    """A store of one's own."""
    with open_store(shutil.copy(filled, tmp_path / "store.db"), who="tester") as opened:
        yield opened


@pytest.fixture
def app(store) -> FastAPI:
    """The workbench on it."""
    return make_app(store, Settings())


@pytest.fixture
def browser(app, store) -> Callable[..., Browser]:
    """Make a browser of somebody; of nobody without a name."""

    def make(name: str = "", *, language: str = "en", **cookies: str) -> Browser:
        signed = {"marsad": session_of(store, name)} if name else {}
        return Browser(
            app, base_url="http://127.0.0.1:8000", cookies=signed | cookies, follow_redirects=False,
            raise_server_exceptions=False, headers={"Accept-Language": language},
        )  # fmt: skip

    return make
