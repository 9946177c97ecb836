"""One input to the reader of its kind, told by its content; the file's name helps where content leaves it open."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace

from marsad.errors import ReadError
from marsad.read.columns import PLAIN, Columns
from marsad.read.csv_table import read_csv
from marsad.read.json_array import read_json
from marsad.read.jsonl import read_jsonl
from marsad.read.layouts import layout_of
from marsad.read.problem import Found, Lacking, ReadProblem
from marsad.read.store_file import SQLITE
from marsad.read.streams import whole
from marsad.read.telegram_export import is_telegram_export, read_telegram_export
from marsad.read.text import read_text

__all__ = ["read_page", "read_stream", "stable_id"]

_ZIP = b"PK\x03\x04"
_AS_TEXT = "Copy its text into a text file or a Word document (DOCX)."
_FOREIGN = {
    b"%PDF": ("A PDF is not read: its pages hold signs, not words in their order.", _AS_TEXT),
    b"{\\rtf": ("Rich text (RTF) is not read.", "Save it as DOCX or as text."),
    b"\xd0\xcf\x11\xe0": (
        "An old Word or Excel file, or one that is locked with a password, is not read.",
        "Save it without a password: a document as DOCX, a table as XLSX with the columns id, date, title, text.",
    ),
    SQLITE: (
        "This is a store, or another SQLite database, and no file of reports.",
        "Name the reports; a store is named with --store.",
    ),
    b"PAR1": ("A Parquet file is not read.", "Write it as JSON Lines or CSV."),
    b"\x89PNG": ("A picture holds no text to read.", _AS_TEXT),
    b"\xff\xd8\xff": ("A picture holds no text to read.", _AS_TEXT),
    b"GIF8": ("A picture holds no text to read.", _AS_TEXT),
}
"""What people have reports in and marsad does not read, by its first bytes: the problem and its remedy."""


def read_stream(
    stream: io.BufferedReader, file: str, report_id: str, kind: str | None, columns: Columns | None
) -> Iterator[Found | Lacking]:
    """Yield what an opened input holds.

    `kind` is what the file's name says, None where it says nothing; `report_id` is for a file that is one
    report; `columns` are those that the user told. Raises ReadError where nothing of the input can be read.
    """
    head = stream.peek(1)
    if not head.strip():
        raise ReadError("The file is empty.", file=file, remedy="Remove it, or fetch it again.")
    _refuse_foreign(head, file)
    match _by_content(head, kind) or kind or "text":
        case "telegram":
            yield from read_telegram_export(stream, file)
        case "jsonl":
            yield from read_jsonl(stream, file, columns or PLAIN)
        case "json":
            yield from read_json(stream, file, columns or PLAIN)
        case "csv":
            yield from read_csv(stream, file, columns)
        case "html":
            yield from _markup(whole(stream, file), file, report_id)
        case "feed":
            from marsad.read.feed import FEED_LIMIT, read_feed

            yield from read_feed(whole(stream, file, FEED_LIMIT), file)
        case "warc":
            from marsad.read.warc import read_warc

            yield from read_warc(stream, file)
        case "zip":
            from marsad.read.packed import read_packed

            yield from read_packed(stream, file, report_id, columns)
        case "mbox":
            from marsad.read.mail import read_mbox

            yield from read_mbox(stream, file)
        case "mail":
            from marsad.read.mail import LETTER_LIMIT, read_letter

            yield from read_letter(whole(stream, file, LETTER_LIMIT), file)
        case _:
            yield read_text(stream, file, report_id), None


def read_page(content: bytes, file: str, *, url: str, kind: str, charset: str | None) -> Iterator[Found]:
    """Yield what one response holds: a page, a feed, a channel's page or a text.

    `kind` is what the server said ("html", "feed", "text"), `charset` the encoding that it named. Entries and posts
    have ids of their own; a page's is that of `stable_id`.
    """
    from marsad.read.feed import is_feed, read_feed
    from marsad.read.html import read_html
    from marsad.read.telegram_page import is_telegram_page, read_telegram_page

    try:
        if is_feed(content):
            yield from read_feed(content, file)
        elif kind == "feed":
            problem = "XML that is no feed holds no report."
            yield ReadProblem(ReadError(problem, file=file, remedy="Nothing is lost."), lost=False)
        elif is_telegram_page(content):
            yield from read_telegram_page(content, file)
        else:
            is_text = kind == "text"
            report = read_text(io.BytesIO(content), file, url) if is_text else read_html(content, file, url, charset)
            report_id = stable_id(url, report.source_text)
            yield replace(report, report_id=report_id, url=report.url or url), None
    except ReadError as error:
        yield ReadProblem(error)


def stable_id(url: str, text: str) -> str:
    """Return the id of what a page said: the same address with other words has another."""
    return f"{url}#{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _markup(content: bytes, file: str, report_id: str) -> Iterator[Found]:
    from marsad.read.html import read_html
    from marsad.read.telegram_page import is_telegram_page, read_telegram_page

    if is_telegram_page(content):
        yield from read_telegram_page(content, file)
    else:
        yield read_html(content, file, report_id), None


def _refuse_foreign(head: bytes, file: str) -> None:
    for first, (problem, remedy) in _FOREIGN.items():
        if head.startswith(first):
            raise ReadError(problem, file=file, remedy=remedy)


def _by_content(head: bytes, kind: str | None) -> str | None:
    """Return the kind that the first bytes tell for sure, None where the name may decide."""
    start = head.lstrip()
    if start[:4] == _ZIP:
        return "zip"
    if start[:5] == b"WARC/":
        return "warc"
    if kind in ("json", None) and is_telegram_export(head):
        return "telegram"
    if kind in ("html", "feed", None) and start[:1] == b"<":
        from marsad.read.feed import is_feed

        is_page = kind != "feed" or b"<html" in head.lower()
        return "feed" if is_feed(head) or not is_page else "html"
    if kind is None or kind in ("mail", "mbox"):
        from marsad.read.mail import is_letter, is_mbox

        if is_mbox(start):
            return "mbox"
        if kind is None and is_letter(start):
            return "mail"
    if kind is None:
        return _open_kind(start)
    return None


def _open_kind(start: bytes) -> str | None:
    if start[:1] in (b"{", b"["):
        return "json"
    first = start.split(b"\n", 1)[0].decode("utf-8", "replace")
    for delimiter in ",;\t":
        names = [name.strip('"') for name in first.strip().split(delimiter)]
        fields = PLAIN.fields_in(names)
        if (len(fields) >= 2 and "text" in fields) or layout_of(names):
            return "csv"
    return None
