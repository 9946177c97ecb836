"""Incidents under the rules of a public edition: what may not be told by one report is not told through another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marsad.gazetteer import Gazetteer
from marsad.redact.coarsen import Coarse, coarsen_events
from marsad.redact.labels import Language
from marsad.redact.limits import NOTHING_BEYOND, Applied, Beyond
from marsad.redact.rules import Rules

__all__ = ["PublicIncidents"]

_CODES = ("country", "admin1", "admin2", "admin3", "latitude")


@dataclass(slots=True, kw_only=True)
class PublicIncidents:
    """Makes incidents public, given the coded reports that tell them, completed and by id.

    `beyond` is what other reports of the same acts ask of each (`beyond_own_words`).
    `applied` counts the rules; `records` holds what became of each report: its events stand where they stood, None in
    place of one that is withheld. Their words are as they were: `quotes` gives those that may be shown.
    """

    rules: Rules
    gazetteer: Gazetteer
    today: date
    coded: Mapping[str, Mapping[str, Any]]
    beyond: Mapping[str, Beyond] = field(default_factory=dict)
    applied: Applied = field(default_factory=Applied)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    withheld: int = 0
    coarse: set[str] = field(default_factory=set)
    _coarse: dict[str, Coarse] = field(default_factory=dict)
    _quotes: dict[tuple[str, Language], dict[int, str]] = field(default_factory=dict)

    def __call__(self, incident: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return an incident as it may be published, None where one of its reports may not tell it yet, or ever.

        Its place and days are the coarsest of all its reports'. Words of reports are taken out of its members.
        Raises KeyError for a report that is not among the coded ones.
        """
        told = [(member, self._event(member)) for member in incident["members"]]
        if any(event is None for _, event in told):
            self.withheld += 1
            return None
        before = [self.coded[member["report_id"]]["events"][member["event"]] for member, _ in told]
        events = [event for _, event in told if event is not None]
        copy = {**incident, "members": [{**member, "evidence": ""} for member, _ in told]}
        changed = [after for was, after in zip(before, events, strict=True) if was["place"] != after["place"]]
        if changed:
            self.coarse.add(incident["incident_id"])
            coarsest = min((event["place"] for event in changed), key=_known)
            copy["place"] = self._within(coarsest, incident["place"])
        dated = [after for was, after in zip(before, events, strict=True) if was["date"] != after["date"]]
        if dated:
            self.coarse.add(incident["incident_id"])
            copy["date"] = _widest([event["date"] for event in dated])
        return copy

    def quotes(self, incident: Mapping[str, Any], language: Language = Language.ar) -> list[tuple[int, str]]:
        """Return the words of the members that may be shown, each with its number among them.

        Of an incident whose place or days were made coarser, only those of reports that were made so themselves.
        """
        shown = []
        for number, member in enumerate(incident["members"]):
            report_id, at = member["report_id"], member["event"]
            if incident["incident_id"] in self.coarse and not self._hides(report_id, at):
                continue
            words = self._redacted(report_id, language).get(at)
            if words:
                shown.append((number, words))
        return shown

    def _within(self, coarsest: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a coarse place in the unit of the incident, where the report that has it tells another one."""
        unit = own["admin1"]
        if not unit or coarsest["admin1"] in (None, unit):
            return coarsest
        listed = self.gazetteer.by_id(unit)
        named = {"name": listed.name_ar if listed else unit, "country": own["country"], "admin1": unit}
        return {**coarsest, **named, "admin2": None, "admin3": None}

    def _event(self, member: Mapping[str, Any]) -> Mapping[str, Any] | None:
        event: Mapping[str, Any] | None = self._record(member["report_id"])["events"][member["event"]]
        return event

    def _record(self, report_id: str) -> dict[str, Any]:
        if report_id not in self.records:
            record = self.coded[report_id]
            of_others = self.beyond.get(report_id, NOTHING_BEYOND)
            coarse = coarsen_events(
                record, self.rules, self.gazetteer, today=self.today, applied=self.applied, beyond=of_others
            )
            kept = {event["event_id"]: event for event in coarse.record["events"]}
            self._coarse[report_id] = coarse
            self.records[report_id] = {
                **coarse.record, "events": [kept.get(event["event_id"]) for event in record["events"]]
            }  # fmt: skip
        return self.records[report_id]

    def _hides(self, report_id: str, at: int) -> bool:
        before, after = self.coded[report_id]["events"][at], self._record(report_id)["events"][at]
        return after is not None and any(after[name] != before[name] for name in ("place", "date"))

    def _redacted(self, report_id: str, language: Language) -> dict[int, str]:
        """Return the words of each event of a report, without the names of private people."""
        if (report_id, language) not in self._quotes:
            self._record(report_id)
            public = self._coarse[report_id].public(self.gazetteer, language)
            words = {event["event_id"]: event["evidence"] for event in public["events"]}
            ids = [event["event_id"] for event in self.coded[report_id]["events"]]
            self._quotes[report_id, language] = {number: words[key] for number, key in enumerate(ids) if key in words}
        return self._quotes[report_id, language]


def _known(place: Mapping[str, Any]) -> int:
    """Return how much of a place is told."""
    return sum(place.get(name) is not None for name in _CODES)


def _widest(dates: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    return max(dates, key=lambda when: (when["precision"], _length(when), when["start"] or ""))


def _length(when: Mapping[str, Any]) -> int:
    if not when["start"] or not when["end"]:
        return 0
    return (date.fromisoformat(when["end"]) - date.fromisoformat(when["start"])).days
