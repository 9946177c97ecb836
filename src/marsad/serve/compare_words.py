"""Two periods side by side in words: verdicts, their reasons, and periods, in the language of a page."""

from __future__ import annotations

from datetime import date

from marsad.analyse.reason import Names, Reason, Told
from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.trends import Days
from marsad.trends.judge import CANNOT_TELL, FALLING, NOT_SHOWN, RISING

__all__ = ["VERDICTS", "period_in", "reason_in"]

VERDICTS: dict[str, str] = {
    RISING: later("rising"),
    FALLING: later("falling"),
    NOT_SHOWN: later("no change shown"),
    CANNOT_TELL: later("cannot tell"),
}


def reason_in(locale: Locale, reason: Reason) -> str:
    """Return a reason in a language.

    >>> reason_in(Locale(tag="ar-SY"), Reason("silent since %(day)s", day=date(2024, 3, 20)))
    'صامت منذ 20 آذار 2024'
    """
    return locale.running(_said(locale, reason))


def _said(locale: Locale, reason: Reason) -> str:
    told = {name: _value(locale, value) for name, value in reason.values.items()}
    if not reason.more:
        return locale.text(reason.sentence, **told)
    number = reason.values["number"]
    words = locale.catalogue.ngettext(reason.sentence, reason.more, number if isinstance(number, int) else 0)
    return words % told


def _value(locale: Locale, value: Told) -> str:
    if isinstance(value, Reason):
        return _said(locale, value)
    if isinstance(value, date):
        return locale.day(value)
    if isinstance(value, (int, float)):
        return locale.number(value if isinstance(value, int) else round(value, 2))
    if isinstance(value, str):
        return locale.isolated(value)
    if isinstance(value, Names):
        return locale.text(later(", ")).join(map(locale.isolated, value))
    if value and isinstance(value[0], Reason):
        return locale.text(later("; ")).join(_said(locale, one) for one in value if isinstance(one, Reason))
    return locale.text(later(" and ")).join(map(locale.isolated, value))


def period_in(locale: Locale, period: Days) -> str:
    """Return a period in words: a month and a year by their names, else its days.

    >>> from marsad.trends import days_of
    >>> period_in(Locale(tag="ar-SY"), days_of("2024-03"))
    'آذار 2024'
    """
    name = str(period)
    if len(name) == len("2024"):
        return locale.figures(name)
    if len(name) == len("2024-03"):
        return locale.month(name)
    return locale.period(period.first.isoformat(), period.last.isoformat())
