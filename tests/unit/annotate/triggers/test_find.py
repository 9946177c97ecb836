"""Triggers: the words that may tell an act, the longest phrase first, look-alikes never."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from marsad.annotate.triggers import SENSES, find, possible_types
from marsad.lexicon.load import entries
from marsad.model.report import Report
from marsad.model.what import EVENT_TYPES
from marsad.normalise import fold_text
from marsad.segment import split

CORPUS = yaml.safe_load((Path(__file__).parents[3] / "corpora" / "ar" / "triggers.yaml").read_text(encoding="utf-8"))


def document(text, headline=""):
    report = Report(report_id="t", headline=headline, text=text, published_on=date(2025, 3, 1))
    return split(report, fold_text(report.source_text))


def read(text):
    doc = document(text)
    return [f"{doc.quote(one.first, one.stop)}: {one.sense}" for one in find(doc) if not one.weak]


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["text"])
def test_corpus(case):
    """Each sentence of the corpus is read as written there."""
    assert read(case["text"]) == case["find"]


def test_spans_quote_the_report_as_published():
    """A mention's span holds its words as published, vowels and headline counted."""
    doc = document("قُصِفَت القرية ثم قـُتل رجل", headline="عنوان")
    for one in find(doc):
        assert doc.source_text[one.span.start : one.span.end] == doc.quote(one.first, one.stop)
    assert [doc.quote(one.first, one.stop) for one in find(doc)] == ["قُصِفَت", "قـُتل"]


@pytest.mark.parametrize(
    ("text", "pos", "definite", "proclitics"),
    [
        ("وبالقصف المدفعي", "noun", True, "وبال"),
        ("القصف على البلدة", "noun", True, "ال"),
        ("تعرضت لقصف عنيف", "noun", False, "ل"),
        ("قصف الجيش القرية", "verb", False, ""),
        ("سيقصف الجيش القرية", "verb", False, "س"),
        ("للقصف على البلدة", "noun", True, "لل"),
    ],
)
def test_part_of_speech_article_and_proclitics(text, pos, definite, proclitics):
    """The mention says whether it is verb or noun, definite, and what stood before it."""
    one = find(document(text))[0]
    assert (one.pos, one.definite, one.proclitics) == (pos, definite, proclitics)


@pytest.mark.parametrize(
    ("text", "pos"),
    [
        ("جراء قصف البلدة", "noun"),
        ("بعد قتل الرجل", "noun"),
        ("عملية خطف في المدينة", "noun"),
        ("قصف تركي على القرية", "noun"),
        ("واليوم قصف الجيش القرية", "verb"),
        ("المسلحون الذين خطفوا الرجل", "verb"),
    ],
)
def test_verb_or_verbal_noun(text, pos):
    """The words around decide where verb and noun have the same letters."""
    assert find(document(text))[0].pos == pos


def test_only_the_stretch_asked_for_is_searched_but_companions_are_seen_outside_it():
    """A part of a sentence is read with the companions of the whole."""
    doc = document("أطلق مسلحون النار ثم خطفوا رجلا")
    assert [one.sense for one in find(doc, 0, 1)] == ["shooting"]
    assert [one.sense for one in find(doc, 4, None)] == ["abduction"]


def test_companions_do_not_reach_into_the_next_sentence():
    """The fire of the next sentence does not make a shooting of this one."""
    assert read("أطلق الوزير تصريحا.\nالنار اندلعت في الحقل") == []


def test_every_sense_of_the_lists_has_its_types():
    """No entry has a sense that the table of senses does not know, and every type can be reached."""
    rows = entries("triggers")
    assert {row["sense"] for row in rows} <= SENSES.keys()
    reached = {name for row in rows for name in possible_types(row["sub_event_type"], row["sense"])}
    assert reached == EVENT_TYPES.keys()
    assert {row["sub_event_type"] for row in rows} - {None} <= EVENT_TYPES.keys()


def test_the_own_type_comes_first():
    """A trigger's own type precedes what its sense leaves open, and stands once."""
    assert possible_types("Suicide bomb", "suicide") == ("Suicide bomb", "Remote explosive/landmine/IED")
    assert possible_types(None, "none") == ()


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("أسقطت الدفاعات الجوية قرب قاعدة التنف مسيرة مجهولة", ["downing", "downing"]),
        ("تمكنت المضادات من إسقاط طائرتين مسيرتين", ["downing", "downing"]),
        ("استهدفت مسيرة مجهولة القاعدة", ["airstrike"]),
        ("أسقطت المضادات مسيرة بعد أن استهدفت مسيرة أخرى القاعدة", ["downing", "downing", "airstrike"]),
    ],
)
def test_a_drone_brought_down_is_no_strike(text, senses):
    """What air defence brings down is not read as a strike by its name alone; one that strikes is."""
    told = [one.sense for one in find(document(text))]
    assert [sense for sense in told if sense in ("downing", "airstrike")] == senses
