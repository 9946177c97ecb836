"""What is asked of the reports of files and of moments, where incidents say which of them tell one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from marsad.redact.limits import Beyond, Limit, own_limits, spread
from marsad.redact.one_place import Placed
from marsad.redact.rules import Rules

__all__ = ["beyond_own_words"]

_Key = tuple[str, int]


def beyond_own_words(
    records: Iterable[tuple[str, Mapping[str, Any]]],
    members: Iterable[Sequence[Mapping[str, Any]]],
    rules: Rules,
    *,
    today: date,
) -> dict[str, Beyond]:
    """Return what is asked of coded reports, by id, given the members of the incidents that they tell.

    A member that quotes other words than the event it names is of an earlier coding: all events of the report are taken
    for it.
    """
    told = [[(one["report_id"], one["event"], hash(one.get("evidence"))) for one in of] for of in members]
    if not told:
        return {}
    once: dict[str | None, str | None] = {}  # a place is told by thousands of events, and held once
    own: dict[_Key, Limit] = {}
    events: dict[_Key, Placed] = {}
    quoted: dict[_Key, int] = {}
    of_reports: dict[str, list[_Key]] = defaultdict(list)
    for report_id, record in records:
        for number, limit in enumerate(own_limits(record, rules, today=today)):
            event = record["events"][number]
            place = event.get("place") or {}
            key = report_id, number
            own[key] = limit
            name, place_id, admin2 = (place.get(part) for part in ("name", "place_id", "admin2"))
            events[key] = Placed(
                report_id,
                once.setdefault(name, name),
                once.setdefault(place_id, place_id),
                once.setdefault(admin2, admin2),
            )
            quoted[key] = hash(event.get("evidence"))
            of_reports[report_id].append(key)
    incidents = []
    for one in told:
        named = set()
        for report_id, number, words in one:
            key = report_id, number
            named.update([key] if quoted.get(key) == words else of_reports[report_id])
        incidents.append(named)
    found: dict[str, dict[int, Limit]] = defaultdict(dict)
    for (report_id, number), limit in spread(own, events, incidents).items():
        found[report_id][number] = limit
    return {report_id: Beyond(events=limits) for report_id, limits in found.items()}
