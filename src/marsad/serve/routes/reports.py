"""A report as published, beside what was coded from it."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from marsad.export.record import COUNTS
from marsad.gazetteer import load
from marsad.model.who import SIDES
from marsad.serve.asking import address, given
from marsad.serve.because import because
from marsad.serve.errors import Refusal
from marsad.serve.incident_view import brief
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.script_texts import script_texts
from marsad.serve.sight import is_blind
from marsad.serve.visitor import Visiting, Visitor
from marsad.serve.words import FIELDS, KINDS, LABELS, Words
from marsad.store.accounts import kept_users
from marsad.store.incident_reports import incidents_told_by
from marsad.store.model import KeptCoding, KeptReport
from marsad.store.read import codings_of, versions
from marsad.store.review import acts_on, review_of
from marsad.store.revise import current

__all__ = ["report_data", "router"]

router = APIRouter()

_Short = Annotated[str, Query(max_length=200)]


@router.get("/reports/{report_id:path}")
@needs(Permission.READ)
def show(
    request: Request,
    who: Visiting,
    report_id: str,
    name: _Short = "to check",
    order: _Short = "severity",
    area: _Short = "",
    outlet: _Short = "",
) -> Response:
    """Show the latest version with the coding in force; `name` and the others say in which list one is at work."""
    with who.store.reading() as connection:
        row = current(connection, report_id)
        if row is None:
            if is_blind(who.store, who.signed_in, report_id):
                return RedirectResponse(f"/blind/{quote(report_id, safe='')}", 303)
            raise Refusal.missing()
        told = versions(connection, report_id)
        kept = next(one for one in told if one.version_key == row.version_key)
        coding = next((one for one in codings_of(connection, report_id) if one.coding_key == row.coding_key), None)
        review, acts, users = (
            review_of(connection, row.report_key),
            acts_on(connection, row.report_key),
            kept_users(connection),
        )
        incidents = incidents_told_by(connection, row.report_key)
    asked = given(name=name, order=order, area=area, outlet=outlet)
    names = {user.key: user.name for user in users}
    return page(
        request, who, "report.html", kept=kept, report=kept.report, coding=coding, review=review, acts=acts,
        gone=told[-1] if told[-1].gone else None,
        assignee=names.get(review.assignee or 0), checked_by=names.get(review.checked_by or 0),
        users=[user for user in users if user.ended_at is None and may(user.role, Permission.CODE)],
        data=report_data(who, kept, coding), texts=script_texts(who.locale),
        incidents=[
            brief(one.record, Words(who.locale), incident_id=one.incident_id, place_id=one.place_id)
            for one in incidents
        ],
        onward=address("/next", [*asked.items(), ("but", report_id)]), back=address("/queue", asked.items()),
    )  # fmt: skip


def report_data(who: Visitor, kept: KeptReport, coding: KeptCoding | None) -> dict[str, Any]:
    """Return what the scripts of the page work with."""
    words, report = Words(who.locale), kept.report
    record: dict[str, Any] = coding.record if coding else {"events": []}
    events = record["events"]
    codes = {code for event in events for side in SIDES for code in event[side]}
    return {
        "report_id": report.report_id,
        "published": report.published_on.isoformat() if report.published_on else None,
        "coding": coding.coding_key if coding else None,
        "may_code": coding is not None and may(who.role, Permission.CODE),
        "save_to": "/coding",
        "may_review": may(who.role, Permission.REVIEW),
        "events": events,
        "fields": {name: words.field(name) for name in FIELDS},
        "counts": list(COUNTS),
        "types": [
            {
                "value": value,
                "label": words.label("sub_event_type", value),
                "also": [value, LABELS["sub_event_type"][value]],
            }
            for value in LABELS["sub_event_type"]
        ],
        "statuses": [
            {"value": value, "label": words.label("status", value), "also": [value]} for value in LABELS["status"]
        ],
        "kinds": [{"value": value, "label": words.label("kind", value)} for value in KINDS],
        "place_precision": {value: words.label("place_precision", value) for value in LABELS["place_precision"]},
        "date_precision": {value: words.label("date_precision", value) for value in LABELS["date_precision"]},
        "actors": {code: words.actor(code) for code in sorted(codes)},
        "places": _places(words, events),
        "units": {code: words.unit(code) for code in sorted({event["place"]["admin1"] or "" for event in events})},
        "countries": {code: words.country(code) for code in sorted({event["place"]["country"] for event in events})},
        **because(who.locale, events),
    }


def _places(words: Words, events: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Return the names of the places that events have or may mean, by id."""
    ids = {place_id for event in events for place_id in (event["place"]["place_id"], *event["place"]["candidates"])}
    found = {}
    for place_id in sorted(filter(None, ids)):
        place = load().by_id(place_id)
        if place is not None:
            found[place_id] = {
                "name": place.name_ar,
                "label": words.place(None, place_id) if words.locale.language != "ar" else place.name_ar,
                "where": words.whereabouts(place),
                "country": place.country,
            }
    return found
