"""Tokens of a person's programs: made, shown once, ended."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.api.calling import scope_for
from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.tokens import end_token, make_token, tokens_of

__all__ = ["SCOPE_NAMES", "router"]

router = APIRouter()

SCOPE_NAMES = {"read": later("read"), "write": later("write"), "admin": later("administer")}
_TERMS = (7, 30, 90, 366)


def _show(request: Request, who: Visitor, *, made: str = "") -> Response:
    with who.store.reading() as connection:
        tokens = tokens_of(connection, who.signed_in)
    scopes = {scope_for(permission) for permission in Permission if may(who.role, permission)} - {"", "read"}
    named = {scope: who.locale.text(name) for scope, name in SCOPE_NAMES.items()}
    offered = [scope for scope in named if scope in scopes]
    return page(request, who, "tokens.html", tokens=tokens, offered=offered, named=named, terms=_TERMS, made=made)


@router.get("/account/tokens")
@needs(Permission.OWN)
def tokens(request: Request, who: Visiting) -> Response:
    """Show them: never themselves, but what they may do and until when."""
    return _show(request, who)


@router.post("/account/tokens")
@needs(Permission.OWN)
def make(
    request: Request,
    who: Visiting,
    name: Annotated[str, Form(min_length=1, max_length=100)],
    days: Annotated[int, Form(ge=1, le=366)],
    scope: Annotated[list[str], Form(max_length=10)] = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """Make one, and show it this once."""
    user = who.signed_in
    if not name.strip() or not {*scope} <= SCOPE_NAMES.keys():
        raise Refusal(422)
    with who.store.writing() as connection:
        _, text = make_token(connection, user, name, scopes=scope, days=days, who=user.name)
    return _show(request, who, made=text)


@router.post("/account/tokens/end")
@needs(Permission.OWN)
def end(who: Visiting, token: Annotated[int, Form(ge=1, le=2**63 - 1)]) -> Response:
    """End one of one's own."""
    with who.store.writing() as connection:
        end_token(connection, token, who=who.signed_in.name, user=who.signed_in)
    return RedirectResponse("/account/tokens", 303)
