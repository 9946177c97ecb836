"""A text file: an optional small header, a headline, and the text."""

from __future__ import annotations

import hashlib
from typing import IO

from marsad.model.report import Report
from marsad.read.columns import PLAIN
from marsad.read.encoding import decode
from marsad.read.fields import to_report
from marsad.read.streams import whole

__all__ = ["read_text", "report_of"]

_LONGEST_HEADLINE = 200


def read_text(stream: IO[bytes], file: str, default_id: str) -> Report:
    """Return the report of a text file.

    The header is one "name: value" a line, in English or Arabic ("title: ...", "التاريخ: 20 آذار 2024"), and ends
    at the first blank line. Without a header, the first line is the headline, unless it is the only one or
    longer than 200 characters, as a paragraph is. Line ends become line feeds.
    """
    content = whole(stream, file)
    digest = hashlib.sha256(content).hexdigest()
    return report_of(decode(content, file), file=file, default_id=default_id, sha256=digest)


def report_of(text: str, *, file: str, default_id: str, sha256: str) -> Report:
    """Return the report of a text with its header and headline; raises ReadError where it has no text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff\n ")
    values, body = _header(text)
    if not values:
        headline, _, rest = text.partition("\n")
        if rest.strip() and len(headline) <= _LONGEST_HEADLINE:
            values, body = {"title": headline.strip()}, rest
    values["text"] = body.strip("\n ")
    return to_report(values, file=file, line=None, default_id=default_id, sha256=sha256)


def _header(text: str) -> tuple[dict[str, str], str]:
    values: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip():
            return values, "\n".join(lines[number:])
        name, colon, value = line.partition(":")
        field = PLAIN.field_of(name) if colon else None
        if field is None or field == "text":
            return {}, text
        values[field] = value.strip()
    return values, ""
