"""Copies among the reports of each incident, compared as reports come: what was compared last is at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from marsad.copies import CopyGroup, CopyIndex
from marsad.gazetteer import Gazetteer
from marsad.model.report import Report

__all__ = ["Copies"]

_HELD = 256


class Copies:
    """Groups of copies in incidents; an incident that only grew is compared with its new reports only."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._held: OrderedDict[str, tuple[dict[str, Report], CopyIndex]] = OrderedDict()

    def groups_in(self, incident_id: str, reports: Mapping[str, Report]) -> list[CopyGroup]:
        """Return the groups of the reports of an incident; no other report has a say."""
        if len(reports) < 2:
            return []
        known, index = self._held.pop(incident_id, ({}, self._new()))
        if any(reports.get(report_id) != report for report_id, report in known.items()):
            known, index = {}, self._new()
        for report_id, report in reports.items():
            if report_id not in known:
                index.add(report)
        self._held[incident_id] = (dict(reports), index)
        if len(self._held) > _HELD:
            self._held.popitem(last=False)
        return index.groups()

    def _new(self) -> CopyIndex:
        return CopyIndex(self._gazetteer, every_pair=True)
