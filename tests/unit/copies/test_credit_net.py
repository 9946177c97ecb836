"""Credits lead from a reworded report to its original."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.copies.credit_net import CreditNet
from marsad.copies.credits import outlet_name
from marsad.copies.words import read_text

RAVEN, OTHER = outlet_name("وكالة الزاجل"), outlet_name("موقع البيدر")
ORIGINAL = read_text("قصف على سوق البلدة صباح اليوم")
CREDITING = read_text("ضربات على متاجر المدينة، حسب ما نقلت وكالة الزاجل")


@pytest.mark.parametrize("first", [1, 2])
@pytest.mark.parametrize(
    ("days", "met"), [*((days, True) for days in range(-4, 5)), (30, False), (-30, False), (None, True)]
)
def test_a_credit_meets_the_reports_of_its_outlet(first, days, met):
    """Whichever comes first meets the other, when they are a few days apart or a day is unknown."""
    net = CreditNet()
    later = date.fromordinal(date(2021, 3, 7).toordinal() + days) if days is not None else None
    steps = {1: (1, ORIGINAL, [RAVEN], date(2021, 3, 7)), 2: (2, CREDITING, [OTHER], later)}
    net.catch(*steps.pop(first))
    ((number, *rest),) = steps.values()
    assert net.catch(number, *rest) == ({first} if met else set())


def test_a_report_that_credits_nobody_meets_nobody():
    """Reports of two outlets without a credit are left to the other nets."""
    net = CreditNet()
    net.catch(1, ORIGINAL, [RAVEN], None)
    assert net.catch(2, read_text("انفجار في مستودع"), [OTHER], None) == set()
