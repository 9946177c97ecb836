"""What each kind of page costs in CPU: the workbench asked inside this process, one page after another.

    python -m benchmarks.pages_cpu STORE... [--times 40]

STORE is a file, or the address of a PostgreSQL on this machine, filled as `benchmarks.pages_load` fills one. Given is a
table of milliseconds of CPU at the median, with a column for the program on each store, and one for what the processes
of PostgreSQL take beside it, on average. No server of HTTP stands between: what it adds is the same for all pages.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable
from statistics import mean, median
from typing import Any
from urllib.parse import unquote

from benchmarks.asking import cpu_seconds, servers_of, signed_in
from benchmarks.pages_load import pages_of
from marsad.serve import Settings, make_app
from marsad.serve.warm import warm
from marsad.store import Store, open_store
from marsad.store.engine import is_sqlite

_WARM = 5
_OFTEN = 1_000_000

__all__ = ["costs_of"]

Asks = Callable[[str], Awaitable[int]]


def _browser(app: Any, headers: dict[str, str]) -> Asks:
    """Return what asks for an address and returns the status of the answer."""
    sent = [(b"host", b"127.0.0.1:8000"), *((name.lower().encode(), one.encode()) for name, one in headers.items())]

    async def ask(address: str) -> int:
        path, _, query = address.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": unquote(path), "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
            "headers": sent, "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8000),
        }  # fmt: skip
        statuses: list[int] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        await app(scope, receive, send)
        return statuses[0]

    return ask


async def costs_of(store: Store, times: int) -> dict[str, tuple[float, float]]:
    """Return milliseconds of the program at the median, and of the database on average, for each kind of page."""
    app = make_app(store, Settings(requests_a_minute=_OFTEN))
    app.state.kept_ready = True
    ask, servers = _browser(app, signed_in(store, "reader 0")[1]), servers_of(store)
    found = {}
    for name, page in pages_of(store).items():
        for _ in range(_WARM):
            await ask(page())
        taken, database = [], cpu_seconds(servers)
        for _ in range(times):
            address, began = page(), time.process_time()
            if await ask(address) != 200:
                raise RuntimeError(f"{address} is not answered.")
            taken.append(time.process_time() - began)
        found[name] = 1000 * median(taken), 1000 * (cpu_seconds(servers) - database) / times
    return found


def _main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stores", nargs="+")
    parser.add_argument("--times", type=int, default=40, help="how often each kind of page is asked")
    given = parser.parse_args()
    columns: dict[str, dict[str, float]] = {}
    for address in given.stores:
        with open_store(address) as store:
            warm(store)
            costs = asyncio.run(costs_of(store, given.times))
            named = "SQLite" if is_sqlite(store.engine) else "PostgreSQL"
            columns[named] = {name: program for name, (program, _) in costs.items()}
            if not is_sqlite(store.engine):
                columns["its database"] = {name: database for name, (_, database) in costs.items()}
    print("| page |", " | ".join(columns), "|")
    print("|---|" + "---|" * len(columns))
    for name in next(iter(columns.values())):
        print(f"| {name} |", " | ".join(f"{column[name]:.1f}" for column in columns.values()), "|")
    print("| all kinds, on average |", " | ".join(f"{mean(column.values()):.1f}" for column in columns.values()), "|")


if __name__ == "__main__":
    _main()
