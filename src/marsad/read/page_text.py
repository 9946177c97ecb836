"""The lines of a page's own article element, without what sites hang into it."""

from __future__ import annotations

import re
from typing import Any

from marsad.arabic.letters import fold

__all__ = ["container_lines", "stands_in"]

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


def container_lines(tree: Any) -> list[str]:
    """Return the paragraphs of the page's one article element, [] where there is none or several."""
    for path in _CONTAINERS:
        found = [node for node in tree.xpath(path) if _kept(node)]
        outer = [
            node for node in found if not any(other is not node and other in node.iterancestors() for other in found)
        ]
        if path == "//article" and len(outer) > 1:
            return []
        lines = _lines(outer[0]) if outer else []
        if sum(map(len, lines)) >= 20:
            return lines
    return []


def stands_in(line: str, other: str) -> bool:
    """Say whether a line stands within another, letters alone."""
    left = _letters(line)
    return bool(left) and left in _letters(other)


def _letters(line: str) -> str:
    return "".join(sign for sign in fold(line) if sign.isalnum())


def _kept(node: Any) -> bool:
    return not any(ancestor.tag in {"aside", "footer", "nav"} for ancestor in node.iterancestors())


def _lines(root: Any) -> list[str]:
    pieces: list[str] = []

    def walk(node: Any, *, top: bool) -> None:
        tag = node.tag if isinstance(node.tag, str) else "script"
        marks = f"{node.get('class', '')} {node.get('id', '')}" if isinstance(node.tag, str) else ""
        if not top and (tag in _DROPPED_TAGS or _DROPPED_CLASS.search(marks)):
            return
        block = tag in _BLOCKS
        if block:
            pieces.append("\n")
        pieces.append(node.text or "")
        for child in node:
            walk(child, top=False)
            pieces.append(child.tail or "")
        if block:
            pieces.append("\n")

    walk(root, top=True)
    lines = (" ".join(line.split()) for line in re.split(r"\n\s*\n|\n", "".join(pieces)))
    return [line for line in lines if any(sign.isalpha() for sign in line)]
