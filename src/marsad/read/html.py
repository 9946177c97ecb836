"""A saved web page: its headline, day, outlet and text."""

from __future__ import annotations

import hashlib
import logging
from typing import IO, TYPE_CHECKING, Any

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.encoding import decode
from marsad.read.page_fields import describe
from marsad.read.page_text import article_lines, prose_lines, stands_in
from marsad.read.streams import whole

if TYPE_CHECKING:
    from datetime import date

__all__ = ["read_html"]


def read_html(stream: IO[bytes], file: str, default_id: str) -> Report:
    """Return the report of a page.

    trafilatura finds the text; on a short bulletin it also takes share lines and related headlines, so only
    lines of the page's own article element are kept, or, where there is none, lines that read as prose. The day
    comes from the page's own fields or its dateline, never from a guess at a 1 January.
    Raises ReadError when no text is found.
    """
    content = whole(stream, file)
    markup = decode(content, file) if not _declared(content) else content.decode(_declared(content) or "", "replace")
    from lxml import html

    try:
        tree: Any = html.fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except Exception as error:  # lxml raises its own kinds for pages that are none
        raise _no_text(file) from error
    extracted = _extract(markup)
    page = describe(tree)
    body = _body(tree, extracted.get("text") or "", page.headline)
    if not body:
        raise _no_text(file)
    return Report(
        report_id=default_id,
        headline=page.headline or (extracted.get("title") or "").strip(),
        text=body,
        published_on=page.published_on or _guess(extracted.get("date")),
        outlet=page.outlet or extracted.get("sitename"),
        url=page.url or extracted.get("url"),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _declared(content: bytes) -> str | None:
    """Return the one-byte Arabic encoding that a page names in its head, None for UTF-8 or none."""
    head = content[:2048].lower()
    for name, codec in ((b"windows-1256", "cp1256"), (b"iso-8859-6", "iso-8859-6")):
        if b"charset" in head and name in head:
            try:
                content.decode("utf-8")
            except UnicodeDecodeError:
                return codec
    return None


def _extract(markup: str) -> dict[str, Any]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=False, with_metadata=True)
    except Exception:  # noqa: BLE001 - the page's own fields are still read
        return {}
    if found is None:
        return {}
    return found if isinstance(found, dict) else found.as_dict()


def _body(tree: Any, extracted: str, headline: str) -> str:
    found = [line.strip() for line in extracted.split("\n") if line.strip()]
    own = article_lines(tree) or prose_lines(tree)
    if own:
        kept = [line for line in found if any(stands_in(line, other) for other in own)]
        long_enough = sum(map(len, kept)) >= 0.6 * sum(map(len, own))
        found = kept if long_enough else own
    if len(found) > 1 and headline and stands_in(found[0], headline):
        found = found[1:]
    return "\n".join(found)


def _guess(value: object) -> date | None:
    from marsad.read.dateline import read_day

    day = read_day(value) if isinstance(value, str) else None
    return None if day is None or (day.month, day.day) == (1, 1) else day


def _no_text(file: str) -> ReadError:
    return ReadError(
        "The page holds no text that can be told from its menus.",
        file=file,
        remedy="Save its text in a .txt file: headline, blank line, text.",
    )
