"""`marsad search`: reports of a store by their words, with what was coded from them."""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.asked import actor_asked, area_asked, kind_asked
from marsad.cli.days import day_told, in_order
from marsad.cli.incident_words import counted
from marsad.cli.options import AsJson
from marsad.cli.said import said
from marsad.cli.stores import StoreOption

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from marsad.model.span import Span
    from marsad.store import Box, Hit, Hits

__all__ = ["search"]

_AROUND = 60
_PIECES = 3
_COUNTED = 8


class Standing(StrEnum):
    """What is said of an event."""

    reported = "reported"
    claimed = "claimed"
    disputed = "disputed"


def search(
    asked: Annotated[
        str, typer.Argument(metavar="QUERY", help='Words, "a phrase", a prefix*, -left out; may be empty.')
    ],
    *,
    store: StoreOption,
    outlet: Annotated[str | None, typer.Option(help="Outlet, as published.")] = None,
    since: Annotated[
        date | None, typer.Option(parser=day_told, metavar="DAY", help="Published on this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option(parser=day_told, metavar="DAY", help="Published on this day or before.")
    ] = None,
    happened_since: Annotated[
        date | None, typer.Option(parser=day_told, metavar="DAY", help="With an event on this day or later.")
    ] = None,
    happened_until: Annotated[
        date | None, typer.Option(parser=day_told, metavar="DAY", help="With an event on this day or before.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Sub-event type of an event.")] = None,
    status: Annotated[Standing | None, typer.Option(help="Status of an event.")] = None,
    actor: Annotated[str | None, typer.Option(help="Id of an actor in any role, for example sdf.")] = None,
    area: Annotated[str | None, typer.Option(help="Country or unit of an event: SY, SY09, SY0901.")] = None,
    box: Annotated[
        str | None, typer.Option(metavar="W,S,E,N", help="Area of an event in degrees, for example 39,34,41,36.")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, max=1000, help="Reports to show.")] = 20,
    skip: Annotated[int, typer.Option(min=0, help="Reports to pass over before.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Find reports, the newest first; letters are folded, and words are found behind و, ب, ل and ال."""
    from marsad.store import Filters, open_store

    in_order(since, until)
    in_order(happened_since, happened_until, options="--happened-since, --happened-until")
    filters = Filters(
        outlet=outlet,
        published_from=since,
        published_until=until,
        sub_event_type=kind_asked(kind),
        status=status,
        actor=actor_asked(actor),
        area=area_asked(area),
        box=_box(box),
        happened_from=happened_since,
        happened_until=happened_until,
    )
    with open_store(store) as opened:
        hits = opened.search(asked, filters, limit=limit, offset=skip)
        coded = {hit.coding_key: json.loads(opened.line(hit.coding_key)) for hit in hits.page if hit.coding_key}
    if as_json:
        print(json.dumps(_as_json(hits, coded), ensure_ascii=False))
        return
    _show(hits, coded, skip)
    if not hits.reports:
        _lead_to_actor(asked)


def _lead_to_actor(asked: str) -> None:
    """Say how to find reports on an actor whose name was typed, since reports may call it otherwise."""
    try:
        code = actor_asked(asked.strip('" '))
    except typer.BadParameter:
        return
    if code:
        said(f"{asked} is the name of an actor: --actor {code} finds what is told of it by whatever name.")


def _box(text: str | None) -> Box | None:
    from marsad.store import Box

    if text is None:
        return None
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        problem = "Write four numbers of degrees: west,south,east,north."
        raise typer.BadParameter(problem, param_hint="--box") from None
    if west > east or south > north:
        raise typer.BadParameter("West comes before east, and south before north.", param_hint="--box")
    return Box(west=west, south=south, east=east, north=north)


def _as_json(hits: Hits, coded: dict[int, Any]) -> dict[str, Any]:
    return {
        "reports": hits.reports,
        "more": hits.more,
        "events": hits.events,
        "facets": {name: [list(pair) for pair in counts] for name, counts in hits.facets.items()},
        "page": [
            {
                "id": hit.report.report_id,
                "published": hit.report.published_on.isoformat() if hit.report.published_on else None,
                "outlet": hit.report.outlet,
                "url": hit.report.url,
                "title": hit.report.headline,
                "text": hit.report.text,
                "highlights": [[span.start, span.end] for span in hit.highlights],
                "events": _events(hit, coded),
            }
            for hit in hits.page
        ],
    }


def _events(hit: Hit, coded: dict[int, Any]) -> list[dict[str, Any]]:
    return [coded[hit.coding_key]["events"][number] for number in hit.events] if hit.coding_key else []


def _show(hits: Hits, coded: dict[int, Any], skipped: int) -> None:
    from rich.console import Console

    from marsad.cli.show import shown

    console = Console(highlight=False)
    for number, hit in enumerate(hits.page, skipped + 1):
        day = hit.report.published_on.isoformat() if hit.report.published_on else "no day"
        head = " · ".join(filter(None, (day, hit.report.outlet, hit.report.report_id)))
        console.print(f"{number}. {head}", style="bold", markup=False, soft_wrap=True)
        for piece in _pieces(hit):
            console.print("   ", piece, sep="", soft_wrap=True)
        for event in _events(hit, coded):
            whom = shown(event, "side2")
            who = shown(event, "side1") + (f" -> {whom}" if whom else "")
            told = " | ".join(filter(None, (shown(event, "date"), shown(event, "place"), event["sub_event_type"], who)))
            console.print(f"   - {told}", style="dim", markup=False, soft_wrap=True)
    _show_counts(console, hits)


def _pieces(hit: Hit) -> list[Text]:
    """Return the first stretches of a report that were asked for, with what stands around them."""
    from rich.text import Text

    text = hit.report.source_text
    pieces: list[Text] = []
    end = -1
    for span in hit.highlights or (None,):
        if span is not None and span.start < end:
            continue
        start, stop = _stretch(text, span)
        end = stop
        piece = Text(("… " if start else "") + text[start:stop].replace("\n", " ") + (" …" if stop < len(text) else ""))
        shift = 2 * bool(start) - start
        for marked in hit.highlights:
            if start <= marked.start and marked.end <= stop:
                piece.stylize("bold yellow", marked.start + shift, marked.end + shift)
        pieces.append(piece)
        if len(pieces) == _PIECES:
            break
    return pieces


def _stretch(text: str, span: Span | None) -> tuple[int, int]:
    """Return a stretch of whole words around a span, the start of the text for none."""
    start, end = (max(0, span.start - _AROUND), span.end + _AROUND) if span else (0, 2 * _AROUND)
    if start:
        start = text.find(" ", start, span.start if span else None) + 1 or start
    if end < len(text):
        end = text.rfind(" ", span.end if span else start, end)
        end = end if end > 0 else min(len(text), (span.end if span else start) + _AROUND)
    return start, min(end, len(text))


def _show_counts(console: Console, hits: Hits) -> None:
    more = "more than " if hits.more else ""
    told = f"{more}{counted(hits.reports, 'report')}, {more}{counted(hits.events, 'event')}"
    console.print(told, style="bold")
    for name, counts in hits.facets.items():
        if counts:
            told = ", ".join(f"{value or 'unknown'} {count:,}" for value, count in counts[:_COUNTED])
            more = f", and {len(counts) - _COUNTED} more" if len(counts) > _COUNTED else ""
            console.print(f"   {name}: {told}{more}", markup=False, soft_wrap=True)
