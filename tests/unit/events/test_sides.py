"""Who may act, and who may be acted upon."""

from marsad.events.sides import NOBODY, acting_candidates, affected_candidates, choose_sides, seen_actors
from marsad.lexicon.weights import Weights

TEXT = "قصفت قوات النظام مواقع هيئة تحرير الشام في كفرنبل. ودخل الجيش التركي معبر كفرلوسين."
BOMBING = "Shelling/artillery/missile attack"


def seen_by(see, text=TEXT, word="كفرنبل"):
    seen = see(text)
    return seen_actors(seen.context, seen.frame_of(word), BOMBING)


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
    seen = seen_by(see)
    assert NOBODY not in {candidate.value for candidate in acting_candidates(seen)}
    assert NOBODY in {candidate.value for candidate in affected_candidates(seen, "syr-regime", BOMBING)}


def test_who_usually_hits_whom_is_a_feature(see):
    """The affected side is seen together with the acting one."""
    hts = next(each for each in affected_candidates(seen_by(see), "syr-regime", BOMBING) if each.value == "hts")
    assert {"pair=syr-regime>hts", "same|False", "pair=state>jihadi"} <= set(hts.features)


def test_the_two_sides_are_chosen_together(see):
    """A pair that is likelier as a whole wins over the likelier side alone."""
    seen = see(TEXT)
    frame = seen.frame_of("كفرنبل")
    alone = Weights(name="side1", weights={f"code=hts|{BOMBING}": 0.5})
    pairs = Weights(name="side2", weights={"pair=syr-regime>hts": 9.0})
    one, two = choose_sides(seen.context, frame, BOMBING, alone, pairs)
    assert (one.value, two.value) == ("syr-regime", "hts")
    assert 0 < two.probability <= 1


def test_two_of_a_kind_are_marked(see):
    """ "عشيرتين" says that both sides may bear one code."""
    assert "two=True" in seen_by(see, "اندلعت اشتباكات بين عشيرتين في الشحيل.", "الشحيل")[0].features
    assert "two=False" in seen_by(see)[0].features


def test_the_words_of_an_act_tell_who_is_hit(see):
    """Every word of the stretch is crossed with the kind of actor: "منازل" speaks for civilians."""
    seen = seen_by(see, "قصفت مدفعية قوات النظام منازل في كفرنبل.")
    civilians = next(each for each in seen if each.value == "civilians")
    assert "cat=civ|w.منازل" in civilians.features


def test_who_fights_where_is_a_feature(see):
    """An actor is seen with the nearest places of the sentence, and with the word that tells the act."""
    hts = next(each for each in seen_by(see) if each.value == "hts")
    assert {"who=hts|at.كفرنبل", "who=hts|head.قصفت"} <= set(hts.features)


def test_an_act_without_a_place_lies_where_the_text_was_before(see):
    """A sentence that names no place takes the last one named."""
    text = "دخلت قسد كفرنبل. ثم قصفت مدفعية قوات النظام المواقع."
    sdf = next(each for each in seen_by(see, text, "قصفت") if each.value == "sdf")
    assert "who=sdf|at.كفرنبل" in sdf.features
