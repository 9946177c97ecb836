"""Yes-or-no decisions learned from made-up rows."""

from __future__ import annotations

import random
from datetime import date
from functools import partial

import pytest

from evaluation.train.fit import Row, fit_binary
from marsad.lexicon.weights import Weights

learn = partial(fit_binary, name="toy", data="made up", on=date(2025, 1, 1))


@pytest.fixture(scope="module")
def rows():
    """Rows whose answer is told by four features, each right four times in five, among words that mean nothing."""
    chance = random.Random(7)
    made = []
    for report in range(120):
        for _ in range(5):
            answer = chance.random() < 0.4
            features = [f"w{chance.randrange(200)}" for _ in range(6)]
            features += [f"told{n}" for n in range(4) if chance.random() < (0.8 if answer else 0.2)]
            made.append(Row(features, answer, f"report-{report}"))
    return made


@pytest.fixture(scope="module")
def fitted(rows):
    return learn(rows)


def test_the_telling_features_get_the_largest_weights(fitted):
    """What decides the answer weighs most, and says yes."""
    ranked = sorted(fitted.weights.weights.items(), key=lambda item: -abs(item[1]))[:4]
    assert {feature for feature, _ in ranked} == {"told0", "told1", "told2", "told3"}
    assert all(weight > 0 for _, weight in ranked)


def test_figures_on_unseen_reports_are_those_the_data_allow(fitted):
    """Four signs right four times in five decide most cases, never all."""
    assert 0.88 < fitted.figures["auc"] < 0.98
    assert 0.75 < fitted.figures["f1"] < 0.92
    assert fitted.figures["at_recall_0.9"]["dropped"] > 0.3


def test_a_small_model_is_taken_when_it_does_as_well(rows):
    """Of sizes that do alike the smallest ships: forty names of one sign are worth no more than five."""
    signs = [f"sign{n}" for n in range(40)]
    plain = [Row(signs if "told0" in row.features else [], row.answer, row.group_id) for row in rows]
    fitted = learn(plain, keep=(5, 20, None))
    assert len(fitted.weights.weights) == 5
    precisions = fitted.figures["average_precision_by_size"].values()
    assert max(precisions) - min(precisions) < 0.003


def test_training_twice_gives_the_same_weights(rows, fitted):
    """Nothing in training is left to chance."""
    assert learn(rows).weights == fitted.weights


def test_a_report_is_scored_by_weights_that_never_saw_it(rows, fitted):
    """The held-out score of a row is that of its report's unseen weights."""
    for row, score in list(zip(rows, fitted.held_out, strict=True))[::50]:
        assert fitted.unseen(row.group_id).score(row.features) == pytest.approx(score, abs=1e-3)


def test_a_feature_of_one_report_is_not_learned(rows):
    """However often a feature stands in one report, it says nothing about others."""
    leak = [*rows, *[Row(["only here", "told0"], answer=True, group_id="report-0")] * 50]
    assert "only here" not in learn(leak).weights.weights


def test_a_row_may_count_more_than_another():
    """A weight on a row moves the odds by as much as repeating it."""
    once = [Row(["a"], answer=True, group_id=f"{n}", weight=3.0) for n in range(20)] + [
        Row(["a"], answer=False, group_id=f"{n}") for n in range(20)
    ]
    thrice = [row for row in once for _ in range(3 if row.answer else 1)]
    thrice = [Row(row.features, row.answer, row.group_id) for row in thrice]
    left, right = (learn(each, strengths=(1.0,)) for each in (once, thrice))
    assert left.weights.score(["a"]) == pytest.approx(right.weights.score(["a"]), abs=1e-3)
    assert left.weights.probability(["a"]) == pytest.approx(0.75, abs=0.02)


def test_the_card_says_data_date_and_figures(fitted, tmp_path):
    """The shipped file carries its name, what it was learned from, when, and how well it did."""
    model = Weights.read(fitted.write(tmp_path))
    assert model == fitted.weights
    assert (model.card["data"], model.card["date"], model.card["rows"], model.card["reports"]) == (
        "made up",
        "2025-01-01",
        600,
        120,
    )
    assert model.card["cross_validation"]["auc"] == fitted.figures["auc"]


def test_too_few_reports_are_refused():
    """Folds without a report, or without both answers, cannot be scored."""
    with pytest.raises(ValueError, match="Too few"):
        learn([Row(["a"], answer=True, group_id="x")])
