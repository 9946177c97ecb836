"""Answers as JSON with a tag of their content, lists a page at a time, and writes that say what they were read from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from marsad.serve.api.problems import Problem, getting_ready

__all__ = ["INCOMPLETE", "answer", "etag", "page", "require_match", "to_bytes"]

INCOMPLETE = "marsad-incomplete"
"""The header by which an answer says that it tells less than there is, and why."""


def to_bytes(payload: Any) -> bytes:
    """Return a value as JSON; one with half an emoji, which UTF-8 cannot carry, in ASCII with escapes."""
    try:
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(payload, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def etag(payload: Any) -> str:
    """Return the tag of an answer: the same content has the same."""
    return _tag(to_bytes(payload))


def _tag(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def _tags(header: str) -> list[str]:
    return [one.strip().removeprefix("W/") for one in header.split(",") if one.strip()]


def answer(request: Request, payload: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer, or 304 without one to who has this very content already.

    While what the caller may see is being made ready, the answer says so, and a list of nothing is none.
    """
    caller = getattr(request.state, "caller", None)
    partial = {}
    if caller is not None and caller.getting_ready:
        if isinstance(payload, dict) and payload.get("items") == []:
            raise getting_ready()
        partial = {INCOMPLETE: "getting-ready"}
    body = to_bytes(payload)
    tag = _tag(body)
    always = {"etag": tag, "cache-control": "private, no-cache", "vary": "authorization", **partial, **(headers or {})}
    asked = _tags(request.headers.get("if-none-match", ""))
    if request.method == "GET" and (tag in asked or "*" in asked):
        return Response(status_code=304, headers=always)
    return Response(body, status, headers=always, media_type="application/json")


def page(items: Sequence[Any], onward: str | None, **more: Any) -> dict[str, Any]:
    """Return a page of a list; `next` is the cursor to go on with, None at its end."""
    return {"items": list(items), "next": onward, **more}


def require_match(if_match: str | None, payload: Any) -> None:
    """Raise Problem unless a request says by its If-Match that it was made from this very state of a thing.

    To be asked in the transaction that writes, so that nobody comes between.
    """
    if not (if_match or "").strip():
        raise Problem("say-what-you-read", "Read it, and send its ETag as If-Match.")
    if not {etag(payload), "*"} & set(_tags(if_match or "")):
        raise Problem("changed", "Read it again, then decide anew.")
