"""The interface put together: addresses, protection, problems, and its own description."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from fastapi import APIRouter, Depends, FastAPI

from marsad.serve.api import routes
from marsad.serve.api.calling import guard
from marsad.serve.api.describe import described
from marsad.serve.api.limits import Buckets
from marsad.serve.api.problems import answer_problems
from marsad.serve.settings import Settings
from marsad.store import Store

__all__ = ["PREFIX", "description", "make_api"]

PREFIX = "/api/v1"

_TAGS = ("token", "reports", "codings", "reviews", "incidents", "changes", "search", "counts", "actors", "places",
         "sources", "words", "log")  # fmt: skip


class _Api(FastAPI):
    """Describes itself with what all addresses share."""

    def openapi(self) -> dict[str, Any]:
        if not self.openapi_schema:
            self.openapi_schema = described(super().openapi())
        return self.openapi_schema


def make_api(store: Store, settings: Settings) -> FastAPI:
    """Return the interface on an open store."""
    api = _interface()
    api.state.store, api.state.settings = store, settings
    api.state.buckets, api.state.strangers = Buckets(settings.requests_a_minute), Buckets(settings.strangers_a_minute)
    answer_problems(api)
    return api


def description() -> dict[str, Any]:
    """Return what the interface says of itself on every store (OpenAPI 3.1)."""
    return _interface().openapi()


@cache
def _addresses() -> APIRouter:
    """Return every address: each module of `marsad.serve.api.routes` is taken in, once for all that is made of them."""
    router = APIRouter(dependencies=[Depends(guard)], redirect_slashes=False)
    for found in pkgutil.iter_modules(routes.__path__):
        router.include_router(import_module(f"{routes.__name__}.{found.name}").router)
    return router


def _interface() -> _Api:
    return _Api(
        title="marsad",
        version="1",
        description="Reports of armed conflict, the events and incidents coded from them, and every change of both.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        routes=_addresses().routes,
        dependencies=[Depends(guard)],
        openapi_tags=[{"name": name} for name in _TAGS],
        servers=[{"url": PREFIX}],
        root_path_in_servers=False,
        separate_input_output_schemas=False,
    )
