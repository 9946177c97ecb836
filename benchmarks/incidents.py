"""Seconds, memory and size of linking in a store, on codings made up at the density of a war.

    python -m benchmarks.incidents STORE [--codings 100000] [--json]

The reports of `benchmarks.linking` are kept, out of order, in a new store (a SQLite file, or an empty database) and
linked batch by batch; then a hundred more come one by one.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.linking import made_up
from marsad import gazetteer as gazetteers
from marsad.gazetteer import Gazetteer
from marsad.incidents.linker import Linker
from marsad.model.report import Report
from marsad.store import CodedBy, Keeping, Store, open_store

__all__ = ["main", "measure"]

_LATE = 100
_KEPT_AT_ONCE = 500
_BY = CodedBy(coder_version="made up", resources_version="none", gazetteer="none")
_ADDED = {
    "event_type": "", "units": [], "confidence": 1.0, "confidence_fields": {}, "coder_version": "made up",
    "resources_version": "none",
}  # fmt: skip
_PLACE = ("place_id", "admin2", "admin3", "latitude", "longitude")


def _keeping(made: dict[str, Any]) -> Keeping:
    report = Report(
        report_id=made["id"],
        text=made["text"],
        outlet=made["outlet"],
        published_on=date.fromisoformat(made["published"]),
    )
    events = [
        {**event, **_ADDED, "place": {**dict.fromkeys(_PLACE), **event["place"]}, "event_id": f"{made['id']}#{number}"}
        for number, event in enumerate(made["events"])
    ]
    about = {"published": made["published"], "outlet": made["outlet"]}
    return Keeping(report=report, record={"id": made["id"], "events": events, "skipped": [], "report": about})


def measure(store: Store, count: int, gazetteer: Gazetteer) -> dict[str, Any]:
    """Keep and link about `count` codings, then a hundred reports one by one; return seconds, memory and sizes."""
    made = list(made_up(count, gazetteer))
    random.Random(11).shuffle(made)
    late = [made.pop() for _ in range(_LATE)]
    for at in range(0, len(made), _KEPT_AT_ONCE):
        store.keep([_keeping(one) for one in made[at : at + _KEPT_AT_ONCE]], _BY)
    del made
    linker = Linker(store, gazetteer)
    began, cpu = time.perf_counter(), time.process_time()
    done = linker.link()
    linked, linked_cpu = time.perf_counter() - began, time.process_time() - cpu
    singly, singly_cpu = [], []
    for one in late:
        store.keep([_keeping(one)], _BY)
        began, cpu = time.perf_counter(), time.process_time()
        linker.link()
        singly.append(1000 * (time.perf_counter() - began))
        singly_cpu.append(1000 * (time.process_time() - cpu))
    singly.sort()
    path = Path(store.name)
    return {
        "codings": done.events,
        "reports": done.reports,
        "incidents": store.told().counts["incidents"],
        "link_seconds": round(linked, 1),
        "link_cpu_seconds": round(linked_cpu, 1),
        "codings_a_second": round(done.events / linked),
        "one_report_ms_median": round(median(singly), 1),
        "one_report_ms_p95": round(singly[int(0.95 * len(singly))], 1),
        "one_report_ms_worst": round(singly[-1], 1),
        "one_report_cpu_ms_median": round(median(singly_cpu), 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "store_mib": path.stat().st_size // 2**20 if path.exists() else None,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--codings", type=int, default=100_000)
    parser.add_argument("--places", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    with open_store(args.store, create=True) as store:
        found = measure(store, args.codings, gazetteers.load(args.places))
    print(json.dumps(found) if args.json else "  ".join(f"{key} {value}" for key, value in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
