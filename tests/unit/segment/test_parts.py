"""Very long reports read in parts."""

from __future__ import annotations

import pytest

from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split
from marsad.segment.parts import parts


def document(text, headline=""):
    report = Report(report_id="r", headline=headline, text=text)
    return split(report, fold_text(report.source_text))


LONG = "\n".join(f"قصفت المدفعية قريةً رقمها {n}، وأصيب {n} مدنيين." for n in range(1, 131))
ENDLESS = " ".join(f"ثم قصفت المدفعية قرية رقمها {n}، وأصيب مدني" for n in range(800))


def test_a_report_of_ordinary_length_is_left_alone():
    """The document itself comes back, not a copy."""
    short = document("قصفت المدفعية القرية. وأصيب مدنيان.", "عنوان")
    assert list(parts(short)) == [short]
    assert next(parts(short)) is short


@pytest.mark.parametrize("text", [LONG, ENDLESS])
def test_every_word_stands_in_one_part_where_it_stood(text):
    """Parts side by side are the document: words, and their offsets into the report."""
    whole = document(text, "عنوان التقرير")
    found = list(parts(whole))
    assert len(found) > 3
    for field in ("words", "starts", "ends"):
        assert sum((getattr(part, field) for part in found), ()) == getattr(whole, field)
    assert all(part.source_text == whole.source_text for part in found)


@pytest.mark.parametrize("text", [LONG, ENDLESS])
def test_sentences_and_clauses_are_counted_from_the_start_of_the_part(text):
    """Sentences cover the words of a part without gaps; clauses lie in their sentence."""
    for part in parts(document(text)):
        assert [sentence.index for sentence in part.sentences] == list(range(len(part.sentences)))
        assert [clause.index for clause in part.clauses] == list(range(len(part.clauses)))
        assert [sentence.first for sentence in part.sentences[1:]] == [s.stop for s in part.sentences[:-1]]
        assert (part.sentences[0].first, part.sentences[-1].stop) == (0, len(part.words))
        for clause in part.clauses:
            sentence = part.sentences[clause.sentence]
            assert sentence.first <= clause.first < clause.stop <= sentence.stop


def test_parts_end_where_sentences_end():
    """A part holds forty sentences, none of them cut, and only the first has the headline."""
    found = list(parts(document(LONG, "عنوان التقرير")))
    assert [len(part.sentences) for part in found] == [40, 40, 40, 11]
    assert [part.sentences[0].is_headline for part in found] == [True, False, False, False]
    assert all(part.words[0] == "قصفت" for part in found[1:])


def test_a_sentence_without_end_is_cut_where_a_clause_opens():
    """No part is longer than it may be, and the cut falls before a clause."""
    found = list(parts(document(ENDLESS)))
    assert all(len(part.words) <= 1600 for part in found)
    assert all(part.words[0] == "واصيب" or part.words[0] == "ثم" for part in found[1:])
