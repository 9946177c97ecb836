"""What goes wrong, in one shape: RFC 9457 problem details, for every address and every reason."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from marsad.errors import SettingsError, StoreError
from marsad.store.problems import BUSY

__all__ = ["Problem", "answer_problems", "getting_ready", "problem_of"]

_LOG = logging.getLogger("marsad.serve")

_TYPES: Mapping[str, tuple[int, str]] = {
    "not-understood": (400, "The request cannot be understood."),
    "bad-cursor": (400, "This cursor is not one of this list."),
    "token-in-address": (400, "A token does not belong into an address."),
    "no-token": (401, "A token is needed, and this request has none that is good."),
    "not-allowed": (403, "The token, or the role of its owner, does not allow this."),
    "not-found": (404, "There is no such thing."),
    "wrong-method": (405, "This address does not take that method."),
    "conflict": (409, "The state of things does not allow this."),
    "under-way": (409, "A request with this idempotency key is under way."),
    "changed": (412, "It was changed since it was read."),
    "too-large": (413, "The request is too large."),
    "not-valid": (422, "A value is not valid."),
    "other-request": (422, "This idempotency key came with another request."),
    "not-settled": (422, "What stood at that moment cannot be told."),
    "say-what-you-read": (428, "Say in If-Match which state you read."),
    "too-many": (429, "Too many requests."),
    "failed": (500, "Something went wrong. Nothing was changed."),
    "busy": (503, "The store is busy."),
    "getting-ready": (503, "What the caller may see is being made ready."),
}
"""Kinds of problems: the status and the title of each."""

_BY_STATUS = {400: "not-understood", 404: "not-found", 405: "wrong-method", 413: "too-large"}
_MOST_NAMED = 20


class Problem(Exception):  # noqa: N818 - it is how the answer is called
    """An answer other than what was asked for; `kind` is one of _TYPES, `more` goes into the answer beside it."""

    def __init__(self, kind: str, detail: str = "", *, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        self.kind, self.detail, self.headers, self.more = kind, detail, dict(headers or {}), more
        super().__init__(f"{kind}: {detail}")

    @property
    def status(self) -> int:
        """The status of the answer."""
        return _TYPES[self.kind][0]

    def body(self) -> dict[str, Any]:
        """Return the answer, ready for JSON."""
        told = {"detail": self.detail} if self.detail else {}
        title = _TYPES[self.kind][1]
        return {"type": f"urn:marsad:problem:{self.kind}", "title": title, "status": self.status, **told, **self.more}

    def response(self) -> Response:
        """Return the answer."""
        text = json.dumps(self.body(), ensure_ascii=True)
        headers = {"cache-control": "no-store", **self.headers}
        return Response(text, self.status, headers=headers, media_type="application/problem+json")


def problem_of(error: Exception) -> Problem:
    """Return what an error is told as."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, StoreError):
        said = f"{error.problem} {error.remedy}"
        if error.problem in BUSY:
            return Problem("busy", said, headers={"retry-after": "5"})
        return Problem("conflict", said)
    if isinstance(error, SettingsError):
        return Problem("not-valid", str(error))
    if isinstance(error, RequestValidationError):
        errors = [{"where": ".".join(map(str, one["loc"])), "problem": str(one["msg"])} for one in error.errors()]
        return Problem("not-valid", errors=errors[:_MOST_NAMED])
    if isinstance(error, HTTPException):
        return Problem(_BY_STATUS.get(error.status_code, "not-understood"), headers=error.headers)
    _LOG.error("A request failed", exc_info=error)
    return Problem("failed")


def getting_ready() -> Problem:
    """Return what is told in place of nothing while the public edition is being made for the first time, or anew."""
    said = "Names of private people are taken out of every report first, and nothing of this is told before."
    return Problem("getting-ready", said, headers={"retry-after": "5"})


def answer_problems(api: FastAPI) -> None:
    """Give the interface its answers to all that goes wrong."""

    def answer(request: Request, error: Exception) -> Response:
        problem, caller = problem_of(error), getattr(request.state, "caller", None)
        if problem.kind == "not-found" and caller is not None and caller.getting_ready:
            problem = getting_ready()
        return problem.response()

    for kind in (Problem, StoreError, SettingsError, HTTPException, RequestValidationError, Exception):
        api.add_exception_handler(kind, answer)
