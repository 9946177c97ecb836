"""Places and actors by what people type, or select in a report."""

from __future__ import annotations

from datetime import date

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


@pytest.mark.parametrize(
    ("asked", "country", "day", "code"),
    [
        ("قوات", "SY", date(2018, 3, 1), "sdf"), ("الأمن", "SY", date(2014, 3, 1), "syr-regime"),
        ("الأمن", "SY", date(2025, 3, 1), "syr-gov"), ("الجيش", "YE", date(2020, 3, 1), "yemen-gov"),
        ("ميليشيا", "YE", date(2020, 3, 1), "houthi"), ("turk", "SY", date(2020, 3, 1), "turkey"),
    ],
)  # fmt: skip
def test_actors_of_the_country_and_the_day_come_first(asked, country, day, code):
    """What many are called means those who are there at that time; a whole before what one of its units is called."""
    assert find_actors(asked, country=country, day=day)[0].code == code


def test_an_actor_of_elsewhere_is_still_found():
    """It only comes later."""
    assert "houthi" in [actor.code for actor in find_actors("الحوثي", country="SY", day=date(2020, 3, 1))]


def test_the_usual_actors_of_a_country_come_first():
    """Behind civilians and those unknown; each once."""
    codes = [actor.code for actor in usual_actors("YE")]
    assert codes[:2] == ["civilians", "unidentified"]
    assert {"houthi", "yemen-gov"} <= set(codes[:6])
    assert len(set(codes)) == len(codes) <= 12


def test_the_list_says_what_an_actor_is(browser):
    """Kind and country, as places say where they lie: codes are for programs."""
    (first, *_) = browser("coder").get("/lookup/actors?q=قسد&country=SY&day=2020-01-01").json()
    assert first == {"value": "sdf", "label": "Syrian Democratic Forces", "where": "militia, Syria"}


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


@pytest.mark.parametrize(
    ("entry", "page"),
    [("sdf", "/words/entry/actors/sdf"), ("ied.noun", "/words/entry/triggers/ied.noun")],
)
def test_an_entry_leads_to_its_one_page(browser, entry, page):
    """Who asks why a field was coded so comes to the entry with its names, where it can be amended."""
    answer = browser("viewer").get(f"/entries/{entry}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    assert browser("viewer").get("/entries/nothing.of-the-kind").status_code == 404
