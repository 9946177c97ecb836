"""Reports that come through the interface: coded as `marsad code --store` codes them, then linked."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from marsad.errors import MarsadError
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.model.report import Report
from marsad.serve.api.shapes.report import NewReport
from marsad.serve.desk import bench_of
from marsad.store import Keeping, Kept, Store
from marsad.store.links import linked_by

__all__ = ["code_all", "code_later", "report_from"]

_LOG = logging.getLogger("marsad.serve")


def report_from(sent: NewReport) -> Report:
    """Return the report that was sent."""
    published = sent.published or (sent.published_at.date() if sent.published_at else None)
    return Report(
        report_id=sent.report_id,
        headline=sent.headline,
        text=sent.text,
        published_on=published,
        outlet=sent.outlet,
        url=sent.url,
        published_at=sent.published_at,
    )


def code_all(store: Store, reports: Sequence[Report]) -> list[Kept]:
    """Code reports and keep them, all in one transaction; those that this coder has coded are not coded again."""
    bench = bench_of(store)
    by = bench.coded_by()
    lines, refused = store.coded_before(reports, by)
    waiting = [one for one in reports if one.report_id not in lines and one.report_id not in refused]
    records = dict(zip(map(id, waiting), bench.code(waiting), strict=True))
    return store.keep([Keeping(report=one, record=records.get(id(one))) for one in reports], by)


def code_later(store: Store, reports: Sequence[Report]) -> None:
    """Code what was kept, then link what waits, where the store was linked by the same words and places before.

    What fails is said in the log of the server: `marsad recode` and `marsad link --store` do what is left.
    """
    try:
        if reports:
            code_all(store, reports)
        linker = Linker(store, load())
        with store.reading() as connection:
            known = linked_by(connection) is not None
            if known:
                linker.check(connection)
        if known:
            linker.link()
    except MarsadError as error:
        _LOG.warning("Reports wait: %s", error)
