"""Events or incidents as news: RSS 2.0 and Atom, the latest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import IO, Any
from urllib.parse import quote

from marsad.export.escape import xml_text
from marsad.export.geo import title
from marsad.export.happening import Happening

__all__ = ["urn", "write_atom", "write_rss"]

_ATOM = "http://www.w3.org/2005/Atom"
_UNKNOWN = date(1970, 1, 1)


def urn(found: Happening) -> str:
    """Return a name that is the same for the same event or incident everywhere."""
    return f"urn:marsad:{found.table}:{quote(found.key, safe='', errors='backslashreplace')}"


def _latest(found: Iterable[Happening]) -> list[Happening]:
    return sorted(found, key=lambda one: (_known(one), one.key), reverse=True)


def _known(found: Happening) -> date:
    """Return since when the latest report of it is out; the day it happened where no report has a day."""
    days = [told.published for told in found.tellings if told.published]
    return max(days, default=found.start or _UNKNOWN)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _summary(found: Happening) -> str:
    quotes = (f"{told.outlet or told.report_id}: {told.quote}" for told in found.tellings if told.quote)
    return "\n".join(dict.fromkeys(quotes))


def _link(found: Happening, page: str | None) -> str | None:
    """Return the page of an item, else the first report's."""
    if page:
        return f"{page}#{quote(found.key, errors='backslashreplace')}"
    return next((told.url for told in found.tellings if told.url), None)


def write_atom(found: Iterable[Happening], stream: IO[bytes], page: str | None) -> None:
    """Write an Atom feed; `page` is the address of a page that shows the items."""
    from lxml import etree
    from lxml.builder import ElementMaker

    items = _latest(found)
    make = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})
    feed = make.feed(
        make.title("marsad"),
        make.id(page or "urn:marsad:feed"),
        make.updated(_moment(_known(items[0]) if items else _UNKNOWN).isoformat()),
        make.author(make.name("marsad")),
    )
    for one in items:
        entry = make.entry(
            make.title(xml_text(title(one))),
            make.id(urn(one)),
            make.updated(_moment(_known(one)).isoformat()),
            make.category(term=one.sub_event_type),
            make.summary(xml_text(_summary(one))),
        )
        link = _link(one, page)
        if link:
            entry.append(make.link(href=xml_text(link)))
        feed.append(entry)
    _write(etree, feed, stream)


def write_rss(found: Iterable[Happening], stream: IO[bytes], page: str | None) -> None:
    """Write an RSS 2.0 feed; `page` is the address of a page that shows the items."""
    from lxml import etree
    from lxml.builder import E

    items = _latest(found)
    channel = E.channel(
        E.title("marsad"),
        E.link(xml_text(page or "urn:marsad:feed")),
        E.description("Events as reports tell them, each with its words"),
    )
    if items:
        channel.append(E.lastBuildDate(format_datetime(_moment(_known(items[0])))))
    for one in items:
        item = E.item(
            E.title(xml_text(title(one))),
            E.guid(urn(one), isPermaLink="false"),
            E.pubDate(format_datetime(_moment(_known(one)))),
            E.category(one.sub_event_type),
            E.description(xml_text(_summary(one))),
        )
        link = _link(one, page)
        if link:
            item.append(E.link(xml_text(link)))
        channel.append(item)
    _write(etree, E.rss(channel, version="2.0"), stream)


def _write(etree: Any, root: Any, stream: IO[bytes]) -> None:
    stream.write(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
