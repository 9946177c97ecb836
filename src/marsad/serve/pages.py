"""Templates to pages, in the visitor's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from marsad.serve.locale import LANGUAGES
from marsad.serve.permissions import Permission, may
from marsad.serve.plain_calls import PlainCalls
from marsad.serve.visitor import Visitor, language_cookie, session_cookie
from marsad.serve.words import Words

__all__ = ["as_published", "environment", "keep_language", "keep_session", "page", "read_templates"]

TEMPLATES = Path(__file__).parent / "templates"
_YEAR = 365 * 24 * 3600


def as_published(text: str) -> Markup:
    r"""Return a text so that the browser holds it code point by code point as marsad does.

    HTML drops NUL, cannot carry half an emoji, and makes one line feed of two signs; each becomes one sign here.

    >>> as_published("a<b" + chr(13) + chr(10))
    Markup('a&lt;b&#13;\n')
    """
    kept = text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Markup(str(escape(kept)).replace("\r", "&#13;"))  # noqa: S704 - escaped in the line above


@cache
def environment(language: str) -> Environment:
    """Return the templates of a language."""
    from marsad.serve.catalogues import catalogue
    from marsad.serve.template_words import speak

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    speak(made, catalogue(language))
    made.context_class = PlainCalls
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # in the order given: fields have one
    made.filters["as_published"] = as_published
    made.filters["id"] = lambda value: quote(str(value), safe="")
    return made


def read_templates(language: str) -> None:
    """Read every template of a language, which the first person to see it would wait for otherwise."""
    made = environment(language)
    for name in made.list_templates():
        made.get_template(name)


def render(request: Request, who: Visitor, template: str, **context: Any) -> str:
    """Return a template filled: every one has the visitor, his language, its words and where files lie."""
    locale = who.locale
    return (
        environment(locale.language)
        .get_template(template)
        .render(
            who=who,
            user=who.user,
            locale=locale,
            words=Words(locale),
            csrf=who.csrf,
            static=request.app.state.static,
            languages=LANGUAGES,
            here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            may=lambda permission: may(who.role, Permission(permission)),
            menu=request.app.state.menu,
            **context,
        )
    )


def page(request: Request, who: Visitor, template: str, *, status: int = 200, **context: Any) -> Response:
    """Return a page; the first one that a browser asks for gives it the cookie that forms are tied to."""
    response = HTMLResponse(render(request, who, template, status=status, **context), status)
    if who.new:
        keep_session(response, who, who.token)
    return response


def keep_session(response: Response, who: Visitor, token: str) -> None:
    """Let the browser show a token from now on; no script can read it, no other site sends it along."""
    response.set_cookie(
        session_cookie(who.settings), token, httponly=True, secure=who.settings.https, samesite="lax", path="/"
    )


def keep_language(response: Response, who: Visitor, tag: str) -> None:
    """Let the browser keep the language of somebody who is not signed in."""
    name = language_cookie(who.settings)
    response.set_cookie(name, tag, httponly=True, secure=who.settings.https, samesite="lax", path="/", max_age=_YEAR)
