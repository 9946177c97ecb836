"""Find cues that change what a stretch asserts: "نفى" (denial), "من المقرر" (plan), "من وقت لآخر" (habit)."""

from __future__ import annotations

from functools import cache
from typing import cast

from marsad.annotate.qualifiers.grammar import cues
from marsad.annotate.qualifiers.scope import scope_of
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher, longest
from marsad.model.report import Document, Sentence
from marsad.model.what import Qualifier

__all__ = ["find"]

_SCOPES = {"forecast": "self", "pluperfect": "clause", "history": "clause"}


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
    words = document.words
    found: list[Qualifier] = []

    def add(
        sentence: Sentence, first: int, stop: int, kind: str, scope: str, rule_id: str, entry_id: str | None
    ) -> None:
        low, high = scope_of(document, sentence, first, stop, scope)
        span = document.span(first, stop)
        found.append(
            Qualifier(
                span=span,
                first=first,
                stop=stop,
                rule_id=rule_id,
                entry_id=entry_id,
                kind=kind,
                scope_first=low,
                scope_stop=high,
            )
        )

    for sentence in document.sentences:
        for hit in longest(matcher.find(words, sentence.first, sentence.stop)):
            entry_id, kind, scope = rows[cast("int", hit.payload)]
            add(sentence, hit.first, hit.stop, kind, scope, "qualifiers.lexicon", entry_id)
        for first, stop, kind, rule_id in cues(words, sentence.first, sentence.stop, document.published_on):
            add(sentence, first, stop, kind, _SCOPES[kind], rule_id, None)
    return tuple(sorted(found, key=lambda one: one.first))
