"""The web page on which Telegram shows the posts of a public channel, saved or fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.html import markup_of, parse
from marsad.read.moment import read_moment
from marsad.read.problem import Found, ReadProblem

__all__ = ["is_telegram_page", "read_telegram_page"]

_NOT_TEXT = {"script", "style"}


def is_telegram_page(content: bytes) -> bool:
    """Tell such a page from others."""
    return b"tgme_widget_message" in content and b"data-post=" in content


def read_telegram_page(content: bytes, file: str) -> Iterator[Found]:
    """Yield a report for each post with words, the oldest first as the page has them.

    The id is the address of the post ("t.me/channel/57"), the outlet the channel's name, the day that of the page's
    clock, which is UTC. An album is one post; a post of pictures alone and a service message cost nothing.
    Raises ReadError when the page cannot be taken apart.
    """
    tree = parse(markup_of(content, file))
    posts = [] if tree is None else tree.xpath("//*[@data-post][contains(@class, 'tgme_widget_message')]")
    if not posts:
        raise ReadError("The page of a channel holds no posts.", file=file, remedy="Save https://t.me/s/CHANNEL again.")
    channel = _words(next(iter(tree.xpath(f"//*[{_of('tgme_channel_info_header_title')}]")), None))
    for post in posts:
        try:
            yield _report(post, channel, file)
        except ReadError as error:
            yield ReadProblem(error)


def _of(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _first(node: Any, name: str) -> Any:
    """Return the first element of a class within a post, outside what the post answers."""
    quoted = _of("tgme_widget_message_reply")
    return next(iter(node.xpath(f".//*[{_of(name)}][not(ancestor-or-self::*[{quoted}])]")), None)


def _report(post: Any, channel: str, file: str) -> Found:
    address = post.get("data-post", "").strip("/")
    part = f"post {address}"
    if "service_message" in post.get("class", "").split():
        error = ReadError("A service message is no report.", file=file, part=part, remedy="Nothing is lost.")
        return ReadProblem(error, lost=False)
    text = _text(_first(post, "tgme_widget_message_text"))
    if not text:
        problem = "A post without words is no report."
        return ReadProblem(ReadError(problem, file=file, part=part, remedy="Nothing is lost."), lost=False)
    date = _first(post, "tgme_widget_message_date")
    stamp = next(iter(date.xpath(".//time/@datetime")), "") if date is not None else ""
    published_at = read_moment(stamp)
    if published_at is None:
        raise ReadError("The post has no date.", file=file, part=part, remedy="Save the page of the channel again.")
    meta = _first(post, "tgme_widget_message_meta")
    edited = meta is not None and "edited" in _words(meta).split()
    reply = next(iter(post.xpath(f".//a[{_of('tgme_widget_message_reply')}]/@href")), None)
    name, _, number = address.rpartition("/")
    return Report(
        report_id=f"t.me/{address}",
        text=text,
        published_on=published_at.date(),
        outlet=_words(_first(post, "tgme_widget_message_owner_name")) or channel or name or None,
        url=f"https://t.me/{name}/{number}",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published_at=published_at,
        edited="unknown" if edited else None,
        forwarded_from=_words(_first(post, "tgme_widget_message_forwarded_from_name")) or None,
        reply_to=reply.split("://")[-1].partition("?")[0] if reply else None,
    ), None


def _words(node: Any) -> str:
    return "" if node is None else " ".join(node.text_content().split())


def _text(node: Any) -> str:
    """Return the words of a post with its lines; bold, links and emoji stand in them as they are read."""
    if node is None:
        return ""
    parts: list[str] = []

    def walk(element: Any) -> None:
        if not isinstance(element.tag, str) or element.tag in _NOT_TEXT:
            return
        if element.tag == "br":
            parts.append("\n")
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")

    walk(node)
    lines = (line.strip() for line in "".join(parts).replace("\xa0", " ").split("\n"))
    return "\n".join(lines).strip()
