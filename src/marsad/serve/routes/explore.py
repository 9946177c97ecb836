"""Search: incidents and reports by words and facets, along time, to save and to take away."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from io import BytesIO
from re import fullmatch
from textwrap import shorten
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from marsad.explore import FACETS, IncidentIndex, index_of
from marsad.export.form import Form as Written
from marsad.export.happening import INCIDENTS
from marsad.export.write import write
from marsad.gazetteer import load
from marsad.incidents.happenings import happenings
from marsad.model.where import Place
from marsad.serve.asked_form import chips_of, fields_of
from marsad.serve.asking import Asked, Asking
from marsad.serve.catalogues import later
from marsad.serve.counted import found_in
from marsad.serve.errors import Refusal
from marsad.serve.facet_words import FACET_NAMES, Facet, Value, facet_word, facets_of
from marsad.serve.lookup import actors_called
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.place_units import place_called, unit_listed
from marsad.serve.script_texts import script_texts
from marsad.serve.times import Calendar, calendar_of, times_of
from marsad.serve.visitor import Visiting, Visitor
from marsad.serve.words import Words
from marsad.store.incident_briefs import incident_briefs, passage
from marsad.store.question import filters_on_reports
from marsad.store.saved_searches import drop_search, kept_searches, save_search

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=25, path="/explore", title=later("Search")),)

_FIELDS = ("q", "since", "until")
_MOST_CALLED = 4
_MOST_TAKEN = 20_000
_SHORT = timedelta(days=62)
_KINDS = {
    "csv": ("CSV", "text/csv; charset=utf-8"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "geojson": ("GeoJSON", "application/geo+json"),
}
_OF_REPORTS = {
    "outlet": "source", "month": "month", "sub_event_type": "kind", "admin1": "area", "actor": "actor",
    "status": "status",
}  # fmt: skip

_After = Annotated[str, Query(max_length=200)]


@router.get("/explore")
@needs(Permission.READ)
def show(
    request: Request,
    who: Visiting,
    asked: Asking,
    of: Annotated[str, Query(pattern="^(incidents|reports)$")] = "incidents",
    after: _After = "",
) -> Response:
    """Show what is found, the latest first, with counts of what it could be narrowed by."""
    with who.store.reading() as connection:
        saved = kept_searches(connection, who.signed_in)
        found = (
            _reports(who, connection, asked, after) if of == "reports" else _incidents(who, connection, asked, after)
        )
    words = Words(who.locale)
    return page(
        request, who, "explore.html", asked=asked, of=of, saved=saved, fields=fields_of(asked, words, _FIELDS),
        places=_places(asked), called=actors_called(asked.q.strip('" '))[:_MOST_CALLED],
        chips=chips_of(asked, words, "/explore", of=of if of == "reports" else ""),
        forms=[(form, name) for form, (name, _) in _KINDS.items()], texts=script_texts(who.locale), **found,
    )  # fmt: skip


def _places(asked: Asked) -> list[Place]:
    """Return the places that have a page of their own and are asked for: by name, by id, or as a unit."""
    gazetteer = load()
    found = [gazetteer.by_id(asked.within), unit_listed(gazetteer, asked.meant("area"))]
    for typed in (asked.q, asked.place):
        found += place_called(gazetteer, typed)[:_MOST_CALLED]
    return list(dict.fromkeys(one for one in found if one is not None))


def _incidents(who: Visitor, connection: Connection, asked: Asked, after: str) -> dict[str, Any]:
    question, limit = asked.question, who.settings.longest_list
    with index_of(who.store).at(connection, asked.q) as index:
        found = index.mask(connection, question)
        masks = {name: index.mask(connection, question, but=name) for name in FACETS}
        facets = facets_of(index, asked, masks, Words(who.locale))
        some = _page(index, found, limit, after)
        times = _times(who, connection, index, asked)
    return {
        "total": found.bit_count(),
        "briefs": incident_briefs(connection, some.ids, asked.q),
        "hits": [],
        "facets": facets,
        "onward": asked.address("/explore", after=some.after) if some.after else "",
        **times,
    }


def _page(index: IncidentIndex, found: int, limit: int, after: str) -> Any:
    try:
        return index.page(found, limit=limit, after=after)
    except (ValueError, OverflowError):  # no cursor of ours
        raise Refusal(422) from None


def _times(who: Visitor, connection: Connection, index: IncidentIndex, asked: Asked) -> dict[str, Any]:
    """Return the bars along time, and the days of a short range, or of the only month, as calendars."""
    question = asked.question
    whole = index.mask(connection, question, but="days")
    since, until = question.since, question.until
    if question.month:
        whole = index.mask(connection, question.without("since", "until", "month"))
    bars = times_of(index.counted("month", whole), who.locale, since=since, until=until)
    if not (since or until) and len(bars.bars) == 1:
        since, until = (date.fromisoformat(day) for day in (bars.bars[0].first, bars.bars[0].last))
    calendars: list[Calendar] = []
    if since and until and timedelta(0) <= until - since <= _SHORT and until.year < date.max.year:
        month = since.replace(day=1)
        while month <= until:
            last = month.replace(day=monthrange(month.year, month.month)[1])
            calendars.append(calendar_of(index.by_day(whole, month, last), month, who.locale))
            month = last + timedelta(days=1)
    return {"times": bars, "calendars": calendars}


def _reports(who: Visitor, connection: Connection, asked: Asked, after: str) -> dict[str, Any]:
    at = fullmatch("([0-9-]{0,10})~([0-9]{1,18})", after)
    if after and not at:
        raise Refusal(422)
    begin, limit = (at[1], int(at[2])) if at else None, who.settings.longest_list
    found = found_in(who.store, connection, asked.q, filters_on_reports(asked.question), limit=limit + 1, after=begin)
    words = Words(who.locale)
    facets = []
    for name, ours in _OF_REPORTS.items():
        values = [Value(one, facet_word(words, ours, one), number) for one, number in found.facets[name] if one]
        facets.append(Facet(ours, who.locale.text(FACET_NAMES[ours]), asked.meant(ours), tuple(values[:60])))
    hits = [
        {
            "report_id": hit.report.report_id,
            "title": hit.report.headline or shorten(hit.report.text, 90, placeholder=" …"),
            "outlet": hit.report.outlet,
            "published": hit.report.published_on,
            "events": len(hit.events),
            "passage": passage(hit.report.report_id, hit.report.source_text, hit.highlights),
        }
        for hit in found.page[:limit]
    ]
    last = found.page[limit - 1] if len(found.page) > limit else None
    further = f"{last.report.published_on or ''}~{last.report_key}" if last else ""
    return {
        "total": found.reports,
        "more": found.more,
        "briefs": [],
        "hits": hits,
        "facets": sorted(facets, key=lambda one: list(FACETS).index(one.name)),
        "onward": asked.address("/explore", of="reports", after=further) if further else "",
    }


@router.get("/times")
@needs(Permission.READ)
def times(request: Request, who: Visiting, asked: Asking) -> Response:
    """Return what is along time as a part of the map's page."""
    with who.store.reading() as connection, index_of(who.store).at(connection, asked.q) as index:
        found = _times(who, connection, index, asked)
    return page(request, who, "times.html", asked=asked, path="/map", **found)


@router.get("/explore/incidents.{form}")
@needs(Permission.READ)
def take_away(who: Visiting, asked: Asking, form: str) -> Response:
    """Return what is found as a file, in the order of the list."""
    if form not in _KINDS:
        raise Refusal.missing()
    stream = BytesIO()
    with who.store.reading() as connection:
        with index_of(who.store).at(connection, asked.q) as index:
            ids = index.ids(index.mask(connection, asked.question))
        if len(ids) > _MOST_TAKEN:
            raise Refusal(413, later("That is too much for one file: narrow it, or use marsad export."))
        write(Written(form), happenings(connection, ids=ids), stream, table=INCIDENTS)
    headers = {"content-disposition": f'attachment; filename="incidents.{form}"'}
    return Response(stream.getvalue(), media_type=_KINDS[form][1], headers=headers)


@router.post("/explore/saved")
@needs(Permission.OWN)
def save(
    who: Visiting,
    name: Annotated[str, Form(min_length=1, max_length=80)],
    address: Annotated[str, Form(max_length=2000)],
) -> Response:
    """Keep a question under a name; one's own of that name is replaced."""
    name = " ".join(name.split())
    if not name or not (address == "/explore" or address.startswith("/explore?")):
        raise Refusal(422)
    with who.store.writing() as connection:
        save_search(connection, who.signed_in, name, address)
    return RedirectResponse(address, 303)


@router.post("/explore/saved/{key}/forget")
@needs(Permission.OWN)
def forget(who: Visiting, key: int) -> Response:
    """Forget a question of one's own."""
    with who.store.writing() as connection:
        drop_search(connection, who.signed_in, key)
    return RedirectResponse("/explore", 303)
