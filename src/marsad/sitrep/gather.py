"""Incidents with the reports that tell them: from files, from a store, or linked now; as they are, or made public."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from marsad.errors import MarsadError, ReadError, StoreError
from marsad.export.happening import Happening, complete, of_incident
from marsad.export.source import Item, coded_by_id
from marsad.gazetteer import Gazetteer
from marsad.lexicon.actors import wholes
from marsad.model.who import coded_by_name
from marsad.redact.incident import PublicIncidents
from marsad.redact.labels import Language
from marsad.redact.line import redact_line
from marsad.redact.person import called_after_a_person, listed_outlet
from marsad.redact.rules import Rule, Rules
from marsad.redact.same_act import beyond_own_words
from marsad.sitrep.window import EVER, Window, hanging_together
from marsad.store import Store

__all__ = ["UNNAMED", "Gathered", "Quote", "from_store", "link_coded", "publish", "with_reports"]

_UNREGISTERED = coded_by_name("")
"""Stands in public for every actor outside the register: its name may be that of a private person."""

UNNAMED = "\u2013"
"""Stands in public for an outlet that is called as a person is."""

Quote = tuple[int, str]
"""The number of a member among the tellings of an incident, and its words."""

_NO_REPORT = "Name the coded reports that the incidents join with --coded: the rules look at them."


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Incidents, the records that they are made from, and the words of each that may be shown in a language.

    `public` says that the rules of the public edition were applied: `withheld` incidents are left out, of `coarse` ones
    the place or the reports must not be told more exactly.
    """

    found: list[Happening]
    records: dict[str, Mapping[str, Any]]
    quotes: Callable[[str, str], list[Quote]]
    public: bool = False
    withheld: int = 0
    coarse: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()

    @property
    def told_until(self) -> date | None:
        """The day of the latest report."""
        return max((told.published for one in self.found for told in one.tellings if told.published), default=None)


def with_reports(incidents: Iterable[Mapping[str, Any]], coded: Mapping[str, Mapping[str, Any]]) -> Gathered:
    """Return incidents with the completed records of their reports, as they are."""
    records = {incident["incident_id"]: incident for incident in incidents}

    def quotes(incident_id: str, _: str) -> list[Quote]:
        members = records[incident_id]["members"]
        return [(number, told["evidence"]) for number, told in enumerate(members) if told.get("evidence")]

    found = [of_incident(incident, coded) for incident in records.values()]
    return Gathered(found=found, records=dict(records), quotes=quotes)


def publish(
    incidents: Iterable[Mapping[str, Any]],
    coded: Mapping[str, Mapping[str, Any]],
    rules: Rules,
    gazetteer: Gazetteer,
    *,
    today: date,
    problems: list[ReadError],
    window: Window = EVER,
) -> Gathered:
    """Return incidents as they may be published; one whose reports are not there is a problem, and left out.

    Only those of a window are asked for; what others say of the same acts holds for them.
    """
    asked = list(incidents)
    members = (one["members"] for one in asked)
    beyond = beyond_own_words(coded.items(), members, rules, today=today)
    public = PublicIncidents(rules=rules, gazetteer=gazetteer, today=today, coded=coded, beyond=beyond)
    records: dict[str, Mapping[str, Any]] = {}
    withheld = 0
    for incident in filter(window.may_hold, asked):
        try:
            shown = public(incident)
        except (KeyError, IndexError) as error:
            problems.append(ReadError(f"{error} is not there.", file=incident["incident_id"], remedy=_NO_REPORT))
            continue
        if shown is not None:
            records[shown["incident_id"]] = shown
        else:
            withheld += window.holds(incident)

    def quotes(incident_id: str, language: str) -> list[Quote]:
        return public.quotes(records[incident_id], Language(language))

    return Gathered(
        found=[_unnamed(of_incident(incident, public.records), gazetteer) for incident in records.values()],
        records=records,
        quotes=quotes,
        public=True,
        withheld=withheld,
        coarse=frozenset(public.coarse),
        rules=tuple(rule for rule in rules.rule if rule.name in public.applied.rules),
    )


def _unnamed(one: Happening, gazetteer: Gazetteer) -> Happening:
    """Return an incident without the names of actors outside the register, and of outlets that are people."""
    tellings = tuple(
        replace(told, url=None, outlet=UNNAMED if told.outlet and _is_person(told.outlet, gazetteer) else told.outlet)
        for told in one.tellings
    )
    return replace(
        one, side1=_registered(one.side1), assist1=_registered(one.assist1), side2=_registered(one.side2),
        assist2=_registered(one.assist2), tellings=tellings, source_names=(), row={},
    )  # fmt: skip


def _registered(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code if code in wholes() else _UNREGISTERED for code in codes))


@cache
def _is_person(name: str, gazetteer: Gazetteer) -> bool:
    if listed_outlet(name):
        return False
    return called_after_a_person(name) or bool(redact_line({"title": name}, gazetteer)["redactions"])


def link_coded(
    items: Iterable[Item], gazetteer: Gazetteer, problems: list[ReadError]
) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]], int]:
    """Return the incidents that `marsad link` makes of coded reports, and these, completed, by id.

    Last comes how many of these have no text: of them nobody knows whether they are copies.
    """
    from marsad.link.copied import Copied, count_once
    from marsad.link.index import Index
    from marsad.link.read import codings_of
    from marsad.link.record import to_record

    index, copied = Index(), Copied(gazetteer)
    coded: dict[str, dict[str, Any]] = {}
    for found in coded_by_id(items):
        if isinstance(found, ReadError):
            problems.append(found)
            continue
        report_id, record = found
        if report_id in coded:
            continue
        coded[report_id] = record
        copied.add(record)
        index.add(one for one in codings_of(record, gazetteer) if not isinstance(one, MarsadError))
    linked = sorted(index.incidents(), key=lambda incident: incident.codings[0].order)
    return [to_record(one, index, reasons=False) for one in count_once(linked, copied.origins())], coded, copied.unread


def from_store(
    store: Store, window: Window = EVER, *, beside: bool = True
) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Return the incidents of a store, and the coded reports that tell them, completed, by id.

    Of a window come the incidents that begin in it, and `beside` them those that rules of a public edition look at with
    them. Raises StoreError where nothing was linked yet.
    """
    from marsad.incidents.view import records, records_of
    from marsad.store.incident_briefs import incident_records
    from marsad.store.incident_list import ids_beginning
    from marsad.store.incidents import members_of
    from marsad.store.links import lines_of
    from marsad.store.question import Question

    with store.reading() as connection:
        if window == EVER:
            incidents = list(records(connection, Question()))
        else:
            ids = set(ids_beginning(connection, *window.around))
            ids = hanging_together(connection, ids) if beside else ids
            incidents = records_of(connection, list(incident_records(connection, sorted(ids)).items()))
        if not incidents and not list(records(connection, Question(), most=1)):
            remedy = f"Link its reports first: marsad link --store {store.name}"
            raise StoreError("It holds no incidents.", store=store.name, remedy=remedy)
        keys = set().union(*members_of(connection, [one["incident_id"] for one in incidents]).values())
        coded = dict(_completed(lines_of(connection, keys)))
    return incidents, coded


def _completed(lines: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for report_id, line in lines.items():
        yield report_id, complete(json.loads(line))
