"""The description of the interface for programs, open to everybody."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from marsad.serve.api.answer import answer
from marsad.serve.permissions import Permission, needs

__all__ = ["router"]

router = APIRouter()


@router.get("/openapi.json", include_in_schema=False)
@needs(Permission.OPEN)
def description(request: Request) -> Response:
    """Return the description (OpenAPI 3.1)."""
    return answer(request, request.app.openapi())
