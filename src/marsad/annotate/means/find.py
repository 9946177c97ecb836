"""Find weapons and means: "قذائف هاون" is artillery, "طائرة مسيرة" a drone."""

from __future__ import annotations

from functools import cache
from typing import cast

from marsad.lexicon.companions import Companions, Company, companies
from marsad.lexicon.load import entries
from marsad.lexicon.match import Hit, Matcher, longest
from marsad.model.report import Document
from marsad.model.what import MeansMention

__all__ = ["find"]


@cache
def _table() -> tuple[Matcher[int], tuple[tuple[str, str, Company], ...], Companions]:
    rows = entries("means")
    matcher = Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms)
    named = tuple((row.entry_id, row["means"], company) for row, company in zip(rows, companies(rows), strict=True))
    return matcher, named, Companions(company for _, _, company in named)


def find(document: Document, first: int = 0, stop: int | None = None) -> tuple[MeansMention, ...]:
    """Return the means named in words `first` to `stop` (excluded), the longest reading at each place.

    An entry of means "none" ("الدفاع الجوي") takes its words away and names nothing; one with companions
    ("مسيرة" beside "استهدفت", not beside "متظاهرين") fires only in their company.
    """
    matcher, rows, companions = _table()
    words = document.words
    end = len(words) if stop is None else stop
    found: list[MeansMention] = []
    for sentence in document.sentences:
        low, high = max(sentence.first, first), min(sentence.stop, end)
        if low >= high:
            continue
        hits = matcher.find(words, low, high)
        if not hits:
            continue
        around = companions.around(words, sentence.first, sentence.stop)
        allowed: list[Hit] = []
        for hit in hits:
            company = rows[cast("int", hit.payload)][2]
            if not company.asks or company.allows(around, hit.first, hit.stop):
                allowed.append(hit)
        for hit in longest(allowed):
            entry_id, means, _ = rows[cast("int", hit.payload)]
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
