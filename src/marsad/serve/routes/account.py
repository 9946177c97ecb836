"""A person's own page: language, digits and colours, password, second factor, and where he is signed in."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.locale import DIGITS, LANGUAGES
from marsad.serve.pages import page
from marsad.serve.passwords import fault, hashed, matches
from marsad.serve.permissions import Permission, needs
from marsad.serve.second_factor import new_secret, picture, step_of
from marsad.serve.security_keys import possible
from marsad.serve.settings import Settings
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.accounts import change_user, token_hash
from marsad.store.keys import codes_left, keys_of
from marsad.store.sessions import end_sessions, open_sessions

__all__ = ["router"]

router = APIRouter()

_THEMES = ("", "light", "dark")


def _named(settings: Settings) -> str:
    """Return the address of a workbench on this machine with a name in it, to which keys can be tied."""
    return urlsplit(settings.url)._replace(netloc=f"localhost:{urlsplit(settings.url).port or 80}").geturl()


def _show(request: Request, who: Visitor, *, status: int = 200, problem: str = "", done: str = "") -> Response:
    with who.store.reading() as connection:
        sessions = open_sessions(connection, who.signed_in)
        keys, codes = keys_of(connection, who.signed_in), codes_left(connection, who.signed_in)
    return page(
        request,
        who,
        "account.html",
        status=status,
        sessions=sessions,
        keys=keys,
        codes=codes,
        keys_possible=possible(who.settings),
        named=_named(who.settings),
        this=token_hash(who.token),
        problem=who.locale.text(problem) if problem else None,
        done=who.locale.text(done) if done else None,
    )


@router.get("/account")
@needs(Permission.OWN)
def account(request: Request, who: Visiting, saved: bool = False) -> Response:
    """Show it."""
    return _show(request, who, done=later("Saved.") if saved else "")


@router.post("/account/reading")
@needs(Permission.OWN)
def reading(
    who: Visiting,
    tag: Annotated[str, Form(max_length=10)],
    digits: Annotated[str, Form(max_length=10)],
    theme: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Keep language, digits and colours."""
    if tag not in LANGUAGES or digits not in DIGITS or theme not in _THEMES:
        raise Refusal(422)
    with who.store.writing() as connection:
        change_user(connection, who.signed_in, who=who.signed_in.name, language=tag, digits=digits, theme=theme or None)
    return RedirectResponse("/account?saved=1", 303)


@router.post("/account/password")
@needs(Permission.OWN)
def password(
    request: Request,
    who: Visiting,
    old: Annotated[str, Form(max_length=2000)],
    password: Annotated[str, Form(max_length=2000)],
    again: Annotated[str, Form(max_length=2000)],
) -> Response:
    """Change the password; every other session ends."""
    user = who.signed_in
    problem = fault(password, user.name)
    if password != again:
        problem = later("The two passwords differ.")
    if not matches(user.password, old):
        problem = later("The present password is wrong.")
    if problem is not None:
        return _show(request, who, status=422, problem=problem)
    with who.store.writing() as connection:
        change_user(connection, user, who=user.name, password=hashed(password))
        end_sessions(connection, user, who=user.name, but=token_hash(who.token))
    return RedirectResponse("/account?saved=1", 303)


@router.get("/account/second-factor")
@needs(Permission.OWN)
def second_factor(request: Request, who: Visiting) -> Response:
    """Offer a secret for the second factor; it counts once a code of it was shown."""
    return _offer(request, who, new_secret())


def _offer(request: Request, who: Visitor, secret: str, *, problem: str | None = None) -> Response:
    status, drawn = (422 if problem else 200), picture(secret, who.signed_in.name)
    return page(request, who, "second_factor.html", status=status, secret=secret, problem=problem, picture=drawn)


@router.post("/account/second-factor")
@needs(Permission.OWN)
def set_up(
    request: Request,
    who: Visiting,
    secret: Annotated[str, Form(min_length=32, max_length=32, pattern="^[A-Z2-7]+$")],
    code: Annotated[str, Form(max_length=20)],
) -> Response:
    """Keep the second factor, if the code shows that the device has it."""
    step = step_of(secret, code)
    if step is None:
        said = who.locale.text(later("That is not the code. Look at the clock of the device, then try the next one."))
        return _offer(request, who, secret, problem=said)
    with who.store.writing() as connection:
        change_user(connection, who.signed_in, who=who.signed_in.name, totp_secret=secret, totp_step=step)
        end_sessions(connection, who.signed_in, who=who.signed_in.name, but=token_hash(who.token))
    return RedirectResponse("/account?saved=1", 303)


@router.post("/account/second-factor/end")
@needs(Permission.OWN)
def end_second_factor(request: Request, who: Visiting, password: Annotated[str, Form(max_length=2000)]) -> Response:
    """Take the second factor away, for who knows the password."""
    if not matches(who.signed_in.password, password):
        return _show(request, who, status=422, problem=later("The present password is wrong."))
    with who.store.writing() as connection:
        change_user(connection, who.signed_in, who=who.signed_in.name, totp_secret=None)
    return RedirectResponse("/account?saved=1", 303)


@router.post("/account/sessions/end")
@needs(Permission.OWN)
def end(who: Visiting, session: Annotated[str, Form(max_length=64)] = "") -> Response:
    """End one session of one's own, or every other one."""
    mine = token_hash(who.token)
    with who.store.writing() as connection:
        if session:
            end_sessions(connection, who.signed_in, who=who.signed_in.name, only=session)
        else:
            end_sessions(connection, who.signed_in, who=who.signed_in.name, but=mine)
    return RedirectResponse("/account", 303)
