"""What goes wrong on a page, told in the visitor's language: a page for people, one shape of JSON for scripts."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.errors import StoreError
from marsad.serve.catalogues import later

if TYPE_CHECKING:
    from marsad.serve.permissions import Permission
    from marsad.serve.refused import WayOut
    from marsad.serve.visitor import Visitor

__all__ = ["Refusal", "SignInFirst", "answer_errors"]

_LOG = logging.getLogger("marsad.serve")

_SENTENCES = {
    400: later("The request could not be understood."),
    403: later("Your role does not allow this."),
    404: later("There is no such page."),
    405: later("This page cannot be used like that."),
    409: later("Somebody else changed this meanwhile."),
    413: later("That is too large."),
    422: later("Something in the form is not right."),
    429: later("Too many tries. Wait a quarter of an hour, then try again."),
    500: later("Something went wrong. Nothing was changed."),
}


_MOST_NAMED = 5


class Refusal(HTTPException):
    """A request that is answered with one sentence; `message` is translated where it is shown, with `values` in it.

    `fields` are the names, in the address or the form, of what is not right; `way` leads to what can be done about it.
    """

    def __init__(
        self, status: int, message: str = "", *, fields: Sequence[str] = (), way: WayOut | None = None, **values: str
    ) -> None:
        self.message = message or _SENTENCES.get(status, _SENTENCES[400])
        self.fields, self.way, self.values = fields, way, values
        super().__init__(status, self.message)

    @classmethod
    def forbidden(cls, who: Visitor, needed: Permission) -> Refusal:
        """Return the refusal of what the role of a person may not do: it says which roles may."""
        from marsad.serve.permissions import GRANTED
        from marsad.serve.words import Words
        from marsad.store.accounts import ROLES

        words = Words(who.locale)
        able = who.locale.text(", ").join(words.label("role", role) for role in ROLES if role in GRANTED[needed])
        sentence = later("Your role, %(role)s, does not allow this. It takes one of these: %(roles)s.")
        return cls(403, sentence, role=words.label("role", who.role), roles=able)

    @classmethod
    def forged(cls) -> Refusal:
        """Return the refusal of a form that is not from this session."""
        return cls(403, later("This form is no longer good. Load the page again, then send it once more."))

    @classmethod
    def missing(cls) -> Refusal:
        """Return the answer to an address that leads nowhere."""
        return cls(404)


class SignInFirst(Exception):  # noqa: N818 - nothing is wrong
    """A page for people who are signed in."""


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _answer(
    request: Request,
    status: int,
    message: str,
    way: WayOut | None = None,
    *,
    fields: Sequence[str] = (),
    values: Mapping[str, str] | None = None,
) -> Response:
    from marsad.serve.api.problems import problem_of
    from marsad.serve.asked_form import title_of
    from marsad.serve.pages import page
    from marsad.serve.visitor import visitor

    if request.url.path.startswith("/api/"):  # an address that no part of the interface takes
        return problem_of(HTTPException(status)).response()
    who = visitor(request)
    sentence = who.locale.text(message, **(values or {}))
    titles = [title_of(name, who.locale) for name in fields]
    if _wants_json(request):
        sentence += f" ({who.locale.text(', ').join(titles)})" if titles else ""
        told = f"{sentence} {who.locale.text(way.remedy)}" if way else sentence
        leads = {"way": {"path": way.path, "title": who.locale.text(way.title)}} if way and way.path else {}
        return JSONResponse({"error": {"status": status, "message": told, **leads}}, status)
    return page(
        request, who, "error.html", status=status, sentence=sentence, way=way, fields=titles, back=_back(request)
    )  # fmt: skip


def _back(request: Request) -> str:
    """Return the address on this site from which a request came, empty where there is none or it is the same."""
    came = urlsplit(request.headers.get("referer", ""))
    address = came.path + (f"?{came.query}" if came.query else "")
    here = request.method == "GET" and (came.path, came.query) == (request.url.path, request.url.query)
    if came.netloc != request.headers.get("host") or came.path in ("", "/") or here:
        return ""
    return address


def answer_errors(app: FastAPI) -> None:
    """Give an app its answers to errors."""

    def first_sign_in(request: Request, _error: Exception) -> Response:
        from marsad.serve.refused import SIGN_IN_BESIDE

        if _wants_json(request) or request.headers.get("hx-request"):
            return _answer(request, 401, later("You are no longer signed in."), SIGN_IN_BESIDE)
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        onward = asked if request.method == "GET" else _back(request)
        onward = f"?next={quote(onward, safe='')}" if onward not in ("", "/") else ""
        return RedirectResponse(f"/sign-in{onward}", 303)

    def refused(request: Request, error: Any) -> Response:
        return _answer(
            request,
            error.status_code,
            getattr(error, "message", "") or _SENTENCES.get(error.status_code, _SENTENCES[400]),
            getattr(error, "way", None),
            fields=getattr(error, "fields", ()),
            values=getattr(error, "values", None),
        )

    def not_right(request: Request, error: Any) -> Response:
        named = dict.fromkeys(str(one["loc"][1]) for one in error.errors() if len(one["loc"]) > 1)
        return _answer(request, 422, _SENTENCES[422], fields=[*named][:_MOST_NAMED])

    def by_store(request: Request, error: Any) -> Response:
        from marsad.serve.refused import refused_in, way_out
        from marsad.serve.visitor import visitor

        return _answer(request, 409, refused_in(visitor(request).locale, error), way_out(error))

    def failed(request: Request, error: Exception) -> Response:
        _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return _answer(request, 500, _SENTENCES[500])

    app.add_exception_handler(SignInFirst, first_sign_in)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(RequestValidationError, not_right)
    app.add_exception_handler(StoreError, by_store)
    app.add_exception_handler(Exception, failed)
