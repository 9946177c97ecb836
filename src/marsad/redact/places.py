"""Places and days taken out of the strings of a record whose place is told by its area, or its time by its month."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from copy import deepcopy
from typing import Any

from marsad.annotate import places
from marsad.annotate.places.words import place_words
from marsad.arabic.affixes import stems
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.model.report import Document, Report
from marsad.pipeline import prepare
from marsad.redact.days import days_told
from marsad.redact.labels import Language, label
from marsad.redact.line import put, strings

__all__ = ["without_places_and_days"]

_WIDE = {
    "admin3": ("country", "region", "admin1", "admin2", "admin3"),
    "admin2": ("country", "region", "admin1", "admin2"),
    "admin1": ("country", "region", "admin1"),
    "country": ("country",),
}
_KEPT = frozenset(("place", "date", "country", "admin1", "published", "outlet", "id", "event_id", "report_id"))
_QUOTED = frozenset(("title", "text", "evidence", "quote"))
"""Words of the report, where one alone may tell a day: "أمس"."""

_COORDINATE = re.compile(r"[-+]?[0-9٠-٩]{1,3}[.٫][0-9٠-٩]{3,}")


def without_places_and_days(
    record: dict[str, Any], hidden: AbstractSet[str], level: str, grain: str, gazetteer: Gazetteer, language: Language
) -> dict[str, Any]:
    """Return a record with every place below a level, the hidden ones by any name, and days, out of its strings.

    Days go where the grain is coarser than a day. The places and days of the events themselves are left as they were
    made before.
    """
    copy: dict[str, Any] = deepcopy(record)
    names = [tuple(fold(name).split()) for name in hidden if name]
    outlet = (copy.get("report") or {}).get("outlet")
    for leaf in strings(copy):
        if not _KEPT.isdisjoint(leaf.path) or ("sources" in leaf.path and leaf.text == outlet):
            continue  # who published it is told beside the record, too
        document = prepare(Report(report_id="", text=leaf.text))
        spans = [(*span, "place") for span in _places(document, names, level, gazetteer)] if level != "exact" else []
        if grain != "day" and (" " in leaf.text or leaf.path[-1] in _QUOTED):
            spans += [(*span, "date") for span in days_told(document, grain)]
        if spans:
            put(copy, leaf.path, _without(leaf.text, spans, language))
    if grain != "day":
        _forget_words_of_days(copy)
    return copy


def _forget_words_of_days(record: dict[str, Any]) -> None:
    """Take out which words of the lists told a day: "day.yesterday" beside the day of publication tells it, too."""
    for event in record.get("events") or ():
        for field in event.get("evidence_fields") or ():
            if field.get("field") == "date" and "entry_ids" in field:
                field["entry_ids"] = []


def _places(
    document: Document, names: list[tuple[str, ...]], level: str, gazetteer: Gazetteer
) -> list[tuple[int, int]]:
    spans = [
        (_behind_proclitics(document, mention.first, mention.name), mention.span.end)
        for mention in places.find(document, gazetteer=gazetteer)
        if mention.place is None or mention.place.feature not in _WIDE[level]
    ]
    spans += [town for _, end in spans if (town := _town_behind(document, end, level, gazetteer))]
    for name in names:
        size = len(name)
        for first in range(len(document.words) - size + 1):
            words = document.words[first : first + size]
            if name[0] in stems(words[0]) and words[1:] == name[1:]:
                letters = len(words[0]) - len(name[0])
                spans.append((document.starts[first] + letters, document.ends[first + size - 1]))
    return spans + [match.span() for match in _COORDINATE.finditer(document.source_text)]


def _town_behind(document: Document, end: int, level: str, gazetteer: Gazetteer) -> tuple[int, int] | None:
    """Return where the town of a place stands right behind it, also one whose name is a word elsewhere.

    "[مستشفى الضمان] بالأبيض" tells the town, though "الأبيض" alone is white; what is masked once too often costs less.
    """
    first = bisect_left(document.starts, end)
    if first == len(document.words) or document.source_text[end : document.starts[first]].strip(" ،,"):
        return None
    letters = 0
    if document.words[first] in place_words("inside"):
        first += 1
    elif document.words[first].startswith("ب"):
        letters = 1
    else:
        return None
    for last in range(min(first + 3, len(document.words)) - 1, first - 1, -1):
        start, stop = document.starts[first] + letters, document.ends[last]
        called = gazetteer.named(document.source_text[start:stop])
        if called and all(place.feature not in _WIDE[level] for place in called):
            return start, stop
    return None


def _without(text: str, spans: list[tuple[int, int, str]], language: Language) -> str:
    cleaned, at = [], 0
    for start, end, kind in sorted(spans):
        if start < at:
            at = max(at, end)
            continue
        cleaned += [text[at:start], label(kind, language)]
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
