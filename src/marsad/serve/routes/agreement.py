"""How far coders agree, field by field and month by month, and where they do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from marsad.analyse.double import Disagreement, agreement, disagreements, monthly
from marsad.analyse.doubles_stored import doubles
from marsad.serve.catalogues import later
from marsad.serve.coding import next_number
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.routes.blind import reader_of
from marsad.serve.side_by_side import in_words, side_by_side
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words
from marsad.store.accounts import kept_users
from marsad.store.blind import DoubleCoding, double_codings, draw_blind, reading_done
from marsad.store.read import codings_of
from marsad.store.review import do
from marsad.store.revise import current, revise

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=60, path="/agreement", title=later("Double coding")),)

_MOST = 1000
_MONTHS = 12
_LISTED = 200
_BY_HAND = later("The second coding, made without seeing the first, was put in force.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Differs:
    coded: DoubleCoding
    field: str
    first: str
    second: str


def _differing(one: Disagreement, coded: DoubleCoding, words: Words) -> _Differs:
    """Return a disagreement in words; what both call alike, as two places of one name, with what tells it apart."""
    first, second = (_told(one.field, event, words) for event in (one.first, one.second))
    if first == second and one.first is not None and one.second is not None:
        first, second = (
            f"{said} [{words.locale.isolated(_id(event[one.field]))}]"
            for said, event in ((first, one.first), (second, one.second))
        )
    return _Differs(coded=coded, field=one.field, first=first, second=second)


def _told(field: str, event: Mapping[str, Any] | None, words: Words) -> str:
    if event is None:
        return ""
    return in_words("sub_event_type" if field == "acts" else field, dict(event), words)


def _id(value: Any) -> str:
    """Return what a value is called in the record: a place by its id, sides by their codes."""
    if isinstance(value, dict):
        return value.get("place_id") or value.get("name") or ""
    return " ".join(value) if isinstance(value, list) else str(value)


@router.get("/agreement")
@needs(Permission.READ)
def show(request: Request, who: Visiting, drawn: Annotated[int | None, Query(ge=0, le=1000)] = None) -> Response:
    """Show the figures of reports coded twice, the latest thousand."""
    with who.store.reading() as connection:
        found = double_codings(connection, most=_MOST)
        users = [user for user in kept_users(connection) if user.ended_at is None and may(user.role, Permission.CODE)]
    words, by_key, coded = Words(who.locale), {one.key: one for one in found}, doubles(found)
    differing = [_differing(one, by_key[one.key], words) for one in disagreements(coded)[:_LISTED]]
    return page(
        request, who, "agreement.html", doubles=len(found), overall=agreement(coded), differing=differing,
        months=dict(list(monthly(coded).items())[:_MONTHS]), waiting=len(who.store.sight.blind),
        users=users, drawn=drawn,
    )  # fmt: skip


@router.post("/agreement/draw")
@needs(Permission.EDIT)
def draw(who: Visiting, reader: Annotated[int, Form()], most: Annotated[int, Form(ge=1, le=200)]) -> Response:
    """Let somebody code reports drawn by chance."""
    with who.store.writing() as connection:
        drawn = draw_blind(connection, reader=reader_of(connection, reader), by=who.signed_in, most=most)
    return RedirectResponse(f"/agreement?drawn={drawn}", 303)


@router.get("/agreement/{key}")
@needs(Permission.READ)
def compare(request: Request, who: Visiting, key: int) -> Response:
    """Show the two codings of a report side by side."""
    with who.store.reading() as connection:
        found = reading_done(connection, key)
    if found is None:
        raise Refusal.missing()
    compared = side_by_side(found.first, found.second, who.locale)
    return page(request, who, "double.html", double=found, compared=compared)


@router.post("/agreement/{key}/take")
@needs(Permission.REVIEW)
def take(who: Visiting, key: int) -> Response:
    """Put the second coding of a report in force: as a new one, beside the others."""
    user = who.signed_in
    with who.store.reading() as connection:  # whoever writes reads also what he does not see
        found = reading_done(connection, key)
    with who.store.writing() as connection:
        row = current(connection, found.report_id) if found is not None else None
        if found is None or row is None:
            raise Refusal.missing()
        codings = codings_of(connection, found.report_id)
        record = next(one for one in codings if one.coding_key == row.coding_key).record
        if record["events"] != found.first["events"]:
            raise Refusal(409)
        first = next_number([one.record for one in codings])
        events = [
            {**event, "event_id": f"{found.report_id}#{number}"}
            for number, event in enumerate(found.second["events"], first)
        ]
        revise(connection, found.report_id, {**record, "events": events}, based_on=row.coding_key,
               in_force=row.coding_key, user_key=user.key)  # fmt: skip
        do(connection, found.report_id, "save", user=user, status="checked", checked=True,
           comment=who.locale.text(_BY_HAND))  # fmt: skip
    return RedirectResponse(f"/reports/{quote(found.report_id, safe='')}", 303)
