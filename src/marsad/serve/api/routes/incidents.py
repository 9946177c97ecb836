"""Incidents: what many reports tell of one thing; merged, split and graded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from marsad.gazetteer import load
from marsad.incidents import decide
from marsad.incidents.linker import Linker
from marsad.incidents.preview import incidents_judged
from marsad.incidents.view import record_of, records_of
from marsad.serve.api.answer import answer, page, require_match
from marsad.serve.api.asked import (
    After,
    AsOf,
    Limit,
    Pages,
    Questioned,
    point,
    seal_of,
)
from marsad.serve.api.calling import Caller, Calling, see_all_of, see_whole
from marsad.serve.api.once import Doing
from marsad.serve.api.problems import Problem
from marsad.serve.api.routes.codings import IfMatch
from marsad.serve.api.shapes.incident import DecidedShape, HappenedShape, IncidentShape
from marsad.serve.api.shapes.shape import Page, SnapshotPage, told
from marsad.serve.permissions import Permission, needs
from marsad.store.as_of import incidents_then, record_then, standing_then, was_then
from marsad.store.history import history
from marsad.store.incident_list import incident_page
from marsad.store.incidents import current_id
from marsad.store.judgements import judgement, newest_key
from marsad.store.question import Question

__all__ = ["router"]

router = APIRouter(tags=["incidents"])

_Why = Annotated[str, Field(max_length=2000)]


@router.get("/incidents", response_model=SnapshotPage[IncidentShape])
@needs(Permission.READ)
def incidents(
    request: Request,
    who: Calling,
    question: Questioned,
    limit: Limit = 50,
    after: After = None,
    as_of: AsOf = None,
) -> Response:
    """List incidents, the latest day first and undated ones last; of a moment, by id."""
    moment = point(who, as_of, alone=question == Question())
    pages = Pages({"of": "incidents", "filters": question, "as_of": moment.change if moment else None}, limit, after)
    with who.store.reading() as connection:
        if moment is None:
            day, last = pages.start("", "")
            begin = (day, last) if after is not None else None
            found = incident_page(connection, question, after=begin, most=pages.most)
            shown, onward = pages.cut(found, lambda one: one.cursor)
            items = records_of(connection, [(one.incident_id, one.record) for one in shown])
            return answer(request, page(items, onward, snapshot=None))
        (name,) = pages.start("")
        then, onward = pages.cut(
            incidents_then(connection, moment.change, after=name, limit=pages.most), lambda one: (one[0].item,)
        )
        was = was_then(connection, [one.item for one, _ in then], moment.change)
        items = [record_then(text, was[one.item]) for one, text in then]
    return answer(request, page(items, onward, snapshot=seal_of(moment)))


def _standing(connection: Connection, incident_id: str) -> dict[str, Any]:
    record = record_of(connection, incident_id, reasons=False)
    if record is None:
        raise Problem("not-found", f"There is no incident {incident_id!r}.")
    return record


@router.get("/incidents/{incident_id}", response_model=IncidentShape)
@needs(Permission.READ)
def one_incident(request: Request, who: Calling, incident_id: str, as_of: AsOf = None) -> Response:
    """Return an incident, by any id that it ever had."""
    moment = point(who, as_of)
    with who.store.reading() as connection:
        if moment is None:
            return answer(request, _standing(connection, incident_id))
        found = standing_then(connection, "incident", incident_id, moment.change)
        if found is None:
            raise Problem("not-found", f"There was no incident {incident_id!r} then.")
        was = was_then(connection, [found[0].item], moment.change)
        return answer(request, record_then(found[1], was[found[0].item]))


@router.get("/incidents/{incident_id}/history", response_model=Page[HappenedShape])
@needs(Permission.READ)
def what_happened(request: Request, who: Calling, incident_id: str) -> Response:
    """Return what happened to an incident and to those that were merged into it, oldest first."""
    with who.store.reading() as connection:
        _standing(connection, incident_id)
        items = [
            {
                "number": one.entry.number,
                "at": one.entry.at,
                "who": one.entry.who,
                "act": one.entry.act,
                "incident_id": one.incident_id,
                "why": one.entry.detail.get("why") or None,
                "judgement": one.entry.detail.get("judgement"),
                "came": list(one.came),
                "left": list(one.left),
            }
            for one in history(connection, incident_id)
        ]
    return answer(request, page(items, None))


class _Reasoned(BaseModel):
    model_config = ConfigDict(frozen=True)

    why: _Why = told("The reason, for whoever reads it later.", "One convoy, two names of the road", default="")


class Merge(_Reasoned):
    """Which incident is the same as this one."""

    other: Annotated[str, Field(max_length=300)] = told("Id of the other incident.", "i-c3c1fa5cd15b")


class Split(_Reasoned):
    """Which reports of this incident tell another one."""

    reports: Annotated[list[Annotated[str, Field(max_length=520)]], Field(min_length=1, max_length=500)] = told(
        "Ids of reports; one that tells two acts of it as ID:0 or ID:1.", ["t.me/alwadi/812"]
    )


class Grade(_Reasoned):
    """A grade in place of the rule's: of a report, or of how sure it is who did it."""

    report: Annotated[str, Field(max_length=520)] | None = told(
        "The report that is graded; with `credibility`.", "t.me/alwadi/812", default=None
    )
    credibility: Annotated[int, Field(ge=1, le=6)] | None = told(
        "1 confirmed, 2 probable ... 6 cannot be judged.", 2, default=None
    )
    attribution: Literal["high", "medium", "low", "none", "contested"] | None = told(
        "How sure it is who did it; with neither of the others.", "contested", default=None
    )


class TakeBack(_Reasoned):
    """Why a judgement is taken back."""


def _decided(
    who: Caller,
    once: Doing,
    body: BaseModel,
    decision: Callable[[Linker, Connection], Sequence[str]],
    ready: Callable[[Connection], None] = lambda _: None,
) -> Response:
    def act() -> dict[str, Any]:
        linker = Linker(who.store, load())
        with linker.deciding() as connection:
            ready(connection)
            decided = decision(linker, connection)
            now = list(dict.fromkeys(current_id(connection, one) for one in decided))
            see_all_of(connection, who, now)
            return {"judgement": newest_key(connection), "incidents": now}

    return once(body, act)


def _read(if_match: str | None, incident_id: str) -> Callable[[Connection], None]:
    """Return what makes sure that somebody decides about the incident that he read."""
    return lambda connection: require_match(if_match, _standing(connection, incident_id))


@router.post("/incidents/{incident_id}/merge", response_model=DecidedShape)
@needs(Permission.REVIEW)
def merge(who: Calling, once: Doing, incident_id: str, body: Merge, if_match: IfMatch = None) -> Response:
    """Let another incident be one with this one: its id leads here from now on. Takes If-Match."""
    see_whole(who, body.other)
    return _decided(
        who, once, body, lambda linker, _: [decide.merge(linker, incident_id, body.other, body.why)],
        _read(if_match, incident_id),
    )  # fmt: skip


@router.post("/incidents/{incident_id}/split", response_model=DecidedShape)
@needs(Permission.REVIEW)
def split(who: Calling, once: Doing, incident_id: str, body: Split, if_match: IfMatch = None) -> Response:
    """Let reports of this incident tell one of their own, whose id comes first. Takes If-Match."""
    return _decided(
        who, once, body, lambda linker, _: decide.split(linker, incident_id, body.reports, body.why),
        _read(if_match, incident_id),
    )  # fmt: skip


@router.post("/incidents/{incident_id}/grade", response_model=DecidedShape)
@needs(Permission.REVIEW)
def grade(who: Calling, once: Doing, incident_id: str, body: Grade, if_match: IfMatch = None) -> Response:
    """Grade a report of this incident, or how sure it is who did it. Takes If-Match."""
    of_report = body.report is not None and body.credibility is not None
    if of_report is (body.attribution is not None) or (body.report is None) is not (body.credibility is None):
        raise Problem("not-valid", "Give a report with its credibility, or an attribution.")

    def decision(linker: Linker, _: Connection) -> list[str]:
        if body.attribution is not None:
            decide.attribute(linker, incident_id, body.attribution, body.why)
        else:
            decide.grade(linker, incident_id, str(body.report), int(body.credibility or 0), body.why)
        return [incident_id]

    return _decided(who, once, body, decision, _read(if_match, incident_id))


@router.post("/judgements/{number}/take-back", response_model=DecidedShape)
@needs(Permission.REVIEW)
def take_back(who: Calling, once: Doing, number: Annotated[int, Field(ge=1, le=2**63 - 1)], body: TakeBack) -> Response:
    """Take a judgement back: incidents are what they would be without it, and it stays on record."""
    if not who.sees_all:
        raise Problem("not-allowed", "It takes somebody who sees all of the record.")

    def mine(connection: Connection) -> None:
        found = judgement(connection, number)
        if found is None:
            raise Problem("not-found", f"There is no judgement {number}.")
        if found.who != who.user.name:
            who.need(Permission.EDIT)

    def decision(linker: Linker, connection: Connection) -> list[str]:
        before = incidents_judged(connection, number)
        decide.take_back(linker, number, body.why)
        return sorted(before | incidents_judged(connection, number))

    return _decided(who, once, body, decision, mine)
