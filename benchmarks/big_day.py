"""A day's new reports linked into a large store, and what the workbench reads before the first person comes.

    python -m benchmarks.big_day STORE [--json]

STORE was filled by `benchmarks.big_store`. The linker's notes of its codings are written first, without scores: the
linker looks a few days around a coding, and what is new comes later. So a month of reports like those of the store is
kept and linked after its last day; then those of one day more come one by one, as a watch on sources brings them.
Given are milliseconds on the clock, and of CPU of this process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from statistics import median
from typing import Any

from sqlalchemy import func, select, text

from benchmarks.big_rows import rows_of
from marsad import gazetteer as gazetteers
from marsad.errors import MarsadError
from marsad.gazetteer import Gazetteer
from marsad.incidents.graph import areas_of
from marsad.incidents.linker import Linker
from marsad.link.pack import pack
from marsad.link.read import codings_of
from marsad.model.report import Report
from marsad.serve.warm import warm
from marsad.store import CodedBy, Keeping, Store, open_store
from marsad.store.add import add_rows
from marsad.store.tables import codings, documents, linked_areas, linked_events, report_versions

__all__ = ["DAYS", "main", "measure", "note"]

DAYS = 31
_AT_ONCE = 20_000
_BY = CodedBy(coder_version="0", resources_version="0", gazetteer="embedded")
_AREA = ("area", "day", "family", "event_key")
_ACTS = "INSERT INTO acts (report_key, number, event_key) SELECT event_key, 0, event_key FROM events"


def note(store: Store, places: Gazetteer) -> None:
    """Write what the linker keeps of codings, but no scores; each report has one event, under the same key."""
    query = (
        select(codings.c.coding_key, codings.c.record, report_versions.c.outlet, report_versions.c.published)
        .join(report_versions)
        .order_by(codings.c.coding_key)
    )
    areas: list[tuple[int, int, int, int]] = []
    last = 0
    with store.writing() as connection:
        while rows := connection.execute(query.where(codings.c.coding_key > last).limit(_AT_ONCE)).all():
            last, told = rows[-1].coding_key, []
            for key, record, outlet, published in rows:
                about = {"outlet": outlet, "published": published}
                for coding in codings_of({**json.loads(record), **about}, places):
                    if not isinstance(coding, MarsadError):
                        told.append({"event_key": key, "report_key": key, "coding": pack(coding)})
                        areas += ((*area, key) for area in set(areas_of(coding)))
            add_rows(connection, linked_events, told)
        areas.sort()
        for at in range(0, len(areas), _AT_ONCE):
            some = areas[at : at + _AT_ONCE]
            add_rows(connection, linked_areas, [dict(zip(_AREA, area, strict=True)) for area in some])
        connection.execute(text(_ACTS))


def _new(count: int, first: date, places: Gazetteer) -> Iterator[tuple[date, Keeping]]:
    """Yield reports of a month after a day, with the day on which each tells an event, in the order of these days."""
    for rows in rows_of(count, places, seed=18, first=first, days=DAYS):
        if "codings" not in rows:
            continue
        versions, records = (rows[name].split("\n")[:-1] for name in ("report_versions", "codings"))
        for version, line in zip(versions, records, strict=True):
            _, _, _, _, content, published, outlet, *_ = version.split("\t")
            record = json.loads(line.split("\t")[3].replace("\\\\", "\\"))
            report = Report(
                report_id=f"new-{record['id']}",
                text=bytes.fromhex(content.removeprefix("\\\\x")).decode(),
                outlet=outlet,
                published_on=date.fromisoformat(published),
            )
            (event,) = record["events"]
            told = {**record, "id": report.report_id, "events": [{**event, "event_id": f"{report.report_id}#0"}]}
            told["report"] = {"published": published, "outlet": outlet}
            yield date.fromisoformat(event["date"]["start"]), Keeping(report=report, record=told)


def measure(store: Store, places: Gazetteer) -> dict[str, Any]:
    """Return milliseconds of linking a day's reports one by one, and seconds of what is read at a start."""
    with store.reading() as connection:
        number = connection.scalar(select(func.count()).select_from(codings)) or 0
        noted = connection.scalar(select(linked_events.c.event_key).limit(1)) is not None
        last = date.fromisoformat(connection.scalar(select(func.max(documents.c.published))) or "")
    out: dict[str, Any] = {"codings": number}
    if not noted:
        out["noted_cpu_seconds"] = _cpu(lambda: note(store, places))
    new = list(_new(max(DAYS, number * DAYS // (15 * 365)), last, places))
    final = new[-1][0]
    before = [keeping for day, keeping in new if day < final]
    store.keep(before, _BY)
    linker = Linker(store, places)
    out |= {"month": len(before), "month_cpu_seconds": _cpu(linker.link)}
    keeping_ms, linking_ms, linking_cpu = [], [], []
    for day, keeping in new:
        if day == final:
            began = time.perf_counter()
            store.keep([keeping], _BY)
            kept, cpu = time.perf_counter(), time.process_time()
            linker.link()
            keeping_ms.append(1000 * (kept - began))
            linking_ms.append(1000 * (time.perf_counter() - kept))
            linking_cpu.append(1000 * (time.process_time() - cpu))
    out["day"] = len(linking_ms)
    for name, taken in (("keep", keeping_ms), ("link", linking_ms), ("link_cpu", linking_cpu)):
        out[f"{name}_ms_median"] = round(median(taken), 1)
        out[f"{name}_ms_95_percent"] = round(sorted(taken)[int(0.95 * len(taken))], 1)
    out["warm_cpu_seconds"] = _cpu(lambda: warm(store))
    return out | {
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "load": os.getloadavg()[0],
    }


def _cpu(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return round(time.process_time() - began, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    with open_store(args.store) as store:
        found = measure(store, gazetteers.load())
    print(json.dumps(found) if args.json else "  ".join(f"{key} {value}" for key, value in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
