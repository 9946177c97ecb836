"""Find weapons and means: "قذائف هاون" is artillery, "طائرة مسيرة" a drone."""

from __future__ import annotations

from functools import cache
from typing import cast

from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher, longest
from marsad.model.report import Document
from marsad.model.what import MeansMention

__all__ = ["find"]


@cache
def _table() -> tuple[Matcher[int], tuple[tuple[str, str], ...]]:
    rows = entries("means")
    matcher = Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms)
    return matcher, tuple((row.entry_id, row["means"]) for row in rows)


def find(document: Document, first: int = 0, stop: int | None = None) -> tuple[MeansMention, ...]:
    """Return the means named in words `first` to `stop` (excluded), the longest reading at each place.

    An entry of means "none" ("الدفاع الجوي") takes its words away and names nothing.
    """
    matcher, rows = _table()
    found: list[MeansMention] = []
    for hit in longest(matcher.find(document.words, first, stop)):
        entry_id, means = rows[cast("int", hit.payload)]
        if means != "none":
            found.append(
                MeansMention(
                    span=document.span(hit.first, hit.stop),
                    first=hit.first,
                    stop=hit.stop,
                    rule_id="means.lexicon",
                    entry_id=entry_id,
                    means=means,
                )
            )
    return tuple(found)
