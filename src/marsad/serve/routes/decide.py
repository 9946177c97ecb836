"""What people decide about incidents: merge, split, grade, take back; each shown first as it would turn out."""

from __future__ import annotations

from collections.abc import Callable
from math import exp
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from marsad.gazetteer import load
from marsad.incidents import decide
from marsad.incidents.decisions import KINDS, WITHDRAWN
from marsad.incidents.linker import Linker
from marsad.incidents.preview import Preview, incidents_judged, preview
from marsad.incidents.view import record_of
from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.incident_history import lines
from marsad.serve.incident_view import brief
from marsad.serve.incident_words import ATTRIBUTION, CREDIBILITY
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.visitor import UNSEEN, Visiting, Visitor, refuse_in_part, refuse_unseen_in
from marsad.serve.words import Words
from marsad.store.history import history
from marsad.store.incident_briefs import places_of_incidents
from marsad.store.incident_reports import near
from marsad.store.incidents import current_id, id_typed, members_of
from marsad.store.judgements import Judgement, judgement
from marsad.store.read import sees_report

__all__ = ["router"]

router = APIRouter()

_NEAR = 8
_NONE_LEFT = later("No report would be left. Choose those that tell another act.")

_Short = Annotated[str, Query(max_length=500)]
_Why = Annotated[str, Form(max_length=2000)]


def _linker(who: Visitor) -> Linker:
    return Linker(who.store, load())


def _standing(connection: Connection, incident_id: str) -> dict[str, Any]:
    """Return the record of an incident that has reports, by any id that it ever had."""
    record = record_of(connection, current_id(connection, incident_id), reasons=False)
    if record is None:
        raise Refusal(404, later("There is no such incident."))
    return record


def _other(connection: Connection, incident_id: str, typed: str) -> str:
    """Return the id of the incident that somebody typed or pasted, also out of an address."""
    other = id_typed(connection, typed) or current_id(connection, typed.strip())
    if other == incident_id:
        raise Refusal(422, later("They are one incident already."))
    return str(_standing(connection, other)["incident_id"])


def _to(incident_id: str) -> Response:
    return RedirectResponse(f"/incidents/{quote(incident_id, safe='')}?decided=1", 303)


def _refuse_drawn_in(who: Visitor, found: Preview) -> None:
    """Refuse a decision that draws reports in which the person does not see."""
    reports = {member["report_id"] for record in (*found.before, *found.after) for member in record["members"]}
    if who.store.sight.limited:
        with who.store.reading() as connection:
            if not all(sees_report(connection, report_id) for report_id in reports):
                raise Refusal(403, UNSEEN)


def _shown(
    request: Request,
    who: Visitor,
    incident_id: str,
    decided: Callable[[Linker], object],
    touched: set[str],
    **more: Any,
) -> Response:
    """Show what a decision would make of incidents."""
    linker, words = _linker(who), Words(who.locale)
    found = preview(linker, lambda: decided(linker), touched)
    _refuse_drawn_in(who, found)
    columns = [
        (when, brief(record, words, place_id=places.get(record["incident_id"])), record)
        for when, records, places in (
            ("before", found.before, found.places_before),
            ("after", found.after, found.places_after),
        )
        for record in records
    ]
    return page(request, who, "incident_preview.html", incident_id=incident_id, columns=columns,
                changes=found.changes, before=len(found.before), after=len(found.after), **more)  # fmt: skip


def _decided(who: Visitor, decision: Callable[[Linker], list[str]]) -> list[str]:
    """Decide, and return the incidents that came of it; nothing is done where others than one sees are drawn in."""
    linker = _linker(who)
    with linker.deciding() as connection:
        now = decision(linker)
        refuse_unseen_in(connection, who, now)
    return now


@router.get("/incidents/{incident_id}/merge")
@needs(Permission.REVIEW)
def ask_merge(request: Request, who: Visiting, incident_id: str, other: _Short = "") -> Response:
    """Show incidents that one could be merged with; with `other`, what would come of it."""
    words = Words(who.locale)
    with who.store.reading() as connection:
        record = _standing(connection, incident_id)
        own = record["incident_id"]
        if not other:
            ranked = near(connection, members_of(connection, [own])[own], most=_NEAR)
            places = places_of_incidents(connection, [own, *(one for one, _ in ranked)])
            beside = [
                (brief(found, words, place_id=places.get(one)), 1 / (1 + exp(-score / 1000)))
                for one, score in ranked
                if (found := record_of(connection, one, reasons=False)) is not None
            ]
            about = brief(record, words, place_id=places.get(own))
            return page(request, who, "incident_merge.html", brief=about, beside=beside)
        second = _other(connection, own, other)
    refuse_in_part(who, second)
    return _shown(
        request, who, own, lambda linker: decide.merge(linker, own, second, why=""), {own, second},
        act=f"/incidents/{own}/merge", title=later("Merge two incidents"), values=[("other", second)],
    )  # fmt: skip


@router.post("/incidents/{incident_id}/merge")
@needs(Permission.REVIEW)
def merge(who: Visiting, incident_id: str, other: Annotated[str, Form(max_length=500)], why: _Why = "") -> Response:
    """Let two incidents be one."""
    with who.store.reading() as connection:
        own = _standing(connection, incident_id)["incident_id"]
        second = _other(connection, own, other)
    refuse_in_part(who, second)
    return _to(_decided(who, lambda linker: [decide.merge(linker, own, second, why=why)])[0])


def _members(connection: Connection, incident_id: str, reports: list[str]) -> str:
    """Return the id of an incident; refuse reports that it does not have, and all of them."""
    record = _standing(connection, incident_id)
    there = {member["report_id"] for member in record["members"]}
    if not reports or not there.issuperset(reports):
        raise Refusal(422, later("Choose reports of this incident that tell another act."))
    if there == set(reports):
        raise Refusal(422, _NONE_LEFT)
    return str(record["incident_id"])


@router.get("/incidents/{incident_id}/split")
@needs(Permission.REVIEW)
def ask_split(
    request: Request,
    who: Visiting,
    incident_id: str,
    report: Annotated[list[str], Query(max_length=500, default_factory=list)],
) -> Response:
    """Show what would come of parting reports from an incident."""
    with who.store.reading() as connection:
        own = _members(connection, incident_id, report)
    return _shown(
        request, who, own, lambda linker: decide.split(linker, own, report, why=""), {own},
        act=f"/incidents/{own}/split", title=later("Split an incident"), values=[("report", one) for one in report],
    )  # fmt: skip


@router.post("/incidents/{incident_id}/split")
@needs(Permission.REVIEW)
def split(
    who: Visiting,
    incident_id: str,
    report: Annotated[list[str], Form(max_length=500, default_factory=list)],
    why: _Why = "",
) -> Response:
    """Let reports of an incident tell one of their own, and go there."""
    with who.store.reading() as connection:
        own = _members(connection, incident_id, report)
    return _to(_decided(who, lambda linker: decide.split(linker, own, report, why=why))[0])


@router.post("/incidents/{incident_id}/grade")
@needs(Permission.REVIEW)
def grade(
    who: Visiting,
    incident_id: str,
    report: Annotated[str, Form(max_length=2000)] = "",
    credibility: Annotated[str, Form(max_length=1)] = "",
    attribution: Annotated[str, Form(max_length=20)] = "",
    why: _Why = "",
) -> Response:
    """Grade a report, or how sure it is who did it, in place of the rule."""
    with who.store.reading() as connection:
        record = _standing(connection, incident_id)
    own = record["incident_id"]
    if attribution in ATTRIBUTION and not report:
        decide.attribute(_linker(who), own, attribution, why=why)
    elif credibility in CREDIBILITY and any(member["report_id"] == report for member in record["members"]):
        decide.grade(_linker(who), own, report, int(credibility), why=why)
    else:
        raise Refusal(422)
    return _to(own)


def _open(who: Visitor, connection: Connection, key: int) -> Judgement:
    """Return a judgement that this person may take back."""
    found = judgement(connection, key)
    if found is None or found.kind not in KINDS or found.verdict == WITHDRAWN or found.superseded_by is not None:
        raise Refusal(404, later("There is no such decision, or another one took its place."))
    if found.who != who.signed_in.name and not may(who.role, Permission.EDIT):
        raise Refusal(403, later("It is another person's decision: an editor may take it back."))
    return found


@router.get("/judgements/{key}/undo")
@needs(Permission.REVIEW)
def ask_undo(request: Request, who: Visiting, key: int) -> Response:
    """Show what would come of taking a decision back."""
    with who.store.reading() as connection:
        _open(who, connection, key)
        touched = incidents_judged(connection, key)
        if not touched:
            raise Refusal(404, later("There is no such incident."))
        told = lines(list(history(connection, min(touched))), who.locale)
    return _shown(
        request, who, min(touched), lambda linker: decide.take_back(linker, key, why=""), touched,
        act=f"/judgements/{key}/undo", title=later("Take a decision back"), values=[],
        about=next((one for one in told if one.judgement == key), None),
    )  # fmt: skip


@router.post("/judgements/{key}/undo")
@needs(Permission.REVIEW)
def undo(who: Visiting, key: int, why: _Why = "") -> Response:
    """Take a decision back; incidents are what they would be without it."""
    with who.store.reading() as connection:
        _open(who, connection, key)
        before = incidents_judged(connection, key)
    for one in before if who.store.sight.limited else ():
        refuse_in_part(who, one)

    def decision(linker: Linker) -> list[str]:
        with linker.deciding() as connection:
            decide.take_back(linker, key, why=why)
            return sorted(incidents_judged(connection, key) or before)

    now = _decided(who, decision)
    return _to(now[0]) if now else RedirectResponse("/incidents", 303)
