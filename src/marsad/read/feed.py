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

    # Bytes in a stream, since feedparser fetches what looks like an address.
    feed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        problem = "This is XML, but no RSS or Atom feed."
        raise ReadError(problem, file=file, remedy="Name the address of the feed itself, not of its page.")
    outlet = _plain(feed.feed.get("title", "")) or None
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
    contents = [one.get("value", "") for one in entry.get("content", ())]
    whole = max(contents, key=len, default="")
    summary = entry.get("summary", "")
    title, link = _plain(entry.get("title", "")), entry.get("link") or None
    text = _lines(whole) or _lines(summary)
    if not text and not title:
        remedy = f"Fetch its page, {link}." if link else "Nothing can be read from it."
        raise ReadError("The entry has neither title nor text.", file=file, part=part, remedy=remedy)
    told, updated = dict.get(entry, "published", ""), dict.get(entry, "updated", "")  # get() would mix them up
    published = told or updated
    moment = _moment(entry, published)
    parts = (entry.get("id", ""), link or "", title, whole or summary, published)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return Report(
        report_id=entry.get("id") or link or f"feed:{digest[:16]}",
        headline=title if text else "",
        text=text or title,
        published_on=moment.date() if moment else read_day(published),
        outlet=outlet,
        url=link,
        sha256=digest,
        published_at=moment,
        edited=updated if told and updated and updated != told else None,
        extent="whole" if _lines(whole) else "summary",
    )


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
