"""Who asks: the person behind a request, the language of the answer, and the token against forged forms."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Connection

from marsad.serve.catalogues import later
from marsad.serve.locale import DIGITS, LANGUAGES, Locale, preferred
from marsad.serve.permissions import Permission
from marsad.serve.settings import Settings
from marsad.serve.sight import getting_ready, make_ready, seen_by
from marsad.store import Store
from marsad.store.access import sees_whole
from marsad.store.accounts import User
from marsad.store.incidents import current_id, incident
from marsad.store.read import sees_report
from marsad.store.sessions import seen as note_seen
from marsad.store.sessions import user_of_session
from marsad.store.sight import EVERYTHING

__all__ = [
    "UNSEEN", "Visiting", "Visitor", "guard", "language_cookie", "refuse_in_part", "refuse_unseen_in", "session_cookie",
    "visitor",
]  # fmt: skip


UNSEEN = later("Reports that you do not see tell of this, too. Ask somebody who sees them all.")
"""Why somebody is refused a decision that touches what is hidden from him."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One request's person (None: not signed in), token, language and store; the store logs under the person's name.

    While the person is `getting_ready`, what he may see is being made ready, and lists and numbers are not whole.
    """

    user: User | None
    token: str
    locale: Locale
    store: Store
    settings: Settings
    new: bool = False
    getting_ready: bool = False

    @property
    def role(self) -> str:
        """The role of the person, "" for none."""
        return self.user.role if self.user else ""

    @property
    def csrf(self) -> str:
        """What forms of this visitor carry: nobody else's page can know it."""
        return hashlib.sha256(f"form:{self.token}".encode()).hexdigest()

    @property
    def signed_in(self) -> User:
        """The person, where the page took care that there is one."""
        if self.user is None:
            raise RuntimeError("This page is open to people who are not signed in.")
        return self.user


def session_cookie(settings: Settings) -> str:
    """Return the name of the cookie; over https the browser binds it to this very site."""
    return "__Host-marsad" if settings.https else "marsad"


def language_cookie(settings: Settings) -> str:
    """Return the name of the cookie that keeps the language of who is not signed in."""
    return "__Host-marsad-language" if settings.https else "marsad-language"


def visitor(request: Request) -> Visitor:
    """Find out who asks, once a request."""
    known: Visitor | None = getattr(request.state, "visitor", None)
    if known is not None:
        return known
    store: Store = request.app.state.store
    settings: Settings = request.app.state.settings
    token = request.cookies.get(session_cookie(settings), "")
    new = False
    with store.glancing() as connection:
        found = user_of_session(connection, token) if token else None
        user = found.user if found is not None else None
        seen = seen_by(store, user, connection, hiding=found.may_hide if found is not None else None)
    if found is not None and found.unnoted:
        with store.writing() as connection:
            note_seen(connection, token)
    if not token:
        token, new = secrets.token_urlsafe(32), True
    if seen.sight.limited and user is not None and not request.app.state.kept_ready:
        make_ready(store)
    made = Visitor(
        user=user,
        token=token,
        new=new,
        locale=_locale(request, user, settings),
        store=seen,
        settings=settings,
        getting_ready=user is not None and getting_ready(store, seen.sight),
    )
    request.state.visitor = made
    return made


def _locale(request: Request, user: User | None, settings: Settings) -> Locale:
    chosen = (user.language if user else None) or request.cookies.get(language_cookie(settings), "")
    tag = chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""))
    digits = user.digits if user and user.digits in DIGITS else "western"
    return Locale(tag=tag, digits=digits)


Visiting = Annotated[Visitor, Depends(visitor)]


async def guard(request: Request, who: Visiting) -> None:
    """Stand before every page: refuse who may not see it, and what no form of ours sent."""
    from marsad.serve.errors import Refusal, SignInFirst
    from marsad.serve.permissions import may, permission_of

    needed = permission_of(request.scope.get("endpoint"))
    if needed is None or not may(who.role, needed):
        if needed is not None and who.user is None and needed is not Permission.OPEN:
            raise SignInFirst
        raise Refusal.forbidden(who, needed) if needed is not None else Refusal(403)
    _refuse_unseen(request, who, needed)
    if request.method not in ("GET", "HEAD"):
        given = request.headers.get("x-csrf", "")
        if not given and request.headers.get("content-type", "").startswith(("application/x-www", "multipart/")):
            form = await request.form()
            given = str(form.get("csrf", ""))
        if not hmac.compare_digest(given.encode(), who.csrf.encode()):
            raise Refusal.forged()


def _refuse_unseen(request: Request, who: Visitor, needed: Permission) -> None:
    """Refuse work on what the person does not see, as if it were not there, or not all of: who writes reads all."""
    from marsad.serve.errors import Refusal

    asked = request.path_params
    if not who.store.sight.limited or needed in (Permission.OPEN, Permission.OWN, Permission.READ):
        return
    if "report_id" in asked:
        with who.store.reading() as connection:
            if not sees_report(connection, asked["report_id"]):
                raise Refusal.missing()
    if "incident_id" in asked:
        refuse_in_part(who, asked["incident_id"])


def refuse_in_part(who: Visitor, incident_id: str) -> None:
    """Refuse to decide on an incident that reports tell, too, which the person does not see."""
    from marsad.serve.errors import Refusal

    with who.store.reading() as connection:
        if incident(connection, incident_id) is None:
            raise Refusal.missing()
    with replace(who.store, sight=EVERYTHING).reading() as connection:
        refuse_unseen_in(connection, who, [current_id(connection, incident_id)])


def refuse_unseen_in(connection: Connection, who: Visitor, incident_ids: Iterable[str]) -> None:
    """Refuse what touches incidents told by reports that the person does not see, asked of one who sees everything."""
    from marsad.serve.errors import Refusal

    if not all(sees_whole(connection, one, who.store.sight) for one in incident_ids):
        raise Refusal(403, UNSEEN)
