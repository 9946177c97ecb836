"""Counts of a store: the database adds up events that share their facts, and the one definition does the rest.

Incidents are counted by what is kept of them in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from marsad.analyse.counts import Counts, Spec, Unit, counted
from marsad.analyse.kept import grouped, kept_incidents
from marsad.analyse.keys import AREAS, Facts
from marsad.analyse.tally import Figure, Tally
from marsad.export.happening import EVENTS, INCIDENTS
from marsad.store import Question, Store
from marsad.store.incident_counts import ids_asked_for
from marsad.store.question import filters_on_events
from marsad.store.tally import BETWEEN, Alike, tallied

__all__ = ["count_stored"]

_DAYS = ("date_start", "date_end", "date_precision")
_PLACE = ("country", "admin1", "admin2", "admin3", "place_precision")


def count_stored(store: Store, spec: Spec, *, table: str = EVENTS, question: Question | None = None) -> Counts:
    """Count the events of the newest codings of a store, the same as `count` of its lines; or its incidents.

    A question narrows what is counted at all; of events only its kind, status, actor, box and places ask for anything.
    """
    question = question or Question()
    with store.reading() as connection:
        if table == INCIDENTS:
            kept = kept_incidents(store).at(connection)
            if question == Question():
                return counted(grouped(kept.values(), spec), spec, table=INCIDENTS)
            asked = (kept[one] for one in ids_asked_for(connection, question) if one in kept)
            return counted(grouped(asked, spec), spec, table=INCIDENTS)
        rows = tallied(
            connection, columns=_needed(spec), people=spec.people, actors=_needs_actors(spec), ids=spec.ids,
            filters=filters_on_events(question), alike=_alike(spec),
        )  # fmt: skip
        return counted((_unit(row, spec) for row in rows), spec, table=EVENTS)


def _needed(spec: Spec) -> list[str]:
    """Return the columns that the dimensions and conditions of a count look at."""
    needed: dict[str, None] = {}
    if spec.period or spec.since or spec.until:
        needed |= dict.fromkeys(_DAYS)
    grid = any(name.startswith("h3:") for name in spec.by)
    if spec.area or grid or set(spec.by) & set(_PLACE):
        needed |= dict.fromkeys(_PLACE)
    if grid:
        needed |= dict.fromkeys(("latitude", "longitude"))
    if spec.kind or "kind" in spec.by:
        needed["sub_event_type"] = None
    if spec.panel is not None or "source" in spec.by:
        needed["outlet"] = None
    needed |= dict.fromkeys({"type": "event_type", "status": "status"}[name] for name in spec.by if name in _PLAIN)
    return list(needed)


_PLAIN = ("type", "status")


def _alike(spec: Spec) -> Alike:
    """Return which events a count leaves out or cannot tell apart; a panel is told who else tells something."""
    grid = any(name.startswith("h3:") for name in spec.by)
    levels = () if spec.area or grid else tuple(name for name in AREAS if name in spec.by)
    since, until = (day.isoformat() if day else None for day in (spec.since, spec.until))
    return Alike(
        period=spec.period, since=since, until=until, area=spec.area, kind=spec.kind, levels=levels,
        whole=spec.panel is not None,
    )  # fmt: skip


def _needs_actors(spec: Spec) -> bool:
    return bool({"actor", "side1", "side2"} & set(spec.by))


def _unit(row: dict[str, Any], spec: Spec) -> Unit:
    facts: dict[str, Any] = {name: row[name] for name in (*_PLACE, "latitude", "longitude") if name in row}
    facts |= {name: row[name] for name in ("date_precision", "event_type", "sub_event_type", "status") if name in row}
    for name, column in (("start", "date_start"), ("end", "date_end")):
        if row.get(column):
            facts[name] = date.fromisoformat(row[column])
    facts |= _who(row.get("who") or "")
    if row.get("outlet"):
        facts["source"] = (row["outlet"],)
    figures = {
        name: Figure(
            low=row[f"{name}_low"],
            best=row[f"{name}_best"],
            high=row[f"{name}_high"],
            without_best=row[f"{name}_without_best"],
            open=row[f"{name}_open"],
            untold=row["number"] - row[f"{name}_told"],
        )
        for name in spec.people
    }
    number = row["number"]
    return Unit(Facts(**facts), Tally(number=number, events=number, figures=figures, ids=list(_ids(row))))


def _who(who: str) -> dict[str, tuple[str, ...]]:
    """Return the actors of lines such as "side1 is"."""
    pairs = [line.partition(" ")[::2] for line in who.split("\n") if line]
    told = {side: tuple(dict.fromkeys(code for role, code in pairs if role == side)) for side in ("side1", "side2")}
    return told | {"actor": tuple(dict.fromkeys(code for _, code in pairs))}


def _ids(row: dict[str, Any]) -> Iterator[str]:
    if row.get("ids"):
        yield from row["ids"].split(BETWEEN)
