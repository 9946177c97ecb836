"""People: let in by a link, given a role, shut out, signed out, freed of a second factor that is lost."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.accounts import ROLES, User, change_user, kept_users, make_link, user_by_key
from marsad.store.clock import now
from marsad.store.keys import keys_of, remove_factors
from marsad.store.sessions import end_sessions, open_sessions

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=90, path="/admin", title=later("Administration"), permission=Permission.ADMINISTER),)

_NOT_ONESELF = later("Nobody changes the own role, or shuts himself out: ask another administrator.")


def _show(request: Request, who: Visitor, *, link: str = "", name: str = "") -> Response:
    with who.store.reading() as connection:
        people = [
            (user, len(open_sessions(connection, user)), bool(keys_of(connection, user)))
            for user in kept_users(connection)
        ]
    return page(request, who, "admin_users.html", people=people, roles=ROLES, link=link, link_for=name)


@router.get("/admin")
@needs(Permission.ADMINISTER)
def show(request: Request, who: Visiting) -> Response:
    """Show everybody."""
    return _show(request, who)


def _address(who: Visitor, token: str) -> str:
    return f"{who.settings.url.rstrip('/')}/welcome/{token}"


@router.post("/admin/invite")
@needs(Permission.ADMINISTER)
def invite(request: Request, who: Visiting, role: Annotated[str, Form(max_length=20)]) -> Response:
    """Show a link by which one person comes in, this once."""
    if role not in ROLES:
        raise Refusal(422)
    with who.store.writing() as connection:
        token = make_link(connection, role=role, who=who.signed_in.name)
    return _show(request, who, link=_address(who, token))


@router.post("/admin/users/{user_key}/{act}")
@needs(Permission.ADMINISTER)
def change(
    request: Request, who: Visiting, user_key: int, act: str, role: Annotated[str, Form(max_length=20)] = ""
) -> Response:
    """Do one of the acts on a person: role, block, unblock, sign-out, factor, link."""
    by = who.signed_in.name
    with who.store.writing() as connection:
        user = user_by_key(connection, user_key)
        if user is None:
            raise Refusal.missing()
        if user.key == who.signed_in.key and act in ("role", "block"):
            raise Refusal(422, _NOT_ONESELF)
        if act == "link":
            token = make_link(connection, role=user.role, who=by, user=user)
        elif act == "sign-out":
            end_sessions(connection, user, who=by)
        else:
            change_user(connection, user, who=by, **_values(act, role, user))
            end_sessions(connection, user, who=by)
            if act == "factor":
                remove_factors(connection, user)
    if act == "link":
        return _show(request, who, link=_address(who, token), name=user.name)
    return RedirectResponse("/admin", 303)


def _values(act: str, role: str, user: User) -> dict[str, str | None]:
    match act:
        case "role" if role in ROLES and role != user.role:
            return {"role": role}
        case "block":
            return {"ended_at": now()}
        case "unblock":
            return {"ended_at": None}
        case "factor":
            return {"totp_secret": None}
        case _:
            raise Refusal(422)
