"""Find cues that change what a stretch asserts: "نفى" (denial), "من المقرر" (plan), "من وقت لآخر" (habit)."""

from __future__ import annotations

from functools import cache
from typing import cast

from marsad.annotate.qualifiers.scope import scope_of
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher, longest
from marsad.model.report import Document
from marsad.model.what import Qualifier

__all__ = ["find"]


@cache
def _table() -> tuple[Matcher[int], tuple[tuple[str, str, str], ...]]:
    rows = entries("qualifiers")
    matcher = Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms)
    return matcher, tuple((row.entry_id, row["kind"], row["scope"] or "after") for row in rows)


def find(document: Document) -> tuple[Qualifier, ...]:
    """Return every cue with the words it governs, left to right.

    >>> # "نفى الجيش قصف السوق، لكن المرصد وثق مقتل ثلاثة": the denial stops at "لكن"
    """
    matcher, rows = _table()
    found: list[Qualifier] = []
    for sentence in document.sentences:
        for hit in longest(matcher.find(document.words, sentence.first, sentence.stop)):
            entry_id, kind, scope = rows[cast("int", hit.payload)]
            first, stop = scope_of(document, sentence, hit.first, hit.stop, scope)
            found.append(
                Qualifier(
                    span=document.span(hit.first, hit.stop),
                    first=hit.first,
                    stop=hit.stop,
                    rule_id="qualifiers.lexicon",
                    entry_id=entry_id,
                    kind=kind,
                    scope_first=first,
                    scope_stop=stop,
                )
            )
    return tuple(found)
