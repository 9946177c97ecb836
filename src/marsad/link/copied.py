"""Copies among the reports of incidents: they are linked like any others, and counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from marsad.copies import CopyGroup, CopyIndex
from marsad.gazetteer import Gazetteer
from marsad.link.index import Incident
from marsad.model.report import Report
from marsad.model.when import day_read

__all__ = ["Copied", "copies_unknown", "count_once", "origins_of"]


class Copied:
    """Takes in records of reports, and says of each that was copied, or copies, which report is the origin.

    `unread` counts those that came without a text, as `marsad code` writes them: of these nothing can be said.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._index = CopyIndex(gazetteer)
        self.unread = 0

    def add(self, record: Mapping[str, Any]) -> None:
        """Take in a report."""
        text = record.get("text")
        if not isinstance(text, str) or not text.strip():
            self.unread += 1
            return
        outlet = record.get("outlet")
        self._index.add(
            Report(
                report_id=record["id"],
                text=text,
                headline=record["title"] if isinstance(record.get("title"), str) else "",
                published_on=day_read(record.get("published")),
                outlet=outlet if isinstance(outlet, str) and outlet else None,
            )
        )

    def origins(self) -> dict[str, str]:
        """Return the origin of every report that stands in a group of copies, its own id for the origin itself."""
        return origins_of(self._index.groups())


def copies_unknown(unread: int) -> str:
    """Say that copies are not known, and how they can be; "" where every report came with its text."""
    if not unread:
        return ""
    which = f"{unread:,} reports come" if unread > 1 else "A report comes"
    return (
        f"{which} without a text, so copies are not known: a repost counts as a source of its own. "
        "Find them in the reports (marsad copies REPORTS -o copies.jsonl) and name them (marsad link --copies "
        "copies.jsonl), or link a store, which has the texts."
    )


def origins_of(groups: Iterable[CopyGroup]) -> dict[str, str]:
    """Return the origin of every report of some groups that stands in one with others."""
    return {report_id: group.origin for group in groups if len(group.report_ids) > 1 for report_id in group.report_ids}


def count_once(incidents: Iterable[Incident], origins: Mapping[str, str]) -> list[Incident]:
    """Return the incidents with the codings of copies marked by their origin, so that they count as one source."""
    return [
        replace(
            incident,
            codings=tuple(
                replace(coding, copy_group=origins[coding.member.report_id])
                if coding.member.report_id in origins
                else coding
                for coding in incident.codings
            ),
        )
        for incident in incidents
    ]
