"""Who calls: the person behind a token, what the token may be used for, and the store as that person sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import unquote_plus

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import Connection

from marsad.errors import StoreError
from marsad.serve.api.limits import Buckets
from marsad.serve.api.problems import Problem
from marsad.serve.api.unknown import refuse_unknown
from marsad.serve.permissions import Permission, may, permission_of
from marsad.serve.settings import Settings
from marsad.serve.sight import getting_ready, make_ready, seen_by
from marsad.store import Store
from marsad.store.access import sees_whole
from marsad.store.accounts import User
from marsad.store.clock import now
from marsad.store.incidents import current_id, incident
from marsad.store.read import sees_report
from marsad.store.sight import EVERYTHING
from marsad.store.tokens import PREFIX, Token, used, user_of_token

__all__ = ["Caller", "Calling", "guard", "scope_for", "see_all_of", "see_whole"]

_SCOPES = {
    Permission.OPEN: "",
    Permission.OWN: "read",
    Permission.READ: "read",
    Permission.PRIVATE: "read",
    Permission.ADMINISTER: "admin",
}

_BEARER = HTTPBearer(
    auto_error=False,
    scheme_name="token",
    description="A token made on the account page of the workbench, or by `marsad token make`.",
)


def scope_for(permission: Permission) -> str:
    """Return the scope that a token has to have for a permission; "" where none is needed."""
    return _SCOPES.get(permission, "write")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """The owner of a token, the token, and the store as the owner sees it.

    While the owner is `getting_ready`, what he may see is being made ready, and less is told than there is.
    """

    user: User
    token: Token
    store: Store
    settings: Settings
    getting_ready: bool = False

    @property
    def sees_all(self) -> bool:
        """Say whether private names, exact places and all collections are told to the owner."""
        return not self.store.sight.limited

    def may(self, permission: Permission) -> bool:
        """Say whether both role and token allow something."""
        return may(self.user.role, permission) and scope_for(permission) in self.token.scopes

    def need(self, permission: Permission) -> None:
        """Raise Problem unless both role and token allow something."""
        if not may(self.user.role, permission):
            raise Problem("not-allowed", f"The role {self.user.role} may not {permission}.")
        if scope_for(permission) not in self.token.scopes:
            raise Problem("not-allowed", f"The token does not have the scope {scope_for(permission)}.")


async def _calling(request: Request) -> Caller:  # async, so that it takes no thread
    caller: Caller = request.state.caller
    return caller


Calling = Annotated[Caller, Depends(_calling)]


def guard(request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]) -> None:
    """Stand before every address: refuse who shows no good token, asks too often, or may not do this."""
    if PREFIX in unquote_plus(request.url.query):
        detail = "Addresses are written down on the way. Send it as Authorization: Bearer, and make a new one."
        raise Problem("token-in-address", detail)
    needed = permission_of(request.scope.get("endpoint"))
    if needed is Permission.OPEN:
        return
    caller = _known(request, shown)
    _wait_if_often(request.app.state.buckets, f"token {caller.token.key}")
    if needed is None:
        raise Problem("not-allowed")
    caller.need(needed)
    refuse_unknown(request)
    _refuse_unseen(request, caller, needed)
    request.state.caller = caller


def _known(request: Request, shown: HTTPAuthorizationCredentials | None) -> Caller:
    base: Store = request.app.state.store
    found, seen = None, base
    if shown is not None and shown.credentials.startswith(PREFIX):
        with base.glancing() as connection:
            found = user_of_token(connection, shown.credentials)
            if found is not None:
                seen = seen_by(base, found[0], connection)
    if found is None:
        _wait_if_often(request.app.state.strangers, request.client.host if request.client else "")
        raise Problem("no-token", headers={"www-authenticate": 'Bearer realm="marsad"'})
    user, token = found
    if token.used_on != now()[:10]:
        _note_use(base, token)
    if seen.sight.limited and not request.app.state.workbench.state.kept_ready:
        make_ready(base)
    return Caller(
        user=user, token=token, store=seen, settings=request.app.state.settings,
        getting_ready=getting_ready(base, seen.sight),
    )  # fmt: skip


def _refuse_unseen(request: Request, caller: Caller, needed: Permission) -> None:
    """Refuse work on what the owner does not see, as if it were not there: who writes reads all."""
    asked = request.path_params
    if caller.sees_all or needed in (Permission.OWN, Permission.READ):
        return
    if "report_id" in asked:
        with caller.store.reading() as connection:
            if not sees_report(connection, asked["report_id"]):
                raise Problem("not-found", f"There is no report {asked['report_id']!r}.")
    if "incident_id" in asked:
        see_whole(caller, asked["incident_id"])


def see_whole(caller: Caller, incident_id: str) -> None:
    """Raise Problem unless there is an incident for the owner, and no report that he does not see tells of it."""
    if caller.sees_all:
        return
    with caller.store.reading() as connection:
        if incident(connection, incident_id) is None:
            raise Problem("not-found", f"There is no incident {incident_id!r}.")
    with replace(caller.store, sight=EVERYTHING).reading() as connection:
        see_all_of(connection, caller, [current_id(connection, incident_id)])


def see_all_of(connection: Connection, caller: Caller, incident_ids: Iterable[str]) -> None:
    """Raise Problem where reports tell of incidents that the owner does not see, asked of one who sees everything."""
    if not all(sees_whole(connection, one, caller.store.sight) for one in incident_ids):
        raise Problem("not-allowed", "Reports that you do not see tell of it, too.")


def _note_use(store: Store, token: Token) -> None:
    try:
        with store.writing() as connection:
            used(connection, token)
    except StoreError:  # somebody writes for long: then the next request notes it
        return


def _wait_if_often(buckets: Buckets, name: str) -> None:
    wait = buckets.take(name)
    if wait:
        raise Problem("too-many", f"Try again in {wait} seconds.", headers={"retry-after": str(wait)})
