"""Reports coded twice: seeded disagreements give the coefficients that follow from them."""

from __future__ import annotations

import copy

import pytest

from marsad.analyse.double import Double, agreement, disagreements, matched, monthly


def event(**changed):
    made = {
        "sub_event_type": "Attack", "side1": ["is"], "side2": ["civilians"], "status": "reported",
        "place": {"name": "ذيبان", "country": "SY", "place_id": "C1", "latitude": 35.0, "longitude": 40.5},
        "date": {"start": "2024-03-20", "end": "2024-03-20"}, "evidence": "قتل شخصان في ذيبان",
        "killed": {"low": 2, "best": 2, "high": 2}, "killed_civilians": None, "wounded": None, "detained": None,
        "abducted": None,
    }  # fmt: skip
    return {**copy.deepcopy(made), **changed}


def double(first, second, key=1, month="2024-03"):
    return Double(key=key, month=month, first=first, second=second)


def of(found, field):
    return next(one for one in found if one.field == field)


def test_seeded_disagreements_give_known_coefficients():
    """Of ten reports two have another type for the second coder: 80 % the same; the two coefficients by hand."""
    doubles = [
        double([event(sub_event_type=first)], [event(sub_event_type=second)], key)
        for key, (first, second) in enumerate(
            [("Attack", "Attack")] * 5 + [("Armed clash", "Armed clash")] * 3 + [("Attack", "Armed clash")] * 2
        )
    ]
    kind = of(agreement(doubles), "sub_event_type")
    assert (kind.compared, kind.same) == (10, 0.8)
    # 12 values of one type and 8 of the other: 1 - 19 * 4 / (2 * 12 * 8); chance for AC1 is 2 * .6 * .4
    assert kind.alpha == pytest.approx(1 - 19 * 4 / 192)
    assert kind.ac1 == pytest.approx((0.8 - 0.48) / 0.52)
    assert [(one.key, one.field) for one in disagreements(doubles)] == [(8, "sub_event_type"), (9, "sub_event_type")]


def test_the_nearer_the_less_they_differ():
    """A place next door weighs less in alpha than one far off; whether the values are the same counts both alike."""

    def place(name, latitude):
        return {"name": name, "country": "SY", "place_id": name, "latitude": latitude, "longitude": 40.5}

    def found(other):
        rest = [double([event(**one)], [event(**one)], 2) for one in ({}, {"place": place("C9", 33.0)})]
        return agreement([double([event()], [event(**other)]), *rest])

    near, far = found({"place": place("C2", 35.1)}), found({"place": place("C3", 36.5)})
    assert of(near, "place").alpha > of(far, "place").alpha
    assert of(near, "place").same == of(far, "place").same == pytest.approx(2 / 3)


def test_acts_are_paired_by_what_they_tell():
    """In whatever order; what has nothing like it on the other side stands alone, and counts as not found by both."""
    one, other = event(), event(sub_event_type="Arrests", side1=["sdf"], place={
        "name": "الرقة", "country": "SY", "place_id": "C2", "latitude": 36.0, "longitude": 39.0,
    }, date={"start": "2024-01-01", "end": "2024-01-01"}, evidence="اعتقلت قسد")  # fmt: skip
    pairs = matched([one, other], [other, event(killed=None)])
    assert [(old["sub_event_type"], new["sub_event_type"]) for old, new in pairs] == [
        ("Attack", "Attack"), ("Arrests", "Arrests"),
    ]  # fmt: skip
    assert matched([one], [one, other])[1] == (None, other)
    found = agreement([double([one], [one, other])])
    assert of(found, "acts").same == pytest.approx(2 / 3)
    assert [each.field for each in disagreements([double([one], [one, other])])] == ["acts"]
    assert agreement([double([], [])])[0].same is None


def test_drift_shows_month_by_month():
    """The latest month first, each with its own figures."""
    doubles = [double([event()], [event()], 1, "2024-03"), double([event()], [event(status="denied")], 2, "2024-04")]
    found = monthly(doubles)
    assert list(found) == ["2024-04", "2024-03"]
    assert [of(rows, "status").same for rows in found.values()] == [0, 1]


def test_figures_that_nobody_tells_agree():
    """None beside none is the same; none beside some is not."""
    assert of(agreement([double([event()], [event()])]), "wounded").same == 1
    assert of(agreement([double([event()], [event(killed=None)])]), "killed").same == 0
