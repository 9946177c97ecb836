"""Which incidents a claim counts."""

import pytest
from tests.unit.claims.conftest import claim, incident, record

from marsad.claims.fit import Fit, fit


def how(told, fact, gazetteer):
    (one,) = record(fact).facts
    return fit(told, one, gazetteer, window=told.window)


@pytest.mark.parametrize(
    ("told", "fact", "expected"),
    [
        ({"what": "Armed clash"}, {}, Fit.YES),
        ({"what": "Battles"}, {}, Fit.YES),
        ({"what": "Air/drone strike"}, {}, Fit.NO),
        ({"what": "Attack"}, {}, Fit.PERHAPS),
        ({}, {"kind": "Peaceful protest"}, Fit.NO),
        ({"actors": ("sdf",)}, {"kind": "Arrests", "side1": ["sdf"], "side2": ["is"]}, Fit.YES),
        ({"actors": ("is",)}, {"kind": "Arrests", "side1": ["sdf"], "side2": ["is"]}, Fit.NO),
        ({"actors": ("turkey",)}, {}, Fit.NO),
        ({"actors": ("is", "sdf")}, {"side1": ["unidentified"]}, Fit.PERHAPS),
        ({"actors": ("civilians",)}, {"side2": ["journalists"]}, Fit.YES),
        ({"measure": "killed"}, {}, Fit.NO),
        ({"measure": "killed"}, {"killed": 2}, Fit.YES),
    ],
)
def test_what_and_whom(told, fact, expected, gazetteer):
    """Types by sub-type or family, actors by the one they belong to, people only where a figure is told."""
    assert how(claim(**told), incident(1, **fact), gazetteer) == expected


@pytest.mark.parametrize(
    ("place", "where", "near", "expected"),
    [
        (("دير الزور", "SY", "SY09"), ("الشحيل", "SY", "SY09"), 1, Fit.YES),
        (("دير الزور", "SY", "SY09"), ("كفرنبل", "SY", "SY07"), 1, Fit.NO),
        (("سوريا", "SY", None), ("كفرنبل", "SY", "SY07"), 1, Fit.YES),
        (("سوريا", "SY", None), ("جنين", "PS", "West Bank"), 1, Fit.NO),
        (("الشحيل", "SY", "SY09"), ("الشحيل", "SY", "SY09"), 1, Fit.YES),
        (("الشحيل", "SY", "SY09"), ("هجين", "SY", "SY09"), 1, Fit.NO),
        (("الشحيل", "SY", "SY09"), ("دير الزور", "SY", "SY09"), 3, Fit.PERHAPS),
        (("ساحة النوارس", "SY", "SY09"), ("هجين", "SY", "SY09"), 1, Fit.PERHAPS),
        (("ساحة الكرامة", "SY", "SY13"), ("شهبا", "SY", "SY13"), 1, Fit.PERHAPS),
        (("ساحة النوارس", "SY", "SY09"), ("كفرنبل", "SY", "SY07"), 1, Fit.NO),
        (("الضفة الغربية", "PS", "West Bank"), ("جنين", "PS", "West Bank"), 1, Fit.YES),
    ],
)
def test_where(place, where, near, expected, gazetteer):
    """A governorate holds its villages, a country its governorates; a vague or unlisted place any in its unit."""
    assert how(claim(place=place), incident(1, place=where, near=near), gazetteer) == expected


@pytest.mark.parametrize(
    ("day", "end", "precision", "expected"),
    [
        ("2024-01-31", "2024-01-31", 1, Fit.YES),
        ("2024-02-01", "2024-02-01", 1, Fit.NO),
        ("2023-12-25", "2024-01-05", 2, Fit.PERHAPS),
        ("2023-12-30", "2024-01-02", 1, Fit.YES),
    ],
)
def test_when(day, end, precision, expected, gazetteer):
    """The days of an incident must meet the window; a vague date that reaches out of it may lie outside."""
    assert how(claim(), incident(1, day=day, end=end, precision=precision), gazetteer) == expected
