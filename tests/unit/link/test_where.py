"""How two places stand to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from marsad.link.where import distance_km, locate, name_key, relation, two_towns

KM_A_DEGREE = 111.195
"""From one degree of latitude to the next."""

DHIBAN = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1}


def put(places, **fields):
    return locate({**DHIBAN, **fields}, places)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ({}, {}, "same village"),
        ({"name": "الرقة", "admin1": "SY11"}, {"name": "الرقّة", "admin1": "SY11"}, "same town"),
        ({}, {"name": "دير الزور", "precision": 2}, "inside"),
        ({}, {"name": "دير الزور", "precision": 3}, "inside"),
        ({}, {"name": "الرقة", "admin1": "SY11"}, "elsewhere"),
        ({}, {"precision": 2}, "same name, one vague"),
        ({}, {"name": "الشحيل"}, "near"),
        ({}, {"name": "الشحيل", "also": ["ذيبان"]}, "told beside"),
        ({}, {"name": "سوريا", "admin1": None, "precision": 3}, "inside"),
        ({}, {"name": "البوكمال"}, "far"),
        ({"name": "تل الحمر"}, {"name": "تل الحمره"}, "like names"),
        ({}, {"name": "بغداد", "country": "IQ", "admin1": "Baghdad"}, "elsewhere"),
    ],
)
def test_relation(places, left, right, wanted):
    """Names, areas and distances decide, whichever place comes first."""
    one, other = put(places, **left), put(places, **right)
    assert relation(one, other) == relation(other, one) == wanted


def test_spellings_share_a_key():
    """Stuck and parted names are one."""
    assert name_key("ديرالزور") == name_key("دير الزّور")


def test_names_of_units_abroad_are_compared_without_article(places):
    """ "Al Anbar" and "Anbar Governorate" are one unit."""
    one = put(places, name="الفلوجة", country="IQ", admin1="Al Anbar")
    assert one.unit == put(places, name="الفلوجة", country="IQ", admin1="Anbar Governorate").unit


def test_a_record_without_a_place_is_loose(places):
    """What has no place can be compared with anything in reach, and breaks nothing."""
    where = locate({}, places)
    assert where.loose
    assert where.keys == ()


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ({"name": "خشام"}, {"name": "دوما", "admin1": "SY03"}, True),
        ({}, {"name": "الرقة", "admin1": "SY11"}, True),
        ({}, {"name": "بغداد", "country": "IQ", "admin1": "Baghdad"}, True),
        ({"name": "خشام"}, {"name": "الغوطة", "admin1": "SY03", "precision": 2}, False),
        ({}, {"name": "الرقة", "admin1": "SY11", "precision": 2}, False),
        ({}, {"name": "الرقة", "admin1": "SY11", "also": ["ذيبان"]}, False),
        ({}, {"name": "البوكمال"}, False),
        ({}, {"name": "قرية بلا سجل", "admin1": "SY03"}, False),
        ({}, {"name": "سوريا", "admin1": None, "precision": 3}, False),
        ({}, {}, False),
    ],
)
def test_two_towns_far_apart(places, left, right, wanted):
    """Towns of two governorates, each known exactly: a vague place, or one told beside, may be the other."""
    one, other = put(places, **left), put(places, **right)
    assert two_towns(one, other) is two_towns(other, one) is wanted


@pytest.mark.parametrize(
    ("apart", "wanted"),
    [
        (0.5, "next"),
        (4.9, "next"),
        (5.1, "near"),
        (14.9, "near"),
        (15.1, "same unit"),
        (39.9, "same unit"),
        (40.1, "far"),
    ],
)
def test_kilometres_decide_where_names_do_not(places, apart, wanted):
    """Two villages of one governorate, north and south of each other."""
    one = put(places)
    other = replace(
        one,
        name="المرجانة",
        keys=("مرجانه",),
        latitude=one.latitude + apart / KM_A_DEGREE,
        also=(),
        within=(),
        stems=(),
    )
    assert relation(one, other) == relation(other, one) == wanted
    assert distance_km(one, other) == pytest.approx(apart)
    assert relation(one, replace(other, located=False)) == "same unit"


@pytest.mark.parametrize(
    ("apart", "exact", "vague"),
    [
        (14.9, "near", "next unit"),
        (15.1, "elsewhere", "next unit"),
        (59.9, "elsewhere", "next unit"),
        (60.1, "elsewhere", "elsewhere"),
    ],
)
def test_beyond_the_border_of_a_unit_only_neighbours_count(places, apart, exact, vague):
    """An exact place near the border may be told as one of the other unit; so may an area, but no unit."""
    one = put(places)
    other = replace(
        one, name="المرجانة", keys=("مرجانه",), unit="SY/other", latitude=one.latitude + apart / KM_A_DEGREE, also=(),
        within=(),
    )  # fmt: skip
    assert relation(one, other) == relation(other, one) == exact
    area = replace(other, precision=2)
    assert relation(one, area) == relation(area, one) == vague
    assert relation(one, replace(other, precision=3)) == "elsewhere"
    assert two_towns(one, other) is (apart > 60)
    assert not two_towns(one, area)
    assert not two_towns(one, replace(other, located=False))


def test_kilometres_follow_the_globe(places):
    """From Damascus to Deir ez-Zor, whichever comes first; nothing is told of a place without a point."""
    damascus, deir = put(places, name="دمشق", admin1="SY01"), put(places, name="دير الزور")
    assert distance_km(damascus, deir) == distance_km(deir, damascus) == pytest.approx(412, abs=15)
    assert distance_km(damascus, replace(deir, longitude=None)) is None
