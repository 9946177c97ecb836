"""One record of named fields to a report: which names are known, and what each field must be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.dateline import read_day

__all__ = ["NAMES", "field_of", "to_report"]

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "report_id", "uid", "guid", "المعرف"),
    "title": ("title", "headline", "العنوان", "عنوان"),
    "text": ("text", "body", "content", "النص", "نص"),
    "published": (
        "published",
        "date",
        "published_on",
        "published_at",
        "publication_date",
        "pubdate",
        "datetime",
        "التاريخ",
        "تاريخ النشر",
        "تاريخ",
    ),
    "outlet": ("outlet", "source", "publisher", "site", "channel", "المصدر", "الموقع"),
    "url": ("url", "link", "الرابط"),
}
"""Field to the names it may have in an input; the first is the one that marsad writes."""

_FIELD_OF = {name: field for field, names in NAMES.items() for name in names}


def field_of(name: str) -> str | None:
    """Return the field that a column, key or header word names ("Headline" is title), None for none."""
    return _FIELD_OF.get(name.strip().strip("\ufeff").lower().replace("-", "_"))


def to_report(values: Mapping[str, object], *, file: str, line: int | None, default_id: str, sha256: str) -> Report:
    """Return the report of a record; unknown names are passed over.

    Raises ReadError when the text is missing, a field is no string, or the date of publication is no day.
    """
    fields: dict[str, object] = {}
    for name, value in values.items():
        field = field_of(name)
        if field is not None and value is not None and fields.get(field) in (None, ""):
            fields[field] = value

    def refuse(problem: str, remedy: str) -> ReadError:
        return ReadError(problem, file=file, line=line, remedy=remedy)

    def string(field: str) -> str:
        value = fields.get(field, "")
        if not isinstance(value, str):
            raise refuse(
                f"The {field} is {_kind(value)} and not a string.", f'Write it in quotation marks: "{field}": "...".'
            )
        return value

    report_id, text = string("id").strip(), string("text")
    if not text.strip():
        known = ", ".join(NAMES["text"][:3])
        raise refuse("The record has no text.", f"Give it one of the fields {known}, and words in it.")
    return Report(
        report_id=report_id or default_id,
        headline=string("title").strip(),
        text=text,
        published_on=_published(string("published"), refuse_line=(file, line)),
        outlet=string("outlet").strip() or None,
        url=string("url").strip() or None,
        sha256=sha256,
    )


def _published(value: str, *, refuse_line: tuple[str, int | None]) -> date | None:
    if not value.strip():
        return None
    day = read_day(value)
    if day is None:
        file, line = refuse_line
        raise ReadError(
            f"The date of publication {value[:40]!r} is no day that can be read.",
            file=file,
            line=line,
            remedy="Write it as 2024-03-20, or leave it out.",
        )
    return day


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), "something else")
