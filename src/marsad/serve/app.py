"""The workbench put together: settings, protection, pages. What others add is a file in routes/ and its templates."""

from __future__ import annotations

import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from types import ModuleType

from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from marsad.serve import routes
from marsad.serve.api.app import PREFIX, make_api
from marsad.serve.crowd import Crowd
from marsad.serve.errors import answer_errors
from marsad.serve.headers import SafeHeaders, SmallBodies
from marsad.serve.menu import MenuItem
from marsad.serve.settings import Settings
from marsad.serve.static_files import mount
from marsad.serve.turns import InTurn
from marsad.serve.visitor import guard
from marsad.store import Store

__all__ = ["make_app"]


_AT_ONCE = 4
"""Pages that one process makes at a time."""

_THREADS = 12
"""Threads of one process: for pages, for what is sent to it, and for files."""


_NOWHERE = {"type": "http", "method": "GET", "path": "/", "root_path": "", "headers": []}


@cache
def _pages() -> APIRouter:
    """Return the pages of every module of `marsad.serve.routes`, put together once for all workbenches."""
    router = APIRouter(dependencies=[Depends(guard)], redirect_slashes=False)
    for module in _modules():
        router.include_router(module.router)
    return router


def _modules() -> list[ModuleType]:
    return [import_module(f"{routes.__name__}.{found.name}") for found in pkgutil.iter_modules(routes.__path__)]


@asynccontextmanager
async def _living(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = _THREADS
    for route in (*app.routes, *app.state.api.routes):
        route.matches(dict(_NOWHERE))  # FastAPI puts routes together when first asked: not while somebody waits
    yield


def make_app(store: Store, settings: Settings | None = None, crowd: Crowd | None = None) -> FastAPI:
    """Return the workbench on an open store. Raises SettingsError when its scripts and fonts are not there.

    `crowd` is its place among other processes that answer at the same address.

    Every module of `marsad.serve.routes` is taken in: its `router` with the pages, and `MENU` with what it adds to
    the menu.
    """
    settings = settings or Settings()
    app = FastAPI(
        title="marsad", docs_url=None, redoc_url=None, openapi_url=None, routes=_pages().routes,
        dependencies=[Depends(guard)], redirect_slashes=False, lifespan=_living,
    )  # fmt: skip
    app.state.store, app.state.settings = store, settings
    app.state.kept_ready = False
    app.state.is_ready = lambda: True
    menu: list[MenuItem] = [item for module in _modules() for item in getattr(module, "MENU", ())]
    app.state.menu = tuple(sorted(menu, key=lambda item: item.place))
    app.state.api = make_api(store, settings)
    app.state.api.state.workbench = app
    app.mount(PREFIX, app.state.api)
    answer_errors(app)
    mount(app)
    app.add_middleware(InTurn, at_once=_AT_ONCE, but=app.state.static, crowd=crowd)
    app.add_middleware(SmallBodies, largest=settings.largest_body)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)
    app.add_middleware(SafeHeaders, https=settings.https)
    return app
