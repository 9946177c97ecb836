"""Search: reports by their words, with what was coded from them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from marsad.serve.api.answer import answer, page
from marsad.serve.api.asked import After, EventFilters, Limit, Pages
from marsad.serve.api.calling import Calling
from marsad.serve.api.routes.reports import report_as_told
from marsad.serve.api.shapes.around import SearchShape
from marsad.serve.counted import found_in
from marsad.serve.permissions import Permission, needs
from marsad.store.pages import reports_found

__all__ = ["router"]

router = APIRouter(tags=["search"])


@router.get("/search", response_model=SearchShape)
@needs(Permission.READ)
def search(
    request: Request,
    who: Calling,
    filters: EventFilters,
    q: Annotated[
        str,
        Query(
            max_length=500, description='Words, "a phrase", a prefix*, -left out.', examples=["القوات قصف* -مناورات"]
        ),
    ] = "",
    limit: Limit = 20,
    after: After = None,
) -> Response:
    """Find reports by their words, the newest publication first.

    Letters are folded, and words are found behind و, ب, ل and ال.
    """
    pages = Pages({"of": "search", "q": q, "filters": filters}, limit, after)
    published, key = pages.start("", 0)
    begin = (published, key) if after is not None else None
    with who.store.reading() as connection:
        hits = found_in(who.store, connection, q, filters, limit=pages.most, after=begin)
        rows = reports_found(connection, hits.page)
    shown, onward = pages.cut(hits.page, lambda hit: (str(hit.report.published_on or ""), hit.report_key))
    items = [
        {
            "report": report_as_told(row),
            "highlights": [{"start": span.start, "end": span.end} for span in hit.highlights],
            "events": list(hit.events),
        }
        for hit, row in zip(shown, rows, strict=False)
    ]
    facets = {
        name: [{"value": value, "number": number} for value, number in values]
        for name, values in hits.facets.items()
        if after is None
    }
    return answer(request, page(items, onward, reports=hits.reports, more=hits.more, events=hits.events, facets=facets))
