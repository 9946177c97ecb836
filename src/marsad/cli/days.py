"""Days of options: year, month and day, in the digits of either language."""

from __future__ import annotations

from datetime import date, datetime

import typer

__all__ = ["day_told", "in_order", "moment_told"]

_DAY = "%Y-%m-%d"


def day_told(told: str) -> date:
    """Return the day that somebody wrote, 2026-03-01 or ٢٠٢٦-٠٣-٠١; raises BadParameter with the form of a day."""
    from marsad.arabic.digits import DIGITS

    plain = "".join(DIGITS.get(sign, sign) for sign in told.strip())
    try:
        return datetime.strptime(plain, _DAY).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise typer.BadParameter(f"{told} is no day. Write year, month and day: 2026-03-01.") from None


def in_order(first: date | None, last: date | None, *, options: str = "--since, --until") -> None:
    """Raise BadParameter where the last day lies before the first: of such a time nothing told is no nought."""
    if first is not None and last is not None and last < first:
        raise typer.BadParameter(f"The last day, {last}, lies before the first, {first}.", param_hint=options)


def moment_told(told: str) -> datetime:
    """Return the moment that somebody wrote, in UTC where no zone is told; raises BadParameter with its form."""
    from marsad.store.as_of import moment_of

    try:
        return moment_of(told)
    except ValueError:
        raise typer.BadParameter(f"{told} is no moment. Write it as 2026-01-31T00:00Z.") from None
