"""The interface for programs as a page: every address, every field, with examples, out of its own description.

What the description says in English is translated as the texts of pages are: `python web/catalogues.py` gathers it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response
from markupsafe import Markup

from marsad.serve.api.app import PREFIX
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting

__all__ = ["router", "told_in", "type_of"]

router = APIRouter()

_NAMES = {
    name: Markup('<code dir="ltr">{}</code>').format(text)
    for name, text in {
        "prefix": PREFIX,
        "description": "OpenAPI 3.1",
        "json": "JSON",
        "problem": "ProblemDetails",
        "next": "next",
        "after": "after",
        "etag": "ETag",
        "none_match": "If-None-Match",
        "key": "Idempotency-Key",
    }.items()
}
"""Words that are the same in every language."""


@router.get("/interface")
@needs(Permission.OPEN)
def interface(request: Request, who: Visiting) -> Response:
    """Show it."""
    api: FastAPI = request.app.state.api
    schema = api.openapi()
    example = f'curl -H "Authorization: Bearer $MARSAD_TOKEN" {who.settings.url.rstrip("/")}{PREFIX}/incidents?limit=2'
    return page(
        request, who, "interface.html", prefix=PREFIX, names=_NAMES, example=example,
        operations=list(_operations(schema)), shapes=list(_shapes(schema)),
    )  # fmt: skip


def told_in(schema: dict[str, Any]) -> list[str]:
    """Return every text of a description that the page shows, once each."""
    told: dict[str, None] = {}
    for operation in _operations(schema):
        told |= dict.fromkeys((operation["told"], *(one["told"] for one in operation["parameters"])))
    for shape in _shapes(schema):
        told |= dict.fromkeys((shape["told"], *(one["told"] for one in shape["fields"])))
    return [text for text in told if text]


def _operations(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    order = [tag["name"] for tag in schema["tags"]]
    found = [
        (method, path, operation) for path, methods in schema["paths"].items() for method, operation in methods.items()
    ]
    for method, path, operation in sorted(found, key=lambda one: (order.index(one[2]["tags"][0]), one[1], one[0])):
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        content = operation["responses"]["200"]["content"]
        good = content.get("application/json", {}).get("schema")
        yield {
            "method": method.upper(),
            "path": path,
            "told": operation["description"],
            "parameters": [
                {
                    "name": one["name"],
                    "place": one["in"],
                    "type": type_of(one["schema"]),
                    "told": one.get("description") or one["schema"].get("description", ""),
                    "example": one.get("example") or _example(one["schema"]),
                }
                for one in operation.get("parameters", ())
            ],
            "takes": type_of(body) if body else None,
            "gives": type_of(good) if good else " / ".join(content),
        }  # fmt: skip


def _shapes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name, shape in sorted(schema["components"]["schemas"].items()):
        yield {
            "name": name,
            "told": shape.get("description", ""),
            "fields": [
                {
                    "name": field,
                    "type": type_of(told),
                    "told": told.get("description", ""),
                    "example": _example(told),
                }
                for field, told in shape.get("properties", {}).items()
            ],
        }


def type_of(schema: dict[str, Any]) -> str:
    """Return a type in words.

    >>> type_of({"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]})
    'array of string or null'
    """
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(map(type_of, schema["anyOf"]))
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"]))
    kind = str(schema.get("format") or schema.get("type") or "anything")
    if schema.get("type") == "array":
        return f"array of {type_of(schema.get('items', {}))}"
    return kind


def _example(schema: dict[str, Any]) -> str:
    examples = schema.get("examples")
    return json.dumps(examples[0], ensure_ascii=False) if examples else ""
