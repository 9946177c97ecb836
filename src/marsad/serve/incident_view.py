"""An incident as its page shows it: reports with their copies below them, claims by what they count, what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from marsad.gazetteer import load
from marsad.link.coding import COUNTS
from marsad.model.where import Place
from marsad.serve.incident_words import AGAINST, ATTRIBUTION, CREDIBILITY, feature, passed_over, seen
from marsad.serve.place_map import PlaceMap, map_of
from marsad.serve.place_view import place_view
from marsad.serve.side_by_side import in_words
from marsad.serve.words import Words
from marsad.store.incident_reports import ReportNow

__all__ = [
    "Brief",
    "Claimed",
    "Differing",
    "Told",
    "Turn",
    "brief",
    "claims",
    "compared",
    "differing",
    "in_a_line",
    "told",
    "turns",
    "where_drawn",
]

_COMPARED = ("sub_event_type", "side1", "side2", "place", "date", *COUNTS, "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An incident in a few words."""

    incident_id: str
    what: str
    place: str
    place_id: str | None
    area: str
    area_id: str
    when: str
    sides: str
    figures: tuple[tuple[str, str, str], ...]
    reports: int
    sources: int
    credibility: str
    attribution: str
    contested: bool


def brief(
    record: Mapping[str, Any], words: Words, *, incident_id: str | None = None, place_id: str | None = None
) -> Brief:
    """Return an incident in words; figures are (name of the field, what it counts, how many).

    `place_id` is the listed place as the reader may know it, None where no list has it.
    """
    say = words.locale.text
    who, place = record["attribution"], record["place"]
    acting, hit = (say(", ").join(map(words.actor, record[side])) for side in ("side1", "side2"))
    return Brief(
        incident_id=incident_id or record["incident_id"],
        what=words.label("sub_event_type", record["sub_event_type"]),
        place=words.place(place["name"], place_id),
        place_id=place_id,
        area=words.where(place["admin1"], place["country"]),
        area_id=words.unit_id(place["admin1"], place["country"]),
        when=words.locale.period(record["date"]["start"], record["date"]["end"]),
        sides=say(AGAINST, side1=acting or "–", side2=hit) if hit else acting,
        figures=tuple((count, words.field(count), words.count(told)) for count, told in record["figures"].items()),
        reports=record["reports"],
        sources=record["sources"],
        credibility=say(CREDIBILITY[str(record["credibility"])]),
        attribution=say(ATTRIBUTION[who["grade"]]),
        contested=who["contested"],
    )


def in_a_line(brief: Brief, words: Words) -> str:
    """Return what tells an incident from others in one line: قصف، ذيبان، ٣ أيار ٢٠٢٣."""
    return words.locale.text(", ").join(filter(None, (brief.what, words.locale.isolated(brief.place), brief.when)))


def where_drawn(brief: Brief, precision: int, language: str) -> tuple[PlaceMap, Place] | None:
    """Return the map of an incident and the place that it shows: no more closely than it is known.

    Where no list has its place, or no more than the area is known, it is the unit; None where that is not known either.
    """
    place_id = brief.place_id if precision < 3 else None
    view = place_view(load(), place_id or brief.area_id) if place_id or brief.area_id else None
    found = map_of(view, language, near=precision == 2) if view is not None else None
    return None if found is None or view is None else (found, view.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report of an incident as its page tells it; `copies` are those copied from it, in the order of publication."""

    member: Mapping[str, Any]
    now: ReportNow
    reasons: tuple[tuple[str, float, str], ...]
    copies: list[Told] = field(default_factory=list)


def told(record: Mapping[str, Any], now: Mapping[str, ReportNow], words: Words) -> list[Told]:
    """Return the reports in the order in which they came, copies below the one that they repeat."""
    found: dict[str, Told] = {}
    roots: list[Told] = []
    for member in record["members"]:
        link = member["link"] or {}
        made = Told(
            member=member,
            now=now[member["report_id"]],
            reasons=tuple(
                (feature(one["feature"], words), one["weight"], seen(one["feature"], one["detail"], words))
                for one in link.get("reasons", ())
            ),
        )
        origin = found.get(member["copy_of"] or "")
        (roots if origin is None else origin.copies).append(made)
        found.setdefault(member["report_id"], made)
    return roots


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """All claims about one count, and the range that the rule makes of them."""

    count: str
    label: str
    figure: Mapping[str, Any]
    rows: tuple[Mapping[str, Any], ...]


def claims(record: Mapping[str, Any], words: Words) -> list[Claimed]:
    """Return the ledger by what is counted; each row is a claim with `says` and `over`, why it counts no more."""
    return [
        Claimed(
            count=count,
            label=words.field(count),
            figure=record["figures"][count],
            rows=tuple(
                {
                    **claim,
                    "says": words.count(claim),
                    "over": passed_over(claim["passed_over"], words),
                    "kind_label": words.label("kind", claim["kind"]),
                }
                for claim in record["ledger"]
                if claim["count"] == count
            ),
        )
        for count in COUNTS
        if count in record["figures"]
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A field that reports tell differently: the value chosen, and what each report tells, in the order given."""

    field: str
    label: str
    chosen: str
    values: tuple[str, ...]


def compared(record: Mapping[str, Any], most: int) -> list[tuple[str, int]]:
    """Return the events that are compared: of reports that are no copies, the first ones."""
    own = [(one["report_id"], one["event"]) for one in record["members"] if not one["copy_of"]]
    return own[:most]


def differing(
    record: Mapping[str, Any], events: Sequence[Mapping[str, Any]], words: Words, place_id: str | None
) -> list[Differing]:
    """Return the fields in which events of an incident, which has this listed place, differ from each other."""
    record = {**record, "place": {**record["place"], "place_id": place_id}}
    rows = []
    for name in _COMPARED:
        values = tuple(in_words(name, dict(event), words) for event in events)
        if len(set(values)) > 1:
            rows.append(
                Differing(field=name, label=words.field(name), chosen=_chosen(record, name, words), values=values)
            )
    return rows


def _chosen(record: Mapping[str, Any], name: str, words: Words) -> str:
    if name in COUNTS:
        return words.count(record["figures"].get(name))
    if name == "status":
        return ""
    return in_words(name, dict(record), words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day in the life of an incident: `kind` is "happened", "told" or "counted"; figures are those told that day."""

    day: str
    kind: str
    members: tuple[Mapping[str, Any], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()


def turns(record: Mapping[str, Any], words: Words) -> list[Turn]:
    """Return what came when: the act, then each day on which reports told of it and the figures new on that day."""
    found: list[Turn] = []
    if record["date"]["start"]:
        found.append(Turn(day=record["date"]["start"], kind="happened"))
    by_day: dict[str, list[Mapping[str, Any]]] = {}
    for member in record["members"]:
        by_day.setdefault(member["published"] or "", []).append(member)
    known: set[tuple[str, str]] = set()
    for day in sorted(by_day, key=lambda one: (not one, one)):
        figures = tuple(dict.fromkeys(_new_figures(record, day, words, known)))
        found.append(Turn(day=day, kind="told", members=tuple(by_day[day]), figures=figures))
    return found


def _new_figures(
    record: Mapping[str, Any], day: str, words: Words, known: set[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    for claim in record["ledger"]:
        figure = (words.field(claim["count"]), words.count(claim))
        if (claim["published"] or "") == day and figure not in known:
            known.add(figure)
            yield figure
