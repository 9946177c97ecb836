"""The feed of changes, and the record of a moment in one seal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from marsad.serve.api import cursor
from marsad.serve.api.answer import answer, page
from marsad.serve.api.asked import After, Limit, point, seal_of
from marsad.serve.api.calling import Calling
from marsad.serve.api.shapes.change import ChangesShape, SnapshotShape
from marsad.serve.permissions import Permission, needs
from marsad.store.as_of import stood, texts_of
from marsad.store.changes import Change, changes_after, changes_numbered
from marsad.store.diff import differences

__all__ = ["router"]

router = APIRouter(tags=["changes"])

_SAID_FREELY = ("why",)


@router.get("/changes", response_model=ChangesShape)
@needs(Permission.READ)
def changes(
    request: Request,
    who: Calling,
    kind: Annotated[
        Literal["coding", "incident"] | None,
        Query(description="Of codings or of incidents only.", examples=["incident"]),
    ] = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """List changes in their order, from the first on.

    Keep `next` and ask again with it: nothing is missed, and nothing comes twice.
    """
    asked = {"changes": kind or "all"}
    (last,) = cursor.read(after, asked, (int,)) if after is not None else (0,)
    with who.store.reading() as connection:
        found = changes_after(connection, last, limit=limit + 1, kind=kind)
        shown = found[:limit]
        differs = _differences(connection, shown) if who.sees_all else {}
    items = [_told(one, differs.get(one.number), sees_all=who.sees_all) for one in shown]
    onward = cursor.write([shown[-1].number if shown else last], asked)
    return answer(request, page(items, onward, more=len(found) > limit))


def _told(one: Change, difference: list[dict[str, Any]] | None, *, sees_all: bool) -> dict[str, Any]:
    reason = {name: value for name, value in one.reason.items() if sees_all or name not in _SAID_FREELY}
    return {
        "change": one.number,
        "at": one.at,
        "who": one.who,
        "kind": one.kind,
        "item": one.item,
        "act": one.act,
        "into": one.into,
        "reason": reason,
        "coding": one.coding_key,
        "sha256": one.sha256 if sees_all else None,
        "seal": one.seal,
        "difference": difference,
    }


def _differences(connection: Connection, shown: Sequence[Change]) -> dict[int, list[dict[str, Any]]]:
    """Return what differs from before, of updates, by number."""
    updates = [one for one in shown if one.act == "updated" and one.before is not None]
    before = {one.number: one for one in changes_numbered(connection, [one.before or 0 for one in updates])}
    texts = texts_of(connection, [*updates, *before.values()])
    return {
        one.number: list(_differs(one, json.loads(texts[one.before or 0]), json.loads(texts[one.number])))
        for one in updates
    }


def _differs(one: Change, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    if one.kind == "coding":
        return [
            {"event": each.event, "field": each.field, "before": each.before, "after": each.after}
            for each in differences(dict(before), dict(after))
        ]
    fields = dict.fromkeys((*before, *after))
    return [
        {"event": None, "field": name, "before": before.get(name), "after": after.get(name)}
        for name in fields
        if before.get(name) != after.get(name)
    ]


@router.get("/snapshot", response_model=SnapshotShape)
@needs(Permission.READ)
def snapshot(
    request: Request,
    who: Calling,
    as_of: Annotated[str, Query(max_length=40, description="The moment, UTC.", examples=["2026-01-31T00:00Z"])],
) -> Response:
    """Return the seal of a moment, and how much stood then.

    The same moment has the same seal, whenever it is asked for.
    """
    moment = point(who, as_of)
    with who.store.reading() as connection:
        standing = stood(connection, moment.change if moment else 0)
    told = {**(seal_of(moment) or {}), "codings": standing["coding"], "incidents": standing["incident"]}
    return answer(request, told)
