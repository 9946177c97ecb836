"""Reports as published: read, and sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import Response

from marsad.model.report import Report
from marsad.serve.api.answer import answer, page
from marsad.serve.api.asked import After, Limit, Pages, ReportFilters
from marsad.serve.api.calling import Caller, Calling
from marsad.serve.api.coder import code_all, code_later, report_from
from marsad.serve.api.once import Doing
from marsad.serve.api.problems import Problem
from marsad.serve.api.shapes.report import NewReports, PostedShape, ReportShape
from marsad.serve.api.shapes.shape import Page
from marsad.serve.permissions import Permission, needs
from marsad.store import Keeping
from marsad.store.model import Kept
from marsad.store.pages import ReportRow, report_now, reports_named, reports_page
from marsad.store.sight import EVERYTHING

__all__ = ["report_as_told", "router"]

router = APIRouter(tags=["reports"])


def report_as_told(row: ReportRow) -> dict[str, Any]:
    """Return a report as it is answered."""
    report = row.report
    return {
        "report_id": report.report_id,
        "version": row.version,
        "headline": report.headline,
        "text": report.text,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published_on.isoformat() if report.published_on else None,
        "published_at": report.published_at.isoformat() if report.published_at else None,
        "edited": report.edited,
        "forwarded_from": report.forwarded_from,
        "reply_to": report.reply_to,
        "extent": report.extent,
        "sha256": report.sha256,
        "kept_at": row.kept_at,
        "gone": row.gone,
        "coded": row.coded,
    }


@router.get("/reports", response_model=Page[ReportShape])
@needs(Permission.READ)
def reports(request: Request, who: Calling, filters: ReportFilters, limit: Limit = 50, after: After = None) -> Response:
    """List reports, in the order in which they were first kept: new ones come at the end."""
    pages = Pages({"of": "reports", "filters": filters}, limit, after)
    (last,) = pages.start(0)
    with who.store.reading() as connection:
        rows = reports_page(connection, filters, after=last, limit=pages.most)
    shown, onward = pages.cut(rows, lambda row: (row.key,))
    return answer(request, page([report_as_told(row) for row in shown], onward))


@router.get("/reports/{report_id:path}", response_model=ReportShape)
@needs(Permission.READ)
def report(request: Request, who: Calling, report_id: str) -> Response:
    """Return the latest version of a report."""
    with who.store.reading() as connection:
        row = report_now(connection, report_id)
    if row is None:
        raise Problem("not-found", f"There is no report {report_id!r}.")
    return answer(request, report_as_told(row))


def _kept(kept: Kept) -> dict[str, Any]:
    names = ("report_id", "version", "new", "changed", "coded", "refused")
    return {name: getattr(kept, name) for name in names}


def _taken(who: Caller, sent: list[Report]) -> set[str]:
    """Return the ids of reports that are there, and that the owner does not see: what they are is not told."""
    if who.sees_all:
        return set()
    ids = [one.report_id for one in sent]
    with replace(who.store, sight=EVERYTHING).reading() as connection:
        there = set(reports_named(connection, ids))
    with who.store.reading() as connection:
        return there - set(reports_named(connection, ids))


@router.post("/reports", response_model=PostedShape)
@needs(Permission.CODE)
def post_reports(who: Calling, once: Doing, body: NewReports, background: BackgroundTasks) -> Response:
    """Keep reports, and code them now or in the background. What is there already stays as it is."""
    sent = [report_from(one) for one in body.reports]
    taken = _taken(who, sent)
    items = [one for one in sent if one.report_id not in taken]

    def act() -> dict[str, Any]:
        if body.code == "now":
            kept = code_all(who.store, items)
        else:
            kept = who.store.keep([Keeping(report=one) for one in items])
        queued = 0 if body.code == "now" else sum(1 for one in kept if not one.refused)
        known = {one.report_id: one for one in kept}
        refused = "The id belongs to another report."
        told = [known.get(one.report_id) or Kept(report_id=one.report_id, version=0, refused=refused) for one in sent]
        return {"reports": [_kept(one) for one in told], "queued": queued}

    response = once(body, act)
    background.add_task(code_later, who.store, items if body.code == "later" else [])
    return response
