"""How seconds, memory and waiting grow from a thousand to ten million: measured where it can be, the rest reckoned.

    python -m benchmarks.growth FIGURES.json [--reports REPORTS.jsonl[.gz]] [--most 100000] [--only search ...]

Each size is a process of its own, so that memory is its own. What is measured is added to FIGURES.json as it comes,
by kind and size; `python -m benchmarks.growth_page FIGURES.json docs/growth.md` makes the page of it. Kinds: `code`
and `code-2` (whole commands with one and two processes; seconds on the clock), `link` (CPU seconds), `search` and
`api` (milliseconds that 95 of 100 questions wait, the latter by HTTP messages inside one process), each with memory.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from benchmarks import linking
from benchmarks.search import QUESTIONS, ask, fill
from benchmarks.search import made_up as kept
from benchmarks.speed import made_up, peak_memory, read_reports
from marsad import gazetteer
from marsad.model.report import Report
from marsad.serve import Settings, make_app
from marsad.store import open_store
from marsad.store.accounts import add_user, user_named
from marsad.store.tokens import make_token

__all__ = ["KINDS", "main"]

KINDS = ("code", "code-2", "link", "search", "api")
_FIRST = 1000
_MOST = {"code": 10_000, "code-2": 10_000}
"""Sizes beyond which a kind is not measured even where others are: its rate hangs on no size."""
_ASKED = 60


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for and keep it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("figures", type=Path)
    parser.add_argument("--reports", type=Path, help="reports to code; made up without a file")
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--only", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args(arguments)
    if args.one is not None:
        print(json.dumps(_measure(args.only[0], args.one, args.reports)))
        return
    known: dict[str, dict[str, Any]] = json.loads(args.figures.read_text()) if args.figures.exists() else {}
    for kind in args.only:
        size = _FIRST
        while size <= min(args.most, _MOST.get(kind, args.most)):
            command = [sys.executable, "-m", "benchmarks.growth", str(args.figures), "--only", kind, "--one", str(size)]
            command += ["--reports", str(args.reports)] if args.reports else []
            told = subprocess.run(command, check=True, stdout=subprocess.PIPE)
            figure = json.loads(told.stdout) | {"load": round(os.getloadavg()[0], 1)}
            known.setdefault(kind, {})[str(size)] = figure
            args.figures.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
            print(kind, f"{size:,}", figure, flush=True)
            size *= 10


def _measure(kind: str, size: int, file: Path | None) -> dict[str, float]:
    measures: dict[str, Callable[[], dict[str, float]]] = {
        "code": lambda: _code(size, 1, file),
        "code-2": lambda: _code(size, 2, file),
        "link": lambda: _link(size),
        "search": lambda: _search(size),
        "api": lambda: _api(size),
    }
    return measures[kind]()


def _reports(size: int, file: Path | None) -> Iterator[Report]:
    """Yield so many reports, those of a file again and again under other ids where there are fewer."""
    if file is None:
        yield from made_up(size)
        return
    some = list(read_reports(file, size))
    for number, report in enumerate(islice(cycle(some), size)):
        yield replace(report, report_id=f"{report.report_id}-{number}")


def _code(size: int, jobs: int, file: Path | None) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            for report in _reports(size, file):
                row = {"id": report.report_id, "title": report.headline, "text": report.text}
                row |= {"published": report.published_on.isoformat()} if report.published_on else {}
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        command = [sys.executable, "-m", "marsad", "code", str(path), "-q", "-o", str(path) + ".jsonl", "-j", str(jobs)]
        start = time.perf_counter()
        process = subprocess.Popen(command)
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{' '.join(command)} ended with {status}.")
        # what wait4 tells of memory is the largest single process
        clock, cpu = time.perf_counter() - start, used.ru_utime + used.ru_stime
        return {"seconds": round(clock, 2), "cpu": round(cpu, 2), "mib": round(used.ru_maxrss / 1024)}


def _link(size: int) -> dict[str, float]:
    found = linking.measure(size, gazetteer.load())
    return {
        "items": found["codings"],
        "seconds": round(found["seconds_compare"] + found["seconds_cluster"], 2),
        "cluster": found["seconds_cluster"],
        "mib": round(found["peak_gib"] * 1024),
    }


def _search(size: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.db"
        with open_store(str(path), create=True) as store:
            _, seconds = fill(store, kept(size))
            answers = ask(store, 3)
        return {
            **_waits([answer.clock for answer in answers]),
            "process_p95": _waits([answer.process for answer in answers])["p95"],
            "seconds": round(seconds, 1),
            "mib": round(peak_memory()),
            "megabytes": round(path.stat().st_size / 1e6, 1),
        }


def _api(size: int) -> dict[str, float]:
    """Ask for pages of reports, single reports, searches and counts, in any order."""
    chance = random.Random(5)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(str(Path(folder) / "api.db"), create=True, who="benchmark") as store,
    ):
        fill(store, kept(size))
        with store.writing() as connection:
            add_user(connection, "reader", "coder", who="benchmark")
            reader = user_named(connection, "reader")
            if reader is None:
                raise RuntimeError("There is nobody to ask as.")
            _, token = make_token(connection, reader, "benchmark", scopes=("read",), days=1, who="reader")
        words = [asked for asked, _ in QUESTIONS if asked]
        asked: list[tuple[str, dict[str, str]]] = []
        for _ in range(_ASKED):
            asked.append(("/reports", {"limit": "50"}))
            asked.append((f"/reports/made-{chance.randrange(size)}", {}))
            asked.append(("/search", {"q": chance.choice(words)}))
        chance.shuffle(asked)
        app = make_app(store, Settings(requests_a_minute=100_000))
        head = {"Authorization": f"Bearer {token}"}
        clocks: list[float] = []
        with TestClient(app, base_url="http://127.0.0.1:8000/api/v1", headers=head) as client:
            for path, query in asked:
                start = time.perf_counter()
                answer = client.get(path, params=query)
                clocks.append(1000 * (time.perf_counter() - start))
                answer.raise_for_status()
        return {**_waits(clocks), "mib": round(peak_memory())}


def _waits(milliseconds: Sequence[float]) -> dict[str, float]:
    ordered = sorted(milliseconds)
    return {"p50": round(ordered[len(ordered) // 2], 1), "p95": round(ordered[int(0.95 * len(ordered))], 1)}


if __name__ == "__main__":
    main()
