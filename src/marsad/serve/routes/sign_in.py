"""Coming in and going out: signing in with two factors, the one-time link, the language of who is not known yet."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.locale import LANGUAGES
from marsad.serve.pages import keep_language, keep_session, page
from marsad.serve.passwords import fault, hashed, matches
from marsad.serve.permissions import Permission, needs
from marsad.serve.second_factor import step_of
from marsad.serve.security_keys import asked_to_sign, signed
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.accounts import User, change_user, link_role, token_hash, use_link, user_by_key, user_named
from marsad.store.keys import SecurityKey, keep_challenge, keys_of, take_challenge, use_code, used_key
from marsad.store.sessions import end_sessions, failures, note_failure, start_session

__all__ = ["local", "router"]

router = APIRouter()

_MINUTES = 15
_BY_NAME, _BY_ADDRESS = 10, 30


def local(path: str) -> str:
    """Return where to go on: an address of this site, its start for any other."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path and "\r" not in path
    return path if inside else "/"


@router.get("/sign-in")
@needs(Permission.OPEN)
def ask(request: Request, who: Visiting, next: str = "/") -> Response:  # noqa: A002 - the name in the address
    """Show the form."""
    if who.user is not None:
        return RedirectResponse(local(next), 303)
    return page(request, who, "sign_in.html", onward=local(next), name="", problem=None)


@router.post("/sign-in")
@needs(Permission.OPEN)
def sign_in(
    request: Request,
    who: Visiting,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=2000)],
    code: Annotated[str, Form(max_length=20)] = "",
    onward: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Let somebody in who knows name and password and, where there is one, has the second factor.

    That is a code of the telephone or a recovery code; who has keys, and gave no code, is asked for a key next.
    """
    address = request.client.host if request.client else ""
    name = " ".join(name.split())
    with who.store.reading() as connection:
        user = user_named(connection, name)
    _refuse_many(who, name, address)
    known = matches(user.password if user else None, password)
    good = user is not None and user.ended_at is None and known
    if user is not None and good and not code:
        with who.store.reading() as connection:
            keys = keys_of(connection, user)
        if keys:
            return _ask_key(request, who, user, keys, local(onward))
    if user is None or not good or not _second_factor(who, user, code):
        with who.store.writing() as connection:
            note_failure(connection, name=name, address=address)
        problem = later("Name, password or code is wrong.")
        return page(
            request, who, "sign_in.html", status=401, onward=local(onward), name=name, problem=who.locale.text(problem)
        )
    return _let_in(request, who, user, local(onward))


def _ask_key(
    request: Request, who: Visitor, user: User, keys: list[SecurityKey], onward: str
) -> Response:  # fmt: skip
    """Show the page on which a key is asked for: that the password was right, the store knows by the challenge."""
    options, challenge = asked_to_sign(who.settings, keys)
    with who.store.writing() as connection:
        keep_challenge(connection, user, who.token, challenge)
    return page(
        request, who, "sign_in_key.html", options=options, onward=onward, has_code=user.totp_secret is not None
    )  # fmt: skip


@router.post("/sign-in/key")
@needs(Permission.OPEN)
def with_key(
    request: Request,
    who: Visiting,
    answer: Annotated[str, Form(max_length=20_000)] = "",
    code: Annotated[str, Form(max_length=20)] = "",
    onward: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Let in whoever knew the password a moment ago, in this browser, and has the key, or a code in its place."""
    address = request.client.host if request.client else ""
    with who.store.writing() as connection:
        asked = take_challenge(connection, who.token)
        user = user_by_key(connection, asked[0]) if asked else None
        keys = keys_of(connection, user) if user else []
        found = signed(who.settings, answer, asked[1], keys) if asked and answer else None
        if found is not None:
            used_key(connection, found[0], sign_count=found[1])
    if user is None or user.ended_at is not None:
        raise Refusal(401, later("That took too long. Sign in again."))
    _refuse_many(who, user.name, address)
    if found is None and not (code and _second_factor(who, user, code)):
        with who.store.writing() as connection:
            note_failure(connection, name=user.name, address=address)
        problem = who.locale.text(later("Name, password or code is wrong."))
        return page(
            request, who, "sign_in.html", status=401, onward=local(onward), name=user.name, problem=problem
        )  # fmt: skip
    return _let_in(request, who, user, local(onward))


def _refuse_many(who: Visitor, name: str, address: str) -> None:
    with who.store.reading() as connection:
        by_name, by_address = failures(connection, name=name, address=address, minutes=_MINUTES)
    if by_name >= _BY_NAME or by_address >= _BY_ADDRESS:
        raise Refusal(429)


def _second_factor(who: Visitor, user: User, code: str) -> bool:
    """Say whether a code of the telephone, or a recovery code, is good; each is good once."""
    with who.store.reading() as connection:
        keys = keys_of(connection, user)
    if user.totp_secret is None and not keys:
        return True
    with who.store.writing() as connection:
        if use_code(connection, user, code):
            return True
    if user.totp_secret is None:
        return False
    step = step_of(user.totp_secret, code)
    if step is None or step <= (user.totp_step or 0):
        return False
    with who.store.writing() as connection:
        change_user(connection, user, who=user.name, totp_step=step)
    return True


def _let_in(request: Request, who: Visitor, user: User, onward: str) -> Response:
    address = request.client.host if request.client else ""
    with who.store.writing() as connection:
        token = start_session(connection, user, address=address, agent=request.headers.get("user-agent", ""))
    response = RedirectResponse(onward, 303)
    keep_session(response, who, token)
    return response


@router.post("/sign-out")
@needs(Permission.OWN)
def sign_out(who: Visiting) -> Response:
    """End this session."""
    with who.store.writing() as connection:
        end_sessions(connection, who.signed_in, who=who.signed_in.name, only=token_hash(who.token))
    return RedirectResponse("/sign-in", 303)


@router.get("/welcome/{token}")
@needs(Permission.OPEN)
def welcome(request: Request, who: Visiting, token: str) -> Response:
    """Show where a one-time link leads: choose a name and a password."""
    with who.store.reading() as connection:
        link = link_role(connection, token)
    if link is None:
        raise Refusal(404, later("This link was used already, or is older than a day. Ask for a new one."))
    return page(request, who, "welcome.html", role=link[0], name=link[1] or "", fixed=link[1] is not None, problem=None)


@router.post("/welcome/{token}")
@needs(Permission.OPEN)
def begin(
    request: Request,
    who: Visiting,
    token: str,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=2000)],
    again: Annotated[str, Form(max_length=2000)],
) -> Response:
    """Let a person in by the link, with the password chosen."""
    name = " ".join(name.split())
    with who.store.reading() as connection:
        link = link_role(connection, token)
        taken = user_named(connection, name) is not None
    if link is None:
        raise Refusal(404, later("This link was used already, or is older than a day. Ask for a new one."))
    problem = fault(password, name)
    if password != again:
        problem = later("The two passwords differ.")
    if not name or (taken and link[1] is None):
        problem = later("Choose another name: this one is empty or taken.")
    if problem is not None:
        said = who.locale.text(problem)
        return page(
            request, who, "welcome.html", status=422, role=link[0], name=name, fixed=link[1] is not None, problem=said
        )
    with who.store.writing() as connection:
        user = use_link(connection, token, name, hashed(password))
        if user is not None:
            change_user(connection, user, who=user.name, language=who.locale.tag)
            end_sessions(connection, user, who=user.name)
    if user is None:
        raise Refusal(404)
    return _let_in(request, who, user, "/")


@router.post("/language")
@needs(Permission.OPEN)
def language(
    who: Visiting, tag: Annotated[str, Form(max_length=10)], onward: Annotated[str, Form(max_length=2000)] = "/"
) -> Response:
    """Go on in another language; kept for the person, or by the browser of who is not signed in."""
    if tag not in LANGUAGES:
        raise Refusal(422)
    response = RedirectResponse(local(onward), 303)
    if who.user is None:
        keep_language(response, who, tag)
    else:
        with who.store.writing() as connection:
            change_user(connection, who.user, who=who.user.name, language=tag)
    return response
