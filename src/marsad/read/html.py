"""A saved web page: its headline, day, outlet and text."""

from __future__ import annotations

import codecs
import hashlib
import logging
from typing import TYPE_CHECKING, Any

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.encoding import decode
from marsad.read.page_fields import describe
from marsad.read.page_text import article_lines, prose_lines, stands_in

if TYPE_CHECKING:
    from datetime import date

__all__ = ["markup_of", "parse", "read_html"]


def read_html(content: bytes, file: str, default_id: str, charset: str | None = None) -> Report:
    """Return the report of a page.

    trafilatura finds the text; on a short bulletin it also takes share lines and related headlines, so only
    lines of the page's own article element are kept, or, where there is none, lines that read as prose. The day
    comes from the page's own fields or its dateline, never from a guess at a 1 January. `charset` is what the server
    or the letter said; a page that is UTF-8 after all is read as such.
    Raises ReadError when no text is found.
    """
    markup = markup_of(content, file, charset)
    tree = parse(markup)
    if tree is None:
        raise _no_text(file)
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


def markup_of(content: bytes, file: str, charset: str | None = None) -> str:
    """Return the markup that some bytes are; raises ReadError when they are no text."""
    declared = _declared(content, charset)
    return content.decode(declared, "replace") if declared else decode(content, file)


def parse(markup: str) -> Any:
    """Return the tree of a page, None when there is none to be had."""
    from lxml import html

    try:
        return html.fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except Exception:  # noqa: BLE001 - lxml raises its own kinds for pages that are none
        return None


def _declared(content: bytes, charset: str | None) -> str | None:
    """Return the one-byte Arabic encoding that the sender or a page's head names, None for UTF-8 or none."""
    head = content[:2048].lower()
    for name, codec in (("windows-1256", "cp1256"), ("iso-8859-6", "iso8859-6")):
        if (charset and _codec(charset) == codec) or (b"charset" in head and name.encode() in head):
            try:
                content.decode("utf-8")
            except UnicodeDecodeError:
                return codec
    return None


def _codec(charset: str) -> str | None:
    try:
        return codecs.lookup(charset).name
    except (LookupError, ValueError):  # unknown, or no name at all
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
