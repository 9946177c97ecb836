"""What a page says of itself: headline, day, outlet and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.read.dateline import find_day, read_day

__all__ = ["Page", "describe"]

_DAY_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "publishdate",
    "publish-date", "pubdate", "publication_date", "dc.date.issued", "dc.date", "date", "sailthru.date",
)  # fmt: skip
_DATELINE_CLASS = re.compile(r"date|time|publish|تاريخ", re.IGNORECASE)
_SITE_NAME_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")


@dataclass(frozen=True, slots=True)
class Page:
    """The fields that a page's head and datelines give; empty or None where they give none."""

    headline: str
    published_on: date | None
    outlet: str | None
    url: str | None


def describe(tree: Any) -> Page:
    """Return what a parsed page says of itself."""
    metas = {
        name.lower(): content.strip()
        for meta in reversed(tree.xpath("//meta[@content]"))
        if (name := meta.get("property") or meta.get("name") or meta.get("itemprop"))
        and (content := meta.get("content"))
    }
    linked = list(_linked_data(tree))
    return Page(
        headline=_headline(tree, metas),
        published_on=_published(tree, metas, linked),
        outlet=metas.get("og:site_name") or _publisher(linked),
        url=next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or metas.get("og:url"),
    )


def _headline(tree: Any, metas: dict[str, str]) -> str:
    titles = [_words(node.text_content()) for node in tree.xpath("//h1")]
    titles = [title for title in titles if title]
    named = _words(metas.get("og:title", ""))
    if named:
        # A site's name is an h1 on many pages; the article's own is the one that og:title repeats.
        return next((title for title in titles if title in named), _SITE_NAME_TAIL.sub("", named))
    if len(titles) == 1:
        return titles[0]
    title = _words(" ".join(tree.xpath("//head/title/text()")))
    return next((other for other in titles if other in title), _SITE_NAME_TAIL.sub("", title))


def _published(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> date | None:
    told = [metas.get(name) for name in _DAY_NAMES]
    told += [item.get("datePublished") for item in linked]
    told += tree.xpath("//*[@itemprop='datePublished']/@datetime | //time[@pubdate]/@datetime")
    told += tree.xpath("//article//time/@datetime | //time/@datetime")
    for value in told:
        day = read_day(value) if isinstance(value, str) else None
        if day is not None:
            return day
    for node in tree.xpath("//*[@class or @id]"):
        if _DATELINE_CLASS.search(f"{node.get('class', '')} {node.get('id', '')}"):
            line = _words(node.text_content())
            day = find_day(line) if len(line) <= 120 else None
            if day is not None:
                return day
    for line in tree.xpath("//body//text()[not(ancestor::script) and not(ancestor::style)]"):
        short = _words(line)
        if 8 <= len(short) <= 60 and (day := find_day(short)) is not None:
            return day
    return None


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(script)
        except (ValueError, RecursionError):
            continue
        queue = value if isinstance(value, list) else [value]
        for item in queue:
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                if isinstance(graph, list):
                    yield from (other for other in graph if isinstance(other, dict))


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    """Return the name of the publisher that the page's linked data names."""
    for item in linked:
        told = item.get("publisher")
        for one in told if isinstance(told, list) else [told]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and (said := _words(name)) and "://" not in said:
                return said
    return None


def _words(text: str) -> str:
    return " ".join(text.split())
