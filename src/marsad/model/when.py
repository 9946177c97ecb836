"""Dates as told and as resolved."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from marsad.frozen import dataclass
from marsad.model.span import Mention

__all__ = ["DateMention", "DatePrecision", "EventDate", "day_read"]


class DatePrecision(IntEnum):
    """The codebook's 1, 2 and 3."""

    DAY = 1
    WEEK = 2
    MONTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A time expression: "الثلاثاء الماضي" is a DATE whose interval is one day.

    `timex_type` and `timex_value` follow TIMEX3 (partial values such as XXXX-08-04 allowed). `start` and
    `end` are None when the publication date is needed and missing; `reason` then says so. `scope` is
    "point" for a day or short period, "duration" for a bare length ("لثلاثة أيام"), "since" for an open
    period ("منذ مطلع العام"), "repeated" for a habit ("كل يوم").
    """

    timex_type: str
    timex_value: str
    start: date | None
    end: date | None
    precision: DatePrecision
    scope: str = "point"
    part_of_day: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event happened; start and end are None when no publication date is known."""

    start: date | None
    end: date | None
    precision: DatePrecision
    reason: str | None = None


def day_read(value: object) -> date | None:
    """Return the day that a field of a record names, None for one that names none.

    >>> day_read("2023-05-02T18:30:00+03:00"), day_read("مساء أمس")
    (datetime.date(2023, 5, 2), None)
    """
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
