"""How long releases of a store take: the first, and a second of which one report in a hundred changed.

    python -m benchmarks.releases [--reports 3000] [--jobs 1] [--json]

The reports are those of `benchmarks.search`, made up, with their records. Given are seconds of CPU, of this process and
of those it started, and the megabytes it held at most. The second release is also made again, every line anew, and has
to come out bit for bit.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.search import made_up
from benchmarks.speed import peak_memory
from marsad.redact.rules import DEFAULT_RULES
from marsad.release.make import make_release, rebuild_release
from marsad.store import CodedBy, Keeping, Store, open_store

__all__ = ["main", "measure"]

_BY = CodedBy(coder_version="0", resources_version="0", gazetteer="embedded")
_EVERY, _AT_ONCE = 100, 500


def measure(store: Store, folder: Path, reports: int, jobs: int) -> dict[str, Any]:
    """Make two releases of a store that is empty yet, and the second once more."""
    kept = list(made_up(reports))
    for at in range(0, reports, _AT_ONCE):
        store.keep(kept[at : at + _AT_ONCE], _BY)
    first = _seconds(lambda: make_release(store, folder, rules=DEFAULT_RULES, jobs=jobs))
    store.keep([_changed(one) for one in kept[::_EVERY]], _BY)
    second = _seconds(lambda: make_release(store, folder, rules=DEFAULT_RULES, jobs=jobs))
    differ: list[str] = []
    again = _seconds(lambda: differ.extend(rebuild_release(store, folder, 2, folder.with_name("again"), jobs=jobs)))
    if differ:
        raise SystemExit(f"The second release does not come out bit for bit: {', '.join(differ)}")
    return {
        "reports": reports,
        "jobs": jobs,
        "first_cpu_seconds": round(first, 1),
        "second_cpu_seconds": round(second, 1),
        "again_cpu_seconds": round(again, 1),
        "megabytes": round(peak_memory()),
    }


def _changed(one: Keeping) -> Keeping:
    return replace(one, report=replace(one.report, text=f"{one.report.text} وقُتل عنصران."))


def _seconds(work: Callable[[], object]) -> float:
    began = _cpu()
    work()
    return _cpu() - began


def _cpu() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = os.times()
    return own.user + own.system + ended.ru_utime + ended.ru_stime


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=3000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/store.db", create=True) as store:
        told = measure(store, Path(folder) / "releases", args.reports, args.jobs)
    print(json.dumps(told) if args.json else "\n".join(f"{name}: {value}" for name, value in told.items()))


if __name__ == "__main__":
    main()
