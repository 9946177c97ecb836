"""The measuring of copies measures what it says."""

from __future__ import annotations

import json

import pytest

from evaluation.copies import Figures, baseline, measure_linking, measure_pairs, report_of

TEXT = "قتل عنصران بهجوم مسلح في بلدة ذيبان مساء أمس"


def side(text, published="2023-05-03"):
    return {"outlet": "قناة", "published": published, "title": "", "text": text}


def pair(left, right, *, copy, origin=None):
    return {"kind": "k", "copy": copy, "origin": origin, "a": side(left, "2023-05-04"), "b": side(right)}


def test_the_baseline_joins_what_overlaps_by_half():
    """Two runs of three words in common of three are enough, and the earlier is the origin."""
    reports = [
        report_of(side(f"{TEXT} الثلاثاء", "2023-05-04"), "a"),
        report_of(side(TEXT), "b"),
        report_of(side("خبر"), "c"),
    ]
    assert baseline(reports) == [(("a", "b"), "b"), (("c",), "c")]


def test_pairs_are_counted():
    """Right, wrong and missed joins, and origins of the joins that are right."""
    pairs = [
        pair(TEXT, TEXT, copy=True, origin="b"),
        pair(TEXT, TEXT, copy=True, origin="a"),
        pair(TEXT, TEXT, copy=False),
        pair(TEXT, "نزحت عائلات من القرية", copy=True),
        pair(TEXT, "نزحت عائلات من القرية", copy=False),
    ]
    figures, kinds = measure_pairs(pairs, baseline)
    assert figures == Figures(right=2, wrong=1, missed=1, origins_right=1, origins=2)
    assert (figures.precision, figures.recall, figures.origin) == (pytest.approx(2 / 3), pytest.approx(2 / 3), 0.5)
    assert kinds == {"k": [3, 5]}


def test_copies_of_copies_belong_together():
    """`copy_of` is followed to its end."""
    records = [
        {"id": "a", "copy_of": None, **side(TEXT)},
        {"id": "b", "copy_of": "a", **side(TEXT, "2023-05-04")},
        {"id": "c", "copy_of": "b", **side("نزحت عائلات من القرية")},
    ]
    assert measure_linking(json.loads(json.dumps(records)), baseline) == Figures(
        right=1, missed=2, origins_right=1, origins=1
    )


def test_nothing_measured_is_nothing_right():
    """Without pairs every figure is nought, and none fails."""
    assert (Figures().precision, Figures().recall, Figures().f1, Figures().origin) == (0, 0, 0, 0)
