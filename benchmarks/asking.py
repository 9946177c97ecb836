"""What asks a workbench: a browser that keeps its connection and looks at nothing, so that it takes little CPU."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from marsad.store import Store
from marsad.store.accounts import add_user, user_named
from marsad.store.engine import is_sqlite
from marsad.store.sessions import start_session
from marsad.store.tokens import make_token

__all__ = ["Browser", "cpu_seconds", "first_search", "servers_of", "serving", "share", "signed_in"]


class Browser:
    """Asks one page after another over one connection, anew where that was ended."""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self._port = port
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def wait(self) -> None:
        """Wait until somebody listens."""
        for _ in range(3000):
            try:
                self._open = await asyncio.open_connection("127.0.0.1", self._port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                return
        raise RuntimeError("Nobody listens.")

    async def get(self, address: str) -> int:
        """Return the status of an answer, read to its end."""
        for again in (True, False):
            try:
                return await self._get(address)
            except (ConnectionError, asyncio.IncompleteReadError):
                self.close()
                if not again:
                    raise
        raise RuntimeError(address)

    async def _get(self, address: str) -> int:
        if self._open is None:
            self._open = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 20)
        reader, writer = self._open
        writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n{self._headers}\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        status = int(head[9:12])
        length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length or 0))
        if b"connection: close" in head:
            self.close()
        return status

    def close(self) -> None:
        """End the connection."""
        if self._open is not None:
            self._open[1].close()
            self._open = None


def signed_in(store: Store, name: str) -> tuple[str, dict[str, str]]:
    """Return a person's cookie, and what the browser, and a program of theirs, says with each request."""
    with store.writing() as connection:
        if user_named(connection, name) is None:
            add_user(connection, name, "coder", who="benchmark")
        reader = user_named(connection, name)
        if reader is None:
            raise RuntimeError("There is nobody to ask as.")
        session = start_session(connection, reader, address="127.0.0.1", agent="benchmark")
        _, token = make_token(connection, reader, "benchmark", scopes=("read",), days=1, who=name)
    return session, {"Cookie": f"marsad={session}", "Authorization": f"Bearer {token}", "Accept-Language": "ar"}


@contextmanager
def serving(store: str, *, workers: int) -> Iterator[tuple[int, int]]:
    """Let `marsad serve` run on a store; give its port and the id of its process."""
    port = _free_port()
    command = [sys.executable, "-m", "marsad", "serve", "--store", store, "--port", str(port)]
    with subprocess.Popen([*command, "--workers", str(workers)], stdout=subprocess.DEVNULL) as running:
        try:
            yield port, running.pid
        finally:
            running.terminate()


async def first_search(port: int, headers: Mapping[str, str]) -> tuple[float, float]:
    """Return the seconds until the workbench says that it is ready, and those that the first search waits then."""
    browser = Browser(port, headers)
    await browser.wait()
    began = time.perf_counter()
    for _ in range(3000):
        if await browser.get("/health") == 200:
            break
        await asyncio.sleep(0.1)
    ready, began = time.perf_counter() - began, time.perf_counter()
    await browser.get("/explore")
    took = time.perf_counter() - began
    browser.close()
    return ready, took


def _free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def share(times: Sequence[float], of: float) -> float:
    """Return the time in milliseconds that a share of answers took at most."""
    return sorted(times)[min(int(of * len(times)), len(times) - 1)] * 1000


def servers_of(store: Store) -> list[int]:
    """Return the process that started those of a PostgreSQL on this machine, none for SQLite."""
    if is_sqlite(store.engine):
        return []
    with store.reading() as connection:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    return [int(Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[1])]


def cpu_seconds(pids: Iterable[int]) -> float:
    """Return the CPU time of processes and of all that they started, as Linux tells it."""
    parents: dict[int, list[int]] = {}
    spent: dict[int, float] = {}
    for found in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = found.read_text().rpartition(")")
        except OSError:
            continue
        of = rest.split()
        pid = int(name.split()[0])
        parents.setdefault(int(of[1]), []).append(pid)
        spent[pid] = (int(of[11]) + int(of[12])) / os.sysconf("SC_CLK_TCK")
    waiting, total = list(pids), 0.0
    while waiting:
        pid = waiting.pop()
        total += spent.get(pid, 0.0)
        waiting += parents.get(pid, ())
    return total
