"""A process that keeps numbered reports in a store, to be killed while it does."""

from __future__ import annotations

from multiprocessing.connection import Connection
from typing import Any

from marsad.model.report import Report
from marsad.store import CodedBy, Keeping, open_store

__all__ = ["keep_numbered"]


def keep_numbered(url: str, event: dict[str, Any], count: int, step: int, told: Connection) -> None:
    """Keep reports r0, r1 ... `step` in one transaction, from the end on when it is negative.

    Report number n has n modulo three events. Each transaction is told when it has ended.
    """
    numbers = range(count) if step > 0 else range(count - 1, -1, -1)
    reports = [Report(report_id=f"r{n}", text=f"هجوم رقم {n} على حاجز", outlet=f"منصة {n % 7}") for n in numbers]
    by = CodedBy(coder_version="1", resources_version="1", gazetteer="g")
    with open_store(url, wait=60) as store:
        told.send("open")
        for at in range(0, count, abs(step)):
            some = reports[at : at + abs(step)]
            done, _ = store.coded_before(some, by)
            store.keep([_keeping(one, event) for one in some if one.report_id not in done], by)
            told.send(at)


def _keeping(report: Report, event: dict[str, Any]) -> Keeping:
    events = [event] * (int(report.report_id[1:]) % 3)
    return Keeping(report=report, record={"id": report.report_id, "events": events, "skipped": []})
