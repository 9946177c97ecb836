"""An attack of rockets upon armed people is shelling, and a movement is upon nobody."""

import pytest

from marsad.events.choose import Choice
from marsad.events.draft import draft_of
from marsad.events.hypothesis import Hypothesis

CLASH, SHELLING = "Armed clash", "Shelling/artillery/missile attack"


def _told_as(given: Hypothesis, kind: str) -> Hypothesis:
    return Hypothesis(
        frame=given.frame, act=given.act, sub_event_type=Choice(kind, None, 0.9),
        side1=Choice("sdf", None, 0.6), side2=Choice("sna", None, 0.6), place=given.place, date=given.date,
        tolls=given.tolls, beliefs=given.beliefs,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل عشرة جنود في هجوم صاروخي شنه مسلحون على حافلتهم قرب نبل.", SHELLING),
        ("شن مسلحون هجوماً صاروخياً على ثكنة في مأرب أدى إلى مقتل خمسة جنود.", SHELLING),
        ("لقي جنديان مصرعهما في هجمات صاروخية على قاعدة قرب القائم.", SHELLING),
        ("أصيب أربعة عناصر بهجوم صاروخي على موقعهم في جورين.", SHELLING),
        ("قتل عشرة جنود في هجوم شنه مسلحون على حافلتهم قرب نبل.", CLASH),
        ("دارت اشتباكات إثر هجوم صاروخي على ثكنة في مأرب قتل فيه خمسة جنود.", CLASH),
        ("قتل جندي في هجوم بالرشاشات على نقطة في سراقب.", CLASH),
    ],
)
def test_an_attack_of_rockets_is_no_clash(see, answered, made_models, text, kind):
    """Who is killed by rockets did not fight; where a fight is told as well, it stays one."""
    seen = see(text)
    member = _told_as(answered(seen)[0], CLASH)
    assert draft_of(seen.context, [member], made_models()).sub_event_type.value == kind


def test_other_types_stay_as_told(see, answered, made_models):
    """Only a clash is taken for the shelling that it was."""
    seen = see("قتل عشرة مدنيين في هجوم صاروخي على سوق في تعز.")
    member = _told_as(answered(seen)[0], "Attack")
    assert draft_of(seen.context, [member], made_models()).sub_event_type.value == "Attack"


@pytest.mark.parametrize(("kind", "side2"), [("Change to group/activity", ""), (CLASH, "sna")])
def test_a_movement_is_upon_nobody(see, answered, made_models, kind, side2):
    """Who is named beside those who move is not acted upon: "تنفيذا لاتفاق مع", "انسحب ... و...."""
    seen = see("دخل رتل إلى مدينة الحسكة تنفيذاً لاتفاق بين الطرفين.")
    member = _told_as(answered(seen)[0], kind)
    assert draft_of(seen.context, [member], made_models()).side2.value == side2
