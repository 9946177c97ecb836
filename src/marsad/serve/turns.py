"""Pages made a few at a time: who asked first is answered first, however many steps his page takes."""

from __future__ import annotations

from asyncio import AbstractEventLoop, Semaphore, get_running_loop
from weakref import WeakKeyDictionary

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marsad.serve.crowd import Crowd

__all__ = ["InTurn"]

_READING = ("GET", "HEAD")


class InTurn:
    """Lets so many pages be made at once; others wait their turn, for more would only take time from each other.

    A turn ends when the answer begins, so that nobody waits for somebody's slow line; for the same reason what is sent
    to the workbench takes none. Files do not either: they are only read.
    """

    def __init__(self, app: ASGIApp, *, at_once: int, but: str, crowd: Crowd | None = None) -> None:
        self.app, self.at_once, self.but, self.crowd = app, at_once, but, crowd
        self._turns: WeakKeyDictionary[AbstractEventLoop, Semaphore] = WeakKeyDictionary()
        self._here = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, in turn."""
        if scope["type"] != "http" or scope["method"] not in _READING or scope["path"].startswith(self.but):
            await self.app(scope, receive, send)
            return
        turns = self._turns.setdefault(get_running_loop(), Semaphore(self.at_once))
        self._count(1)
        try:
            await turns.acquire()
        except BaseException:
            self._count(-1)
            raise
        ended = False

        def end() -> None:
            nonlocal ended
            if not ended:
                ended = True
                turns.release()
                self._count(-1)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                if self.crowd is not None and self.crowd.leaves():
                    MutableHeaders(scope=message)["connection"] = "close"
                end()
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            end()

    def _count(self, more: int) -> None:
        self._here += more
        if self.crowd is not None:
            self.crowd.wait(self._here)
