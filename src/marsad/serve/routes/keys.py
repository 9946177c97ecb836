"""Keys and recovery codes under a person's own name, and the second step of signing in with a key."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.pages import page
from marsad.serve.passwords import matches
from marsad.serve.permissions import Permission, needs
from marsad.serve.security_keys import asked_to_make, made
from marsad.serve.visitor import Visiting
from marsad.store.accounts import token_hash
from marsad.store.keys import add_key, keep_challenge, keys_of, make_codes, remove_key, take_challenge
from marsad.store.sessions import end_sessions

__all__ = ["router"]

router = APIRouter()

_NOT_GOOD = later("The key did not answer as asked. Try once more.")


@router.post("/account/keys/ask")
@needs(Permission.OWN)
def ask(who: Visiting) -> dict[str, Any]:
    """Return what the browser asks a new key for."""
    with who.store.writing() as connection:
        options, challenge = asked_to_make(who.settings, who.signed_in, keys_of(connection, who.signed_in))
        keep_challenge(connection, who.signed_in, who.token, challenge)
    return options


@router.post("/account/keys")
@needs(Permission.OWN)
def add(
    who: Visiting, name: Annotated[str, Form(max_length=100)], answer: Annotated[str, Form(max_length=20_000)]
) -> Response:
    """Keep a key that answered; every other session ends."""
    user, name = who.signed_in, " ".join(name.split())
    with who.store.writing() as connection:
        asked = take_challenge(connection, who.token)
        found = made(who.settings, answer, asked[1]) if asked and asked[0] == user.key else None
        if found is not None and name:
            key_id, public_key, sign_count = found
            add_key(connection, user, key_id=key_id, name=name, public_key=public_key, sign_count=sign_count)
            end_sessions(connection, user, who=user.name, but=token_hash(who.token))
    if found is None or not name:
        raise Refusal(422, _NOT_GOOD)
    return RedirectResponse("/account?saved=1", 303)


@router.post("/account/keys/remove")
@needs(Permission.OWN)
def remove(
    who: Visiting, key: Annotated[str, Form(max_length=2000)], password: Annotated[str, Form(max_length=2000)]
) -> Response:
    """Take a key away, for who knows the password."""
    if not matches(who.signed_in.password, password):
        raise Refusal(422, later("The present password is wrong."))
    with who.store.writing() as connection:
        if not remove_key(connection, who.signed_in, key):
            raise Refusal.missing()
    return RedirectResponse("/account?saved=1", 303)


@router.post("/account/codes")
@needs(Permission.OWN)
def codes(request: Request, who: Visiting, password: Annotated[str, Form(max_length=2000)]) -> Response:
    """Show new recovery codes, this once, to who knows the password."""
    if not matches(who.signed_in.password, password):
        raise Refusal(422, later("The present password is wrong."))
    with who.store.writing() as connection:
        made_now = make_codes(connection, who.signed_in)
    return page(request, who, "codes.html", codes=made_now)
