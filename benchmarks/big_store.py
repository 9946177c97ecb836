"""A store of many codings: filled by COPY, then searched, listed and drawn, with milliseconds at 95 %.

    python -m benchmarks.big_store STORE [--codings 1000000] [--rounds 5] [--json]

The codings of `benchmarks.big_rows` go into a store that is empty: a PostgreSQL database by COPY, a SQLite file by
INSERT. The log and the changes, which no question here reads, stay empty. Then every question is asked --rounds times
in an order drawn by a seed. Given are milliseconds on the clock, and of CPU: of this process, and of the server.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, func, select, text
from starlette.testclient import TestClient

from benchmarks.big_rows import COLUMNS, rows_of
from benchmarks.big_times import multiply
from marsad import gazetteer as gazetteers
from marsad.gazetteer import Gazetteer
from marsad.serve import Settings, make_app
from marsad.serve.api.routes.tiles import _MADE
from marsad.serve.counted import _COUNTED
from marsad.store import CodedBy, Store, open_store
from marsad.store.accounts import add_user, user_named
from marsad.store.add import copying
from marsad.store.bulk import indexed_afterwards, tidy
from marsad.store.engine import is_sqlite, writing
from marsad.store.keep import coder_key
from marsad.store.search_forms import note_forms
from marsad.store.tables import codings, incidents
from marsad.store.tokens import make_token

__all__ = ["QUESTIONS", "fill", "main", "measure"]

_BY = CodedBy(coder_version="0", resources_version="0", gazetteer="embedded")


def fill(store: Store, count: int, known: Gazetteer) -> dict[str, Any]:
    """Fill an empty store in one transaction; return how long that took."""
    began, cpu = time.perf_counter(), time.process_time()
    with writing(store.engine) as connection:
        coder_key(connection, _BY)
        with indexed_afterwards(connection):
            for rows in rows_of(count, known):
                for name, lines in rows.items():
                    _add(connection, name, lines)
            loaded = time.perf_counter() - began
    taken = time.perf_counter() - began
    return {
        "codings": count,
        "rows_seconds": round(loaded),
        "indexes_seconds": round(taken - loaded),
        "codings_a_second": round(count / taken),
        "fill_cpu_seconds_here": round(time.process_time() - cpu),
    }


def _add(connection: Connection, name: str, lines: str) -> None:
    if name == "search_words":
        vectors = (line.split("\t")[1] for line in lines.split("\n")[:-1])
        note_forms(connection, {word for one in vectors for word in _in_order(one).split()})
    if not is_sqlite(connection):
        with copying(connection, f"COPY {name} ({COLUMNS[name]}) FROM STDIN") as copy:
            copy.write(lines)
        return
    columns = COLUMNS[name].replace("search_key", "rowid") if name == "search_words" else COLUMNS[name]
    marks = ", ".join("?" for _ in columns.split(","))
    rows = [tuple(map(_value, line.split("\t"))) for line in lines.split("\n")[:-1]]
    if name == "search_words":
        rows = [(key, _in_order(words)) for key, words in rows]
    connection.exec_driver_sql(f"INSERT INTO {name} ({columns}) VALUES ({marks})", rows)


def _value(field: str) -> str | bytes | None:
    if field == "\\N":
        return None
    if field.startswith("\\\\x"):
        return bytes.fromhex(field[3:])
    return field.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\") if "\\" in field else field


def _in_order(vector: str) -> str:
    """Return the words of a text vector as a text again."""
    at: list[tuple[int, str]] = []
    for lexeme in vector.split(" "):
        word, _, places = lexeme.rpartition(":")
        if not word:  # of words in a row, which stand there one by one, too
            continue
        at += ((int(place), word.strip("'")) for place in places.split(","))
    return " ".join(word for _, word in sorted(at))


_YEAR = "since=2016-01-01&until=2016-12-31"
QUESTIONS: tuple[tuple[str, str], ...] = (
    ("search", f"/search?q={quote('مسلحين')}"),
    ("search", f"/search?q={quote('لغم')}"),
    ("search", "/search?q=" + quote('"الطيران الحربي"')),
    ("search", f"/search?q={quote('اعتقل*')}"),
    ("search", f"/search?q={quote('سراقب')}"),
    ("search", f"/search?q={quote('قصف سراقب')}"),
    ("search", f"/search?q={quote('كلمةلاتوجد')}"),
    ("search, a word and filters", f"/search?q={quote('مسلحين')}&area=SY09&sub_event_type=Attack"),
    ("search, a word and filters", f"/search?q={quote('لغم')}&published_from=2024-01-01&published_until=2024-03-31"),
    ("reports filtered", "/search?area=SY09"),
    ("reports filtered", "/search?actor=houthi&happened_from=2022-01-01"),
    ("reports filtered", "/search?published_from=2024-01-01&published_until=2024-01-31"),
    ("reports filtered", f"/search?outlet={quote('منصة 50')}&sub_event_type=Arrests"),
    ("incidents filtered", "/incidents"),
    ("incidents filtered", "/incidents?actor=houthi"),
    ("incidents filtered", "/incidents?sub_event_type=Attack&since=2019-05-01&until=2019-05-31"),
    ("incidents filtered", f"/incidents?place={quote('سراقب')}"),
    ("incidents filtered", "/incidents?until=2012-01-01&sources=4"),
    ("incident", "/incidents/{incident}"),
    ("tile, the world", "/tiles/0/0/0.{tile}"),
    ("tile, a country", "/tiles/5/19/12.{tile}"),
    ("tile, a country, one year", f"/tiles/5/19/12.{{tile}}?{_YEAR}"),
    ("tile, a district", "/tiles/9/310/201.{tile}"),
    ("tile, a town", "/tiles/13/4960/3218.{tile}"),
    ("count by month", "/counts?by=month"),
)
"""What programs ask, by what it is."""


def _client(store: Store) -> TestClient:
    with store.writing() as connection:
        if user_named(connection, "reader") is None:
            add_user(connection, "reader", "coder", who="benchmark")
        reader = user_named(connection, "reader")
        if reader is None:
            raise RuntimeError("There is nobody to ask as.")
        _, token = make_token(connection, reader, "benchmark", scopes=("read",), days=1, who="benchmark")
    app = make_app(store, Settings(requests_a_minute=1_000_000))
    return TestClient(app, base_url="http://127.0.0.1:8000/api/v1", headers={"Authorization": f"Bearer {token}"})


def _server_seconds(pids: Sequence[int]) -> float:
    """Return the CPU seconds of processes of a server on this machine."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _pids(store: Store) -> list[int]:
    if is_sqlite(store.engine):
        return []
    query = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"
    with store.engine.connect() as connection:
        return list(connection.scalars(text(query)))


def measure(store: Store, rounds: int) -> dict[str, Any]:
    """Ask everything, and return milliseconds by what was asked."""
    with store.reading() as connection:
        number = connection.scalar(select(func.count()).select_from(codings))
        chosen = list(connection.scalars(select(incidents.c.incident_id).where(incidents.c.reports == 5).limit(50)))
    client, chance = _client(store), random.Random(5)
    tile = "geojson" if is_sqlite(store.engine) else "mvt"
    order = [at for at in range(len(QUESTIONS)) for _ in range(rounds)]
    chance.shuffle(order)
    taken: dict[str, list[tuple[float, float]]] = {}
    slowest: dict[str, float] = {}
    for turn, at in enumerate((*range(len(QUESTIONS)), *order)):
        name, address = QUESTIONS[at]
        address = address.format(incident=chance.choice(chosen), tile=tile)
        for remembered in (_COUNTED, _MADE):  # every answer is made, none remembered
            remembered.pop(store.engine, None)
        pids = _pids(store)
        server, began, cpu = _server_seconds(pids), time.perf_counter(), time.process_time()
        client.get(address).raise_for_status()
        clock = 1000 * (time.perf_counter() - began)
        used = 1000 * (time.process_time() - cpu + _server_seconds(pids) - server)
        if turn >= len(QUESTIONS):
            taken.setdefault(name, []).append((clock, used))
            slowest[address] = max(clock, slowest.get(address, 0))
    return {
        "codings": number,
        "megabytes": round(_size(store) / 1e6),
        "asked": [
            {
                "what": name,
                "times": len(times),
                **{
                    f"{measured}_{share}": round(_share([one[at] for one in times], part), 1)
                    for at, measured in enumerate(("clock", "cpu"))
                    for share, part in (("median", 0.5), ("95_percent", 0.95))
                },
            }
            for name, times in taken.items()
        ],
        "slowest": dict(sorted(slowest.items(), key=lambda one: -one[1])[:5]),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "load": os.getloadavg()[0],
    }


def _share(values: Sequence[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def _size(store: Store) -> int:
    if is_sqlite(store.engine):
        return Path(store.name).stat().st_size
    with store.engine.connect() as connection:
        return int(connection.scalar(text("SELECT pg_database_size(current_database())")) or 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill a store that is empty, measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--codings", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--times", type=int, default=1, help="make a PostgreSQL store so many times as large at the end"
    )
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    with open_store(args.store, create=True) as store:
        with store.reading() as connection:
            empty = connection.scalar(select(codings.c.coding_key).limit(1)) is None
        out: dict[str, Any] = fill(store, args.codings, gazetteers.load()) if empty else {}
        if empty and args.times > 1:
            multiply(store, args.times)
        if empty:
            tidy(store.engine)
        out |= measure(store, args.rounds)
    if args.json:
        print(json.dumps(out, ensure_ascii=False))
        return 0
    for name, value in out.items():
        if name == "asked":
            for row in value:
                print(f"{row['what']:28}" + "  ".join(f"{key} {one}" for key, one in row.items() if key != "what"))
        else:
            print(f"{name:28}{value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
