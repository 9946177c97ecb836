"""On which line of a TOML file each table and key stands, for messages; tomllib does not tell."""

from __future__ import annotations

import re

__all__ = ["line_of", "positions"]

_TABLE = re.compile(r"\s*\[\[\s*([\w.-]+)\s*\]\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")

Path = tuple[str | int, ...]


def positions(text: str) -> dict[Path, int]:
    """Return the line of each array table ("source", 0, "feed", 1) and of each key in it, from 1."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    inside: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.match(line):
            inside = ()
            names = match[1].split(".")
            for depth, name in enumerate(names):
                array = (*inside, name)
                if depth == len(names) - 1:
                    counts[array] = counts.get(array, -1) + 1
                inside = (*array, counts.get(array, 0))
            lines[inside] = number
            lines.setdefault(inside[:-1], number)  # the array as a whole begins with its first table
        elif match := _KEY.match(line):
            lines.setdefault((*inside, match[1]), number)
    return lines


def line_of(path: Path, lines: dict[Path, int]) -> int | None:
    """Return the line of a value, or of the nearest table around it; None for the file as a whole."""
    return next((lines[path[:stop]] for stop in range(len(path), 0, -1) if path[:stop] in lines), None)
