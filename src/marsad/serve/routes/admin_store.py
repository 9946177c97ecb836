"""What an administrator looks after: sources and their feeds, and the log with its chain."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from marsad.amend.states import around
from marsad.serve.amend_words import KINDS
from marsad.serve.locale import Locale
from marsad.serve.log_words import ITEMS, act_in, amended_in, details_in
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting
from marsad.store.accounts import kept_users
from marsad.store.amendments import amendment_numbered
from marsad.store.feeds import kept_feeds
from marsad.store.log import LogEntry, acts_known, first_broken, last, newest
from marsad.store.sources import kept_sources

__all__ = ["router"]

router = APIRouter()

_AT_ONCE = 100
_Short = Annotated[str, Query(max_length=300)]


@router.get("/admin/sources")
@needs(Permission.ADMINISTER)
def sources(request: Request, who: Visiting) -> Response:
    """Show the registry, and how each feed fared."""
    with who.store.reading() as connection:
        return page(
            request, who, "admin_sources.html", sources=list(kept_sources(connection)), feeds=kept_feeds(connection)
        )


def _details(connection: Connection, entry: LogEntry, locale: Locale) -> list[tuple[str, str]]:
    """Return the details of an act in words; of a change of words what stood before, too."""
    number = entry.detail.get("revision")
    one = amendment_numbered(connection, number) if entry.act == "amend" and isinstance(number, int) else None
    if one is None:
        return details_in(locale, entry.detail)
    return amended_in(locale, entry.detail, one.kind, *around(connection, one))


@router.get("/admin/log")
@needs(Permission.ADMINISTER)
def log(
    request: Request,
    who: Visiting,
    by: _Short = "",
    act: _Short = "",
    item: _Short = "",
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
    check: bool = False,
) -> Response:
    """Show the log, the last entry first; with `check`, whether its chain is whole."""
    with who.store.reading() as connection:
        found = newest(connection, who=by, act=act, item=item, before=before, most=_AT_ONCE + 1)
        shown = [(one, act_in(who.locale, one.act), _details(connection, one, who.locale)) for one in found[:_AT_ONCE]]
        return page(
            request, who, "admin_log.html", entries=shown,
            older=found[_AT_ONCE - 1].number if len(found) > _AT_ONCE else None, by=by, act=act, item=item,
            acts=sorted(((one, act_in(who.locale, one)) for one in acts_known(connection)), key=lambda told: told[1]),
            items={kind: who.locale.text(told) for kind, told in ITEMS.items()},
            kinds=KINDS, people=[user.name for user in kept_users(connection)], checked=check,
            broken=first_broken(connection) if check else None, top=last(connection),
        )  # fmt: skip
