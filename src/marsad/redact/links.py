"""Links whose address spells the name of a private person: "https://example.org/ar/مقتل-قصي-الزعبي"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from marsad.arabic.letters import fold
from marsad.arabic.words import WORD
from marsad.redact.contacts import Contact
from marsad.redact.named import Named

__all__ = ["links_to"]

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>«»\"“”]+")


def links_to(text: str, people: Sequence[Named]) -> Iterator[Contact]:
    """Yield the links of a text that hold the name of one of these people, percent-encoded or not."""
    if not people or ("://" not in text and "www." not in text):
        return
    names = {tuple(" ".join(named.names).split()) for named in people}
    for match in _LINK.finditer(text):
        words = WORD.findall(fold(unquote(match[0])))
        if any(_holds(words, name) for name in names):
            yield Contact(*match.span(), "link", "contact.link")


def _holds(words: list[str], name: tuple[str, ...]) -> bool:
    size = len(name)
    for first in range(len(words) - size + 1):
        opening = words[first]
        if (
            tuple(words[first + 1 : first + size]) == name[1:]
            and opening.endswith(name[0])
            and len(opening) < len(name[0]) + 3
        ):
            return True
    return False
