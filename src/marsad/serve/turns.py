"""Pages made a few at a time: who asked first is answered first, however many steps his page takes."""

from __future__ import annotations

from asyncio import AbstractEventLoop, Semaphore, get_running_loop
from weakref import WeakKeyDictionary

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["InTurn"]

_MANY = 8
"""From so many waiting pages on, a process sends some browsers away."""

_LEAVES = 8
"""One of so many answers then ends its connection: the next one goes to whichever process has time for it."""

_READING = ("GET", "HEAD")


class InTurn:
    """Lets so many pages be made at once; others wait their turn, for more would only take time from each other.

    A turn ends when the answer begins, so that nobody waits for somebody's slow line; for the same reason what is sent
    to the workbench takes none. Files do not either: they are only read.
    """

    def __init__(self, app: ASGIApp, *, at_once: int, but: str) -> None:
        self.app, self.at_once, self.but = app, at_once, but
        self._turns: WeakKeyDictionary[AbstractEventLoop, Semaphore] = WeakKeyDictionary()
        self._waiting = self._answered = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, in turn."""
        if scope["type"] != "http" or scope["method"] not in _READING or scope["path"].startswith(self.but):
            await self.app(scope, receive, send)
            return
        turns = self._turns.setdefault(get_running_loop(), Semaphore(self.at_once))
        self._waiting += 1
        crowded = self._waiting > _MANY
        try:
            await turns.acquire()
        finally:
            self._waiting -= 1
        self._answered += crowded
        leaves, ended = crowded and self._answered % _LEAVES == 0, False

        def end() -> None:
            nonlocal ended
            if not ended:
                ended = True
                turns.release()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                end()
                if leaves:
                    MutableHeaders(scope=message)["connection"] = "close"
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            end()
