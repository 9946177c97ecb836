"""Reports that come through the interface: coded as `marsad code --store` codes them, then linked."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from functools import cache

from marsad.errors import MarsadError
from marsad.export.record import coder_version, to_record
from marsad.incidents.linker import Linker
from marsad.lexicon.load import resources_version
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.serve.api.shapes.report import NewReport
from marsad.store import CodedBy, Keeping, Kept, Store
from marsad.store.links import linked_by

__all__ = ["code_all", "code_later", "report_from"]

_LOG = logging.getLogger("marsad.serve")
_ONE_AT_A_TIME = threading.Lock()


@cache
def _coder() -> Coder:
    return Coder()


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
    coder = _coder()
    by = CodedBy(
        coder_version=coder_version(),
        resources_version=resources_version(),
        gazetteer=coder.gazetteer.name,
        gazetteer_version=coder.gazetteer.version,
        min_confidence=coder.minimum,
    )
    lines, refused = store.coded_before(reports, by)
    items = []
    for report in reports:
        if report.report_id in lines or report.report_id in refused:
            items.append(Keeping(report=report))
        else:
            with _ONE_AT_A_TIME:
                coded = coder.code(report)
            items.append(Keeping(report=report, record=to_record(coded, report=report)))
    return store.keep(items, by)


def code_later(store: Store, reports: Sequence[Report]) -> None:
    """Code what was kept, then link what waits, where the store was linked by the same words and places before.

    What fails is said in the log of the server: `marsad recode` and `marsad link --store` do what is left.
    """
    try:
        if reports:
            code_all(store, reports)
        linker = Linker(store, _coder().gazetteer)
        with store.reading() as connection:
            known = linked_by(connection) is not None
            if known:
                linker.check(connection)
        if known:
            linker.link()
    except MarsadError as error:
        _LOG.warning("Reports wait: %s", error)
