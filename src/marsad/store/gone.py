"""Pages that were taken down: noted as a version, while all that was published before stays."""

from __future__ import annotations

import hashlib
from bisect import bisect
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select

from marsad.errors import StoreError
from marsad.store.batches import next_key
from marsad.store.clock import now, stamp
from marsad.store.columns import keepable
from marsad.store.keep import last_number
from marsad.store.log import Act, write
from marsad.store.tables import report_versions, reports

__all__ = ["NOTHING", "keep_gone", "keep_posts_gone"]

NOTHING = hashlib.sha256(b"gone").hexdigest()
"""What stands for the content of a page that is gone."""


def keep_gone(connection: Connection, report_id: str, *, retrieved: datetime, archive: str | None, who: str) -> bool:
    """Note that a report's page is no longer there; say whether that is news.

    Exports and searches go on with what was published last. Raises StoreError when there is no such report.
    """
    query = (
        select(report_versions)
        .select_from(reports.join(report_versions))
        .where(
            reports.c.report_id == keepable(report_id), report_versions.c.number == last_number(reports.c.report_key)
        )
    )
    last = connection.execute(query).first()
    if last is None:
        problem = "There is no report “%(report)s”."
        raise StoreError(problem, store="The store", remedy="Keep it first.", report=report_id)
    if last.state == "gone":
        return False
    connection.execute(
        insert(report_versions).values(
            version_key=next_key(connection, report_versions.c.version_key),
            report_key=last.report_key,
            number=last.number + 1,
            headline="",
            text="",
            outlet=last.outlet,
            url=last.url,
            extent=last.extent,
            content_sha256=NOTHING,
            retrieved_at=stamp(retrieved),
            archive=archive,
            kept_at=now(),
            state="gone",
        )
    )
    detail = {"version": last.number + 1, "archive": archive}
    write(connection, [Act(act="gone", item=f"report:{report_id}", detail=detail)], who=who)
    return True


def keep_posts_gone(
    connection: Connection, address: str, gaps: Sequence[tuple[int, int]], *, retrieved: datetime, who: str
) -> list[str]:
    """Note that posts of a channel with these numbers are no longer there; return the ids for which that is news.

    `address` begins the id of each post, `gaps` are the first and the last number of each row of numbers, in order.
    """
    firsts = [first for first, _ in gaps]
    query = select(reports.c.report_id).where(reports.c.report_id.startswith(f"{address}/", autoescape=True))
    told = []
    for report_id in connection.scalars(query.order_by(reports.c.report_key)).all():
        number = report_id[len(address) + 1 :]
        if not (number.isascii() and number.isdigit()):
            continue
        place = bisect(firsts, int(number)) - 1
        if place < 0 or int(number) > gaps[place][1]:
            continue
        if keep_gone(connection, report_id, retrieved=retrieved, archive=None, who=who):
            told.append(report_id)
    return told
