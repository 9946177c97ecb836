"""How far coders agree, field by field and month by month, and where they do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

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
from marsad.store.model import KeptCoding
from marsad.store.read import codings_of
from marsad.store.review import do
from marsad.store.revise import current, revise
from marsad.store.settled import SETTLE, Settled, settled

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=60, path="/agreement", title=later("Double coding")),)

_MOST = 1000
_MONTHS = 12
_LISTED = 200
_BY_HAND = later("The second coding, made without seeing the first, was put in force.")
_KEPT = later("The first coding stays: both were read side by side.")
_Why = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Differs:
    coded: DoubleCoding
    field: str
    first: str
    second: str
    settled: Settled | None


def _differing(one: Disagreement, coded: DoubleCoding, decided: Mapping[int, Settled], words: Words) -> _Differs:
    """Return a disagreement in words; what both call alike, as two places of one name, with what tells it apart."""
    first, second = (_told(one.field, event, words) for event in (one.first, one.second))
    if first == second and one.first is not None and one.second is not None:
        first, second = (
            f"{said} [{words.locale.isolated(_id(event[one.field]))}]"
            for said, event in ((first, one.first), (second, one.second))
        )
    return _Differs(coded=coded, field=one.field, first=first, second=second, settled=decided.get(coded.key))


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
        unlike = disagreements(coded)[:_LISTED]
        decided = settled(connection, [by_key[key] for key in dict.fromkeys(one.key for one in unlike)])
    differing = [_differing(one, by_key[one.key], decided, words) for one in unlike]
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
        decided = settled(connection, [found]).get(key)
    compared = side_by_side(found.first, found.second, who.locale)
    return page(request, who, "double.html", double=found, compared=compared, decided=decided)


@router.post("/agreement/{key}/keep")
@needs(Permission.REVIEW)
def keep(who: Visiting, key: int, why: _Why = "") -> Response:
    """Leave the first coding of a report in force, having read both: who decided, and why, is kept as an act."""
    with who.store.reading() as connection:  # whoever writes reads also what he does not see
        found = reading_done(connection, key)
    with who.store.writing() as connection:
        _first_in_force(connection, found)
        if found is not None:
            do(connection, found.report_id, SETTLE, user=who.signed_in, comment=why.strip() or who.locale.text(_KEPT))
    return RedirectResponse(f"/agreement/{key}", 303)


def _first_in_force(connection: Connection, found: DoubleCoding | None) -> tuple[Any, list[KeptCoding]]:
    """Return the row of the report and its codings; refused where another coding than the first one holds."""
    row = current(connection, found.report_id) if found is not None else None
    if found is None or row is None:
        raise Refusal.missing()
    codings = codings_of(connection, found.report_id)
    record = next(one for one in codings if one.coding_key == row.coding_key).record
    if record["events"] != found.first["events"]:
        raise Refusal(409)
    return row, codings


@router.post("/agreement/{key}/take")
@needs(Permission.REVIEW)
def take(who: Visiting, key: int, why: _Why = "") -> Response:
    """Put the second coding of a report in force: as a new one, beside the others."""
    user = who.signed_in
    with who.store.reading() as connection:  # whoever writes reads also what he does not see
        found = reading_done(connection, key)
    with who.store.writing() as connection:
        row, codings = _first_in_force(connection, found)
        if found is None:
            raise Refusal.missing()
        record = next(one for one in codings if one.coding_key == row.coding_key).record
        first = next_number([one.record for one in codings])
        events = [
            {**event, "event_id": f"{found.report_id}#{number}"}
            for number, event in enumerate(found.second["events"], first)
        ]
        revise(connection, found.report_id, {**record, "events": events}, based_on=row.coding_key,
               in_force=row.coding_key, user_key=user.key)  # fmt: skip
        said = " ".join(filter(None, (who.locale.text(_BY_HAND), why.strip())))
        do(connection, found.report_id, "save", user=user, status="checked", checked=True, comment=said)
    return RedirectResponse(f"/reports/{quote(found.report_id, safe='')}", 303)
