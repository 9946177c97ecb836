"""Alerts: saved searches looked at again, and which of them rise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.alert_chart import Chart, chart_of
from marsad.serve.alerts import Looked, alerts_of
from marsad.serve.catalogues import later
from marsad.serve.compare_words import VERDICTS, period_in, reason_in
from marsad.serve.compared import MOST
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words
from marsad.store.incident_briefs import incident_briefs
from marsad.store.saved_searches import searches_for, share_search
from marsad.trends import Comparison, Days
from marsad.trends.parts import Part
from marsad.trends.words import because, figures

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=40, path="/alerts", title=later("Alerts")),)

_TOO_MANY = later("There are too many incidents for a page: use the command “marsad alert”.")
_PART = later("%(what)s: from %(before)s to %(now)s a week")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """A saved search as the page shows it, all of it in words; `chart` is None where nothing is counted."""

    looked: Looked
    verdict: str
    figures: str
    reasons: tuple[str, ...]
    because: tuple[str, ...]
    parts: tuple[str, ...]
    chart: Chart | None


@router.get("/alerts")
@needs(Permission.READ)
def show(request: Request, who: Visiting) -> Response:
    """Show what rises among the searches that somebody saved, and why there is no alert for the others."""
    words = Words(who.locale)
    with who.store.reading() as connection:
        saved = searches_for(connection, who.signed_in)
        alerts = alerts_of(who.store, connection, saved)
    return page(
        request, who, "alerts.html", alerts=alerts, saved=saved, most=MOST,
        cards=[_card(one, words) for one in alerts.looked], rising=sum(one.rises for one in alerts.looked),
    )  # fmt: skip


def _card(one: Looked, words: Words) -> _Card:
    locale, found = words.locale, one.found
    if found is None:
        why = (reason_in(locale, one.why),) if one.why else ()
        return _Card(
            looked=one, verdict=locale.text(later("not looked at")), figures="", reasons=why, because=(), parts=(),
            chart=None,
        )  # fmt: skip
    return _Card(
        looked=one, verdict=locale.text(VERDICTS[found.verdict]), figures=reason_in(locale, figures(found)),
        reasons=tuple(reason_in(locale, reason) for reason in found.reasons),
        because=tuple(reason_in(locale, reason) for reason in because(found)),
        parts=tuple(_parts(found, words)), chart=chart_of(found, locale) if any(found.everyone) else None,
    )  # fmt: skip


def _parts(found: Comparison, words: Words) -> Iterator[str]:
    """Yield where the difference comes from."""
    locale, weeks = words.locale, found.weeks
    for part in found.parts:
        before, now = (locale.number(round(rate, 2)) for rate in (part.before / weeks.before, part.now / weeks.now))
        yield locale.text(_PART, what=_named(part, words), before=before, now=now)


def _named(part: Part, words: Words) -> str:
    return words.label("sub_event_type", part.value) if part.dimension == "kind" else words.area(part.value)


@router.post("/alerts/{key}/share")
@needs(Permission.EDIT)
def share(who: Visiting, key: int, shared: Annotated[Literal["yes", "no"], Form()]) -> Response:
    """Share a search of one's own with all who work here, or no longer."""
    with who.store.writing() as connection:
        if not share_search(connection, who.signed_in, key, shared=shared == "yes"):
            raise Refusal.missing()
    return RedirectResponse("/alerts", 303)


@router.get("/alerts/{key}/records")
@needs(Permission.READ)
def records(
    request: Request,
    who: Visiting,
    key: int,
    when: Annotated[str, Query(pattern="^(before|now)$")] = "now",
    first: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Show the incidents that are counted of a saved search, in the weeks looked at or in those before."""
    limit = who.settings.longest_list
    with who.store.reading() as connection:
        saved = [one for one in searches_for(connection, who.signed_in) if one.key == key]
        alerts = alerts_of(who.store, connection, saved)
        if alerts.many:
            raise Refusal(413, _TOO_MANY)
        found = next((one.found for one in alerts.looked), None)
        if found is None:
            raise Refusal.missing()
        weeks = found.weeks
        told = found.told[weeks.before :] if when == "now" else found.told[: weeks.before]
        ids = [name for week in reversed(told) for name in week.ids]
        briefs = incident_briefs(connection, ids[first : first + limit])
    period = Days(weeks.turn, weeks.last) if when == "now" else Days(weeks.first, weeks.turn - timedelta(days=1))
    onward = f"/alerts/{key}/records?when={when}&first={first + limit}" if first + limit < len(ids) else ""
    return page(
        request, who, "compare_records.html", briefs=briefs, total=len(ids), told=[(found.search.name, "")],
        period=period_in(who.locale, period), back="/alerts", onward=onward, title=who.locale.text(later("Alerts")),
    )  # fmt: skip
