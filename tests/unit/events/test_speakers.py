"""Who stands behind an act."""

import pytest

from marsad.events.draft import drafts_of
from marsad.events.speakers import speakers_of, speaking_kinds
from marsad.lexicon.weights import Weights

TEXT = "قصفت قوات النظام بلدة كفرنبل، وفق ناشطين.\nوقال مصدر طبي إن القصف أوقع ستة جرحى.\nوأعلنت الوزارة افتتاح مدرسة."


@pytest.fixture(scope="module")
def first_draft(see, answered, made_models):
    """Read a report and draft its first act."""

    def draft(text, **report):
        seen = see(text, **report)
        return seen.context, drafts_of(seen.context, answered(seen), made_models())[0]

    return draft


def test_every_kind_quoted_is_a_candidate(first_draft):
    """Whoever speaks anywhere in the report may stand behind the act; each kind once."""
    kinds = [each.value.kind for each in speaking_kinds(*first_draft(TEXT))]
    assert sorted(kinds) == ["activist", "medical", "official"]


def test_what_the_rules_of_reach_say_is_a_feature(first_draft):
    """The speaker of the act's own sentence is told apart from those of others."""
    described = {each.value.kind: each.features for each in speaking_kinds(*first_draft(TEXT))}
    assert "rule=True.True" in described["activist"]
    assert "rule=False.False" in described["official"]
    assert "takes-up|N1" in described["medical"]


def test_several_kinds_may_stand_behind_one_act(first_draft):
    """Two likely kinds are two sources, in the order of the text."""
    weights = Weights(name="source", weights={"kind=activist": 2.0, "kind=medical": 2.0, "kind=official": -2.0})
    assert [source.kind for source in speakers_of(*first_draft(TEXT), weights)] == ["activist", "medical"]


def test_the_outlet_speaks_when_nobody_is_likely(first_draft):
    """Speakers of other things leave the act to the outlet."""
    weights = Weights(name="source", bias=-3.0)
    sources = speakers_of(*first_draft(TEXT, outlet="شبكة الميدان"), weights)
    assert [(source.name, source.kind) for source in sources] == [("شبكة الميدان", "outlet")]


def test_a_side_that_speaks_is_known_as_one(first_draft):
    """A statement of the side that acts is told apart from one of a bystander."""
    text = "أعلنت قوات سوريا الديمقراطية أنها استهدفت مقراً لداعش في هجين."
    described = {each.value.kind: each.features for each in speaking_kinds(*first_draft(text))}
    assert any(feature.startswith("speaks=") for feature in described["party"])


def test_whose_turn_it_is_is_a_feature(first_draft):
    """Who spoke last before the act, who speaks next and who speaks in its own sentence are told apart."""
    described = {each.value.kind: each.features for each in speaking_kinds(*first_draft(TEXT))}
    assert "last=nobody|next=this0" in described["activist"]
    assert "next=other0|own=other" in described["medical"]
    assert any(feature.startswith("away=+1|") for feature in described["medical"])


def test_an_act_known_already_is_described_as_such(first_draft):
    """The outlet recalls what a speaker takes for known: "بعد الغارة"."""
    features = [
        feature
        for text in ("قُصفت البلدة، وفق ناشطين.", "وقال ناشطون إن السوق أُغلق بعد القصف على البلدة.")
        for feature in speaking_kinds(*first_draft(text))[0].features
        if feature.startswith("known=") and "after=" in feature
    ]
    assert any(feature.startswith("known=False|") for feature in features)
    assert any(feature.startswith("known=True|after=بعد") for feature in features)
