"""Two periods side by side: this month against the month before, on sources that reported in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from marsad.analyse.keys import AREAS, Value
from marsad.analyse.tally import Tally
from marsad.errors import SettingsError
from marsad.serve.asked_form import chips_of, fields_of
from marsad.serve.asking import Asked, Asking, address
from marsad.serve.catalogues import later
from marsad.serve.compare_words import VERDICTS, period_in, reason_in
from marsad.serve.compared import MOST, compared
from marsad.serve.count_words import DIMENSIONS, PEOPLE, value_in_words
from marsad.serve.counted import choices_of
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words
from marsad.store.incident_briefs import incident_briefs
from marsad.trends import Contrast, Days, Line, Search, days_after, days_before, days_of, year_before
from marsad.trends.contrast import BY
from marsad.trends.rates import LEVEL
from marsad.trends.search import search_of

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=39, path="/compare", title=later("Compare")),)

_FIELDS = ("area", "kind", "actor")
_HEEDED = frozenset((*_FIELDS, "against"))
_MOST_ROWS = 200
_NO_PERIOD = later("“%(told)s” is no period. Write a month (2024-03), a year (2024) or days (2024-03-01..2024-03-15).")
_Short = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparing:
    """What somebody wants compared, as the address has it, "" for nothing."""

    now: str
    before: str
    by: str
    then: str
    people: str
    asked: Asked

    @property
    def search(self) -> Search:
        """The incidents asked for; raises Refusal for actors that nobody knows, and for what is no question."""
        _ = self.asked.question  # a day, a month or a box that is none is refused here, too
        one, _, other = self.asked.against.partition("\n")
        told = {
            "type": self.asked.kind, "area": self.asked.meant("area").rpartition("/")[2],
            "actor": self.asked.meant("actor"), "side1": one, "side2": other,
        }  # fmt: skip
        try:
            return search_of({"name": "compare"} | {name: value for name, value in told.items() if value})
        except SettingsError:
            raise Refusal(422, later("No actor is called that."), fields=("actor",)) from None

    @property
    def rows(self) -> tuple[str, ...]:
        """What the rows are by."""
        return tuple(filter(None, (self.by, self.then)))

    @property
    def own(self) -> dict[str, str]:
        """What is no part of the question."""
        return {
            "now": self.now, "before": self.before, "by": self.by, "then": self.then, "people": self.people or "none",
        }  # fmt: skip

    def address(self, path: str, more: Iterable[tuple[str, str]] = (), **changed: str) -> str:
        """Return an address that asks for the same, some of it changed, and for more."""
        return address(path, [*self.asked.parts(**(self.own | changed)).items(), *more])


async def _comparing(  # async, so that it takes no thread
    asked: Asking,
    now: _Short = "",
    before: _Short = "",
    by: _Short = "admin1",
    then: _Short = "",
    people: _Short = "killed",
) -> _Comparing:
    """Read what an address asks for; raises Refusal for what no form of ours sends."""
    wrong = [name for name, value in (("by", by), ("then", then)) if value not in ("", *BY)]
    wrong += [] if people in ("", "none", *PEOPLE) else ["people"]
    if wrong:
        raise Refusal(422, fields=tuple(wrong))
    return _Comparing(
        now=" ".join(now.split()), before=" ".join(before.split()), by=by or "admin1",
        then="" if then == by else then, people="" if people == "none" else people, asked=asked,
    )  # fmt: skip


Comparing = Annotated[_Comparing, Depends(_comparing)]


def _period(told: str, field: str) -> Days | None:
    try:
        return days_of(told) if told else None
    except SettingsError:
        raise Refusal(422, _NO_PERIOD, fields=(field,), told=told) from None


def _found(who: Visiting, comparing: _Comparing) -> Contrast | None:
    """Return what is found, None for too many incidents; raises Refusal where periods cannot be compared."""
    now, before = _period(comparing.now, "now"), _period(comparing.before, "before")
    if now is not None and before is not None and before.last >= now.first:
        raise Refusal(422, later("The earlier period has to end before the later one begins."), fields=("before",))
    people = (comparing.people,) if comparing.people else ()
    with who.store.reading() as connection:
        return compared(
            who.store, connection, comparing.search, now=now, before=before, by=comparing.rows, people=people
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row as the page shows it: values, each with a note and its unit, and where its incidents are."""

    values: tuple[tuple[str, str, str], ...]
    line: Line
    verdict: str
    reasons: tuple[str, ...]
    links: tuple[str, str]


@router.get("/compare")
@needs(Permission.READ)
def show(request: Request, who: Visiting, comparing: Comparing) -> Response:
    """Show two periods side by side, row by row, with intervals and what they rest on."""
    locale, words = who.locale, Words(who.locale)
    problem, wrong, found = "", "", None
    try:
        found = _found(who, comparing)
    except SettingsError:
        problem = later("Nothing can be compared yet: no linked incident has a source and a day of publication.")
    except Refusal as refused:
        if refused.fields not in (("now",), ("before",)):
            raise
        wrong = locale.text(refused.message, **refused.values)
    with who.store.reading() as connection:
        areas, _ = choices_of(who.store, connection)
    asked = comparing.asked
    choices = {"area": [(one, words.area(one)) for one in areas]}
    heard = found.heard if found else ()
    given = asked.given()
    heeded = replace(asked, **{name: "" for name in given if name not in _HEEDED})
    rest = replace(asked, **{name: "" for name in given if name in _HEEDED})
    unheeded = [label for label, _ in chips_of(rest, words, "/compare")]
    return page(
        request, who, "compare.html", status=422 if wrong else 200, asked=asked, comparing=comparing, found=found,
        problem=problem, wrong=wrong, most=MOST,
        lines=[_row(line, found, comparing, words) for line in heard[:_MOST_ROWS]] if found else [],
        total=_row(found.total, found, comparing, words) if found else None, more=len(heard) > _MOST_ROWS,
        unheard=len(found.rows) - len(heard) if found else 0, unheeded=unheeded,
        fields=fields_of(asked, words, _FIELDS, choices=choices),
        chips=chips_of(heeded, words, "/compare", **comparing.own),
        dimensions={name: DIMENSIONS[name] for name in BY}, people=PEOPLE,
        judged_apart=bool(found and found.level > LEVEL),
        periods=[period_in(locale, one) for one in (found.periods.earlier, found.periods.later)] if found else [],
        moves=list(_moves(found, comparing)) if found else [],
        absent=[(name, reason_in(locale, reason)) for name, reason in found.panel.absent] if found else [],
    )  # fmt: skip


def _moves(found: Contrast, comparing: _Comparing) -> Iterator[tuple[str, str]]:
    """Yield what else is looked at after this, each with its address: the periods around, and the year before."""
    now = found.periods.later
    yield later("The period before"), comparing.address("/compare", now=str(days_before(now)), before="")
    yield later("The next period"), comparing.address("/compare", now=str(days_after(now)), before="")
    if year_before(now) != found.periods.earlier:
        same = comparing.address("/compare", now=str(now), before=str(year_before(now)))
        yield later("Against the same time a year before"), same


def _row(line: Line, found: Contrast, comparing: _Comparing, words: Words) -> _Row:
    told = tuple(
        (*value_in_words(dimension, value, words), words.unit_id(value.code) if dimension in AREAS else "")
        for dimension, value in zip(found.by, line.key, strict=False)
    )
    row = [pair for value in line.key for pair in (("value", value.code), ("note", value.note))]
    links = tuple(comparing.address("/compare/records", [*row, ("when", when)]) for when in ("before", "now"))
    return _Row(
        values=told, line=line, verdict=words.locale.text(VERDICTS[line.verdict]),
        reasons=tuple(reason_in(words.locale, reason) for reason in line.reasons), links=(links[0], links[1]),
    )  # fmt: skip


@router.get("/compare/records")
@needs(Permission.READ)
def records(
    request: Request,
    who: Visiting,
    comparing: Comparing,
    when: Annotated[str, Query(pattern="^(before|now)$")] = "now",
    value: Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=2)] = [],  # noqa: B006
    note: Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=2)] = [],  # noqa: B006
    first: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Show the incidents that one number counts."""
    try:
        found = _found(who, comparing)
    except SettingsError:
        raise Refusal.missing() from None
    if found is None:
        raise Refusal(413, later("There are too many incidents for a page: use the command “marsad compare”."))
    key, words, limit = tuple(map(Value, value, note)), Words(who.locale), who.settings.longest_list
    tally = _asked_for(found, key, when)
    with who.store.reading() as connection:
        briefs = incident_briefs(connection, tally.ids[first : first + limit])
    row = [("when", when), *(("value", one) for one in value), *(("note", one) for one in note)]
    further = first + limit < len(tally.ids)
    period = found.periods.later if when == "now" else found.periods.earlier
    return page(
        request, who, "compare_records.html", briefs=briefs, total=len(tally.ids), period=period_in(who.locale, period),
        told=[value_in_words(*one, words) for one in zip(found.by, key, strict=False)],
        back=comparing.address("/compare"), title=who.locale.text(later("Compare periods")),
        onward=comparing.address("/compare/records", [*row, ("first", str(first + limit))]) if further else "",
    )  # fmt: skip


def _asked_for(found: Contrast, key: tuple[Value, ...], when: str) -> Tally:
    line = next((line for line in found.rows if line.key == key), None) if key else found.total
    if line is None:
        raise Refusal.missing()
    return line.now if when == "now" else line.before
