"""How fast pages answer when fifty people work at once: a running workbench on a store, asked as browsers ask.

    python -m benchmarks.pages_load STORE [--people 50] [--requests 1500] [--pause 3]

starts `marsad serve` on the store, signs in as one of its people, and lets each of the fifty ask for one page after
another: reports, lists, incidents, the map. For each page it prints the time of an
answer, median and 95 %, alone and with all others at work. `--pause 0` lets
nobody read what he was given, and tells how much the program can do at most.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from urllib.parse import quote

import httpx
from sqlalchemy import select

from marsad.store import Store, open_store
from marsad.store.accounts import kept_users
from marsad.store.sessions import start_session
from marsad.store.tables import reports

_AT_ONCE = 400
_WARM = 3


def _ids(store: Store) -> list[str]:
    """Return ids of reports from all over the store."""
    with store.reading() as connection:
        found = list(connection.scalars(select(reports.c.report_id)))
    return random.Random(7).sample(found, min(_AT_ONCE, len(found)))


def _pages(store: Store) -> dict[str, Callable[[], str]]:
    """Return what makes an address of each page."""
    rng = random.Random(11)
    of_reports = _ids(store)
    areas = ("SY09", "SY11", "SY07", "SY02", "IQ")
    return {
        "report": lambda: f"/reports/{quote(rng.choice(of_reports), safe='')}",
        "history": lambda: f"/history/{quote(rng.choice(of_reports), safe='')}",
        "list of work": lambda: f"/queue?order={rng.choice(('severity', 'confidence', 'newest'))}",
        "list of work, one area": lambda: f"/queue?area={rng.choice(areas)}",
        "incidents": lambda: f"/incidents?kind={quote(rng.choice(('Attack', 'Arrests', 'Armed clash')))}",
        "map": lambda: "/map",
        "what the map draws": lambda: f"/map/drawn?zoom=6&west=35&south=32&east=43&north={rng.choice((36, 37, 38))}",
    }


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def _ask(client: httpx.AsyncClient, name: str, address: str, told: dict[str, list[float]]) -> None:
    began = time.perf_counter()
    answer = await client.get(address)
    told.setdefault(name, []).append(time.perf_counter() - began)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")


async def _person(
    client: httpx.AsyncClient,
    pages: dict[str, Callable[[], str]],
    number: int,
    told: dict[str, list[float]],
    left: list[int],
    pause: float,
) -> None:
    rng = random.Random(number)
    await asyncio.sleep(rng.uniform(0, pause))
    while left[0] > 0:
        left[0] -= 1
        name = rng.choice(list(pages))
        await asyncio.sleep(rng.uniform(0, 2 * pause))
        await _ask(client, name, pages[name](), told)


async def _measure(
    url: str, token: str, pages: dict[str, Callable[[], str]], people: int, requests: int, pause: float
) -> None:
    limits = httpx.Limits(max_connections=people, max_keepalive_connections=people)
    async with httpx.AsyncClient(base_url=url, cookies={"marsad": token}, timeout=60, limits=limits) as client:
        for name, page in pages.items():
            for _ in range(_WARM):
                await _ask(client, name, page(), {})
        alone: dict[str, list[float]] = {}
        for name, page in pages.items():
            for _ in range(40):
                await _ask(client, name, page(), alone)
        together: dict[str, list[float]] = {}
        left, began = [requests], time.perf_counter()
        await asyncio.gather(*(_person(client, pages, number, together, left, pause) for number in range(people)))
        took = time.perf_counter() - began
    print(f"{people} people, {pause:g} s between two pages of one: {requests / took:.0f} pages a second")
    print(f"{'page':<26}{'alone, median':>15}{'alone, 95 %':>14}{'together, median':>18}{'together, 95 %':>16}")
    for name in pages:
        figures = [_share(times[name], share) for times in (alone, together) for share in (0.5, 0.95)]
        print(f"{name:<26}{figures[0]:>12.0f} ms{figures[1]:>11.0f} ms{figures[2]:>15.0f} ms{figures[3]:>13.0f} ms")
    everything = [one for times in together.values() for one in times]
    print(f"{'all pages':<26}{'':>15}{'':>14}{_share(everything, 0.5):>15.0f} ms{_share(everything, 0.95):>13.0f} ms")


def _share(times: list[float], share: float) -> float:
    """Return the time in milliseconds that a share of answers took at most."""
    return sorted(times)[min(int(share * len(times)), len(times) - 1)] * 1000


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--requests", type=int, default=1500)
    parser.add_argument("--pause", type=float, default=3.0, help="seconds between two pages of a person, on average")
    given = parser.parse_args()
    with open_store(given.store) as store:
        pages = _pages(store)
        with store.writing() as connection:
            user = next(user for user in kept_users(connection) if user.role != "viewer")
            token = start_session(connection, user, address="127.0.0.1", agent="benchmark")
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "marsad", "serve", "--store", given.store, "--port", str(port), "--url", url]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ) as running:
        try:
            for _ in range(600):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            asyncio.run(_measure(url, token, pages, given.people, given.requests, given.pause))
        finally:
            running.terminate()


if __name__ == "__main__":
    _main()
