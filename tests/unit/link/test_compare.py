"""Scores that can be explained."""

from __future__ import annotations

import pytest

from marsad.link.compare import FLOOR, comparer, features
from marsad.link.read import codings_of


def test_reasons_sum_to_the_score(reports, places):
    """Every score is the sum of its reasons, but never below the floor, whichever coding comes first."""
    made = [coding for report in reports[:12] for coding in codings_of(report, places)]
    compare = comparer()
    for left in made:
        for right in made:
            if left is not right:
                score = compare.score(left, right)
                assert score == compare.score(right, left)
                assert score == max(FLOOR, sum(reason.weight for reason in compare.explain(left, right)))


def test_features_say_what_was_compared(code):
    """A feature for each thing that both tell."""
    left = code("a", evidence="هجوم على حاجز المعبر", outlet="وكالة", killed={"low": 2, "best": 2, "high": 2})
    right = code("b", evidence="الهجوم على حاجز المعبر", outlet="وكالة", killed={"low": 2, "best": 2, "high": 2})
    assert set(features(left, right)) == {
        "place: same village", "kind: same", "side1: same", "side2: same", "day: same", "killed: same, few",
        "words: most", "text: copied", "names: 0", "outlet: same",
    }  # fmt: skip


def test_a_text_that_names_the_other_place_is_seen(code):
    """ "Far" places speak less against a link when one report names the place of the other."""
    left = code("a", text="هجوم على حاجز في قرية غريبة ضمن ريف البوكمال", place={"name": "البوكمال"})
    told, silent = code("b", text="هجوم في ذيبان قرب البوكمال"), code("c", text="هجوم في ذيبان على حاجز")
    assert "named: in the other's text" in features(left, told)
    assert "named: not in the other's text" in features(left, silent)


def test_rare_words_that_both_texts_share_are_counted(code):
    """Names that few texts hold speak for one act, each more than the one before; common words do not."""
    common, names = "هجوم على حاجز", ("زلبية", "شنان", "سمطرة", "غرنوق", "قطيفان")
    for shared in range(6):
        left = code("a", text=" ".join((common, *names[:shared], "مرجانة")))
        right = code("b", text=" ".join((common, *names[:shared], "نورس")))
        assert f"names: {shared if shared < 4 else '4 or more'}" in features(left, right)


def test_details_show_what_was_seen(code):
    """The words shared, the places and the days stand beside their features."""
    told = {
        reason.feature: reason.detail for reason in comparer().explain(code("a"), code("b", place={"name": "الشحيل"}))
    }
    assert told["place: near"].startswith("ذيبان (1), الشحيل (1), ")
    assert told["day: same"] == "2023-05-02, 2023-05-02"
    assert told["side1: same"] == "is against sdf; is against sdf"


def test_acts_in_two_towns_far_apart_are_two(code):
    """Whatever else two acts share, towns of different governorates keep them apart."""
    alike = {"evidence": "غارة على رتل", "killed": {"low": 100, "best": 100, "high": 100}}
    left = code("a", **alike)
    right = code("b", place={"name": "دوما", "admin1": "SY03"}, **alike)
    assert comparer().score(left, right) == FLOOR
    assert comparer().score(left, code("c", **alike)) > 0


@pytest.mark.parametrize(
    ("kind", "side", "killed"),
    [
        ("Shelling/artillery/missile attack", "syr-regime", 7),
        ("Remote explosive/landmine/IED", "unidentified", 2),
        ("Attack", "unidentified", 3),
    ],
)
def test_an_arrest_and_a_killing_in_one_town_on_one_day_are_two(code, kind, side, killed):
    """Day, town and the words that all reports of a region share do not make one act of two forces one act."""
    words = "في مدينة هجين بريف دير الزور الشرقي أمس"
    there = {"place": {"name": "هجين"}, "side2": ["civilians"]}
    arrest = code(
        "a", sub_event_type="Arrests", side1=["sdf"], detained={"low": 6, "best": 6, "high": 6},
        text=f"اعتقلت قوات سوريا الديمقراطية ستة أشخاص {words}", **there,
    )  # fmt: skip
    other = code(
        "b", sub_event_type=kind, side1=[side], killed={"low": killed, "best": killed, "high": killed},
        text=f"قتل أشخاص {words}", **there,
    )  # fmt: skip
    assert comparer().score(arrest, other) < 0
