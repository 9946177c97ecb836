"""Who attacked in a fight told by those who beat the attack off."""

import pytest

from marsad.events.choose import Choice
from marsad.events.draft import draft_of
from marsad.events.hypothesis import Hypothesis
from marsad.events.repelled import assault_told

TRIED = "أفشلت قوات الجيش اليمني محاولة تسلل لميليشيات الحوثي إلى مواقع في مقبنة."


@pytest.mark.parametrize(
    ("text", "attacker", "defender"),
    [
        (TRIED, "houthi", "yemen-gov"),
        ("تصدت قوات الجيش اليمني لهجوم عنيف شنته ميليشيات الحوثي في مريس.", "houthi", "yemen-gov"),
        ("صدت قوات سوريا الديمقراطية هجوما على مواقعها في هجين.", None, "sdf"),
        ("قتل سبعة من داعش خلال إحباط هجوم كبير على معسكر للجيش المصري في سيناء.", None, None),
        ("دارت مواجهات بين الجيش اليمني والحوثيين إثر هجوم للحوثيين على التلال.", "houthi", None),
        ("قتل عنصر من داعش بعملية أمنية لقوى الأمن الداخلي في الرقة.", "asayish", None),
        ("قتل ثلاثة من الفصائل في كمين لعناصر حزب الله قرب القصير.", "hezbollah", None),
        ("قتل خمسة من الحوثيين في مواجهات عقب هجوم للجيش اليمني في الجوف.", "yemen-gov", None),
    ],
)
def test_whose_attack_it_is(see, text, attacker, defender):
    """The one whose attack is told makes it; who beats it off is named before it."""
    seen = see(text)
    told = assault_told(seen.context, seen.frames[0], seen.frames)
    assert told is not None
    assert (told.attacker, told.defender) == (attacker, defender)


@pytest.mark.parametrize(
    "text",
    [
        "دارت مواجهات بين الجيش اليمني والحوثيين في مريس.",
        "أحبط الجيش اليمني تهريب أسلحة للحوثيين في مأرب.",
        "دارت مواجهات بين الجيش اليمني والحوثيين بعد هجوم على مواقع الحوثيين في نهم.",
    ],
)
def test_no_attack_is_told(see, text):
    """A fight alone tells none, nor does what is foiled but no attack, nor one that only names its target."""
    seen = see(text)
    assert assault_told(seen.context, seen.frames[0], seen.frames) is None


@pytest.mark.parametrize(
    ("kind", "side1"), [("Armed clash", "houthi"), ("Shelling/artillery/missile attack", "yemen-gov")]
)
def test_the_attacker_acts_in_a_clash(see, answered, made_models, kind, side1):
    """Sides that were taken the other way round are set right, in a clash alone."""
    seen = see(TRIED)
    given: Hypothesis = answered(seen)[0]
    member = Hypothesis(
        frame=given.frame, act=given.act, sub_event_type=Choice(kind, None, 0.9),
        side1=Choice("yemen-gov", None, 0.6), side2=Choice("houthi", None, 0.6), place=given.place, date=given.date,
        tolls=given.tolls, beliefs=given.beliefs,
    )  # fmt: skip
    draft = draft_of(seen.context, [member], made_models())
    assert {draft.side1.value, draft.side2.value} == {"houthi", "yemen-gov"}
    assert draft.side1.value == side1
