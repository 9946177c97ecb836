"""Weights of the linker are learned from pairs that it compares."""

from __future__ import annotations

from evaluation.linking_gold import by_hand
from evaluation.train.link import compared, fit, incidents, rows
from marsad.evaluate.clusters import b_cubed


def test_pairs_are_of_different_reports_and_answered_by_the_gold():
    """A pair of one report is never a case; its answer is whether the incidents are the same."""
    gold = by_hand("tuning", ["linking-a.jsonl"])
    pairs = list(compared(gold.codings))
    assert pairs
    assert all(left.member.report_id != right.member.report_id for left, right in pairs)
    answers = [row.answer for row in rows(gold)]
    wanted = [gold.incident[left.member] == gold.incident[right.member] for left, right in pairs]
    assert answers == wanted
    assert {True, False} == set(answers)


def test_what_is_learned_joins_what_was_shown():
    """Weights fitted on the tuning half join its events rightly for the most part."""
    gold = by_hand("tuning")
    fitted = fit([gold], "the tuning half")
    assert b_cubed(incidents(gold.codings, fitted.weights), gold.incident).f1 > 0.9
