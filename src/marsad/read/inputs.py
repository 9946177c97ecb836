"""What a run is asked to read: files, folders, globs and standard input, in a settled order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from marsad.errors import ReadError
from marsad.frozen import dataclass

__all__ = ["KINDS", "Input", "inputs", "kind_of"]

_STANDARD_INPUT = "-"

KINDS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jl": "jsonl",
    ".json": "json",
    ".csv": "csv", ".tsv": "csv",
    ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
    ".eml": "mail",
    ".mbox": "mbox",
    ".warc": "warc",
    ".wacz": "zip", ".docx": "zip", ".xlsx": "zip", ".xlsm": "zip",
}  # fmt: skip
"""What a file name ends in, and how the file is read; each may be followed by .gz."""


_REFUSED = (".pdf", ".doc", ".rtf", ".xls", ".xlsb", ".odt", ".ods")
"""What may well be reports and cannot be read: in a folder these are named, too, so that nobody takes them for read."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read; `name` is how messages call it, `report_id` the id of a file that is one report."""

    path: Path | None
    name: str
    report_id: str


def kind_of(name: str) -> str | None:
    """Return how a file of this name is read, None when its name does not tell."""
    lower = name.lower().removesuffix(".gz")
    return next((kind for suffix, kind in KINDS.items() if lower.endswith(suffix)), None)


def _stem(name: str) -> str:
    lower = name.lower().removesuffix(".gz")
    suffix = next((suffix for suffix in KINDS if lower.endswith(suffix)), "")
    return name[: len(lower) - len(suffix)] or name


def inputs(named: Iterable[str | Path]) -> Iterator[Input | ReadError]:
    """Yield the files behind each name, in its order; folders and globs in the order of their names.

    Hidden files and, in folders, files that are no documents are passed over.
    """
    for item in named:
        name = str(item)
        path = Path(name)
        if name == _STANDARD_INPUT:
            yield Input(None, "standard input", "stdin")
        elif path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield Input(path, name, _stem(path.name))
        elif glob.has_magic(name):
            found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - patterns may be absolute
            if not found:
                yield ReadError("No file matches.", file=name, remedy="Check the pattern and the folder.")
            for match in found:
                if Path(match).is_dir():
                    yield from _folder(Path(match))
                else:
                    yield Input(Path(match), match, _stem(Path(match).name))
        else:
            yield ReadError("There is no such file or folder.", file=name, remedy="Check the name and the folder.")


def _folder(folder: Path) -> Iterator[Input | ReadError]:
    count = 0
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        for file in sorted(files):
            if (kind_of(file) or file.lower().endswith(_REFUSED)) and not file.startswith("."):
                path = Path(parent) / file
                count += 1
                yield Input(path, str(path), _stem(path.relative_to(folder).as_posix()))
    if not count:
        known = " ".join(KINDS)
        yield ReadError("The folder holds no file of a known kind.", file=str(folder), remedy=f"Known are {known}.")
