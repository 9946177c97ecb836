"""How fast pages answer, alone and when fifty people work at once: a running workbench, asked as browsers ask.

    python -m benchmarks.pages_load STORE [--incidents 200000] [--workers 2] [--people 50] [--seconds 30]

STORE is a file, an address such as "postgresql://USER@HOST/DATABASE", or the word "postgres" for a PostgreSQL of its
own that is gone afterwards. An empty store is filled with made-up incidents first. Then `marsad serve` is started on
it; each kind of page is asked alone, and then by fifty people at once, each asking for one page after another of any
kind: with three seconds between two pages on average, then with no pause at all. Given are milliseconds on the clock,
and CPU of the program and its database for each page.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Column, select

from benchmarks.asking import Browser, cpu_seconds, first_search, serving, share, signed_in
from benchmarks.war import fill_war
from marsad.gazetteer import load
from marsad.store import Store, open_store
from marsad.store.bulk import tidy
from marsad.store.choices import choices
from marsad.store.tables import incidents, places, reports

_DRAWN = 2_000
_ALONE = 40
_WARM = 5

Page = Callable[[], str]


@dataclass(slots=True)
class Told:
    """Seconds of each kind of page, and answers that were none."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    @property
    def all(self) -> list[float]:
        """Seconds of every page."""
        return [one for some in self.seconds.values() for one in some]


def _some(store: Store, column: Column[str], rng: random.Random) -> list[str]:
    """Return values from all over the store."""
    with store.reading() as connection:
        found = list(connection.scalars(select(column).order_by(column)))
    return rng.sample(found, min(_DRAWN, len(found)))


def pages_of(store: Store) -> dict[str, Page]:
    """Return what makes an address of each kind of page: other reports, words and boxes each time."""
    rng = random.Random(11)
    of_reports, of_incidents = _some(store, reports.c.report_id, rng), _some(store, incidents.c.incident_id, rng)
    of_places = _some(store, places.c.place_id, rng)
    with store.reading() as connection:
        areas, outlets = choices(connection)
    areas = [area for area in areas if area.startswith("SY")] or areas
    names = sorted({word for one in of_places if (listed := load().by_id(one)) for word in listed.name_ar.split()})
    kinds = ("Attack", "Arrests", "Armed clash", "Air/drone strike")
    actors = ("is", "sdf", "hts", "israel", "turkey", "rsf", "houthi")

    def draw(values: Sequence[str]) -> str:
        return quote(rng.choice(values), safe="")

    def words() -> str:
        return quote(f"{rng.choice(('داعش', 'لغم', 'غارتين', 'اعتقل*', 'قذيفة', 'مساعدات'))} {rng.choice(names)}")

    def seen() -> str:
        west, south = rng.uniform(32, 40), rng.uniform(30, 35)
        wide = rng.choice((2, 5, 10))
        zoom = {2: 8, 5: 7, 10: 6}[wide]
        return f"zoom={zoom}&west={west:.3f}&south={south:.3f}&east={west + wide:.3f}&north={south + 0.6 * wide:.3f}"

    return {
        "report": lambda: f"/reports/{draw(of_reports)}",
        "incident": lambda: f"/incidents/{draw(of_incidents)}",
        "list of work": lambda: f"/queue?order={rng.choice(('severity', 'confidence', 'newest'))}",
        "list of work, one area": lambda: f"/queue?area={draw(areas)}&order={rng.choice(('severity', 'newest'))}",
        "list of work, one outlet": lambda: f"/queue?outlet={draw(outlets)}",
        "history": lambda: f"/history/{draw(of_reports)}",
        "incidents of a kind": lambda: f"/incidents?kind={draw(kinds)}",
        "incidents of a place": lambda: f"/incidents?place={draw(names)}",
        "search: words": lambda: f"/explore?q={words()}",
        "search: a unit and a kind": lambda: f"/explore?area={draw(areas)}&kind={draw(kinds)}",
        "search: an actor and a year": lambda: (
            f"/explore?actor={draw(actors)}&since={(year := rng.randint(2012, 2025))}-01-01&until={year}-12-31"
        ),
        "search in reports": lambda: f"/explore?of=reports&q={words()}",
        "search, API": lambda: f"/api/v1/search?q={words()}",
        "search without a word, API": lambda: "/api/v1/search",
        "map, the page": lambda: "/map",
        "map, what it draws": lambda: f"/map/drawn?{seen()}",
        "map, list beside it": lambda: f"/map/list?whole=true&box={rng.uniform(34, 39):.3f},33,42,37",
        "actor": lambda: f"/actors/{draw(actors)}",
        "place": lambda: f"/places/{draw(of_places)}",
        "place, a unit": lambda: f"/places/{draw(areas)}",
    }


async def _ask(browser: Browser, name: str, address: str, told: Told) -> None:
    began = time.perf_counter()
    status = await browser.get(address)
    told.seconds.setdefault(name, []).append(time.perf_counter() - began)
    if status != 200:
        told.refused.append(f"{status} {address}")


async def _alone(browser: Browser, pages: dict[str, Page], told: Told) -> None:
    for name, page in pages.items():
        for _ in range(_WARM):
            await browser.get(page())
        for _ in range(_ALONE):
            await _ask(browser, name, page(), told)


async def _person(
    browser: Browser, pages: dict[str, Page], rng: random.Random, told: Told, until: float, pause: float
) -> None:
    await asyncio.sleep(rng.uniform(0, 2 * pause))
    while time.perf_counter() < until:
        name = rng.choice(list(pages))
        await _ask(browser, name, pages[name](), told)
        await asyncio.sleep(rng.uniform(0, 2 * pause))


async def _together(browsers: Sequence[Browser], pages: dict[str, Page], seconds: float, pause: float) -> Told:
    told, until = Told(), time.perf_counter() + seconds
    people = (
        _person(browser, pages, random.Random(number), told, until, pause) for number, browser in enumerate(browsers)
    )
    await asyncio.gather(*people)
    return told


async def _measure(
    port: int, people: list[dict[str, str]], pages: dict[str, Page], pids: list[int], given: Any
) -> dict[str, Any]:
    browsers = [Browser(port, headers) for headers in people]
    out: dict[str, Any] = {"load": os.getloadavg()[0]}
    alone = Told()
    await _alone(browsers[0], pages, alone)
    out["alone"] = alone
    for name, pause in (("pause", given.pause), ("no pause", 0.0)):
        began, cpu = time.perf_counter(), cpu_seconds(pids)
        told = await _together(browsers, pages, given.seconds, pause)
        took, pages_asked = time.perf_counter() - began, len(told.all)
        out[name] = told
        out[f"{name}, pages a second"] = pages_asked / took
        out[f"{name}, CPU"] = 1000 * (cpu_seconds(pids) - cpu) / pages_asked
    for browser in browsers:
        browser.close()
    return out


def _print(out: dict[str, Any], given: Any) -> None:
    columns = [("alone", out["alone"]), (f"{given.pause:g} s pause", out["pause"]), ("no pause", out["no pause"])]
    print(
        f"load before {out['load']:.1f}, after {os.getloadavg()[0]:.1f}; {given.workers} workers, {given.people} people"
    )
    for name in ("pause", "no pause"):
        print(f"{name}: {out[f'{name}, pages a second']:.0f} pages a second, {out[f'{name}, CPU']:.1f} ms CPU a page")
    print(f"{'milliseconds: median, 95 %':<30}" + "".join(f"{name:>20}" for name, _ in columns))
    for name in (*out["alone"].seconds, "all pages"):
        line = f"{name:<30}"
        for _, told in columns:
            times = told.all if name == "all pages" else told.seconds.get(name, [])
            line += f"{share(times, 0.5):>12.0f}{share(times, 0.95):>8.0f}" if times else f"{'':>20}"
        print(line)
    refused = [one for _, told in columns for one in told.refused]
    print(f"answers other than 200: {len(refused)}", *refused[:5], sep="\n")


@contextmanager
def _store(named: str) -> Iterator[tuple[str, list[int]]]:
    """Give the address of a store and the servers behind it that were started for it."""
    if named != "postgres":
        yield named, []
        return
    from tests.postgres import running  # noqa: PLC0415 - it needs psycopg

    with running(shared_buffers="1GB", max_connections="100") as server:
        yield server.new_store(), [server.pid]


def _main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--incidents", type=int, default=200_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30.0, help="how long people ask, with a pause and without")
    parser.add_argument("--pause", type=float, default=3.0, help="seconds between two pages of a person, on average")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # ended so, it ends what it started
    with _store(given.store) as (address, servers):
        with open_store(address, create=True) as store:
            if not store.told().counts["incidents"]:
                began = time.perf_counter()
                fill_war(store, given.incidents)
                tidy(store.engine)
                print(f"filled in {time.perf_counter() - began:.0f} s", flush=True)
            pages = pages_of(store)
            people = [signed_in(store, f"reader {number}")[1] for number in range(given.people)]
        _ask_all(address, pages, people, servers, given)


def _ask_all(
    address: str, pages: dict[str, Page], people: list[dict[str, str]], servers: list[int], given: Any
) -> None:
    with serving(address, workers=given.workers) as (port, pid):
        ready, first = asyncio.run(first_search(port, people[0]))
        print(f"ready {ready:.1f} s after it listens; the first search then: {1000 * first:.0f} ms")
        out = asyncio.run(_measure(port, people, pages, [pid, *servers], given))
        _print(out, given)
        if given.json:
            told = {name: value.seconds if isinstance(value, Told) else value for name, value in out.items()}
            given.json.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    _main()
