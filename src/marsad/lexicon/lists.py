r"""Which list holds what: every kind of words, the lists that it is parted into, and the words of each.

>>> print(*list(lists_of("link-words"))[:2])
again follow-up
>>> print(words_of_list("dates", "less"))
less (beside.yaml): إلا
    Behind an hour or an amount: what follows is taken off: "الثالثة إلا ربعا".
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args, get_origin

from marsad.lexicon.check import located
from marsad.lexicon.layers import RESOURCES
from marsad.lexicon.schema import KINDS

__all__ = ["lists_of", "table", "words_of_list"]

_PARTING = ("role", "kind", "outcome")
"""Fields by which a kind of words is parted into lists."""
_SHOWN = 12


def _parting(kind: str) -> tuple[str, tuple[str, ...]]:
    fields = KINDS[kind].model_fields
    for name in _PARTING:
        if name in fields and get_origin(fields[name].annotation) is Literal:
            return name, get_args(fields[name].annotation)
    return "", ()


def lists_of(kind: str) -> tuple[str, ...]:
    """Return the lists that a kind of words is parted into, by the schema; none where it is one list."""
    return _parting(kind)[1]


def table(folder: Path = RESOURCES) -> list[str]:
    """Return every kind of words and its lists as a table in Markdown."""
    lines = ["| folder | what it holds | files | lists |", "|---|---|---|---|"]
    for kind, model in KINDS.items():
        first, dot, _ = " ".join((model.__doc__ or "").split("\n\n")[0].split()).partition(". ")
        told = f"{first}." if dot else first
        files = ", ".join(file.stem for file in sorted((folder / "ar" / kind).glob("*.yaml")))
        lines.append(f"| `{kind}` | {told} | {files} | {', '.join(f'`{one}`' for one in lists_of(kind))} |")
    return lines


def words_of_list(kind: str, name: str) -> str:
    """Return a list of a kind with its files, its first words and what its notes say."""
    field, _ = _parting(kind)
    found = [one for one in located(kind, RESOURCES)[0] if not name or getattr(one.entry, field) == name]
    files = ", ".join(dict.fromkeys(Path(one.file).name for one in found))
    words = list(dict.fromkeys(form for one in found for form in one.entry.forms))
    more = f" … ({len(words)})" if len(words) > _SHOWN else ""
    notes = [f"\n    {note}" for note in dict.fromkeys(one.entry.note for one in found) if note]
    return f"{name or kind} ({files}): {'، '.join(words[:_SHOWN])}{more}{''.join(notes)}"
