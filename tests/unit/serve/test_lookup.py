"""Places and actors by what people type, or select in a report."""

from __future__ import annotations

import pytest

from marsad.gazetteer import load
from marsad.serve.lookup import find_actors, find_places, precision_of, usual_actors


@pytest.mark.parametrize("asked", ["الرقة", "الرقه", "رقة", "Raqqa", "في مدينة الرقة"])
def test_places_are_found_in_either_language(asked):
    """Spelling and article do not matter, nor do words around the name."""
    assert find_places(load(), asked, country="SY")[0].admin1 == "SY11"


def test_places_of_the_country_come_first():
    """ذيبان in Syria before the one in Jordan, and the other way round."""
    assert find_places(load(), "ذيبان", country="SY")[0].country == "SY"
    assert find_places(load(), "ذيبان", country="JO")[0].country == "JO"


@pytest.mark.parametrize(
    ("asked", "code"),
    [("قسد", "sdf"), ("لقسد", "sdf"), ("والتحالف الدولي", "coalition"), ("islamic state", "is"), ("روسيا", "russia"),
     ("Turkey", "turkey"), ("sna", "sna")],
)  # fmt: skip
def test_actors_are_found_by_any_name(asked, code):
    """By names of the registry in both languages, by code, by country, behind what a report writes before a name."""
    assert find_actors(asked)[0].code == code


@pytest.mark.parametrize("asked", ["", "   ", "ء", "ال", "%", "\\", "qqqq"])
def test_nothing_much_finds_nothing_much(asked):
    """Whatever is typed, there is an answer, and never more than a dozen."""
    assert len(find_places(load(), asked)) <= 12
    assert len(find_actors(asked)) <= 12


def test_a_governorate_is_no_exact_place():
    """What is chosen says how precise it is."""
    assert precision_of(load().by_id("SY11")) == 3


def test_usual_actors_are_registered():
    """The list before anything is typed has each once."""
    codes = [actor.code for actor in usual_actors()]
    assert len(set(codes)) == len(codes) == 10
