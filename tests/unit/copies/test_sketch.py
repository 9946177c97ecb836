"""Which reports are compared at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from marsad.copies.sketch import Nets
from marsad.copies.words import read_text

DAY = date(2021, 3, 7)


def met(first, second, days=0):
    nets = Nets()
    nets.catch(0, read_text(first), DAY)
    return nets.catch(1, read_text(second), DAY + timedelta(days)) == {0}


def test_forwards_cuts_and_rewordings_are_met(wire, reworded):
    """Whatever may be a copy is looked at."""
    assert met(wire, wire)
    assert met(wire, wire.split("\n")[1])
    assert met(wire, reworded)


def test_other_news_is_not_met(wire, witness):
    """A text with other words is never compared."""
    assert not met(wire, witness)


def test_a_forward_is_met_years_later_a_rewording_is_not(wire, reworded):
    """Old texts come back whole; who tells again does so within days."""
    assert met(wire, wire, 2000)
    assert not met(wire, reworded, 200)


def test_a_sentence_in_a_long_report_is_met(wire, witness):
    """A short forward is found in a report many times its length."""
    filler = "\n".join(f"{number} {witness.replace('أم', str(number))}" for number in range(40))
    assert met(f"{filler}\n{wire}", wire.split("\n")[0])


@pytest.mark.parametrize("days", range(-4, 5))
@pytest.mark.parametrize("begin", range(4))
def test_a_rewording_is_met_some_days_before_and_after(wire, reworded, begin, days):
    """Whichever comes first, and on whatever day of the calendar they fall."""
    nets, first = Nets(), DAY + timedelta(begin)
    nets.catch(0, read_text(wire), first)
    assert nets.catch(1, read_text(reworded), first + timedelta(days)) == {0}


@pytest.mark.parametrize("undated", [0, 1])
def test_undated_reports_look_everywhere(undated, wire, reworded):
    """Without a day there is no telling when."""
    nets = Nets()
    days = [DAY, DAY]
    days[undated] = None
    nets.catch(0, read_text(wire), days[0])
    assert nets.catch(1, read_text(reworded), days[1]) == {0}
