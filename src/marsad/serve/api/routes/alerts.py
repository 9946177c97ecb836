"""Saved searches looked at again, by the one definition that the command and the page have, too."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from marsad.serve.alerts import Looked, alerts_of
from marsad.serve.api.answer import answer, page
from marsad.serve.api.calling import Calling
from marsad.serve.api.problems import Problem
from marsad.serve.api.shapes.alert import AlertsPage
from marsad.serve.compared import MOST
from marsad.serve.permissions import Permission, needs
from marsad.store.saved_searches import searches_for
from marsad.trends.show import as_object

__all__ = ["router"]

router = APIRouter(tags=["counts"])


@router.get("/alerts", response_model=AlertsPage)
@needs(Permission.READ)
def alerts(request: Request, who: Calling) -> Response:
    """Look again at the saved searches of the owner of the token, and at those shared with all: what rises, and why."""
    with who.store.reading() as connection:
        found = alerts_of(who.store, connection, searches_for(connection, who.user))
    if found.many:
        raise Problem("too-large", f"There are more than {MOST:,} incidents: marsad alert --store looks at them.")
    until = None if found.last is None else found.last.isoformat()
    return answer(request, page([_told(one) for one in found.looked], None, until=until))


def _told(one: Looked) -> dict[str, Any]:
    return {
        "name": one.saved.name, "owner": one.saved.owner, "shared": one.saved.shared, "address": one.saved.address,
        "alert": one.rises, "why": one.why,
        "trend": None if one.found is None else as_object(one.found),
    }  # fmt: skip
