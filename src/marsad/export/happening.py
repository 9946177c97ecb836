"""What exports and counts speak in: an event of a report, or an incident that many reports tell, in one shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.export.record import COUNTS
from marsad.export.table import joined, rows
from marsad.model.event import KEY_FIELDS
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES
from marsad.model.who import SIDES

__all__ = [
    "EVENTS",
    "INCIDENTS",
    "Happening",
    "Telling",
    "bodies_quoted",
    "complete",
    "of_incident",
    "of_report",
]

EVENTS, INCIDENTS = "events", "incidents"
_AREA = 3
"""The precision of a place of which only an area is told."""

_PLACE: dict[str, Any] = {
    "name": "", "country": "", "admin1": None, "precision": 3, "also": [], "place_id": None, "admin2": None,
    "admin3": None, "latitude": None, "longitude": None, "uncertainty_km": None, "candidates": [],
}  # fmt: skip
_EVENT: dict[str, Any] = {
    **dict.fromkeys(SIDES, ()), "units": [], **dict.fromkeys(COUNTS), "sources": [], "status": "reported",
    "evidence": "", "evidence_fields": [], "confidence": None, "coder_version": None, "resources_version": None,
    "gazetteer": None,
}  # fmt: skip
_BODIES = ("monitor", "media")
_BEST_KNOWN = ("disputed", "reported", "claimed", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A report that tells it: where it was published, and the words that state the act.

    `copy_of` is the report that it repeats, `bodies` are those that it quotes: monitors and other media.
    """

    report_id: str
    outlet: str | None
    url: str | None
    published: date | None
    quote: str
    copy_of: str | None = None
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event or an incident. `row` holds its columns of the table of events or of incidents, by name.

    `ids` are the ids of the events it consists of; `sources` is the number of independent sources, `source_names` are
    those who say so inside the reports. A figure is None where nobody tells it.
    """

    table: str
    key: str
    ids: tuple[str, ...]
    event_type: str
    sub_event_type: str
    side1: tuple[str, ...]
    assist1: tuple[str, ...]
    side2: tuple[str, ...]
    assist2: tuple[str, ...]
    place: Mapping[str, Any]
    start: date | None
    end: date | None
    date_precision: int
    figures: Mapping[str, Estimate | None]
    status: str | None
    tellings: tuple[Telling, ...]
    sources: int
    source_names: tuple[str, ...]
    row: Mapping[str, Any]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of the reports, each once."""
        return tuple(dict.fromkeys(told.outlet for told in self.tellings if told.outlet))

    @property
    def killed(self) -> tuple[int, int]:
        """How many were killed at least and at most, as far as anybody tells it."""
        told = self.figures.get("killed") or Estimate(None, None, None)
        low = told.low or 0
        return low, told.high if told.high is not None else max(low, told.best or 0)

    @property
    def point(self) -> tuple[float, float] | None:
        """Where it was, unless only an area is told."""
        place = self.place
        return (
            None
            if place["latitude"] is None or place["precision"] >= _AREA
            else (place["latitude"], place["longitude"])
        )

    @property
    def published(self) -> date | None:
        """The day of the first report."""
        return min((told.published for told in self.tellings if told.published), default=None)


def complete(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of a report with every field that tables need; the codebook's own fields are enough.

    Raises KeyError, TypeError, ValueError or AttributeError when it is no record of a report.
    """
    report_id = record["id"]
    if not isinstance(report_id, str):
        raise TypeError("id")
    about = record.get("report") or {name: record.get(name) for name in ("published", "outlet", "url")}
    events = []
    for number, event in enumerate(record["events"]):
        when = {"start": None, "end": None, "precision": 3, "reason": None, **(event.get("date") or {})}
        filled = {"event_id": f"{report_id}#{number}", "event_type": EVENT_TYPES[event["sub_event_type"]]}
        sure = {field: (event.get("confidence_fields") or {}).get(field) for field in KEY_FIELDS}
        nested = {"place": {**_PLACE, **(event.get("place") or {})}, "date": when, "confidence_fields": sure}
        events.append({**_EVENT, **filled, **event, **nested})
    return {**record, "events": events, "report": about}


def of_report(record: Mapping[str, Any]) -> Iterator[Happening]:
    """Yield the events of a report's record, as `complete` returns it."""
    for event, row in zip(record["events"], rows(dict(record)), strict=True):
        yield _of_event(record, event, row)


def _of_event(record: Mapping[str, Any], event: Mapping[str, Any], row: Mapping[str, Any]) -> Happening:
    """Return one event of a completed record, with its row."""
    about = record["report"]
    telling = Telling(
        report_id=record["id"], outlet=about.get("outlet"), url=about.get("url"), quote=event["evidence"],
        published=_day(about.get("published")), bodies=bodies_quoted(event),
    )  # fmt: skip
    return Happening(
        table=EVENTS,
        key=event["event_id"],
        ids=(event["event_id"],),
        event_type=event["event_type"],
        sub_event_type=event["sub_event_type"],
        **{side: tuple(event[side]) for side in SIDES},
        place=event["place"],
        start=_day(event["date"]["start"]),
        end=_day(event["date"]["end"]),
        date_precision=event["date"]["precision"],
        figures={count: _estimate(event[count]) for count in COUNTS},
        status=event["status"],
        tellings=(telling,),
        sources=1,
        source_names=tuple(source["name"] for source in event["sources"]),
        row=row,
    )


def of_incident(incident: Mapping[str, Any], coded: Mapping[str, Mapping[str, Any]]) -> Happening:
    """Return an incident as `marsad link` writes it; `coded` holds completed records of its reports, by id.

    From them come what an incident does not repeat: ids of events, addresses, units below the first level, assistants.
    """
    members = [(told, _member(coded, told)) for told in incident["members"]]
    known = [event for _, event in members if event is not None]
    choices = incident.get("choices") or {}
    placed = _member(coded, (choices.get("place") or {}).get("from"))
    acting = {name: _member(coded, (choices.get(name) or {}).get("from")) for name in ("side1", "side2")}
    place = {**_PLACE, **(placed["place"] if placed else {}), **incident["place"]}
    tellings = []
    for told, event in members:
        about = (coded.get(told["report_id"]) or {}).get("report") or {}
        tellings.append(
            Telling(
                report_id=told["report_id"], outlet=told.get("outlet") or about.get("outlet"), url=about.get("url"),
                published=_day(told.get("published") or about.get("published")), quote=told.get("evidence") or "",
                copy_of=told.get("copy_of"), bodies=bodies_quoted(event) if event else (),
            )
        )  # fmt: skip
    statuses = {event["status"] for event in known}
    names = dict.fromkeys(source["name"] for event in known for source in event["sources"])
    happening = Happening(
        table=INCIDENTS,
        key=incident["incident_id"],
        ids=tuple(event["event_id"] if event else f"{told['report_id']}#{told['event']}" for told, event in members),
        event_type=EVENT_TYPES.get(incident["sub_event_type"]) or incident["event_type"],
        sub_event_type=incident["sub_event_type"],
        side1=tuple(incident["side1"]),
        assist1=tuple(acting["side1"]["assist1"] if acting["side1"] else ()),
        side2=tuple(incident["side2"]),
        assist2=tuple(acting["side2"]["assist2"] if acting["side2"] else ()),
        place=place,
        start=_day(incident["date"]["start"]),
        end=_day(incident["date"]["end"]),
        date_precision=incident["date"]["precision"],
        figures={count: _estimate((incident.get("figures") or {}).get(count)) for count in COUNTS},
        status=next((status for status in _BEST_KNOWN if status in statuses), None),
        tellings=tuple(tellings),
        sources=incident["sources"],
        source_names=tuple(names),
        row={},
    )
    return _with_row(happening, incident)


def _member(coded: Mapping[str, Mapping[str, Any]], told: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    record = coded.get(told["report_id"]) if told else None
    if told is None or record is None or told["event"] >= len(record["events"]):
        return None
    event: Mapping[str, Any] = record["events"][told["event"]]
    return event


def _with_row(found: Happening, incident: Mapping[str, Any]) -> Happening:
    from dataclasses import replace

    place = found.place
    row: dict[str, Any] = {
        "incident_id": found.key,
        "was": joined(incident.get("was") or ()),
        "event_type": found.event_type,
        "sub_event_type": found.sub_event_type,
        **{side: joined(getattr(found, side)) for side in SIDES},
        "place_name": place["name"],
        **{name: place[name] for name in ("country", "admin1", "admin2", "admin3", "place_id")},
        "place_precision": place["precision"],
        **{name: place[name] for name in ("latitude", "longitude", "uncertainty_km")},
        "date_start": found.start.isoformat() if found.start else None,
        "date_end": found.end.isoformat() if found.end else None,
        "date_precision": found.date_precision,
        "status": found.status,
        "reports": incident["reports"],
        "sources": found.sources,
        "source_names": joined(found.source_names),
        "outlets": joined(found.outlets),
        "report_ids": joined(dict.fromkeys(told.report_id for told in found.tellings)),
        "event_ids": joined(found.ids),
        "urls": joined(dict.fromkeys(told.url for told in found.tellings if told.url)),
        "first_published": found.published.isoformat() if found.published else None,
        "evidence": found.tellings[0].quote if found.tellings else None,
    }
    for count in COUNTS:
        figure = found.figures[count]
        row[f"{count}_low"] = figure.low if figure else None
        row[f"{count}_best"] = figure.best if figure else None
        row[f"{count}_high"] = figure.high if figure else None
    return replace(found, row=row)


def bodies_quoted(event: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the monitors and media that an event's report quotes for it."""
    told = event.get("sources") or ()
    return tuple(source["name"] for source in told if source.get("kind") in _BODIES and source["name"])


def _day(value: Any) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


def _estimate(value: Mapping[str, Any] | None) -> Estimate | None:
    return None if value is None else Estimate(value["low"], value["best"], value["high"])
