"""Who may act, and who may be acted upon."""

import pytest

from marsad.events.choose import Choice
from marsad.events.sides import NOBODY, acting_candidates, affected_candidates, choose_act, seen_actors
from marsad.lexicon.weights import Weights

TEXT = "قصفت قوات النظام مواقع هيئة تحرير الشام في كفرنبل. ودخل الجيش التركي معبر كفرلوسين."
BOMBING = "Shelling/artillery/missile attack"


def seen_by(see, text=TEXT, word="كفرنبل"):
    seen = see(text)
    return seen_actors(seen.context, seen.frame_of(word), BOMBING)


def hit_by(see, side1):
    seen = see(TEXT)
    frame = seen.frame_of("كفرنبل")
    return affected_candidates(seen.context, frame, seen_actors(seen.context, frame, BOMBING), side1, BOMBING)


def test_every_actor_of_the_report_may_act(see):
    """Actors of other sentences are candidates, too, and so are those who are never named."""
    assert [candidate.value for candidate in seen_by(see)] == [
        "syr-regime",
        "hts",
        "turkey",
        "unidentified",
        "civilians",
        "protesters",
        NOBODY,
    ]


def test_an_actor_named_often_is_one_candidate(see):
    """Two names of one side are one candidate, pointed at by the nearer."""
    seen = see("أعلنت قسد حظر التجول. وقصفت قسد بلدة كفرنبل.")
    frame = seen.frame_of("كفرنبل")
    (sdf,) = [each for each in seen_actors(seen.context, frame, BOMBING) if each.value == "sdf"]
    assert frame.first <= sdf.mention.first < frame.stop


def test_unnamed_sides_have_no_words(see):
    """Who is not named is a default: no mention stands behind it."""
    without = {candidate.value for candidate in seen_by(see) if candidate.mention is None}
    assert without == {"unidentified", "civilians", "protesters", NOBODY}


def test_somebody_must_act(see):
    """Nobody can be acted upon, but nobody does not act."""
    told = see(TEXT)
    frame = told.frame_of("كفرنبل")
    seen = seen_actors(told.context, frame, BOMBING)
    hit = affected_candidates(told.context, frame, seen, "syr-regime", BOMBING)
    assert NOBODY not in {candidate.value for candidate in acting_candidates(seen)}
    assert NOBODY in {candidate.value for candidate in hit}


def test_who_usually_hits_whom_is_a_feature(see):
    """The affected side is seen together with the acting one."""
    hts = next(each for each in hit_by(see, "syr-regime") if each.value == "hts")
    assert {"pair=syr-regime>hts", "same|False", "pair=state>jihadi"} <= set(hts.features)


def test_the_two_sides_are_chosen_together(see):
    """A pair that is likelier as a whole wins over the likelier side alone."""
    seen = see(TEXT)
    frame = seen.frame_of("كفرنبل")
    alone = Weights(name="side1", weights={f"code=hts|{BOMBING}": 0.5})
    pairs = Weights(name="side2", weights={"pair=syr-regime>hts": 9.0})
    told = choose_act(seen.context, frame, [Choice(BOMBING, None, 1.0)], alone, pairs)
    assert (told.side1.value, told.side2.value) == ("syr-regime", "hts")
    assert 0 < told.side2.probability <= 1
    assert sum(told.affected.values()) == pytest.approx(1, abs=0.1)
    assert max(told.affected, key=told.affected.get) == "hts"


def test_who_acts_and_is_hit_speaks_for_a_type(see):
    """A type not much less likely wins when its sides fit far better; one that is hardly likely is not asked."""
    seen = see(TEXT)
    frame = seen.frame_of("كفرنبل")
    strike = "Air/drone strike"
    fits = Weights(name="side2", weights={f"code=hts|{BOMBING}": 9.0})
    for share, wanted in ((0.4, BOMBING), (0.05, strike)):
        kinds = [Choice(strike, None, 1 - share), Choice(BOMBING, None, share)]
        told = choose_act(seen.context, frame, kinds, Weights(name="side1"), fits)
        assert (told.sub_event_type.value, told.sub_event_type.probability) == (
            wanted,
            max(share, 1 - share) if wanted == strike else share,
        )


def test_two_of_a_kind_are_marked(see):
    """ "عشيرتين" says that both sides may bear one code."""
    assert "two=True" in seen_by(see, "اندلعت اشتباكات بين عشيرتين في الشحيل.", "الشحيل")[0].features
    assert "two=False" in seen_by(see)[0].features
