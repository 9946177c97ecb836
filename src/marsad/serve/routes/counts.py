"""Counts by the one definition that the command, the interface and Python have; each number leads to its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from marsad.analyse import Counts, Spec, Tally, count_stored
from marsad.analyse.areas import area_meant
from marsad.analyse.keys import AREAS, PERIODS, Value
from marsad.errors import SettingsError
from marsad.gazetteer import load
from marsad.pictures import ON_CALENDARS, can_draw, chart, dimensions, to_png, to_svg
from marsad.serve.asked_form import chips_of, fields_of
from marsad.serve.asking import OF_INCIDENTS, Asked, Asking, address
from marsad.serve.catalogues import later
from marsad.serve.count_words import DIMENSIONS, PEOPLE, value_in_words
from marsad.serve.counted import choices_of, once
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.place_units import area_typed
from marsad.serve.visitor import Visiting, Visitor
from marsad.serve.words import Words
from marsad.store.event_briefs import event_briefs
from marsad.store.incident_briefs import incident_briefs
from marsad.store.incident_list import count_incidents
from marsad.store.question import Question
from marsad.wording import Tongue

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=38, path="/counts", title=later("Counts")),)

_FIELDS = ("since", "until", "area", "kind", "source")
_MOST_ROWS = 400
_MOST_INCIDENTS = 250_000
_Short = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counting:
    """What somebody wants counted, as the address has it, "" for nothing; and of which incidents or events."""

    of: str
    by: str
    then: str
    people: str
    asked: Asked

    @property
    def spec(self) -> Spec:
        """The count; raises Refusal for one that there is not."""
        question = self.asked.question
        if question.since and question.until and question.until < question.since:
            raise Refusal(422, later("The last day lies before the first."), fields=("since", "until"))
        area = self._area(question.area)
        try:
            return Spec(
                by=tuple(filter(None, (self.by, self.then))),
                people=(self.people,) if self.people else (),
                since=question.since,
                until=question.until,
                area=area,
                kind=question.kind,
                panel=frozenset((question.source,)) if question.source else None,
                ids=False,
            )
        except SettingsError:
            raise Refusal(422, fields=("by", "then")) from None

    @staticmethod
    def _area(asked: str | None) -> str | None:
        try:
            return area_meant(asked.rpartition("/")[2]) if asked else None
        except SettingsError:
            raise Refusal(422, later("No country and no unit is called that."), fields=("area",)) from None

    @property
    def rest(self) -> Question:
        """What the count itself does not ask for: only what fits is counted at all."""
        return self.asked.question.without("since", "until", "area", "source")

    @property
    def own(self) -> dict[str, str]:
        """What is no part of the question."""
        return {"of": self.of, "by": self.by, "then": self.then, "people": self.people or "none"}

    @property
    def pictures(self) -> dict[str, tuple[str, ...]]:
        """The charts that show what this table tells, and what each counts by."""
        by = self.spec.by
        period = next((name for name in by if name in PERIODS), None)
        if len(by) == 1:
            kinds = ("series", "cumulative", "calendar") if period in ON_CALENDARS else ("series", "cumulative")
            return {kind: dimensions(kind, by[0]) for kind in kinds} if period else {}
        if set(by) == {"side1", "side2"}:
            return {"actors": dimensions("actors")}
        return {"multiples": (period, *(name for name in by if name != period))} if period else {}

    def address(self, path: str, more: Iterable[tuple[str, str]] = ()) -> str:
        """Return an address that asks for the same, and for more."""
        return address(path, [*self.asked.parts(**self.own).items(), *more])


async def _counting(  # async, so that it takes no thread
    asked: Asking,
    of: Annotated[str, Query(pattern="^(events|incidents)$")] = "events",
    by: _Short = "year",
    then: _Short = "",
    people: _Short = "killed",
) -> _Counting:
    """Read what an address asks for; raises Refusal for what no form of ours sends."""
    right = {"by": by in DIMENSIONS, "then": then in ("", *DIMENSIONS), "people": people in ("", "none", *PEOPLE)}
    wrong = [name for name, is_right in right.items() if not is_right]
    if wrong:
        raise Refusal(422, fields=wrong)
    return _Counting(
        of=of, by=by, then="" if then == by else then, people="" if people == "none" else people, asked=asked
    )


Counting = Annotated[_Counting, Depends(_counting)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row as the page shows it: values, each with a note and its unit, what is counted, where its records are."""

    values: tuple[tuple[str, str, str], ...]
    tally: Tally
    link: str


@router.get("/counts")
@needs(Permission.READ)
def show(request: Request, who: Visiting, counting: Counting) -> Response:
    """Show a table of counts: what is vague or missing stands in it, and is told apart."""
    spec = counting.spec
    with who.store.reading() as connection:
        few = _few(who, connection, counting)
        key = (counting.of, spec, counting.rest)
        counts = once(who.store, connection, key, lambda: _count(who, counting, spec)) if few else None
        areas, outlets = choices_of(who.store, connection)
    words, asked = Words(who.locale), counting.asked
    choices = {
        "area": [(area_typed(load(), one), words.unit(one)) for one in areas],
        "source": [(one, one) for one in outlets],
    }
    chips = chips_of(asked, words, "/counts", **counting.own)
    pictures = counting.pictures if counts and counts.total.number and can_draw() else {}
    lines = list(_lines(counts, counting, words)) if counts else []
    return page(
        request, who, "counts.html", asked=asked, counting=counting, counts=counts, lines=lines[:_MOST_ROWS],
        more=len(lines) > _MOST_ROWS, chips=chips, unheeded=_unheeded(counting, words),
        fields=fields_of(asked, words, _FIELDS, choices=choices),
        beside=list(_beside(counts, counting, words)) if counts else [], dimensions=DIMENSIONS, people=PEOPLE,
        pictures={kind: counting.address("/counts/picture", [("chart", kind)]) for kind in pictures},
        all_of_them=counting.address("/counts/records"), most=_MOST_INCIDENTS,
    )  # fmt: skip


def _few(who: Visitor, connection: Connection, counting: _Counting) -> bool:
    """Say whether there are few enough for a page: all incidents are kept in memory to be counted."""
    if counting.of == "events":
        return True
    most, question = _MOST_INCIDENTS + 1, counting.rest
    number = once(
        who.store, connection, ("number", most, question), lambda: count_incidents(connection, question, most=most)
    )
    return number < most


def _unheeded(counting: _Counting, words: Words) -> list[str]:
    """Return what is asked of incidents and cannot be asked of events, in words."""
    if counting.of == "incidents":
        return []
    left = {name: "" for name in counting.asked.given() if name not in OF_INCIDENTS}
    return [label for label, _ in chips_of(replace(counting.asked, **left), words, "/counts")]


def _count(who: Visitor, counting: _Counting, spec: Spec) -> Counts:
    return count_stored(who.store, spec, table=counting.of, question=counting.rest)


def _lines(counts: Counts, counting: _Counting, words: Words) -> Iterator[_Line]:
    """Yield the rows: over time in its order, else the largest first, what is known less closely last."""
    rows = counts.rows
    if not any(name in PERIODS for name in counts.spec.by):
        rows = sorted(rows, key=lambda row: (any(one.note for one in row.key), -row.tally.number, row.key))
    for key, tally in rows:
        told = tuple(
            (*value_in_words(dimension, value, words), words.unit_id(value.code) if dimension in AREAS else "")
            for dimension, value in zip(counts.spec.by, key, strict=True)
        )
        row = [pair for value in key for pair in (("value", value.code), ("note", value.note))]
        yield _Line(values=told, tally=tally, link=counting.address("/counts/records", row))


def _beside(counts: Counts, counting: _Counting, words: Words) -> Iterator[_Line]:
    for reason, tally in counts.beside.items():
        told = value_in_words("", Value("", reason), words)
        yield _Line(values=((*told, ""),), tally=tally, link=counting.address("/counts/records", [("beside", reason)]))


@router.get("/counts/picture")
@needs(Permission.READ)
def picture(
    who: Visiting,
    counting: Counting,
    drawn: Annotated[str, Query(alias="chart", max_length=20)] = "series",
    form: Annotated[str, Query(pattern="^(svg|png)$")] = "svg",
) -> Response:
    """Draw what the table tells: the same counts, as `marsad chart` draws them."""
    by = counting.pictures.get(drawn)
    if by is None or not can_draw():
        raise Refusal.missing()
    spec = replace(counting.spec, by=by)
    with who.store.reading() as connection:
        if not _few(who, connection, counting):
            raise Refusal(413, later("That is too much for a page: narrow it, or use marsad count."))
        key = (counting.of, spec, counting.rest)
        counts = once(who.store, connection, key, lambda: _count(who, counting, spec))
    tongue = Tongue.of(who.locale.tag, digits=who.locale.digits, area=spec.area)
    found = chart(
        drawn, counts, tongue, measure=counting.people or "number", registered=not may(who.role, Permission.PRIVATE)
    )
    if form == "png":
        return Response(to_png(found), media_type="image/png")
    return Response(to_svg(found), media_type="image/svg+xml")


@router.get("/counts/records")
@needs(Permission.READ)
def records(
    request: Request,
    who: Visiting,
    counting: Counting,
    value: Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=2)] = [],  # noqa: B006
    note: Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=2)] = [],  # noqa: B006
    beside: _Short = "",
    first: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Show the records that one number of a table counts."""
    limit, spec = who.settings.longest_list, replace(counting.spec, ids=True)
    with who.store.reading() as connection:
        if not _few(who, connection, counting):
            raise Refusal(413, later("That is too much for a page: narrow it, or use marsad count."))
        counts = _count(who, counting, spec)
        tally, told = _asked_for(counts, tuple(map(Value, value, note)), beside, Words(who.locale))
        ids = tally.ids[first : first + limit]
        found: dict[str, Any] = (
            {"briefs": incident_briefs(connection, ids), "events": []}
            if counting.of == "incidents"
            else {"briefs": [], "events": event_briefs(connection, ids)}
        )
    row = [("value", one) for one in value] + [("note", one) for one in note]
    row += [("beside", beside)] if beside else []
    further = first + limit < len(tally.ids)
    return page(
        request, who, "counts_records.html", counting=counting, told=told, total=len(tally.ids),
        back=counting.address("/counts"),
        onward=counting.address("/counts/records", [*row, ("first", str(first + limit))]) if further else "", **found,
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
