"""A very long report in parts, so that reading it takes time in step with its length.

What an event is told with is weighed against everything else a document tells: work that grows with the square of
the length. Reports are short (one in a hundred has more than forty sentences); a year's bulletin pasted whole is not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from marsad.model.report import Clause, Document, Sentence

__all__ = ["parts"]

_SENTENCES = 40
_WORDS = 1600

Stretch = TypeVar("Stretch", Sentence, Clause)


def parts(document: Document) -> Iterator[Document]:
    """Yield a report of ordinary length as it is, a longer one in parts; offsets stay those of the report.

    Parts end where sentences end. Only a sentence longer than a whole part, as text without any stop has, is cut.
    """
    if len(document.sentences) <= _SENTENCES and len(document.words) <= _WORDS:
        yield document
        return
    borders = list(_borders(document))
    sentence_starts = [sentence.first for sentence in document.sentences]
    clause_starts = [clause.first for clause in document.clauses]
    for first, stop in zip([0, *borders], [*borders, len(document.words)], strict=True):
        sentences = _within(document.sentences, sentence_starts, first, stop)
        clauses = _within(document.clauses, clause_starts, first, stop)
        skipped = sentences[0].index
        yield replace(
            document,
            words=document.words[first:stop],
            starts=document.starts[first:stop],
            ends=document.ends[first:stop],
            sentences=tuple(replace(sentence, index=sentence.index - skipped) for sentence in sentences),
            clauses=tuple(
                replace(clause, index=number, sentence=clause.sentence - skipped)
                for number, clause in enumerate(clauses)
            ),
            dateline=document.dateline if first == 0 else range(0),
        )


def _borders(document: Document) -> Iterator[int]:
    """Yield the words at which a new part begins."""
    clause_starts = [clause.first for clause in document.clauses]
    first = count = 0
    for sentence in document.sentences:
        if count and (count == _SENTENCES or sentence.stop - first > _WORDS):
            yield sentence.first
            first, count = sentence.first, 0
        while sentence.stop - first > _WORDS:
            clause = clause_starts[bisect_right(clause_starts, first + _WORDS) - 1]
            first = clause if clause > first + _WORDS // 2 else first + _WORDS
            yield first
        count += 1


def _within(stretches: Sequence[Stretch], starts: Sequence[int], first: int, stop: int) -> list[Stretch]:
    """Return the sentences or clauses of words `first` to `stop`, counted from `first`; a cut one is shortened."""
    found = []
    for stretch in stretches[max(0, bisect_right(starts, first) - 1) : bisect_left(starts, stop)]:
        low, high = max(stretch.first, first), min(stretch.stop, stop)
        if low < high:
            found.append(replace(stretch, first=low - first, stop=high - first))
    return found
