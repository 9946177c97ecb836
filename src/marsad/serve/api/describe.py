"""The description of the interface (OpenAPI 3.1): what FastAPI derives, and what all addresses share."""

from __future__ import annotations

from typing import Any

from marsad.serve.api.answer import INCOMPLETE
from marsad.serve.api.shapes.shape import ProblemDetails

__all__ = ["described"]

_PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
_ALWAYS = {
    "400": "The request cannot be understood.",
    "401": "No good token.",
    "403": "Token or role do not allow it.",
    "404": "There is no such thing.",
    "405": "The address does not take that method.",
    "422": "A value is not valid.",
    "429": "Too many requests; Retry-After says when to try again.",
    "503": "The store is busy, or what the caller may see is being made ready; Retry-After says when to try again.",
}
_INCOMPLETE = {
    "description": "There while less is told than there is: what the caller may see is being made ready.",
    "schema": {"type": "string"},
    "example": "getting-ready",
}
_WRITING = {
    "409": "The state of things, or a request under way with the same key, does not allow it.",
    "413": "The request is too large: 2 MB at most.",
    "412": "It was changed since it was read.",
    "428": "If-Match is missing.",
}


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the description with problems, tags of content and 304 at every address."""
    shared = ProblemDetails.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas = schema["components"]["schemas"]
    schemas.update(shared.pop("$defs", {}))
    schemas["ProblemDetails"] = shared
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for operations in schema["paths"].values():
        for method, operation in operations.items():
            _complete(operation, reads=method == "get")
    return schema


def _complete(operation: dict[str, Any], *, reads: bool) -> None:
    responses = operation["responses"]
    for status, said in (_ALWAYS if reads else _ALWAYS | _WRITING).items():
        responses[status] = {"description": said, "content": _PROBLEM}
    good = responses.get("200")
    if good is not None:
        tag = {"description": "Tag of the content.", "schema": {"type": "string"}, "example": '"5e94a2310bfc9"'}
        good["headers"] = {"ETag": tag}
        if reads:
            good["headers"][INCOMPLETE] = _INCOMPLETE
            responses["304"] = {"description": "It is as If-None-Match says: nothing is sent."}
            operation.setdefault("parameters", []).append(
                {
                    "name": "If-None-Match",
                    "in": "header",
                    "required": False,
                    "description": "The ETag of an earlier answer.",
                    "schema": {"type": "string"},
                    "example": '"5e94a2310bfc9"',
                }
            )
