"""What tests in a real browser share: the workbench on a free port, and pages of somebody in a language."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from tests.chromium import OFF, program
from tests.web import PASSWORD, fetched, fill, session_of

from marsad.serve import Settings, make_app
from marsad.store import Store, open_store
from marsad.store.accounts import change_user, user_named

SHOTS = os.environ.get("MARSAD_TEST_SHOTS")
"""A folder for pictures of the pages, where somebody wants to look at them."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser of this run."""
    if OFF:
        pytest.skip("MARSAD_TEST_BROWSER=off")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), chromium_sandbox=os.geteuid() != 0)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory) -> Path:
    """A store with reports and people, to copy."""
    fetched("pages")
    path = tmp_path_factory.mktemp("browser") / "filled.db"
    with open_store(path, who="tester", create=True) as store:
        fill(store)
    return path


@pytest.fixture
def store(filled, tmp_path) -> Iterator[Store]:
    """A store of one's own."""
    with open_store(shutil.copy(filled, tmp_path / "store.db"), who="tester") as opened:
        yield opened


@pytest.fixture
def kept_ready() -> bool:
    """Whether what viewers see is made ready beside the pages, and not by them."""
    return False


@pytest.fixture
def site(store, kept_ready) -> Iterator[str]:
    """The address of a running workbench."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    app = make_app(store, Settings(url=url))
    app.state.kept_ready = kept_ready
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield url
    server.should_exit = True
    thread.join(20)


class Visit:
    """A page of somebody, with what went wrong on it and what it asked other sites for."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.faults: list[str] = []
        self.elsewhere: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._said)
        page.on("request", lambda request: request.url.startswith(site) or self.elsewhere.append(request.url))

    def _said(self, message: Any) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(message.text)

    def open(self, path: str) -> Page:
        """Go to a path, and wait until its scripts have run."""
        self.page.goto(self.site + path)
        self.page.wait_for_load_state("load")
        return self.page

    def sign_in(self, name: str) -> None:
        """Give a name and the password of the tests where the page asks for them."""
        self.page.wait_for_selector("input[name=password]")
        self.page.fill("input[name=name]", name)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.keyboard.press("Enter")

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def picture(self, name: str) -> None:
        """Keep a picture of the page, where somebody asked for them."""
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(SHOTS) / f"{name}.png")


@pytest.fixture
def visit(chromium, site, store) -> Iterator[Callable[..., Visit]]:
    """Open the browser as somebody who reads a language, or as nobody."""
    contexts = []

    def make(name: str = "", *, language: str = "ar-SY", **settings: Any) -> Visit:
        context = chromium.new_context(
            locale=language, viewport={"width": 1366, "height": 850}, reduced_motion="reduce", **settings
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        if name:
            with store.writing() as connection:
                change_user(connection, user_named(connection, name), who="tester", language=language)
            context.add_cookies([{"name": "marsad", "value": session_of(store, name), "url": site}])
        return Visit(context.new_page(), site)

    yield make
    for context in contexts:
        context.close()
