"""Questions of the workbench as searches that are looked at again and again."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from marsad.errors import SettingsError
from marsad.trends.saved import search_at


def at(**asked):
    return search_at("سؤال", f"/explore?{urlencode(asked)}")


def test_kinds_areas_and_actors_are_asked_and_days_left_out():
    """Who acts against whom is asked by sides, a unit of another country by its name."""
    found = at(kind="Arrests", area="IQ/Al Anbar", actor="sdf", against="sdf\nis", since="2024-01-01", month="2024-03")
    assert (found.type, found.area, found.actor) == (("Arrests",), ("Al Anbar",), ("sdf",))
    assert (found.side1, found.side2, found.name) == (("sdf",), ("is",), "سؤال")
    assert search_at("الكل", "/explore").area == ()


@pytest.mark.parametrize(
    "part", ["q", "source", "status", "box", "vague", "sources", "credibility", "attribution", "contested", "differing"]
)
def test_what_a_trend_is_not_asked_is_refused(part):
    """A search that would answer another question than the one saved is none."""
    with pytest.raises(SettingsError, match="It asks for"):
        at(**{part: "1"}, kind="Arrests")


def test_an_actor_of_no_registry_is_refused():
    """As in a file of searches."""
    with pytest.raises(SettingsError, match="no actor of the registry"):
        at(actor="other:لواء")


def test_a_name_is_meant_as_the_page_means_it():
    """A governorate typed as a place, the page of a district, an actor by its name: the same question as was saved."""
    assert at(place="إدلب").area == ("SY07",)
    assert at(area="إدلب").area == ("SY07",)
    assert at(within="SY0903").area == ("SY0903",)
    assert at(actor="قسد").actor == ("sdf",)


@pytest.mark.parametrize("asked", [{"place": "ذيبان"}, {"within": "C5110"}, {"area": "SY99"}])
def test_a_place_that_is_no_area_is_refused(asked):
    """Left out, the search would be of everything, under the name of the place."""
    with pytest.raises(SettingsError, match="o country"):
        at(**asked)


def test_two_places_at_once_are_refused():
    """Of one that lies outside the other there is nothing to count."""
    with pytest.raises(SettingsError, match="two places"):
        at(place="إدلب", area="SY09")
