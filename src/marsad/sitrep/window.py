"""The incidents of some days, and those that rules of a public edition look at with them, out of all in a store."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from marsad.redact.one_place import Placed, at_one_place
from marsad.redact.rules import GRAINS, Grain, Rules
from marsad.store.limits import Standing, in_codings, members_now, standings

__all__ = ["EVER", "Window", "hanging_together", "latest_in", "window_of"]


class Window(NamedTuple):
    """Days on which incidents begin that are told, both included; None where they have no end.

    `grain` is how coarsely rules may tell a day: what begins near it may then begin with the month or the year.
    """

    first: date | None = None
    last: date | None = None
    grain: Grain = "day"

    @property
    def around(self) -> tuple[date | None, date | None]:
        """The days on which what may be told as beginning within it begins: whole months or years, and those beside."""
        first, last = self.first, self.last
        if self.grain == "year":
            first = first and date(max(first.year - 1, 1), 1, 1)
            last = last and date(min(last.year + 1, 9999), 12, 31)
        elif self.grain == "month":
            first = first and (first.replace(day=1) - _A_DAY).replace(day=1)
            last = last and _end_of_month(_end_of_month(last) + _A_DAY)
        return first, last

    def holds(self, incident: Mapping[str, Any]) -> bool:
        """Say whether an incident begins within it; one without a day may."""
        return _begins(incident, self.first, self.last)

    def may_hold(self, incident: Mapping[str, Any]) -> bool:
        """Say whether an incident may be told as beginning within it."""
        return _begins(incident, *self.around)


EVER = Window()
"""All days."""
_A_DAY = timedelta(days=1)


def window_of(first: date | None, last: date | None, rules: Rules | None) -> Window:
    """Return the window of some days under the rules of a public edition, None where there are none."""
    if first is None and last is None:
        return EVER
    told = {rule.date for rule in rules.rule} if rules is not None else set()
    return Window(first, last, next((grain for grain in reversed(GRAINS) if grain in told), "day"))


def _begins(incident: Mapping[str, Any], first: date | None, last: date | None) -> bool:
    told = (incident.get("date") or {}).get("start")
    if not told:
        return True
    day = date.fromisoformat(told[:10])
    return (first is None or day >= first) and (last is None or day <= last)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def latest_in(incidents: Iterable[Mapping[str, Any]]) -> date | None:
    """Return the day of the latest report that tells one of some incidents."""
    told = (member.get("published") for incident in incidents for member in incident.get("members") or ())
    latest = max(filter(None, told), default=None)
    return date.fromisoformat(latest[:10]) if latest else None


def hanging_together(connection: Connection, incident_ids: Collection[str]) -> set[str]:
    """Return some incidents of a store, and those by which rules may let one of them be told more coarsely.

    That goes from an incident to the reports that tell it, and from an event of a report to those at the same place.
    """
    found: set[str] = set()
    ahead = set(incident_ids)
    while ahead:
        found |= ahead
        events = standings(connection, members_now(connection, ahead))
        codings = {one.coding_key for one in events.values()}
        there = standings(connection, in_codings(connection, codings))
        met = (there[key].incident_id for key in _hanging(events.keys(), there.values()) if key in there)
        ahead = {incident_id for incident_id in met if incident_id is not None} - found
    return found


def _hanging(keys: Collection[int], events: Iterable[Standing]) -> set[int]:
    """Return the keys of some events, and of those at the same places by the same reports, and so on from there."""
    places = at_one_place(
        {one.event_key: Placed(one.coding_key, one.place_name, one.place_id, one.admin2) for one in events}
    )
    found: set[int] = set()
    ahead = set(keys)
    while ahead:
        found |= ahead
        ahead = {key for there in places if not ahead.isdisjoint(there) for key in there} - found
    return found
