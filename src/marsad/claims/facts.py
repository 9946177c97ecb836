"""What is on record, made ready for checking claims: incidents, or coded reports joined into incidents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.errors import MarsadError, ReadError
from marsad.gazetteer import Gazetteer
from marsad.link.files import records
from marsad.link.index import Index
from marsad.link.read import codings_of
from marsad.link.record import to_record
from marsad.link.where import Where, locate
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES
from marsad.model.when import day_read
from marsad.read.store_file import is_store_file
from marsad.store import open_store
from marsad.store.incident_list import found_incidents
from marsad.store.links import waiting
from marsad.store.question import Question

__all__ = ["Fact", "Facts", "facts_of", "is_store", "read_facts"]

_Row = tuple[str, Mapping[str, Any]]
"""An incident or a coded report, and where it stands, as a message about it begins."""

_COUNTS = ("killed", "killed_civilians", "wounded", "detained", "abducted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One incident on record: what, by and against whom, where, in which days, with which toll, told by whom."""

    incident_id: str
    sub_event_type: str
    event_type: str
    side1: frozenset[str]
    side2: frozenset[str]
    where: Where
    start: date | None
    end: date | None
    precision: int
    figures: tuple[tuple[str, Estimate], ...]
    outlets: frozenset[str]

    @property
    def sides(self) -> frozenset[str]:
        """Every side of the incident, whoever acted."""
        return self.side1 | self.side2

    def figure(self, measure: str) -> Estimate | None:
        """Return how many were killed, wounded, detained or abducted, None when nobody says."""
        return dict(self.figures).get(measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Every incident on record, and the places by which their areas are compared."""

    facts: tuple[Fact, ...]
    gazetteer: Gazetteer


def read_facts(files: Iterable[str], gazetteer: Gazetteer) -> tuple[Facts, list[str]]:
    """Return the record that files hold, and what of them could not be read.

    A name is that of a store, whose incidents count, as people decided on them, or its coded reports where it was never
    linked; or of a file with incidents as `marsad link` writes them, coded reports as `marsad code`
    writes them, or both.
    """
    rows: list[_Row] = []
    problems: list[str] = []
    for name in files:
        if is_store(name):
            linked, late = _in_store(name)
            rows += [(f"{name}: ", row) for row in linked]
            problems += late
            continue
        for record in records(name):
            if isinstance(record, ReadError):
                problems.append(str(record))
            else:
                rows.append((f"{name}, line {record[0]}: ", record[1]))
    facts, refused = _facts_of(rows, gazetteer)
    return facts, problems + refused


def is_store(name: str) -> bool:
    """Say whether a name is that of a store, not of a file of records."""
    return name.startswith("postgresql") or is_store_file(name)


def _in_store(name: str) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Return the incidents of a store, its coded reports where it has none; and what of them does not count yet."""
    with open_store(name) as store, store.reading() as connection:
        found = found_incidents(connection, Question())
        linked: list[Mapping[str, Any]] = [{"incident_id": incident_id, **record} for incident_id, record in found]
        if linked and waiting(connection, 1):
            late = f"{store.name}: Some reports are not linked yet. Link them: marsad link --store {store.name}"
            return linked, [late]
    if linked:
        return linked, []
    with open_store(name) as store:
        return list(map(json.loads, store.lines())), []


def facts_of(rows: Iterable[Mapping[str, Any]], gazetteer: Gazetteer) -> tuple[Facts, list[str]]:
    """Return the record of incidents and coded reports (the latter joined first), and what was refused."""
    return _facts_of([("", row) for row in rows], gazetteer)


def _facts_of(rows: Iterable[_Row], gazetteer: Gazetteer) -> tuple[Facts, list[str]]:
    index = Index()
    found: list[Fact] = []
    problems: list[str] = []
    seen: set[str] = set()
    for where, row in rows:
        if "incident_id" in row:
            problems += [where + problem for problem in _add(row, gazetteer, found)]
            continue
        try:
            codings = list(codings_of(row, gazetteer))
        except MarsadError as error:
            problems.append(f"{where}{error}")
            continue
        if row["id"] in seen:
            problems.append(f"{where}The id {row['id']!r} was used before. Give each report its own.")
            continue
        seen.add(row["id"])
        problems += [f"{where}{coding}" for coding in codings if isinstance(coding, MarsadError)]
        index.add(coding for coding in codings if not isinstance(coding, MarsadError))
    for incident in index.incidents():
        problems += _add(to_record(incident, index, reasons=False), gazetteer, found)
    return Facts(facts=tuple(found), gazetteer=gazetteer), problems


def _add(row: Mapping[str, Any], gazetteer: Gazetteer, found: list[Fact]) -> list[str]:
    """Add an incident to what was found; return what is wrong with it."""
    kind = row.get("sub_event_type")
    if kind not in EVENT_TYPES:
        told = f"Incident {row.get('incident_id')!r} has the sub-event type {kind!r}, which is none of the 25."
        return [f"{told} Write one of them."]
    when: dict[str, Any] = row.get("date") or {}
    figures: dict[str, Any] = row.get("figures") or {}
    members: list[dict[str, Any]] = row.get("members") or []
    found.append(
        Fact(
            incident_id=str(row["incident_id"]),
            sub_event_type=str(kind),
            event_type=EVENT_TYPES[str(kind)],
            side1=frozenset(row.get("side1") or ()),
            side2=frozenset(row.get("side2") or ()),
            where=locate(row.get("place") or {}, gazetteer),
            start=day_read(when.get("start")),
            end=day_read(when.get("end")),
            precision=int(when.get("precision") or 1),
            figures=tuple((name, figure) for name in _COUNTS if (figure := Estimate.of(figures.get(name)))),
            outlets=frozenset(
                str(one["outlet"]) for one in members if one.get("outlet") and one.get("copy_of") is None
            ),
        )
    )
    return []
