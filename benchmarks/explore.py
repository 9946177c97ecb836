"""How fast incidents are found, drawn and counted on pages, with as many of them as a war leaves.

    python -m benchmarks.explore STORE [--incidents 200000] [--rounds 5] [--json]

A new store is filled as `benchmarks.war` does. Then the pages are asked as a browser would ask them, each question
--rounds times in an order drawn by a seed. Given are milliseconds on the clock and of this process.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import time
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from starlette.testclient import TestClient

from benchmarks.war import fill_war
from marsad.explore import index_of
from marsad.serve import make_app
from marsad.store import Store, open_store
from marsad.store.accounts import add_user, user_named
from marsad.store.sessions import start_session

__all__ = ["ASKED", "main", "measure"]

_SYRIA = "west=34&south=31&east=44&north=38&zoom=6"
_TOWN = "west=39.8&south=35.1&east=40.5&north=35.5&zoom=11"

ASKED: tuple[tuple[str, str], ...] = (
    ("map, page", "/map"),
    ("map, drawn: all, the world", "/map/drawn?zoom=2"),
    ("map, drawn: all, Syria", f"/map/drawn?{_SYRIA}"),
    ("map, drawn: all, a town", f"/map/drawn?{_TOWN}"),
    ("map, drawn: a kind and an actor", f"/map/drawn?{_SYRIA}&kind=Attack&actor=is"),
    ("map, drawn: a common word", f"/map/drawn?{_SYRIA}&q={quote('داعش')}"),
    ("map, names", f"/map/labels?{_SYRIA}"),
    ("map, list beside it", "/map/list?whole=true&box=34,31,44,38"),
    ("map, along time", "/times"),
    ("search: all", "/explore"),
    ("search: a common word", f"/explore?q={quote('داعش')}"),
    ("search: a phrase and a word", "/explore?q=" + quote('"الطيران الحربي" سراقب')),
    ("search: a beginning", f"/explore?q={quote('اعتقل*')}"),
    ("search: a unit and a kind", "/explore?area=SY09&kind=Attack"),
    ("search: an actor and two years", "/explore?actor=is&since=2018-01-01&until=2019-12-31"),
    ("search: a month, with its days", "/explore?since=2019-05-01&until=2019-05-31"),
    ("search: a rare name", f"/explore?q={quote('الشدادي')}"),
    ("search: nothing found", f"/explore?q={quote('كلمةلاتوجد')}"),
    ("search in reports: all", "/explore?of=reports"),
    ("search in reports: a common word", f"/explore?of=reports&q={quote('داعش')}"),
    ("search in reports: a unit", "/explore?of=reports&area=SY09"),
    ("actors: who against whom", "/actors"),
    ("actors: one of them", "/actors/sdf"),
)
"""What browsers ask for, by what a person does."""


def measure(store: Store, rounds: int) -> dict[str, Any]:
    """Return milliseconds of every question, and what filling the index took."""
    with store.writing() as connection:
        if user_named(connection, "reader") is None:
            add_user(connection, "reader", "coder", who="benchmark")
        reader = user_named(connection, "reader")
        if reader is None:
            raise RuntimeError("There is nobody to ask as.")
        token = start_session(connection, reader, address="127.0.0.1", agent="benchmark")
    began, cpu = time.perf_counter(), time.process_time()
    with store.reading() as connection, index_of(store).at(connection) as index:
        out: dict[str, Any] = {"incidents": len(index)}
    out |= {
        "index_filled_seconds": round(time.perf_counter() - began, 1),
        "index_filled_cpu_seconds": round(time.process_time() - cpu, 1),
    }
    visitor = TestClient(make_app(store), base_url="http://127.0.0.1:8000", cookies={"marsad": token})
    for _, address in ASKED:
        visitor.get(address).raise_for_status()
    never = iter(range(1_000_000))
    order = [number for number in range(len(ASKED)) for _ in range(rounds)]
    random.Random(5).shuffle(order)
    taken: dict[int, list[tuple[float, float]]] = {number: [] for number in range(len(ASKED))}
    for number in order:
        address = _anew(ASKED[number][1], next(never))
        began, cpu = time.perf_counter(), time.process_time()
        visitor.get(address)
        taken[number].append((1000 * (time.perf_counter() - began), 1000 * (time.process_time() - cpu)))
    out["questions"] = [
        {
            "asked": ASKED[number][0],
            "clock_median": round(statistics.median(one[0] for one in times), 1),
            "clock_most": round(max(one[0] for one in times), 1),
            "process_median": round(statistics.median(one[1] for one in times), 1),
        }
        for number, times in taken.items()
    ]
    for name, at in (("clock", 0), ("process", 1)):
        searching = sorted(
            one[at] for number, times in taken.items() for one in times if ASKED[number][0].startswith("search:")
        )
        out[f"search_{name}_95_percent"] = round(searching[int(0.95 * len(searching))], 1)
    out["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return out


def _anew(address: str, number: int) -> str:
    """Return an address whose words were never asked for before: answers that are remembered are not measured."""
    return address.replace("q=", f"q={quote(f'-لاكلمة{number} ')}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fill a store that is empty, measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--incidents", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    with open_store(args.store, create=True) as store:
        if not store.told().counts["incidents"]:
            fill_war(store, args.incidents)
        out = measure(store, args.rounds)
    if args.json:
        print(json.dumps(out, ensure_ascii=False))
        return
    for name, value in out.items():
        if isinstance(value, list):
            for row in value:
                told = f"{row['clock_median']:8} {row['clock_most']:8} {row['process_median']:8}"
                print(f"{row['asked']:40}{told}")
        else:
            print(f"{name:40}{value:>8}")


if __name__ == "__main__":
    main()
