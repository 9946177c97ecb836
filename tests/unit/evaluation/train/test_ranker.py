"""Choices among candidates learned from made-up groups."""

from __future__ import annotations

import random
from datetime import date
from functools import partial
from math import exp

import pytest

from evaluation.train.fit import Group, fit_ranker, fold_of

learn = partial(fit_ranker, name="toy", data="made up", on=date(2025, 1, 1))


@pytest.fixture(scope="module")
def groups():
    """Choices whose right candidate is "near" nine times in ten and others one time in ten."""
    chance = random.Random(3)
    made = []
    for report in range(100):
        for _ in range(3):
            right = chance.randrange(4)
            candidates = [
                (
                    [
                        f"w{chance.randrange(100)}",
                        *(["near"] if chance.random() < (0.9 if n == right else 0.1) else []),
                    ],
                    n == right,
                )
                for n in range(4)
            ]
            made.append(Group(f"report-{report}", candidates))
    return made


@pytest.fixture(scope="module")
def fitted(groups):
    return learn(groups, keep=(3, None))


def test_the_telling_feature_wins_choices(fitted):
    """A candidate with the telling feature beats one without, on unseen reports about as often as it can."""
    assert fitted.weights.kind == "ranker"
    assert fitted.weights.score(["near"]) > 2
    assert 0.75 < fitted.figures["accuracy"] < 0.92
    assert fitted.figures["first_candidate"] < 0.4


def test_two_candidates_learn_their_log_odds():
    """With one feature on one of two candidates the weight tends to the log odds of its being right."""
    made = [Group(f"{n}", [(["a"], n % 4 != 0), ([], n % 4 == 0)]) for n in range(400)]
    weights = learn(made, strengths=(100.0,)).weights
    assert 1 / (1 + exp(-weights.score(["a"]))) == pytest.approx(0.75, abs=0.01)


def test_one_of_several_right_candidates_is_enough():
    """A choice with two right candidates is right with either."""
    made = [Group(f"{n}", [(["a"], True), (["b"], True), (["c"], False)]) for n in range(50)]
    fitted = learn(made, strengths=(1.0,))
    assert fitted.figures["accuracy"] == 1.0
    assert fitted.weights.score(["c"]) < 0 < fitted.weights.score(["a"])


def test_a_choice_without_a_right_candidate_counts_as_wrong(groups):
    """Choices that cannot be answered lower the accuracy of all and teach nothing."""
    hopeless = [Group(group.group_id, [(features, False) for features, _ in group.candidates]) for group in groups]
    clean = learn(groups)
    mixed = learn([*groups, *hopeless])
    assert mixed.weights.weights == pytest.approx(clean.weights.weights)
    assert mixed.figures["accuracy_of_all"] == pytest.approx(clean.figures["accuracy"] / 2, abs=1e-3)
    assert mixed.figures["with_a_right_candidate"] == 0.5


def test_a_report_is_scored_by_weights_that_never_saw_it(groups, fitted):
    """The held-out score of a candidate is that of its report's unseen weights."""
    rows = [(group.group_id, features) for group in groups for features, _ in group.candidates]
    for (report, features), score in list(zip(rows, fitted.held_out, strict=True))[::97]:
        assert fitted.unseen(report).score(features) == pytest.approx(score, abs=1e-3)


def test_reports_are_dealt_by_their_id_alone():
    """A report's fold is the same whatever else is trained on, and folds are about alike in size."""
    folds = [fold_of(f"report-{n}") for n in range(1000)]
    assert all(150 < folds.count(fold) < 250 for fold in range(5))
    assert fold_of("ant-0001") == fold_of("ant-0001")


def test_too_few_reports_are_refused():
    """A fold that leaves nothing to learn from cannot be scored."""
    with pytest.raises(ValueError, match="Too few"):
        learn([Group("x", [(["a"], True), (["b"], False)])])
