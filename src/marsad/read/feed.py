"""RSS and Atom: one report an entry."""

from __future__ import annotations

import hashlib
import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.dateline import read_day
from marsad.read.html import parse
from marsad.read.moment import read_moment
from marsad.read.page_text import all_lines
from marsad.read.problem import Found, ReadProblem

__all__ = ["FEED_LIMIT", "is_feed", "read_feed"]

FEED_LIMIT = 32 * 1024 * 1024
"""Bytes of the longest feed read."""

_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)

_HALF_SIGN = re.compile(
    rb"&#(?:x[dD][89a-fA-F][0-9a-fA-F]{2}|5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));"
)
"""References to half a sign of UTF-16, as some sites write emoji; they are no text and stop feedparser."""


def is_feed(head: bytes) -> bool:
    """Tell a feed from a page by its first bytes."""
    return _OPENING.match(head) is not None


def read_feed(content: bytes, file: str) -> Iterator[Found]:
    """Yield a report for each entry; feeds that are not quite XML are read as far as they can be.

    An entry that brings its content is a whole report; one with a description only has the extent "summary",
    since most outlets put a teaser there, and so has one of which the title is all there is. The id is the entry's own,
    else its address. Raises ReadError when there is no feed, or when it declares XML entities, which no feed needs and
    which can swell without end.
    """
    if b"<!ENTITY" in content:
        raise ReadError("The feed declares XML entities.", file=file, remedy="Fetch it from its outlet again.")
    import feedparser

    stream = io.BytesIO(
        _HALF_SIGN.sub(b"&#xfffd;", content)
    )  # a stream, since feedparser fetches what looks like a URL
    try:
        feed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 - on broken markup it fails in many ways
        problem = f"The feed cannot be taken apart ({type(error).__name__}: {error})."
        raise ReadError(problem, file=file, remedy="Fetch it again, or tell its outlet.") from None
    if not feed.version and not feed.entries:
        problem = "This is XML, but no RSS or Atom feed."
        raise ReadError(problem, file=file, remedy="Name the address of the feed itself, not of its page.")
    outlet = _plain(_string(feed.feed, "title")) or None
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _report(entry, outlet, file, f"entry {number}"), None
        except ReadError as error:
            yield ReadProblem(error)
    broken = feed.get("bozo_exception")
    if hasattr(broken, "getLineNumber"):
        yield ReadProblem(
            ReadError(
                f"The XML breaks here ({broken.getMessage()}); {len(feed.entries)} entries were read.",
                file=file,
                line=broken.getLineNumber(),
                remedy="Fetch the feed again; entries after the break may be missing.",
            )
        )


def _report(entry: Any, outlet: str | None, file: str, part: str) -> Report:
    whole = max((_string(one, "value") for one in entry.get("content") or ()), key=len, default="")
    summary, own_id = _string(entry, "summary"), _string(entry, "id")
    title, link = _plain(_string(entry, "title")), _string(entry, "link") or None
    content = _lines(whole)
    text = content or _lines(summary)
    if not text and not title:
        remedy = f"Fetch its page, {link}." if link else "Nothing can be read from it."
        raise ReadError("The entry has neither title nor text.", file=file, part=part, remedy=remedy)
    told, updated = _string(entry, "published"), _string(entry, "updated")
    published = told or updated
    moment = _moment(entry, published)
    parts = (own_id, link or "", title, whole or summary, published)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return Report(
        report_id=own_id or link or f"feed:{digest[:16]}",
        headline=title if text else "",
        text=text or title,
        published_on=moment.date() if moment else read_day(published),
        outlet=outlet,
        url=link,
        sha256=digest,
        published_at=moment,
        edited=updated if told and updated and updated != told else None,
        extent="whole" if content else "summary",
    )


def _string(values: Any, name: str) -> str:
    """Return a value of feedparser, "" for none; its own get() takes `updated` for a missing `published`."""
    value = dict.get(values, name) if name in ("published", "updated") else values.get(name)
    return value if isinstance(value, str) else ""


def _moment(entry: Any, told: str) -> datetime | None:
    moment = read_moment(told)
    parsed = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    if moment is None and parsed and ":" in told:
        return datetime.fromtimestamp(timegm(parsed), UTC)
    return moment


def _lines(markup: str) -> str:
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    tree = parse(f"<div>{markup}</div>") if markup.strip() else None
    return "" if tree is None else "\n".join(all_lines(tree))


def _plain(markup: str) -> str:
    return " ".join(_lines(markup).split())
