"""What a second core brings: two processes that know nothing of each other, `--jobs 2`, and a cluster of two workers.

    python -m benchmarks.cluster [REPORTS.jsonl[.gz]] [--reports 8000] [--rounds 2] [--places DIR] [--json FILE]

All are whole commands, start and reading included, on the same reports, in turn. One process is the measure. Two
processes with half of the reports each, which share nothing, tell what the machine itself gives to two: no way of
giving out work can do better. Without a file the reports are made up, and take six times as long each as news does:
ask for fewer. 8,000 articles take under six minutes where nothing else runs. The bar of a second core is 1.9 times
one, that of a cluster of two workers 85 % of twice one.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.speed import made_up, read_reports
from marsad.model.report import Report

__all__ = ["Taken", "main"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Seconds on the clock, and of CPU over all processes."""

    clock: float
    cpu: float


def _write(reports: Sequence[Report], path: Path) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for report in reports:
            row = {"id": report.report_id, "title": report.headline, "text": report.text}
            if report.published_on is not None:
                row["published"] = report.published_on.isoformat()
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _timed(commands: Sequence[Sequence[str]]) -> Taken:
    """Run commands at once and return what they took together, with all processes that they started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    running = [
        subprocess.Popen([sys.executable, "-m", "marsad", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for command in commands
    ]
    for process in running:
        _, told = process.communicate()
        if process.returncode:
            raise SystemExit(told.decode())
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(clock=clock, cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(reports: Sequence[Report], rounds: int, folder: Path) -> dict[str, list[Taken]]:
    """Return what each way took, round by round; all must write the same records."""
    whole = folder / "all.jsonl"
    halves = [folder / "even.jsonl", folder / "odd.jsonl"]
    _write(reports, whole)
    for number, half in enumerate(halves):
        _write(reports[number::2], half)
    shards, rows = folder / "shards", max(20, len(reports) // 40)
    _timed([["cluster", "shard", str(whole), "-o", str(shards), "--rows", str(rows)]])
    coded, out = folder / "coded", {name: folder / f"{name}.jsonl" for name in ("one", "jobs", "cluster")}

    def cluster(number: int) -> Taken:
        return _timed([["cluster", "code", str(shards), "-o", f"{coded}{number}", "--workers", "2"]])

    ways: dict[str, Callable[[int], Taken]] = {
        "one process": lambda _: _timed([["code", str(whole), "-q", "-o", str(out["one"])]]),
        "two that share nothing": lambda _: _timed(
            [["code", str(half), "-q", "-o", f"{half}.jsonl"] for half in halves]
        ),
        "--jobs 2": lambda _: _timed([["code", str(whole), "-q", "-o", str(out["jobs"]), "--jobs", "2"]]),
        "cluster of two workers": cluster,
    }
    few = folder / "few.jsonl"
    _write(reports[:10], few)
    _timed([["code", str(few), "-q", "-o", str(few) + ".jsonl"]])  # caches of files and word lists
    taken: dict[str, list[Taken]] = {name: [] for name in ways}
    for number in range(rounds):
        for name, way in ways.items():
            taken[name].append(way(number))
    _timed([["cluster", "collect", str(shards), f"{coded}0", "-o", str(out["cluster"])]])
    if len({path.read_bytes() for path in out.values()}) != 1:
        raise SystemExit("The records of the three ways differ.")
    return taken


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path, nargs="?")
    parser.add_argument("--reports", type=int, default=8000, dest="count", metavar="N")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--places", type=Path, help="a folder of gazetteer files to use beside the built-in places")
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args(arguments)
    if args.places is not None:
        os.environ["MARSAD_PLACES"] = str(args.places.resolve())
    reports = list(read_reports(args.reports, args.count) if args.reports else made_up(args.count))
    with tempfile.TemporaryDirectory() as folder:
        taken = measure(reports, args.rounds, Path(folder))
    base = [one.clock for one in taken["one process"]]
    figures = []
    table = Table(
        "way", "seconds on the clock", "seconds of CPU", "reports a second", "times one process", "% of twice one"
    )
    for name, all_taken in taken.items():
        times = statistics.median([one / mine.clock for one, mine in zip(base, all_taken, strict=True)])
        clock = statistics.median([mine.clock for mine in all_taken])
        row = {
            "way": name, "reports": len(reports), "clock": [round(mine.clock, 2) for mine in all_taken],
            "cpu": [round(mine.cpu, 2) for mine in all_taken], "rate": round(len(reports) / clock, 1),
            "times_one": round(times, 3),
        }  # fmt: skip
        figures.append(row)
        cells = (", ".join(map(str, row["clock"])), ", ".join(map(str, row["cpu"])))
        table.add_row(name, *cells, str(row["rate"]), f"{times:.2f}", f"{50 * times:.0f}")
    Console(width=140).print(table)
    print(f"{len(reports):,} reports; load of the machine in the last minute: {os.getloadavg()[0]:.1f}")
    if args.json is not None:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
