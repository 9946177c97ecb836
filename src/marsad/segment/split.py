"""Part a folded report into words, sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from marsad.arabic.words import WORD
from marsad.lexicon.one_pass import ONE_PASS
from marsad.lexicon.role_words import role_words
from marsad.model.report import Clause, Document, Report, Sentence
from marsad.normalise.apply import Folded
from marsad.segment.clauses import connectives
from marsad.segment.dateline import dateline
from marsad.segment.sentences import furniture_kind, sentence_ends

__all__ = ["split"]


def _may_open(word: str) -> bool:
    """Say whether a word may open a clause: a connective, or و written onto a word."""
    known = connectives()
    return word in known or (word[0] == "و" and (_joins(word) or word[1:] in known))


def _joins(word: str) -> bool:
    """Say whether a word with و may go on with another act after a comma: "وفي", and none as short as "وهو"."""
    return len(word) > 3 or word in role_words("opens-with-wa")


_MAY_OPEN = ONE_PASS.add(_may_open)
_WORDS = re.compile(f"({WORD.pattern})")
_CLAUSE_MARK = re.compile(r"[،,;:؛()\[\]«»\"“”—–]|\s-\s")


def split(report: Report, folded: Folded) -> Document:
    """Return the document of a report; every offset points into its published text."""
    text, source = folded.text, report.source_text
    words, folded_starts, folded_ends = _words(text)
    spans = folded.source_spans(zip(folded_starts, folded_ends, strict=True))
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    openers = ONE_PASS.of(words, _MAY_OPEN)
    headline_end = len(report.headline)
    sentences: list[Sentence] = []
    clauses: list[Clause] = []
    first = position = 0
    for border in sentence_ends(text):
        stop = bisect_left(folded_starts, border, first)
        if stop > first:
            is_headline = starts[first] < headline_end
            kind = None if is_headline else furniture_kind(text[position:border].strip())
            index = len(sentences)
            sentences.append(Sentence(index=index, first=first, stop=stop, is_headline=is_headline, furniture=kind))
            inside = openers[bisect_left(openers, first + 2) : bisect_left(openers, stop)]
            for low, high, opener in _clauses(first, stop, inside, words, starts, ends, source):
                clauses.append(Clause(index=len(clauses), sentence=index, first=low, stop=high, opener=opener))
            first = stop
        position = border
    return Document(
        report_id=report.report_id,
        source_text=source,
        published_on=report.published_on,
        outlet=report.outlet,
        words=words,
        starts=starts,
        ends=ends,
        sentences=tuple(sentences),
        clauses=tuple(clauses),
        dateline=dateline(source, ends, sentences),
    )


def _words(text: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the words of a folded text, where each starts, and where each ends."""
    pieces = _WORDS.split(text)  # what stands between words, and the words
    borders = tuple(accumulate(map(len, pieces)))
    return tuple(pieces[1::2]), borders[:-1:2], borders[1::2]


def _clauses(
    first: int,
    stop: int,
    openers: Sequence[int],
    words: tuple[str, ...],
    starts: tuple[int, ...],
    ends: tuple[int, ...],
    source: str,
) -> Iterator[tuple[int, int, str | None]]:
    """Part one sentence at connectives and at a comma followed by و: yield (first, stop, opener)."""
    opener = None
    for index in openers:
        if index - first < 2:
            continue
        found = _opens_clause(index, stop, words, source[ends[index - 1] : starts[index]])
        if found is not None:
            yield first, index, opener
            first, opener = index, found
    yield first, stop, opener


def _opens_clause(index: int, stop: int, words: tuple[str, ...], gap: str) -> str | None:
    """Return the connective that opens a clause at a word, or None."""
    word = words[index]
    joined = word[0] == "و" and _joins(word)
    stem = word[1:] if word[0] == "و" and len(word) > 2 else word
    following = words[index + 1] if index + 1 < stop else ""
    for rest in connectives().get(stem, ()):
        if not rest or (rest[0] == following and words[index + 1 : min(index + 1 + len(rest), stop)] == rest):
            return " ".join((stem, *rest))
    return "و" if joined and gap != " " and _CLAUSE_MARK.search(gap) else None
