"""Acts of one kind in one town on one day: what parts them, and what joins them."""

from __future__ import annotations

import pytest

from marsad.link.compare import comparer, day_features
from marsad.link.same_day import compare_marks


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (("hour dawn",), ("hour night",), ()),
        (("hour dawn",), ("hour noon",), ("marks: one apart",)),
        (("target base",), ("target tank",), ()),
        (("target market",), ("hour noon", "target market"), ("marks: none apart, some alike",)),
        (("near hospital",), ("target hospital",), ("marks: none apart, some alike",)),
        (("at حلب", "spot مشهد"), ("at مشهد",), ("marks: none apart, some alike",)),
        (("spot مشهد", "target market"), ("spot سكري", "target home"), ("marks: several apart",)),
        (("hour noon", "target market"), ("hour noon", "target home"), ("marks: one apart, some alike",)),
        (("sum",), ("target home",), ("sums: one",)),
        (("sum",), ("sum",), ("sums: both",)),
    ],
)
def test_marks_compared(left, right, found):
    """Hours that are next to each other, targets that are kin, and what one does not tell say nothing."""
    assert compare_marks(left, right) == found == compare_marks(right, left)


def _strike(code, name, text, **fields):
    return code(name, sub_event_type="Air/drone strike", evidence=text, **{"side2": ["civilians"], **fields})


def test_two_strikes_of_a_day_are_two_by_hour_and_target(code):
    """A market in the morning and a school in the evening; told alike, they are one."""
    market = _strike(code, "a", "غارة على سوق البلدة صباح اليوم")
    again = _strike(code, "b", "غارة جوية استهدفت صباحا السوق في البلدة")
    school = _strike(code, "c", "غارة على مدرسة في البلدة مساء اليوم")
    assert day_features(market, again) == ("marks: none apart, some alike",)
    assert day_features(market, school) == ("marks: several apart",)
    score = comparer().score
    assert score(market, again) > score(market, school) + 2000


def test_only_acts_of_one_day_are_compared_so(code):
    """The day after is another day in any case, and fighting lasts and moves."""
    market = _strike(code, "a", "غارة على سوق صباحا")
    later = {"start": "2023-05-03", "end": "2023-05-03", "precision": 1}
    assert day_features(market, _strike(code, "b", "غارة على مدرسة مساء", date=later)) == ()
    fight, other = (code(name, evidence=text) for name, text in (("c", "هجوم على سوق"), ("d", "هجوم على مدرسة")))
    assert day_features(fight, other) == ()


def test_figures_of_one_day_and_kind_count_once_more(code):
    """Two raids of a town that held six and two are two."""
    few, many = (
        code(name, sub_event_type="Arrests", detained={"low": held, "best": held, "high": held})
        for name, held in (("a", 2), ("b", 7))
    )
    assert "one day's held: far apart" in day_features(few, many)
