"""Acts keep their numbers through new codings."""

from __future__ import annotations

import pytest

from marsad.incidents import acts
from marsad.incidents.acts import number_acts


def act(evidence, **fields):
    return {
        "evidence": evidence,
        "sub_event_type": "Armed clash",
        "side1": ["is"],
        "side2": ["sdf"],
        "place": {"name": "ذيبان"},
        "date": {"start": "2024-03-20"},
        **fields,
    }


CHECKPOINT = act("هاجم مسلحون حاجز المعبر في ذيبان فقتلوا عنصرين")
RAID = act("داهمت دورية منازل في الشحيل واعتقلت ثلاثة", sub_event_type="Arrests", side1=["sdf"], side2=["civilians"])
SHELLING = act("سقطت قذائف على أطراف البوكمال", sub_event_type="Shelling/artillery/missile attack")


def test_the_first_coding_numbers_from_nought():
    """As files do, so that ids of incidents are the same there."""
    assert number_acts({}, [CHECKPOINT, RAID]) == [0, 1]


def test_a_new_coding_finds_its_acts_whatever_comes_before():
    """An act that only the new coder sees gets a number of its own, though it stands first."""
    assert number_acts({0: CHECKPOINT, 1: RAID}, [SHELLING, CHECKPOINT, RAID]) == [2, 0, 1]
    assert number_acts({0: CHECKPOINT, 1: RAID}, [RAID]) == [1]


def test_a_number_is_never_used_for_another_act():
    """Not even when the act that had it is told no more."""
    assert number_acts({0: CHECKPOINT, 1: RAID}, [SHELLING]) == [2]


def test_words_decide_more_than_fields():
    """A quotation cut otherwise, of another type, is the same act; another quotation with the same fields is not."""
    cut = act("حاجز المعبر في ذيبان فقتلوا عنصرين", sub_event_type="Attack", side1=["unidentified"])
    assert number_acts({0: CHECKPOINT}, [cut]) == [0]
    assert number_acts({0: CHECKPOINT}, [act("انفجرت عبوة بدورية قرب الحقل النفطي")]) == [1]


def test_of_two_that_fit_the_better_goes_first():
    """The act told word for word has the number, not the one that merely begins alike."""
    alike = act("هاجم مسلحون حاجز المعبر في ذيبان ليلاً ثم انسحبوا")
    assert number_acts({0: CHECKPOINT}, [alike, CHECKPOINT]) == [1, 0]


@pytest.mark.parametrize("ahead", [0, 1])
def test_a_report_of_many_acts_is_numbered_at_once(monkeypatch, ahead):
    """What is told in the same words is found by them: ten times the acts are not a hundred times the pairs."""
    looked_at = []
    plain = acts._likeness
    monkeypatch.setattr("marsad.incidents.acts._likeness", lambda *pair: looked_at.append(1) or plain(*pair))
    known = {number: act(f"هجوم على حاجز {number}", date={"start": f"2024-{number}"}) for number in range(300)}
    new = [act("اتفاق جديد في تدمر", side1=["sdf"])] * ahead
    numbers = number_acts(known, [*new, *known.values()])
    assert numbers == [*range(300, 300 + ahead), *range(300)]
    assert len(looked_at) < 1_500
