"""Events or incidents as a calendar (RFC 5545): whole days, from the first to the last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import IO

from marsad.export.escape import xml_text
from marsad.export.feed import urn
from marsad.export.geo import place_words
from marsad.export.happening import Happening
from marsad.export.values import is_exact

__all__ = ["outside_calendar", "write_calendar"]


def outside_calendar(found: Happening) -> str | None:
    """Say why a calendar has no place for it, None when it has."""
    return None if found.start else "no day is known"


def write_calendar(found: Iterable[Happening], stream: IO[bytes]) -> None:
    """Write one entry for each; its time stamp is the day of the first report, so that the same gives the same."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//marsad//events//EN")
    calendar.add("version", "2.0")
    for one in found:
        if one.start is None:
            continue
        entry = Event()
        entry.add("uid", urn(one))
        entry.add("dtstamp", datetime.combine(one.published or one.start, time(), UTC))
        entry.add("dtstart", one.start)
        entry.add("dtend", (one.end or one.start) + timedelta(days=1))
        place = place_words(one)
        entry.add("summary", xml_text(", ".join(filter(None, (one.sub_event_type, place)))))
        if place:
            entry.add("location", xml_text(place))
        quotes = dict.fromkeys(f"{told.outlet or told.report_id}: {told.quote}" for told in one.tellings if told.quote)
        if quotes:
            entry.add("description", xml_text("\n".join(quotes)))
        entry.add("categories", [one.event_type, one.sub_event_type])
        if is_exact(one.place):
            entry.add("geo", (one.place["latitude"], one.place["longitude"]))
        calendar.add_component(entry)
    stream.write(calendar.to_ical())
