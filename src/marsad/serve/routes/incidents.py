"""Incidents: found by what they are, and each at an address of its own."""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from marsad.explore import index_of
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.incidents.view import record_of
from marsad.serve.asked_form import chips_of, fields_of
from marsad.serve.asking import Asking
from marsad.serve.catalogues import later
from marsad.serve.counted import once
from marsad.serve.days import day_typed
from marsad.serve.errors import Refusal
from marsad.serve.incident_history import lines
from marsad.serve.incident_view import brief, claims, compared, differing, told, turns, where_drawn
from marsad.serve.incident_words import ATTRIBUTION, CREDIBILITY, RELIABILITY
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words
from marsad.store.history import history
from marsad.store.incident_briefs import incident_records, places_of_incidents
from marsad.store.incident_reports import ReportNow, reports_now
from marsad.store.incidents import current_id, incident
from marsad.store.links import count_waiting, lines_of, places_of

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=20, path="/incidents", title=later("Incidents")),)

_COUNTED = 10_000
_FIELDS = (
    "since",
    "until",
    "place",
    "actor",
    "kind",
    "sources",
    "credibility",
    "attribution",
    "contested",
    "differing",
)
_COMPARED = 12
_LINKED_AT_ONCE = 500
_After = Annotated[str, Query(max_length=200)]


def _cursor(after: str) -> tuple[str, str] | None:
    if not after:
        return None
    day, _, incident_id = after.partition("~")
    day_typed(day)
    return day, incident_id


@router.get("/incidents")
@needs(Permission.READ)
def show_list(request: Request, who: Visiting, asking: Asking, after: _After = "") -> Response:
    """Show incidents, the latest first."""
    limit = who.settings.longest_list
    with who.store.reading() as connection:
        with index_of(who.store).at(connection, asking.q) as index:
            mask = index.mask(connection, asking.question)
            found = index.backwards(mask, most=limit + 1, after=_cursor(after))
        records = incident_records(connection, [incident_id for incident_id, _ in found[:limit]])
        places = places_of_incidents(connection, list(records))
        anew = not Linker(who.store, load()).is_current(connection)
        waiting = once(who.store, connection, ("waiting", anew), lambda: count_waiting(connection, anew=anew))
    words, total = Words(who.locale), mask.bit_count()
    last_id, day = found[limit - 1] if len(found) > limit else ("", "")
    onward = f"{day}~{last_id}" if last_id else ""
    return page(
        request, who, "incidents.html", asked=asking, after=after, total=min(total, _COUNTED),
        more=total > _COUNTED, found=[
            brief(one, words, incident_id=key, place_id=places.get(key)) for key, one in records.items()
        ],
        onward=asking.address("/incidents", after=onward) if onward else "",
        fields=fields_of(asking, words, _FIELDS), chips=chips_of(asking, words, "/incidents"), waiting=waiting,
        anew=anew, few=waiting <= _LINKED_AT_ONCE,
    )  # fmt: skip


@router.post("/incidents/link")
@needs(Permission.EDIT)
def link(who: Visiting) -> Response:
    """Link what was coded or corrected since the last time, or all with the words in use now; only a few hundred."""
    linker = Linker(who.store, load())
    with who.store.reading() as connection:
        if count_waiting(connection, anew=not linker.is_current(connection)) > _LINKED_AT_ONCE:
            raise Refusal(409, later("These are too many for a page: marsad link does it."))
    linker.link()
    return RedirectResponse("/incidents", 303)


@router.get("/next-incident")
@needs(Permission.READ)
def onward(who: Visiting, asking: Asking, after: _After = "") -> Response:
    """Go on to the incident that follows one in a list; back to the list after the last."""
    with who.store.reading() as connection, index_of(who.store).at(connection, asking.q) as index:
        found = index.backwards(index.mask(connection, asking.question), most=1, after=_cursor(after))
    to = f"/incidents/{quote(found[0][0], safe='')}" if found else "/incidents"
    return RedirectResponse(asking.address(to), 303)


@router.get("/incidents/{incident_id}")
@needs(Permission.READ)
def show(request: Request, who: Visiting, incident_id: str, asking: Asking, *, decided: bool = False) -> Response:
    """Show one incident; an id that it had before leads to the one that it has now.

    `decided` is for whoever just decided on it: it says what was done, and leads to taking it back.
    """
    words = Words(who.locale)
    with who.store.reading() as connection:
        now_id = current_id(connection, incident_id)
        if now_id != incident_id:
            return RedirectResponse(f"/incidents/{quote(now_id, safe='')}", 307)
        happened = lines(list(history(connection, now_id)), who.locale)
        record = record_of(connection, now_id)
        if record is None:
            if not happened:
                raise Refusal.missing()
            return page(request, who, "incident_gone.html", status=410, incident_id=now_id, happened=happened)
        events = _events(connection, now_id, compared(record, _COMPARED))
        reports = _reports(connection, record["members"])
        place_id = places_of_incidents(connection, [now_id]).get(now_id)
    about = brief(record, words, place_id=place_id)
    return page(
        request, who, "incident.html", record=record, brief=about,
        place=where_drawn(about, record["place"]["precision"], who.locale.language),
        told=told(record, reports, words),
        claims=claims(record, words), columns=list(events),
        differing=differing(record, list(events.values()), words, place_id),
        turns=turns(record, words), happened=happened,
        done=next((one for one in happened if decided and one.decision), None), now=reports,
        reliability=RELIABILITY, credibility=CREDIBILITY, attribution=ATTRIBUTION, back=asking.address("/incidents"),
        address=f"{who.settings.url.rstrip('/')}/incidents/{now_id}",
        onward=asking.address("/next-incident", after="~".join((record["date"]["start"] or "", now_id))),
    )  # fmt: skip


def _reports(connection: Connection, members: list[dict[str, Any]]) -> dict[str, ReportNow]:
    """Return how the reports of members stand; one that the store does not hold is told by its id alone."""
    ids = dict.fromkeys(one["report_id"] for one in members)
    ids |= dict.fromkeys(one["link"]["to"]["report_id"] for one in members if one["link"])
    unknown = ReportNow(headline="", url=None, published_at=None, waits=False)
    return {**dict.fromkeys(ids, unknown), **reports_now(connection, ids.keys())}


def _events(
    connection: Connection, incident_id: str, wanted: list[tuple[str, int]]
) -> dict[tuple[str, int], dict[str, Any]]:
    """Return events of an incident as they were coded, by report and position; none that may not be told."""
    found = incident(connection, incident_id)
    places = places_of(connection, [member.event_key for member in found.members] if found else [])
    keys = [key for key, place in places.items() if place in wanted]
    coded = {report_id: json.loads(line)["events"] for report_id, line in lines_of(connection, keys).items()}
    return {
        (report_id, number): coded[report_id][number]
        for report_id, number in wanted
        if number < len(coded.get(report_id, ()))
    }
