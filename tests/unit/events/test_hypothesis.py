"""A frame with every question answered."""

from marsad.events.casualties import OUTCOMES
from marsad.events.hypothesis import answer
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES


def test_every_question_is_answered(see, made_models):
    """Without weights the first candidate of every question is the answer."""
    seen = see("قتل ثلاثة عناصر من قسد بهجوم لداعش في ذيبان أمس.")
    made = answer(seen.context, seen.only, made_models(), act=0.7)
    assert made.frame is seen.only
    assert made.act == 0.7
    assert made.sub_event_type.value in EVENT_TYPES
    assert made.side1.value == "sdf"
    assert made.place.value.name == "ذيبان"
    assert made.date.mention is not None
    assert len(made.tolls) == len(OUTCOMES)
    assert all(toll.value is None for toll in made.tolls)


def test_weights_change_the_answer(see, made_models):
    """What is learned decides between the candidates."""
    seen = see("قتل ثلاثة عناصر من قسد بهجوم لداعش في ذيبان أمس.")
    models = made_models(side1={"part=agent": 9.0}, toll={"killed|told=killed": 9.0})
    made = answer(seen.context, seen.only, models, act=0.7)
    assert (made.side1.value, made.tolls[0].value) == ("is", Estimate.exactly(3))


def test_no_place_named(see, made_models):
    """A report without a place leaves the question open."""
    seen = see("قتل ثلاثة عناصر من قسد بهجوم لداعش.")
    assert answer(seen.context, seen.only, made_models(), act=0.7).place is None
