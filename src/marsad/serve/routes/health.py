"""Whether the workbench answers at once, for what starts it, and whether somebody is shown all that he may see."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting

__all__ = ["router"]

router = APIRouter()


@router.get("/health")
@needs(Permission.OPEN)
async def health(request: Request) -> Response:  # async, so that it takes no thread
    """Say whether every process has read what it answers from; 503 until then, since who asks now may wait for it."""
    if request.app.state.is_ready():
        return JSONResponse({"ready": True})
    return JSONResponse({"ready": False}, 503, headers={"retry-after": "1"})


@router.get("/ready")
@needs(Permission.READ)
def ready(who: Visiting) -> dict[str, bool]:
    """Say whether what the person may see is made ready: until then lists and numbers are not whole."""
    return {"ready": not who.getting_ready}
