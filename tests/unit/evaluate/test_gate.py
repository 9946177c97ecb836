"""Floors that must not sink."""

from __future__ import annotations

import json

import pytest

from marsad.errors import ReadError
from marsad.evaluate.gate import breaches, file_sha256, read_floors
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import read_records
from marsad.evaluate.score import score, summarise


@pytest.fixture
def corpus(tmp_path, event):
    file = tmp_path / "gold.jsonl"
    lines = [{"id": "a", "events": [event()]}, {"id": "b", "events": [event()]}]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return file


def floors_file(corpus, floors, sha256=None):
    file = corpus.parent / "floors.json"
    value = {"corpus": {"path": corpus.name, "sha256": sha256 or file_sha256(corpus)}, "floors": floors}
    file.write_text(json.dumps(value), encoding="utf-8")
    return read_floors(file)


def half_right(corpus):
    gold = read_records(corpus)
    return summarise(score(gold, {"a": gold["a"]}, PlaceNames().same_place))


def test_figures_at_their_floor_pass(corpus):
    """One of two found is a recall of one half, which a floor of one half lets through."""
    assert breaches(half_right(corpus), floors_file(corpus, {"found.recall": 0.5, "perfect_reports": 0.5})) == []


def test_a_sunken_floor_is_told_with_both_figures(corpus):
    """The sentence names the measure, its value and its floor."""
    (sentence,) = breaches(half_right(corpus), floors_file(corpus, {"found.recall": 0.51, "fields.place": 0.9}))
    assert sentence == "found.recall is 0.5000, below its floor of 0.5100."


def test_a_changed_corpus_closes_the_gate(corpus):
    """Figures on another corpus say nothing, however high."""
    floors = floors_file(corpus, {"found.recall": 0.1})
    corpus.write_text(corpus.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (sentence,) = breaches(half_right(corpus), floors)
    assert "has changed" in sentence


def test_a_floor_for_no_measure_is_a_breach(corpus):
    """A misspelt name fails the gate instead of guarding nothing."""
    (sentence,) = breaches(half_right(corpus), floors_file(corpus, {"found.f2": 0.1}))
    assert "no measure 'found.f2'" in sentence


def test_a_file_that_holds_no_floors_is_refused(tmp_path):
    """A floors file without a corpus cannot be read."""
    file = tmp_path / "floors.json"
    file.write_text('{"floors": {}}', encoding="utf-8")
    with pytest.raises(ReadError, match="no floors file"):
        read_floors(file)
