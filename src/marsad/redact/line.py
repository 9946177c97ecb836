"""One line of JSON Lines without the names of private people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from marsad.arabic.letters import LETTER, fold
from marsad.gazetteer import Gazetteer
from marsad.lexicon.load import RESOURCES
from marsad.redact.contacts import find_contacts, is_phone
from marsad.redact.find import Found, find
from marsad.redact.labels import Language, label

__all__ = ["Path", "public_id", "put", "redact_line", "strings"]

Path = tuple[str | int, ...]
"""Keys and indexes that lead to a value."""

_READ_FIRST = ("title", "text")
_FEWEST_SPACES = 3
_QUOTED = ("quote", "evidence")
_ARABIC = re.compile(f"[{LETTER}]")
_KEPT_AS_THEY_ARE = frozenset(
    (
        "sha256",
        "coder_version",
        "resources_version",
        "gazetteer",
        "rule_id",
        "entry_ids",
        "place_id",
        "published",
        "published_at",
    )
)
_IDS = frozenset(("id", "event_id", "report_id", "reply_to", "copy_of"))
_POST = re.compile(r"t\.me/(?:c/)?\w+/\d+(?:#\d+)?", re.ASCII)
"""What marsad calls a Telegram post, and an event that it tells: the channel is the outlet, not somebody's account."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    path: Path
    text: str


@cache
def _writers() -> frozenset[str]:
    """Return the names of fields that hold who wrote or posted."""
    lines = (RESOURCES / "redact" / "writers.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def redact_line(value: Mapping[str, Any], gazetteer: Gazetteer, language: Language = Language.ar) -> dict[str, Any]:
    """Return a line with names of private people, and what leads to them, replaced in every string of it.

    `redactions` is added: field, start and end in the line as it came in, kind, replacement, rule; never the name.
    """
    leaves = sorted((leaf for leaf in strings(value) if not _is_post(leaf)), key=_order)
    told_in = sum(_is_read(leaf) for leaf in leaves)
    found = list(find([leaf.text for leaf in leaves], gazetteer, told_in))
    found += [whole for number, leaf in enumerate(leaves) if (whole := _whole(number, leaf)) is not None]
    copy: dict[str, Any] = deepcopy(dict(value))
    redactions: list[dict[str, Any]] = []
    for number, leaf in enumerate(leaves):
        here = _apart([one for one in found if one.field == number])
        if not here:
            continue
        entries = [_entry(leaf.path, one, language) for one in here]
        called = public_id(leaf.text) if leaf.path[-1] in _IDS else leaf.text
        if called != leaf.text:
            put(copy, leaf.path, called)
            redactions.append({**entries[0], "start": 0, "end": len(leaf.text), "replacement": called})
            continue
        put(copy, leaf.path, _replaced(leaf.text, here, language))
        redactions += entries
    copy["redactions"] = redactions
    return copy


def strings(value: Any, path: Path = ()) -> Iterator[_Leaf]:
    """Yield every string of a value that may hold a name, with the path to it."""
    if isinstance(value, str):
        yield _Leaf(path, value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _KEPT_AS_THEY_ARE and key != "redactions":
                yield from strings(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from strings(inner, (*path, index))


def put(value: Any, path: Path, text: Any) -> None:
    """Set the value at a path."""
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = text


def public_id(told: str) -> str:
    """Return what a report or an event is called by in public: a name of its own for one that is a link to somebody.

    Replaced as links are in texts, all of them would be called alike. What a Telegram post is called by stays.

    >>> public_id("t.me/alwadi/901#1"), public_id("r1#1"), public_id("https://x.com/qusay_z/status/1#2")
    ('t.me/alwadi/901#1', 'r1#1', 'post-af3848de53d6#2')
    """
    if _POST.fullmatch(told) is not None or all(one.kind != "link" for one in find_contacts(told)):
        return told
    report, mark, number = told.partition("#")
    return f"post-{sha256(report.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}{mark}{number}"


def _is_post(leaf: _Leaf) -> bool:
    """Say whether a string is what a Telegram post is called by: taken for a link, all posts would be called alike."""
    return leaf.path[-1] in _IDS and _POST.fullmatch(leaf.text) is not None


def _is_read(leaf: _Leaf) -> bool:
    """Say whether people are looked for in a string: prose, not an id or the name of a place."""
    if len(leaf.path) == 1 and leaf.path[0] in _READ_FIRST:
        return True
    fewest = 1 if leaf.path[-1] in _QUOTED else _FEWEST_SPACES
    return leaf.text.count(" ") >= fewest and _ARABIC.search(fold(leaf.text)) is not None


def _order(leaf: _Leaf) -> tuple[int, int]:
    if len(leaf.path) == 1 and leaf.path[0] in _READ_FIRST:
        return 0, _READ_FIRST.index(str(leaf.path[0]))
    return (1, 0) if _is_read(leaf) else (2, 0)


def _whole(number: int, leaf: _Leaf) -> Found | None:
    """Return a string as a whole that is the name of who wrote, or a telephone number."""
    key = next((str(step).casefold() for step in reversed(leaf.path) if isinstance(step, str)), "")
    if not leaf.text.strip():
        return None
    if key in _writers():
        return Found(number, 0, len(leaf.text), "poster", "field.writer")
    return Found(number, 0, len(leaf.text), "phone", "field.phone") if is_phone(leaf.text) else None


def _apart(found: Sequence[Found]) -> list[Found]:
    """Keep the longest of what overlaps, in the order of the text."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _replaced(text: str, found: Sequence[Found], language: Language) -> str:
    parts: list[str] = []
    at = 0
    for one in found:
        parts += [text[at : one.start], label(one.kind, language)]
        at = one.end
    return "".join((*parts, text[at:]))


def _entry(path: Path, one: Found, language: Language) -> dict[str, Any]:
    return {
        "field": _named(path),
        "start": one.start,
        "end": one.end,
        "kind": one.kind,
        "replacement": label(one.kind, language),
        "rule": one.rule,
    }


def _named(path: Path) -> str:
    """Write a path: "events[0].evidence"."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return written.removeprefix(".")
