"""What tests of the client share: the workbench of the interface's tests, reached without a network."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from starlette.testclient import TestClient
from tests.unit.serve.api.conftest import app, linked, store, token
from tests.unit.serve.conftest import filled

from marsad.client import Client

__all__ = ["app", "filled", "linked", "store", "token"]

URL = "http://127.0.0.1:8000"


class Through(httpx.BaseTransport):
    """Hands requests to an app, and can answer some of them itself before."""

    def __init__(self, app) -> None:
        self.client = TestClient(app, base_url=URL, raise_server_exceptions=False)
        self.first: list[httpx.Response | Exception] = []
        self.asked: list[httpx.Request] = []

    def handle_request(self, request):
        self.asked.append(request)
        if self.first:
            answer = self.first.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        told = self.client.request(
            request.method, str(request.url), headers=dict(request.headers), content=request.read()
        )
        headers = [(name, value) for name, value in told.headers.items() if name != "content-length"]
        return httpx.Response(told.status_code, headers=headers, content=told.content)


@pytest.fixture
def through(app) -> Through:
    """The way to the workbench."""
    return Through(app)


@pytest.fixture
def client(through, token) -> Callable[..., Client]:
    """Make a client of somebody."""

    def make(name: str = "editor", **more) -> Client:
        return Client(URL, token(name, "write"), transport=through, **more)

    return make
