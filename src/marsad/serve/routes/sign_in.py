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
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.accounts import User, change_user, link_role, token_hash, use_link, user_named
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
    """Let somebody in who knows name, password and, where one is set up, the code of the second factor."""
    address = request.client.host if request.client else ""
    name = " ".join(name.split())
    with who.store.reading() as connection:
        by_name, by_address = failures(connection, name=name, address=address, minutes=_MINUTES)
        user = user_named(connection, name)
    if by_name >= _BY_NAME or by_address >= _BY_ADDRESS:
        raise Refusal(429)
    known = matches(user.password if user else None, password)
    if user is None or user.ended_at is not None or not known or not _second_factor(who, user, code):
        with who.store.writing() as connection:
            note_failure(connection, name=name, address=address)
        problem = later("Name, password or code is wrong.")
        return page(
            request, who, "sign_in.html", status=401, onward=local(onward), name=name, problem=who.locale.text(problem)
        )
    return _let_in(request, who, user, local(onward))


def _second_factor(who: Visitor, user: User, code: str) -> bool:
    """Say whether the code is good; each is good once."""
    if user.totp_secret is None:
        return True
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
