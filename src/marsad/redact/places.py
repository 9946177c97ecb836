"""Names of places taken out of the strings of a record whose place is told by its area only."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from marsad.annotate import places
from marsad.arabic.affixes import stems
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.model.report import Document, Report
from marsad.pipeline import prepare
from marsad.redact.labels import Language, label
from marsad.redact.line import put, strings

__all__ = ["without_places"]

_WIDE = {
    "admin3": ("country", "region", "admin1", "admin2", "admin3"),
    "admin2": ("country", "region", "admin1", "admin2"),
    "admin1": ("country", "region", "admin1"),
    "country": ("country",),
}
_COORDINATE = re.compile(r"[-+]?[0-9٠-٩]{1,3}[.٫][0-9٠-٩]{3,}")


def without_places(
    record: dict[str, Any], hidden: set[str], level: str, gazetteer: Gazetteer, language: Language
) -> dict[str, Any]:
    """Return a record with every place below a level, and the hidden ones by any name, out of its strings.

    The places of the events themselves are left as they were made before.
    """
    copy: dict[str, Any] = deepcopy(record)
    names = [tuple(fold(name).split()) for name in hidden if name]
    for leaf in strings(copy):
        if "place" in leaf.path or leaf.path[-1] in ("country", "admin1", "published", "outlet"):
            continue
        cleaned = _clean(leaf.text, names, level, gazetteer, language)
        if cleaned != leaf.text:
            put(copy, leaf.path, cleaned)
    return copy


def _clean(text: str, names: list[tuple[str, ...]], level: str, gazetteer: Gazetteer, language: Language) -> str:
    document = prepare(Report(report_id="", text=text))
    spans = [
        (_behind_proclitics(document, mention.first, mention.name), mention.span.end)
        for mention in places.find(document, gazetteer=gazetteer)
        if mention.place is None or mention.place.feature not in _WIDE[level]
    ]
    for name in names:
        size = len(name)
        for first in range(len(document.words) - size + 1):
            words = document.words[first : first + size]
            if name[0] in stems(words[0]) and words[1:] == name[1:]:
                letters = len(words[0]) - len(name[0])
                spans.append((document.starts[first] + letters, document.ends[first + size - 1]))
    spans += [match.span() for match in _COORDINATE.finditer(text)]
    cleaned, at = [], 0
    for start, end in sorted(spans):
        if start < at:
            at = max(at, end)
            continue
        cleaned += [text[at:start], label("place", language)]
        at = end
    return "".join((*cleaned, text[at:]))


def _behind_proclitics(document: Document, first: int, name: str) -> int:
    """Return the code point at which a place begins in a word, "بإدلب" behind ب."""
    opening = fold(name).split()[0] if name.strip() else ""
    word, start = document.words[first], document.starts[first]
    letters = len(word) - len(opening)
    if not opening or not 0 < letters <= 2 or not word.endswith(opening):
        return start
    return start + letters
