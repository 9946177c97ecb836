"""The figures of the gold-sentence benchmark, and its mapping."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.gold_sentences import (
    PLOVER,
    Sentence,
    area_under_curve,
    average_precision,
    measure,
    read_sentences,
)
from marsad.model.what import EVENT_TYPES


def test_every_sub_event_type_is_mapped():
    """No type falls out of the mapping in silence."""
    assert set(PLOVER) == set(EVENT_TYPES)


def test_sentences_without_agreement_are_left_out(tmp_path):
    """Ambiguous sentences are not read, and a newspaper's day comes from the id."""
    file = tmp_path / "assault_gsr.csv"
    file.write_text(
        "accept,id,label,text\n3,AAW_ARB_20071026.0026-2,yes,نص\n1,x_9,ambiguous,نص\n0,x_8,easy no,نص\n"
        "1,AAW_ARB_20079926.0026-2,difficult no,نص\n",
        encoding="utf-8",
    )
    sentences = read_sentences(file)
    assert [sentence.label for sentence in sentences] == ["yes", "easy no", "difficult no"]
    assert [sentence.published_on for sentence in sentences] == [date(2007, 10, 26), None, None]


def test_figures_by_hand():
    """Two of three yes found, and one of four no taken for yes."""
    labels = ["yes", "yes", "yes", "easy no", "easy no", "easy no", "difficult no"]
    sentences = [Sentence(sentence_id="x", text="", label=label, published_on=None) for label in labels]
    out = measure(sentences, [0.9, 0.6, 0.2, 0.0, 0.0, 0.0, 0.8], floor=0.5)
    assert (out["sentences"], out["yes"]) == (7, 3)
    assert (out["precision"], out["recall"], out["f1"]) == (0.6667, 0.6667, 0.6667)
    assert out["said_yes_to"] == {"yes": 0.6667, "easy no": 0.0, "difficult no": 1.0}
    assert out["auc"] == round(10 / 12, 4)  # 0.9 beats four, 0.6 and 0.2 beat three each
    assert out["average_precision"] == round((1 + 2 / 3 + 3 / 4) / 3, 4)


@pytest.mark.parametrize(("measured", "expected"), [(area_under_curve, 0.5), (average_precision, 0.25)])
def test_ties_are_worth_chance(measured, expected):
    """Scores that are all alike rank nothing."""
    assert measured([(0.0, True), (0.0, False), (0.0, False), (0.0, False)]) == expected
