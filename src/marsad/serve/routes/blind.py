"""Coding a report without seeing what others found in it."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from marsad.gazetteer import load
from marsad.serve.coding import Coding, revised
from marsad.serve.errors import Refusal
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.routes.reports import report_data
from marsad.serve.script_texts import script_texts
from marsad.serve.sight import uncovered
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words
from marsad.store.accounts import User, kept_users
from marsad.store.blind import BlindReading, ask_blind, code_blind, open_reading, open_readings
from marsad.store.model import KeptReport
from marsad.store.read import versions

__all__ = ["reader_of", "router"]

router = APIRouter()


def reader_of(connection: Connection, key: int) -> User:
    """Return a person who can be asked to code."""
    found = next((user for user in kept_users(connection) if user.key == key), None)
    if found is None or found.ended_at is not None or not may(found.role, Permission.CODE):
        raise Refusal(422)
    return found


def _asked(connection: Connection, user: User, report_id: str) -> tuple[BlindReading, KeptReport]:
    """Return a reading that waits for somebody, and the version of the report that was coded first."""
    reading = open_reading(connection, user.key, report_id)
    if reading is None:
        raise Refusal.missing()
    return reading, next(one for one in versions(connection, report_id) if one.version_key == reading.version_key)


@router.get("/blind-next")
@needs(Permission.CODE)
def onward(who: Visiting, but: Annotated[str, Query(max_length=500)] = "") -> Response:
    """Go on to a report that waits to be coded blind, passing over one."""
    with uncovered(who.store).reading() as connection:
        waiting = [one.report_id for one in open_readings(connection, who.signed_in.key) if one.report_id != but]
    return RedirectResponse(f"/blind/{quote(waiting[0], safe='')}" if waiting else "/agreement", 303)


@router.get("/blind/{asked_id:path}")
@needs(Permission.CODE)
def show(request: Request, who: Visiting, asked_id: str) -> Response:
    """Show a report with an empty form beside it."""
    with uncovered(who.store).reading() as connection:
        reading, kept = _asked(connection, who.signed_in, asked_id)
    data = report_data(who, kept, None) | {"coding": reading.key, "may_code": True, "save_to": "/blind"}
    return page(
        request, who, "blind.html", gone=None, kept=kept, report=kept.report, coding=reading, data=data,
        texts=script_texts(who.locale), onward=f"/blind-next?but={quote(asked_id, safe='')}",
    )  # fmt: skip


@router.post("/blind/{asked_id:path}")
@needs(Permission.CODE)
def save(who: Visiting, asked_id: str, coding: Coding) -> dict[str, Any]:
    """Keep the second coding; what the first coder found is told from now on."""
    with uncovered(who.store).writing() as connection:
        reading, kept = _asked(connection, who.signed_in, asked_id)
        empty: dict[str, Any] = {"id": asked_id, "events": [], "skipped": []}
        try:
            record = revised(coding, empty, kept.report, number=1, gazetteer=load())
        except ValueError as error:
            raise Refusal(422) from error
        code_blind(connection, reading, record, user=who.signed_in)
    return {
        "coding": reading.key, "events": record["events"], "status": "checked",
        "status_label": Words(who.locale).label("review", "checked"), "onward": f"/agreement/{reading.key}",
    }  # fmt: skip


@router.post("/ask-blind/{report_id:path}")
@needs(Permission.EDIT)
def ask(who: Visiting, report_id: str, reader: Annotated[int, Form()]) -> Response:
    """Let somebody code a report that another person checked."""
    with who.store.writing() as connection:
        ask_blind(connection, report_id, reader=reader_of(connection, reader), by=who.signed_in)
    return RedirectResponse(f"/reports/{quote(report_id, safe='')}", 303)
