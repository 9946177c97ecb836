"""One record of named fields to a report: what each field must be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.columns import PLAIN, Columns, fold_name
from marsad.read.dateline import read_day
from marsad.read.moment import read_moment

__all__ = ["to_report"]

_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")


def to_report(
    values: Mapping[str, object],
    *,
    file: str,
    line: int | None,
    default_id: str,
    sha256: str,
    columns: Columns = PLAIN,
) -> Report:
    """Return the report of a record; unknown names are passed over.

    Raises ReadError when the text is missing, a field is no string, or the date of publication is no day.
    """
    by_name = {fold_name(name): value for name, value in values.items()}

    def refuse(problem: str, remedy: str) -> ReadError:
        return ReadError(problem, file=file, line=line, remedy=remedy)

    def string(field: str) -> str:
        found = [value for name in columns.names.get(field, ()) if (value := by_name.get(fold_name(name))) is not None]
        value = next((one for one in found if not isinstance(one, str) or one.strip()), "")
        if not isinstance(value, str):
            raise refuse(
                f"The {field} is {_kind(value)} and not a string.", f'Write it in quotation marks: "{field}": "...".'
            )
        return value

    def beside(field: str) -> str:
        """Return a field that a report can do without: other inputs use its name for things of their own."""
        found = (by_name.get(fold_name(name)) for name in columns.names.get(field, ()))
        return next((value.strip() for value in found if isinstance(value, str) and value.strip()), "")

    def day(value: str) -> tuple[date | None, datetime | None]:
        if columns.month_first:
            value = _SLASHED.sub(r"\2/\1/\3", value, count=1)
        moment = read_moment(value)
        return (moment.date() if moment else read_day(value)), moment

    report_id, text = string("id").strip(), string("text")
    if not text.strip():
        if isinstance(values.get("events"), list):
            raise refuse(
                "The record holds events and no text: it is a coding, no report.", "Name the reports themselves."
            )
        known = ", ".join(columns.names["text"][:3])
        raise refuse("The record has no text.", f"Give it one of the fields {known}, and words in it.")
    published_on, published_at = day(string("published"))
    if published_on is None and string("published").strip():
        raise refuse(
            f"The date of publication {string('published')[:40]!r} is no day that can be read.",
            "Write it as 2024-03-20, or leave it out.",
        )
    return Report(
        report_id=report_id or default_id,
        headline=string("title").strip(),
        text=text,
        published_on=published_on,
        outlet=string("outlet").strip() or None,
        url=string("url").strip() or None,
        sha256=sha256,
        published_at=published_at,
        edited=beside("edited") or None,
        forwarded_from=beside("forwarded_from") or None,
        reply_to=beside("reply_to") or None,
        extent="summary" if beside("extent") == "summary" else "whole",
    )


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), "something else")
