"""Resource files in their canonical form, so that a change in review shows what it changes and no more.

Keys stand in one order (id, meaning, forms, source, examples), forms keep theirs, and a form that another
one spells (قُتل beside قتل) is dropped. Comments above an entry and at the head of a file stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from marsad.arabic.letters import fold
from marsad.lexicon.read_yaml import read_values
from marsad.lexicon.schema import KINDS

__all__ = ["entry_lines", "format_file", "formatted", "in_order"]

_FIRST = ("id",)
_LAST = ("pos", "forms", "near", "not_near", "within", "side", "source", "note", "matches", "rejects")
_PLAIN = re.compile(r"[^\W\d_](?:[^:#\[\]{},&*!|>'\"%@`]*[^\s:#\[\]{},&*!|>'\"%@`])?")
_WORDS_OF_YAML = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_WIDTH = 110


def format_file(file: Path, kind: str) -> bool:
    """Rewrite one file in canonical form; say whether it changed. Raises ResourceError if it cannot be read."""
    before = file.read_text(encoding="utf-8")
    after = formatted(file, kind)
    if before == after:
        return False
    file.write_text(after, encoding="utf-8")
    return True


def formatted(file: Path, kind: str) -> str:
    """Return the canonical text of one file."""
    lines = file.read_text(encoding="utf-8").split("\n")
    pieces: list[str] = []
    for value, line in read_values(file):
        comments = _comments_above(lines, line)
        if comments and not pieces and comments[0] == lines[0] and "" in comments:
            head = comments.index("")
            pieces.append("\n".join(comments[:head]))
            comments = [one for one in comments[head:] if one]
        pieces.append("\n".join((*[one for one in comments if one], *entry_lines(value, KINDS[kind].model_fields))))
    return "\n\n".join(pieces) + "\n"


def _comments_above(lines: list[str], line: int) -> list[str]:
    """Return the comment lines and gaps right above the entry that starts at `line` (counted from 1)."""
    first = line - 1
    while first > 0 and (not lines[first - 1].strip() or lines[first - 1].lstrip().startswith("#")):
        first -= 1
    return [one.strip() for one in lines[first : line - 1]]


def entry_lines(value: dict[str, Any], known: Iterable[str]) -> Iterator[str]:
    """Yield the lines of one entry in canonical form; `known` are the keys of its schema in their order."""
    order = in_order(known)
    opening = "- "
    for key in sorted(value, key=lambda name: order.get(name, len(order))):
        for line in _field(key, _undoubled(value[key]) if key == "forms" else value[key]):
            yield opening + line
            opening = "  "


def in_order(known: Iterable[str]) -> dict[str, int]:
    """Return the place of each key: what an entry is comes first, then what it says, its forms, its examples."""
    own = [name for name in known if name not in _FIRST and name not in _LAST]
    return {name: place for place, name in enumerate((*_FIRST, *own, *_LAST))}


def _undoubled(forms: Any) -> Any:
    if not isinstance(forms, list):
        return forms
    kept: dict[str, Any] = {}
    for form in forms:
        kept.setdefault(fold(str(form)), form)
    return list(kept.values())


def _field(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, list) and value and (key == "rejects" or any(isinstance(item, dict) for item in value)):
        yield f"{key}:"
        for item in value:
            told = [f"{name}: {_inline(held)}" for name, held in item.items()] if isinstance(item, dict) else None
            first, *rest = told or [_scalar(item)]
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)
    elif isinstance(value, list):
        yield from _wrapped(key, [_scalar(item) for item in value])
    elif isinstance(value, dict):
        yield f"{key}:"
        for name, held in value.items():
            yield f"  {_scalar(name)}: {_scalar(held)}"
    else:
        yield f"{key}: {_scalar(value)}"


def _wrapped(key: str, items: list[str]) -> Iterator[str]:
    one_line = f"{key}: [{', '.join(items)}]"
    if len(one_line) <= _WIDTH:
        yield one_line
        return
    yield f"{key}: ["
    line = " "
    *others, last = items
    for item in (*(f"{other}," for other in others), f"{last}]"):
        if len(line) + len(item) > _WIDTH:
            yield line
            line = " "
        line += f" {item}"
    yield line


def _inline(value: Any) -> str:
    return f"[{', '.join(map(_scalar, value))}]" if isinstance(value, list) else _scalar(value)


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
