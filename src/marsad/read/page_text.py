"""The lines of a page that are its article, without what sites hang around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from marsad.arabic.letters import fold

__all__ = ["all_lines", "article_lines", "prose_lines", "stands_in"]

_BODY_CLASSES = (
    "article-body",
    "article__body",
    "article-content",
    "entry-content",
    "news-content",
    "post-body",
    "post-content",
    "story-body",
)
_CONTAINERS = (
    "//*[@itemprop='articleBody']",
    "//*[" + " or ".join(f"contains(@class, '{name}')" for name in _BODY_CLASSES) + "]",
    "//article",
)
_BLOCKS = {"p", "li", "h2", "h3", "h4", "blockquote", "div", "td", "br", "section", "article"}
_DROPPED_TAGS = {
    "script", "style", "nav", "aside", "footer", "header", "form", "button", "figure", "figcaption", "iframe",
    "noscript", "svg", "time", "h1", "template",
}  # fmt: skip
_DROPPED_CLASS = re.compile(
    r"share|social|related|comment|tag(?:s|cloud|list)?\b|breadcrumb|newsletter|subscribe|sidebar|widget|author|byline|"
    r"meta\b|date\b|most-?read|recommend|advert|\bads?\b|caption|print|pagination",
    re.IGNORECASE,
)


def article_lines(tree: Any) -> list[str]:
    """Return the paragraphs that a page itself marks as its article, [] where it marks none."""
    for path in _CONTAINERS:
        found = [node for node in tree.xpath(path) if not _aside(node)]
        outer = [node for node in found if not any(other in node.iterancestors() for other in found)]
        # Of several article elements, the others are cards of other articles: the headline stands in the own one.
        own = [node for node in outer if node.xpath(".//h1")] or outer
        if path == "//article" and len(own) > 1:
            return []
        lines = [line for line, _ in _lines(own[0])] if own else []
        if sum(map(len, lines)) >= 20:
            return lines
    return []


def prose_lines(tree: Any) -> list[str]:
    """Return the lines of a page that read as sentences: menus, datelines, headlines and lists of links are none."""
    return [line for line, linked in _lines(tree) if linked < 0.5 * len(line) and _is_prose(line)]


def all_lines(tree: Any) -> list[str]:
    """Return every line of a piece of markup that holds words, as the text of a feed's entry or of a letter does."""
    return [line for line, _ in _lines(tree)]


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return words >= 7 or (words >= 2 and line.rstrip('»"”) ').endswith((".", "!", "؟", "…")))


def stands_in(line: str, other: str) -> bool:
    """Say whether a line stands within another, letters alone."""
    left = _letters(line)
    return bool(left) and left in _letters(other)


def _letters(line: str) -> str:
    return "".join(sign for sign in fold(line) if sign.isalnum())


def _aside(node: Any) -> bool:
    return any(ancestor.tag in {"aside", "footer", "nav"} for ancestor in node.iterancestors())


def _lines(root: Any) -> Iterator[tuple[str, int]]:
    """Yield the lines of an element, each with how many of its letters stand in links."""
    pieces: list[tuple[str, bool]] = []

    def walk(node: Any, *, top: bool, linked: bool) -> None:
        if not isinstance(node.tag, str):  # a comment
            return
        dropped = node.tag in _DROPPED_TAGS or _DROPPED_CLASS.search(f"{node.get('class', '')} {node.get('id', '')}")
        if dropped and not top and node.tag != "body":
            return
        block = node.tag in _BLOCKS
        linked = linked or node.tag == "a"
        pieces.append(("\n" if block else "", False))
        pieces.append((_flat(node.text), linked))
        for child in node:
            walk(child, top=False, linked=linked)
            pieces.append((_flat(child.tail), linked))
        pieces.append(("\n" if block else "", False))

    walk(root, top=True, linked=False)
    line, in_links = "", 0
    for text, linked in (*pieces, ("\n", False)):
        for number, part in enumerate(re.split(r"(?:\s*\n\s*)+", text)):
            if number:
                if any(sign.isalpha() for sign in line):
                    yield " ".join(line.split()), in_links
                line, in_links = "", 0
            line += part
            in_links += len(part) if linked else 0


def _flat(text: str | None) -> str:
    """Return text without line feeds, which mean no more than a space between elements."""
    return " ".join(text.split("\n")) if text else ""
