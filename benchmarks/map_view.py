"""How long a person waits for the map: from the click until what happened is drawn, in a real browser.

    python -m benchmarks.map_view STORE [--views 12] [--workers 2]

STORE is a file or an address of PostgreSQL, filled before (`python -m benchmarks.pages_load` fills one with 200,000
made-up incidents). Every view is one of a browser that has nothing of the site yet; then the same page once more, with
what the browser has kept. Given are milliseconds on the clock until the page stands and until all is drawn.
"""

from __future__ import annotations

import argparse
import asyncio
import os

from playwright.sync_api import BrowserContext, sync_playwright
from tests.chromium import program

from benchmarks.asking import first_search, serving, share, signed_in
from marsad.store import open_store

_STANDS, _DRAWN = "performance.timing.domContentLoadedEventEnd", "performance.timeOrigin + performance.now()"


def _view(context: BrowserContext, address: str) -> tuple[float, float]:
    """Return the seconds until the page stands and until all is drawn."""
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("body[data-drawn]", timeout=60_000)
    drawn = page.evaluate(_DRAWN)
    stands = page.evaluate(_STANDS)
    began = page.evaluate("performance.timeOrigin")
    page.close()
    return (stands - began) / 1000, (drawn - began) / 1000


def _views(address: str, cookie: str, number: int) -> dict[str, list[tuple[float, float]]]:
    seen: dict[str, list[tuple[float, float]]] = {"nothing kept": [], "kept": []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), chromium_sandbox=os.geteuid() != 0)
        for _ in range(number):
            context = browser.new_context(locale="ar-SY", viewport={"width": 1366, "height": 850})
            context.add_cookies([{"name": "marsad", "value": cookie, "url": address}])
            for kept in seen.values():
                kept.append(_view(context, f"{address}/map"))
            context.close()
        browser.close()
    return seen


def _main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--views", type=int, default=12)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    with open_store(given.store) as store:
        incidents = store.told().counts["incidents"]
        cookie, headers = signed_in(store, "reader of maps")
    with serving(given.store, workers=given.workers) as (port, _):
        asyncio.run(first_search(port, headers))
        load = os.getloadavg()[0]
        seen = _views(f"http://127.0.0.1:{port}", cookie, given.views)
    print(f"{incidents:,} incidents, {given.views} views, load before {load:.1f}, after {os.getloadavg()[0]:.1f}")
    for name, times in seen.items():
        for what, at in (("the page stands", 0), ("all is drawn", 1)):
            some = [one[at] for one in times]
            print(f"{name + ', ' + what:<34}{share(some, 0.5):>8.0f}{share(some, 0.95):>8.0f}")


if __name__ == "__main__":
    _main()
