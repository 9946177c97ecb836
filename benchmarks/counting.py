"""How fast incidents are counted and compared, with as many of them as a war leaves: first, and from then on.

    python -m benchmarks.counting STORE [--codings 410000] [--rounds 3] [--json]

An empty store is filled as `benchmarks.big_store` does: some four codings make an incident. Then what counts look at is
read into memory, as the program does at its start, and each question is asked --rounds times in turn; no answer is
remembered. Given are seconds of CPU of this process (with SQLite that is all) and on the clock, and its memory.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from benchmarks.big_store import fill
from marsad import gazetteer as gazetteers
from marsad.analyse import Spec, count_stored
from marsad.analyse.kept import kept_incidents
from marsad.analyse.kept_voices import kept_voices
from marsad.explore import index_of
from marsad.settle import pass_over, put_off
from marsad.store import Store, open_store
from marsad.store.bulk import tidy
from marsad.store.tables import codings
from marsad.trends import contrast, days_of, periods_asked
from marsad.trends.search import search_of

__all__ = ["COMPARED", "COUNTED", "main", "measure"]

COUNTED = (("year",), ("month", "admin1"), ("day", "kind"), ("side1", "side2"), ("source", "year"))
COMPARED = (
    ("2020-03", "2020-02", ("admin1",)),
    ("2020", "2019", ("admin1", "kind")),
    ("2019-01-01..2024-12-31", "2013-01-01..2018-12-31", ("admin1",)),
)
_STATUS = Path("/proc/self/status")


def _mib() -> int | None:
    """Return what this process holds in memory now, where the system tells it."""
    if not _STATUS.exists():
        return None
    return next(int(line.split()[1]) // 1024 for line in _STATUS.read_text().splitlines() if line.startswith("VmRSS"))


def _timed(ask: Callable[[], Any], rounds: int = 1) -> tuple[float, float, Any]:
    """Return seconds of CPU and on the clock, at the median, and the last answer."""
    taken, answer = [], None
    for _ in range(rounds):
        began, cpu = time.perf_counter(), time.process_time()
        answer = ask()
        taken.append((time.process_time() - cpu, time.perf_counter() - began))
    return statistics.median(one[0] for one in taken), statistics.median(one[1] for one in taken), answer


def measure(store: Store, rounds: int) -> list[dict[str, Any]]:
    """Return what is asked, with seconds and memory."""
    found: list[dict[str, Any]] = []

    def note(what: str, ask: Callable[[], Any], times: int = rounds) -> Any:
        cpu, clock, answer = _timed(ask, times)
        found.append({"what": what, "cpu": round(cpu, 2), "clock": round(clock, 2), "mib": _mib()})
        return answer

    put_off()
    with store.reading() as connection:
        note("the index of incidents, which all pages have", lambda: index_of(store).at(connection).__enter__(), 1)
        kept = note("read for counts", lambda: kept_incidents(store).at(connection), 1)
        note("read for comparing", lambda: kept_voices(store, connection), 1)
        pass_over()
        found.append({"what": f"incidents: {len(kept):,}"})
        for by in COUNTED:
            spec = Spec(by=by, people=("killed",), ids=False)
            note(f"counted by {', '.join(by)}", lambda spec=spec: count_stored(store, spec, table="incidents"))
        for now, before, by in COMPARED:

            def compare(now: str = now, before: str = before, by: tuple[str, ...] = by) -> Any:
                record = kept_voices(store, connection)
                periods = periods_asked(record, days_of(now), days_of(before))
                return contrast(record, search_of({"name": "all"}), periods, by=by)

            note(f"compared {now} with {before} by {', '.join(by)}", compare)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill a store that is empty, measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--codings", type=int, default=410_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    with open_store(args.store, create=True) as store:
        with store.reading() as connection:
            empty = connection.scalar(select(codings.c.coding_key).limit(1)) is None
        if empty:
            fill(store, args.codings, gazetteers.load())
            tidy(store.engine)
        out = measure(store, args.rounds)
    if args.json:
        print(json.dumps(out, ensure_ascii=False))
        return 0
    for row in out:
        print("  ".join(f"{row[name]!s:>8}" for name in ("cpu", "clock", "mib") if name in row), row["what"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
