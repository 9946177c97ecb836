"""The store that searching is measured on."""

from __future__ import annotations

from itertools import islice

from benchmarks.search import QUESTIONS, ask, fill, made_up
from marsad.store import open_store


def test_made_up_reports_are_the_same_every_time_and_all_different():
    """A seed fixes texts and events; lengths are those of news, and places and days vary."""
    first, again = list(made_up(40)), list(made_up(40))
    assert [item.report for item in first] == [item.report for item in again]
    assert [item.record for item in first] == [item.record for item in again]
    assert all(1500 < len(item.report.text) < 2200 for item in first)
    assert len({item.report.text for item in first}) == 40
    assert len({item.report.published_on for item in first}) > 30


def test_every_question_is_asked_and_timed(tmp_path):
    """What is measured is what the store answers, and a filled store is counted whole."""
    with open_store(tmp_path / "s.db", create=True) as store:
        count, seconds = fill(store, islice(made_up(60), 60), at_once=25)
        assert (count, store.told().counts["codings"]) == (60, 60)
        assert seconds > 0
        answers = ask(store, 2)
        assert sorted(answer.number for answer in answers) == sorted([*range(len(QUESTIONS))] * 2)
        whole = next(answer for answer in answers if QUESTIONS[answer.number][0] == "" and answer.reports == 60)
        assert whole.clock > 0
