"""Who may stand on the other side though nobody names them."""

from datetime import date

from marsad.events.choose import Choice
from marsad.events.foes import TWO_SIDED, foe_features, unnamed_foes
from marsad.events.sides import acting_candidates, affected_candidates, choose_act, seen_actors, seen_foes
from marsad.lexicon.weights import Weights

TEXT = "دخلت قوات النظام بلدة حمورية في ريف دمشق بعد معارك."
TAKEN = "Government regains territory"


def taken(see, published=date(2018, 3, 16)):
    seen = see(TEXT, published=published)
    return seen.context, seen.frame_of("حموريه")


def test_who_fights_there_may_be_hit(see):
    """Those who fought in the governorate then are yielded, but for those whom the report names."""
    context, frame = taken(see)
    foes = set(unnamed_foes(context, frame, {"syr-regime"}))
    assert "opp" in foes
    assert "syr-regime" not in foes


def test_the_day_counts(see):
    """Years later nobody of them is left there."""
    context, frame = taken(see, date(2021, 3, 16))
    assert "opp" not in set(unnamed_foes(context, frame, ()))


def test_they_are_acted_upon_at_most(see):
    """Who is reckoned is no candidate for the side that acts, and only in acts that take two sides."""
    context, frame = taken(see)
    seen = seen_actors(context, frame, TAKEN)
    foes = seen_foes(context, frame, TAKEN)
    assert "hts" not in {each.value for each in acting_candidates(seen)}
    hit = affected_candidates(context, frame, (*seen, *foes), "syr-regime", TAKEN)
    assert "hts" in {each.value for each in hit}
    assert seen_foes(context, frame, "Air/drone strike") == []
    assert "Armed clash" in TWO_SIDED


def test_they_are_described_by_who_is_named(see):
    """The features tell whom the sentence names."""
    context, frame = taken(see)
    features = dict(foe_features(context, frame, ["opp"]))["opp"]
    assert {"foe", "foe=opp", "foe=opp|with=syr-regime"} <= set(features)


def test_one_is_chosen_when_the_weights_say_so(see):
    """A foe that much speaks for becomes the affected side, without words of its own."""
    context, frame = taken(see)
    side1, side2 = Weights(name="side1", weights={"part=agent": 5.0}), Weights(name="side2", weights={"foe=hts": 9.0})
    told = choose_act(context, frame, [Choice(TAKEN, None, 1.0)], side1, side2)
    assert (told.side2.value, told.side2.mention) == ("hts", None)
    bombed = choose_act(context, frame, [Choice("Air/drone strike", None, 1.0)], side1, side2)
    assert bombed.side2.value != "hts"
