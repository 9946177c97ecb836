"""Counts by the one definition that the command, the interface and Python have; each number leads to its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from marsad.analyse import Counts, Spec, Tally, count_stored
from marsad.analyse.keys import Value
from marsad.errors import SettingsError
from marsad.serve.catalogues import later
from marsad.serve.count_words import DIMENSIONS, PEOPLE, value_in_words
from marsad.serve.counted import choices_of, once
from marsad.serve.days import day_typed
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting, Visitor
from marsad.serve.words import LABELS, Words
from marsad.store.event_briefs import event_briefs
from marsad.store.incident_briefs import incident_briefs
from marsad.store.incident_list import IncidentFilters, count_incidents

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=38, path="/counts", title=later("Counts")),)

_MOST_ROWS = 400
_MOST_INCIDENTS = 20_000
_Short = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants counted, as the address has it; "" for nothing."""

    of: str = "events"
    by: str = "year"
    then: str = ""
    people: str = "killed"
    since: str = ""
    until: str = ""
    area: str = ""
    kind: str = ""
    source: str = ""

    @property
    def spec(self) -> Spec:
        """The count; raises Refusal for one that there is not."""
        try:
            return Spec(
                by=tuple(filter(None, (self.by, self.then))),
                people=(self.people,) if self.people else (),
                since=day_typed(self.since),
                until=day_typed(self.until),
                area=self.area or None,
                kind=self.kind or None,
                panel=frozenset((self.source,)) if self.source else None,
                ids=False,
            )
        except SettingsError:
            raise Refusal(422) from None

    def address(self, path: str, more: list[tuple[str, str]] | None = None) -> str:
        """Return an address that asks for the same."""
        given = [(one.name, value) for one in fields(self) if (value := getattr(self, one.name))]
        return f"{path}?{urlencode([*given, *(more or ())])}"


async def asked(  # async, so that it takes no thread
    of: Annotated[str, Query(pattern="^(events|incidents)$")] = "events",
    by: _Short = "year",
    then: _Short = "",
    people: _Short = "killed",
    since: _Short = "",
    until: _Short = "",
    area: _Short = "",
    kind: _Short = "",
    source: _Short = "",
) -> Asked:
    """Read what an address asks for; raises Refusal for what no form of ours sends."""
    known = by in DIMENSIONS and then in ("", *DIMENSIONS) and people in ("", "none", *PEOPLE)
    if not known or (kind or "Other") not in LABELS["sub_event_type"]:
        raise Refusal(422)
    return Asked(
        of=of, by=by, then="" if then == by else then, people="" if people == "none" else people, since=since,
        until=until, area=area, kind=kind, source=source,
    )  # fmt: skip


Asking = Annotated[Asked, Depends(asked)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row as the page shows it: values with their notes, what is counted, and where its records are."""

    values: tuple[tuple[str, str], ...]
    tally: Tally
    link: str


@router.get("/counts")
@needs(Permission.READ)
def show(request: Request, who: Visiting, asking: Asking) -> Response:
    """Show a table of counts: what is vague or missing stands in it, and is told apart."""
    spec = asking.spec
    with who.store.reading() as connection:
        few = _few(who, connection, asking)
        counts = once(who.store, connection, (asking.of, spec), lambda: _count(who, asking, spec)) if few else None
        areas, outlets = choices_of(who.store, connection)
    words = Words(who.locale)
    lines = list(_lines(counts, asking, words)) if counts else []
    return page(
        request, who, "counts.html", asked=asking, counts=counts, lines=lines[:_MOST_ROWS],
        more=len(lines) > _MOST_ROWS,
        beside=list(_beside(counts, asking, words)) if counts else [], dimensions=DIMENSIONS,
        people=PEOPLE,
        kinds=LABELS["sub_event_type"], areas=areas, outlets=outlets, all_of_them=asking.address("/counts/records"),
        most=_MOST_INCIDENTS,
    )  # fmt: skip


def _few(who: Visitor, connection: Connection, asking: Asked) -> bool:
    """Say whether there are few enough for a page: incidents are counted from their records, one by one."""
    if asking.of == "events":
        return True
    most = _MOST_INCIDENTS + 1
    number = once(
        who.store, connection, ("number", most), lambda: count_incidents(connection, IncidentFilters(), most=most)
    )
    return number < most


def _count(who: Visitor, asking: Asked, spec: Spec) -> Counts:
    return count_stored(who.store, spec, table=asking.of)


def _lines(counts: Counts, asking: Asked, words: Words) -> Iterator[_Line]:
    for key, tally in counts.rows:
        told = tuple(
            value_in_words(dimension, value, words) for dimension, value in zip(counts.spec.by, key, strict=True)
        )
        row = [pair for value in key for pair in (("value", value.code), ("note", value.note))]
        yield _Line(values=told, tally=tally, link=asking.address("/counts/records", row))


def _beside(counts: Counts, asking: Asked, words: Words) -> Iterator[_Line]:
    for reason, tally in counts.beside.items():
        told = value_in_words("", Value("", reason), words)
        yield _Line(values=(told,), tally=tally, link=asking.address("/counts/records", [("beside", reason)]))


@router.get("/counts/records")
@needs(Permission.READ)
def records(
    request: Request,
    who: Visiting,
    asking: Asking,
    value: Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=2)] = [],  # noqa: B006
    note: Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=2)] = [],  # noqa: B006
    beside: _Short = "",
    first: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Show the records that one number of a table counts."""
    limit, spec = who.settings.longest_list, replace(asking.spec, ids=True)
    with who.store.reading() as connection:
        if not _few(who, connection, asking):
            raise Refusal(413, later("That is too much for a page: narrow it, or use marsad count."))
        counts = _count(who, asking, spec)
        tally, told = _asked_for(counts, tuple(map(Value, value, note)), beside, Words(who.locale))
        ids = tally.ids[first : first + limit]
        found: dict[str, Any] = (
            {"briefs": incident_briefs(connection, ids), "events": []}
            if asking.of == "incidents"
            else {"briefs": [], "events": event_briefs(connection, ids)}
        )
    row = [("value", one) for one in value] + [("note", one) for one in note]
    row += [("beside", beside)] if beside else []
    further = first + limit < len(tally.ids)
    return page(
        request, who, "counts_records.html", asked=asking, told=told, total=len(tally.ids),
        back=asking.address("/counts"),
        onward=asking.address("/counts/records", [*row, ("first", str(first + limit))]) if further else "", **found,
    )  # fmt: skip


def _asked_for(
    counts: Counts, key: tuple[Value, ...], beside: str, words: Words
) -> tuple[Tally, list[tuple[str, str]]]:
    """Return what a row counts and how it is called; what stands beside the rows; all of it where neither is named."""
    if beside:
        found = counts.beside.get(beside)
        told = [value_in_words("", Value("", beside), words)]
    elif key:
        found = next((row.tally for row in counts.rows if row.key == key), None)
        told = [value_in_words(*one, words) for one in zip(counts.spec.by, key, strict=False)]
    else:
        found, told = counts.total, []
    if found is None:
        raise Refusal.missing()
    return found, told
