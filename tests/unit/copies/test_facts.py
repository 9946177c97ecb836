"""Figures and places by which one bulletin differs from the next."""

from __future__ import annotations

import pytest

from marsad import gazetteer
from marsad.copies.facts import agreement, facts_of
from marsad.copies.words import read_text


@pytest.fixture(scope="module")
def facts():
    places = gazetteer.load()
    return lambda text: facts_of(read_text(text), places)


def test_figures_are_counts_and_no_dates(facts):
    """A toll in words or digits is a figure, a day of the month and a vague "عدداً من" are none."""
    found = facts("قتل ثلاثة مدنيين وجرح ٧ آخرون في 12 آذار 2021 وتضرر عدد من المنازل")
    assert found.figures == {3, 7}


def test_a_replaced_toll_and_village_are_seen(facts, wire, next_day):
    """The next day's bulletin has other figures and another place in the same words."""
    agree = agreement(facts(wire), facts(next_day))
    assert agree.replaced >= 3


def test_a_rewording_replaces_nothing(facts, wire, reworded):
    """The same told in other words has the same figures and places."""
    agree = agreement(facts(wire), facts(reworded))
    assert (agree.replaced, agree.lacking) == (0, 0)
    assert agree.shared >= 3


def test_a_cut_report_lacks_nothing(facts, wire):
    """What was cut off is missing from the short one alone."""
    assert agreement(facts(wire.split("\n")[0]), facts(wire)).lacking == 0


def test_a_place_is_found_behind_its_clitics(facts):
    """ "بسرمين" names the place that "سرمين" does."""
    agree = agreement(facts("قصف على بلدة سرمين"), facts("سقوط قذائف بسرمين"))
    assert agree.lacking == 0


def test_a_name_of_an_outlet_is_no_place(facts):
    """ "وكالة الغوطة" is an outlet."""
    assert facts("نقلت وكالة حلب أن الطريق مقطوع").places == frozenset()
