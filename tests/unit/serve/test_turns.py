"""Pages made a few at a time."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from marsad.serve.crowd import Crowd, room_for
from marsad.serve.turns import InTurn


def ran(work):
    """Run it in a thread of its own: a browser of another test may have left its loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


class Pages:
    """Stands in for the workbench: each page begins when it is let go on, and tells how many are made at once."""

    def __init__(self):
        self.making: list[str] = []
        self.let: dict[str, asyncio.Event] = {}

    async def __call__(self, scope, _receive, send):
        self.making.append(scope["path"])
        await self.let.setdefault(scope["path"], asyncio.Event()).wait()
        self.making.remove(scope["path"])
        if scope["path"] == "/broken":
            raise RuntimeError
        await send({"type": "http.response.start"})


def asking(app, *asked):
    """Ask for pages, each a task of its own; "POST /page" is another method."""

    async def send(_message):
        pass

    async def receive():
        return {}

    def one(page):
        method, path = page.split() if " " in page else ("GET", page)
        return asyncio.create_task(app({"type": "http", "method": method, "path": path}, receive, send))

    return [one(page) for page in asked]


def test_who_asked_first_is_answered_first():
    """Two are made at once; the third begins when one of them is done, also when that one fails."""

    async def run():
        pages = Pages()
        app = InTurn(pages, at_once=2, but="/static")
        tasks = asking(app, "/broken", "/two", "/three", "/four")
        await asyncio.sleep(0)
        seen = [list(pages.making)]
        for path in ("/broken", "/two", "/three", "/four"):
            pages.let[path].set()
            for _ in range(6):
                await asyncio.sleep(0)
            seen.append(list(pages.making))
        await asyncio.gather(*tasks, return_exceptions=True)
        return seen

    assert ran(run()) == [["/broken", "/two"], ["/two", "/three"], ["/three", "/four"], ["/four"], []]


def test_what_is_sent_and_files_wait_for_no_page():
    """A slow line sends for long, and a file is only read."""

    async def run():
        pages = Pages()
        app = InTurn(pages, at_once=1, but="/static")
        tasks = asking(app, "/one", "/two", "POST /sent", "/static/app.css")
        await asyncio.sleep(0)
        making = list(pages.making)
        for path in ("/one", "/two", "/sent", "/static/app.css"):
            pages.let.setdefault(path, asyncio.Event()).set()
        await asyncio.gather(*tasks)
        return making

    assert ran(run()) == ["/one", "/sent", "/static/app.css"]


def test_where_more_wait_than_elsewhere_some_connections_end(tmp_path):
    """As many as would let both processes have the same; none where few wait, or as many there as here."""
    room_for(tmp_path, 2)
    here, elsewhere = Crowd(tmp_path), Crowd(tmp_path)
    said = []

    async def at_once(_scope, _receive, send):
        await asyncio.sleep(0)
        await send({"type": "http.response.start", "headers": []})

    async def send(message):
        said.append((b"connection", b"close") in message["headers"])

    async def run(number):
        said.clear()
        app = InTurn(at_once, at_once=1, but="/static", crowd=here)
        await asyncio.gather(*(app({"type": "http", "method": "GET", "path": "/"}, None, send) for _ in range(number)))
        return said.count(True)

    elsewhere.wait(0)
    assert ran(run(8)) == 0
    assert ran(run(30)) == 11
    elsewhere.wait(29)
    assert ran(run(30)) == 0
    assert InTurn(at_once, at_once=1, but="/static").crowd is None
