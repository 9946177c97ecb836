"""What tests of the interface share: programs with tokens, on a store of reports that are linked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.unit.serve.conftest import filled

from marsad import gazetteer
from marsad.incidents.linker import Linker
from marsad.serve import Settings, make_app
from marsad.store import Store, open_store
from marsad.store.accounts import user_named
from marsad.store.tokens import make_token

__all__ = ["filled"]

BASE = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def linked(filled, tmp_path_factory):
    """The store of the pages, with its reports linked."""
    path = shutil.copy(filled, tmp_path_factory.mktemp("api") / "linked.db")
    with open_store(path, who="tester") as store:
        Linker(store, gazetteer.load()).link()
    return path


@pytest.fixture
def store(linked, tmp_path) -> Iterator[Store]:
    """A store of one's own."""
    with open_store(shutil.copy(linked, tmp_path / "store.db"), who="tester") as opened:
        yield opened


@pytest.fixture
def app(store):
    """The workbench on it."""
    return make_app(store, Settings(requests_a_minute=100_000))


@pytest.fixture
def token(store) -> Callable[..., str]:
    """Make a token of somebody."""

    def make(name: str = "editor", *scopes: str) -> str:
        with store.writing() as connection:
            user = user_named(connection, name)
            assert user is not None
            return make_token(connection, user, "a test", scopes=scopes, days=1, who="tester")[1]

    return make


@pytest.fixture
def program(app, token) -> Callable[..., TestClient]:
    """Make a program that asks with a token of somebody."""

    def make(name: str = "editor", *scopes: str, **headers: str) -> TestClient:
        scopes = scopes or (("read",) if name == "viewer" else ("read", "write"))
        return TestClient(
            app, base_url=f"{BASE}/api/v1", headers={"Authorization": f"Bearer {token(name, *scopes)}", **headers},
            raise_server_exceptions=False,
        )  # fmt: skip

    return make


def problem(answer: Any) -> str:
    """Return the kind of a problem, after a look at the shape that all have."""
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == answer.status_code
    assert told["title"]
    return told["type"].removeprefix("urn:marsad:problem:")
