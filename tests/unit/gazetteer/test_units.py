"""Countries and units by code and by name."""

import pytest

from marsad.gazetteer import load
from marsad.gazetteer.units import code_of, like, units_called


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("SY", "SY"),
        ("سوريا", "SY"),
        ("SY07", "SY07"),
        ("إدلب", "SY07"),
        ("ادلب", "SY07"),
        ("Idlib", "SY07"),
        ("idleb", "SY07"),
        ("deir ez zor", "SY09"),
        ("الحسكة", "SY08"),
        ("SY0902", "SY0902"),
        ("البوكمال", "SY0902"),
        ("Taizz", "Taizz"),
        ("YE15", "Taizz"),
        ("تعز", "Taizz"),
        ("Amman", "Amman"),
        ("الجيزة", "Giza"),
    ],
)
def test_a_unit_is_found_by_code_and_by_name(told, code):
    """In either language; of a governorate, its district and its centre under one name it is the governorate."""
    assert {code_of(unit) for unit in units_called(load(), told)} == {code}


@pytest.mark.parametrize("told", ["SY99", "XX", "ذيبان الكبرى", "", "  ", "البحر"])
def test_what_is_no_unit_is_none(told):
    """Neither a code that nobody gave, nor words, nor a place that is no unit."""
    assert units_called(load(), told) == ()


def test_units_of_one_name_in_two_countries_are_both_told():
    """Nobody can say which of them is meant."""
    assert {code_of(unit) for unit in units_called(load(), "عمان")} == {"OM", "Amman"}


def test_a_misspelt_name_has_names_like_it():
    """So a person can be asked whether that was meant."""
    assert "SY07" in {code_of(unit) for unit in like(load(), "ادلبب")}
    assert like(load(), "مستوصف") == ()
