"""How long a report of a feed waits for its coding, and whether a kill loses or repeats one.

    python -m benchmarks.feed [REPORTS.jsonl[.gz]] [--rate 200] [--seconds 20] [--jobs 1] [--kill] [--json]

Reports of a file, or made up (`benchmarks.speed`; those are dense), are sent at an even pace into
`marsad code - --store`, whose lines are read as they come: the delay of a report is the time from when it was due to
when its line is there, the store written. Beside it stands the CPU time that a report takes, without the start: on a
machine with other work the clock tells of that work. With --kill the process is killed after half of them, started
anew and sent all of them; the store is then asked whether it holds every report with one coding.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks.asking import cpu_seconds
from benchmarks.speed import made_up, read_reports
from marsad.model.report import Report
from marsad.store import open_store

__all__ = ["codings", "delays", "main", "share"]


def share(values: Sequence[float], part: float) -> float:
    """Return the value below which a part of the values lies."""
    return sorted(values)[min(int(len(values) * part), len(values) - 1)]


def _line(report: Report) -> bytes:
    published = report.published_on.isoformat() if report.published_on else None
    value = {"id": report.report_id, "title": report.headline, "text": report.text, "published": published}
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


def _start(store: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "marsad", "code", "-", "--store", str(store), "--format", "jsonl", "-q"]
    return subprocess.Popen([*command, "-j", str(jobs)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def delays(
    store: Path, reports: Sequence[Report], rate: float, *, jobs: int = 1, kill_after: int | None = None
) -> tuple[list[float], float, float]:
    """Send reports at a rate; return the delay of each that came back, how long sending took, and CPU time, in seconds.

    The first report is sent ahead and waited for: what is measured is a run under way. With `kill_after` the process
    is killed when so many lines have come.
    """
    process = _start(store, jobs)
    source, sink = process.stdin, process.stdout
    if source is None or sink is None:
        raise RuntimeError("The command was started without pipes.")
    due: dict[str, float] = {}
    waited: list[float] = []

    def receive() -> None:
        for line in sink:
            now = time.perf_counter()
            if (sent := due.get(json.loads(line)["id"])) is not None:
                waited.append(now - sent)
            if kill_after is not None and len(waited) == kill_after:
                process.send_signal(signal.SIGKILL)

    source.write(_line(reports[0]))
    source.flush()
    sink.readline()
    started = cpu_seconds([process.pid])
    receiver = threading.Thread(target=receive)
    receiver.start()
    began = time.perf_counter()
    with suppress(BrokenPipeError):
        for number, report in enumerate(reports[1:]):
            at = began + number / rate
            time.sleep(max(at - time.perf_counter(), 0))
            due[report.report_id] = at
            source.write(_line(report))
            source.flush()
    took = time.perf_counter() - began
    with suppress(BrokenPipeError):
        source.close()
    receiver.join()
    sink.close()
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # waited for here, since only this tells what its workers used, too
    return waited, took, used.ru_utime + used.ru_stime - started


def codings(store: Path, reports: Sequence[Report]) -> list[int]:
    """Return how many codings a store holds of each report."""
    with open_store(str(store)) as opened:
        return [len(opened.codings(report.report_id)) for report in reports]


def measure(source: Path | None, rate: float, seconds: float, jobs: int, *, kill: bool) -> dict[str, Any]:
    """Return the delays of one run, and after a kill what the store holds."""
    count = int(rate * seconds) + 1
    reports = list(made_up(count) if source is None else read_reports(source, count))
    out: dict[str, Any] = {"reports": len(reports) - 1, "asked_a_second": rate, "jobs": jobs}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "feed.db"
        if kill:
            waited, _, _ = delays(store, reports, rate, jobs=jobs, kill_after=len(reports) // 2)
            out["lines_before_the_kill"] = len(waited)
        waited, took, cpu = delays(store, reports, rate, jobs=jobs)
        held = codings(store, reports)
        out["sent_a_second"] = round((len(reports) - 1) / took, 1)
        out |= {f"delay_{name}": round(share(waited, part), 2) for name, part in (("median", 0.5), ("95", 0.95))}
        out["delay_worst"] = round(max(waited), 2)
        out["cpu_ms_a_report"] = round(1000 * cpu / len(waited), 2)
        out["reports_without_a_coding"] = held.count(0)
        out["reports_with_several_codings"] = sum(count > 1 for count in held)
    out["load"] = round(os.getloadavg()[0], 1)
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path, nargs="?")
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    out = measure(args.reports, args.rate, args.seconds, args.jobs, kill=args.kill)
    if args.json:
        print(json.dumps(out))
        return
    for name, value in out.items():
        print(f"{name.replace('_', ' '):32} {value}")


if __name__ == "__main__":
    main()
