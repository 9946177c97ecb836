"""Part a folded report into words, sentences and clauses."""

from __future__ import annotations

import re

from marsad.model.report import Clause, Document, Report, Sentence
from marsad.model.span import Span
from marsad.normalise.apply import Folded
from marsad.segment.clauses import CONNECTIVES
from marsad.segment.sentences import SENTENCE_END, furniture_kind
from marsad.segment.words import WORD

__all__ = ["split"]

_CLAUSE_MARK = re.compile(r"[،,;:؛()\[\]«»\"“”—–]|\s-\s")


def split(report: Report, folded: Folded) -> Document:
    """Return the document of a report; every offset points into its published text."""
    text = folded.text
    matches = list(WORD.finditer(text))
    words = tuple([match.group() for match in matches])
    if folded.offsets is None:
        starts = tuple([match.start() for match in matches])
        ends = tuple([match.end() for match in matches])
    else:
        pairs = folded.source_spans([match.span() for match in matches])
        starts, ends = tuple([pair[0] for pair in pairs]), tuple([pair[1] for pair in pairs])
    headline_end = len(report.headline)
    sentences: list[Sentence] = []
    clauses: list[Clause] = []
    first = 0
    borders = [match.end() for match in SENTENCE_END.finditer(text)] + [len(text)]
    position = 0
    for border in borders:
        stop = first
        while stop < len(words) and matches[stop].start() < border:
            stop += 1
        if stop > first:
            span = Span(starts[first], ends[stop - 1])
            is_headline = bool(report.headline) and span.start < headline_end
            kind = None if is_headline else furniture_kind(text[position:border].strip())
            sentence = Sentence(
                index=len(sentences), first=first, stop=stop, span=span, is_headline=is_headline, furniture=kind
            )
            sentences.append(sentence)
            _add_clauses(clauses, sentence, words, starts, ends, report.source_text)
            first = stop
        position = border
    return Document(
        report_id=report.report_id,
        source_text=report.source_text,
        published_on=report.published_on,
        outlet=report.outlet,
        words=words,
        starts=starts,
        ends=ends,
        sentences=tuple(sentences),
        clauses=tuple(clauses),
    )


def _add_clauses(
    clauses: list[Clause],
    sentence: Sentence,
    words: tuple[str, ...],
    starts: tuple[int, ...],
    ends: tuple[int, ...],
    source: str,
) -> None:
    """Part one sentence at connectives and at a comma followed by و."""

    def close(first: int, stop: int, opener: str | None) -> None:
        if stop > first:
            clauses.append(
                Clause(
                    index=len(clauses),
                    sentence=sentence.index,
                    first=first,
                    stop=stop,
                    span=Span(starts[first], ends[stop - 1]),
                    opener=opener,
                )
            )

    first, opener = sentence.first, None
    for index in range(sentence.first + 1, sentence.stop):
        found = _opens_clause(index, sentence.stop, words, source[ends[index - 1] : starts[index]])
        if found is not None and index - first >= 2:
            close(first, index, opener)
            first, opener = index, found
    close(first, sentence.stop, opener)


def _opens_clause(index: int, stop: int, words: tuple[str, ...], gap: str) -> str | None:
    word = words[index]
    stem = word[1:] if word[0] == "و" and len(word) > 3 else word
    for rest in CONNECTIVES.get(stem, ()):
        if words[index + 1 : min(index + 1 + len(rest), stop)] == rest:
            return " ".join((stem, *rest))
    if word[0] == "و" and len(word) > 3 and _CLAUSE_MARK.search(gap):
        return "و"
    return None
