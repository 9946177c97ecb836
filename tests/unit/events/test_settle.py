"""Which frame's answer an act takes."""

from marsad.events.casualties import OUTCOMES
from marsad.events.choose import Choice
from marsad.events.settle import FIELDS, answer_of, outright, settle_candidates
from marsad.model.quantity import Estimate

TEXT = "قصفت قوات النظام بلدة كفرنبل. وقتل ثلاثة مدنيين بالقصف في مدينة سراقب."


def test_every_field_has_an_answer(see, answered):
    """A frame answers each field, its type by the trigger at its head; its tolls follow the order of outcomes."""
    seen = see(TEXT)
    first, second = answered(seen)
    assert {field: answer_of(first, field) for field in FIELDS if field not in OUTCOMES} == {
        "sub_event_type": first.sub_event_type._replace(mention=first.frame.head),
        "side1": first.side1,
        "side2": first.side2,
        "place": first.place,
        "date": first.date,
    }
    assert [answer_of(second, outcome) for outcome in OUTCOMES] == list(second.tolls)


def test_answers_that_agree_are_one_candidate(see, answered):
    """Frames that say the same need no settling, and no feature."""
    seen = see(TEXT)
    members = answered(seen)
    (candidate,) = settle_candidates(seen.context, members[0], members, "date")
    assert candidate.value.value == members[0].date.value
    assert candidate.features == ()


def test_answers_that_differ_are_rivals(see, answered):
    """The lead's answer comes first, each rival says who gives it."""
    seen = see(TEXT)
    members = answered(seen, place={"z=C>": 5.0})
    candidates = settle_candidates(seen.context, members[1], members, "place")
    assert [candidate.value.value.name for candidate in candidates] == ["سراقب", "كفرنبل"]
    assert "place|lead=True" in candidates[0].features
    assert "place|lead=False" in candidates[1].features


def test_a_toll_told_and_a_toll_untold_are_rivals(see, answered):
    """A number against none at all is a question, too."""
    seen = see(TEXT)
    members = answered(seen, toll={"exact=True|C": 5.0})
    candidates = settle_candidates(seen.context, members[0], members, "killed")
    assert [candidate.value.value for candidate in candidates] == [None, Estimate.exactly(3)]
    assert "toll|largest=True|exact=True" in candidates[1].features


def test_outright_is_in_the_own_sentence(see):
    """An answer is told outright when its words stand in the sentence of the frame."""
    seen = see(TEXT)
    here, there = seen.annotations.places
    frame = seen.frames[0]
    assert outright(seen.context, frame, Choice(here, here, 1.0))
    assert not outright(seen.context, frame, Choice(there, there, 1.0))
    assert not outright(seen.context, frame, Choice(here, None, 1.0))


def test_the_frames_that_answer_otherwise_are_heard(see, answered):
    """An answer is described by what all frames think of it, and a type by the types it stands against."""
    seen = see("هاجم مسلحون حاجزاً في بلدة كفرنبل. وقتل ثلاثة مدنيين بالقصف في البلدة.")
    members = answered(seen)
    kind, *_ = settle_candidates(seen.context, members[0], members, "sub_event_type")
    assert any(feature.startswith("sub_event_type|mean=") for feature in kind.features)
    kinds = [member.sub_event_type.value for member in members]
    assert f"type={kinds[0]}>{kinds[1]}" in kind.features
