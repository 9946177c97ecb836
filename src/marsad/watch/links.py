"""Addresses of pages in a sitemap, on a page of links, or in a list."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from marsad.errors import ReadError
from marsad.fetch.xml import parse_xml
from marsad.read.dateline import read_day
from marsad.read.html import markup_of, parse
from marsad.read.moment import read_moment

__all__ = ["Link", "links_of_list", "links_of_page", "links_of_sitemap"]

_MOST_UNPACKED = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address, when what stands there was last changed as far as it says, and whether it is a sitemap itself."""

    url: str
    changed: datetime | None = None
    is_sitemap: bool = False


def links_of_sitemap(content: bytes, url: str, match: str | None) -> list[Link]:
    """Return the pages of a sitemap, the newest first, or the sitemaps of an index; gzip is unpacked.

    Raises ReadError when it is no sitemap.
    """
    if content[:2] == b"\x1f\x8b":
        content = _unpacked(content, url)
    root = parse_xml(content, file=url)
    index = _local(root) == "sitemapindex"
    if not index and _local(root) != "urlset":
        raise ReadError("This is no sitemap.", file=url, remedy="Look for the line Sitemap: in the site's robots.txt.")
    found = []
    for entry in root:
        values = {_local(node): (node.text or "").strip() for node in entry.iter() if isinstance(node.tag, str)}
        address = _page(values.get("loc", ""), url)
        if address and (index or _matches(address, match)):
            changed = _moment(values.get("lastmod") or values.get("publication_date") or "")
            found.append(Link(url=address, changed=changed, is_sitemap=index))
    return sorted(found, key=lambda link: link.changed or datetime.min.replace(tzinfo=UTC), reverse=True)


def links_of_page(content: bytes, url: str, match: str | None, charset: str | None) -> list[Link]:
    """Return the addresses on a page that `match` finds, each once, in their order."""
    tree = parse(markup_of(content, url, charset))
    hrefs = [] if tree is None else tree.xpath("//a/@href")
    pages = dict.fromkeys(_page(str(href), url) for href in hrefs)
    return [Link(url=page) for page in pages if page and page != url and _matches(page, match)]


def links_of_list(text: str) -> list[Link]:
    """Return the addresses of a list, one a line; lines that begin with # are notes."""
    lines = (line.strip() for line in text.splitlines())
    return [Link(url=line) for line in dict.fromkeys(lines) if line and not line.startswith("#")]


def _page(href: str, base: str) -> str | None:
    try:
        url = urldefrag(urljoin(base, href.strip())).url
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _matches(url: str, match: str | None) -> bool:
    return match is None or re.search(match, url) is not None


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _moment(text: str) -> datetime | None:
    moment = read_moment(text)
    day = None if moment else read_day(text)
    if day:
        moment = datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC)  # it may have been late on that day
    return moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None


def _unpacked(content: bytes, url: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            unpacked = packed.read(_MOST_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"The sitemap cannot be unpacked ({error}).", file=url, remedy="Try again later.") from None
    if len(unpacked) > _MOST_UNPACKED:
        raise ReadError("The sitemap unpacks into more than 50 MB.", file=url, remedy="Name a smaller one of the site.")
    return unpacked
