"""How long until an event is first told."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from marsad.missing.delay import delays

LAST = date(2024, 6, 30)


def test_delays_are_shares_within_days(tell):
    """Of four events two are told on the day, one on the next, one after three; long back, nothing is mended."""
    day = date(2024, 1, 1)
    found = delays([tell(day, "أ", delay=delay) for delay in (0, 0, 1, 3)], last=LAST)
    assert found.raw == (0.5, 0.75, 0.75, 1.0)
    assert found.shares == pytest.approx(found.raw)
    assert (found.within(0), found.within(30), found.until(0.9)) == (0.5, 1.0, 3)


def test_what_cannot_be_on_record_yet_is_allowed_for(tell):
    """Every day ten happen, half told at once and half after five days: the last five days show the quick half only."""
    told = [
        tell(LAST - timedelta(days=back), "أ", delay=delay)
        for back in range(20)
        for delay in [0] * 5 + [5] * 5
        if delay <= back
    ]
    found = delays(told, last=LAST)
    assert found.raw[0] > 0.55
    assert found.within(0) == pytest.approx(0.5)


def test_what_is_told_before_it_happens_is_counted_apart(tell):
    """A day is wrong there; vague days, and days to come, are left out."""
    told = [tell(LAST, "أ", delay=-3), tell(LAST, "أ"), tell(LAST, "أ", precision=2), tell(None, "أ")]
    found = delays([*told, tell(LAST, "أ", delay=4)], last=LAST)
    assert (found.number, found.early) == (1, 1)
    assert delays([], last=LAST) is None


def test_the_delay_of_one_source_is_its_own(tell):
    """Whoever tells it second tells it later."""
    told = [tell(LAST - timedelta(days=40), "أ")]
    assert delays(told, last=LAST, source="ب") is None
    assert delays(told, last=LAST, source="أ").within(0) == 1.0


def test_a_single_very_late_report_does_not_decide_over_all(tell):
    """One event of the first day, told on the last: of delays that long the record says too little."""
    told = [tell(LAST - timedelta(days=back), "أ", delay=min(back, 1)) for back in range(60) for _ in range(3)]
    found = delays([*told, tell(LAST - timedelta(days=100), "أ", delay=100)], last=LAST)
    assert found.longest == 1
    assert found.within(1) == 1.0


def test_shares_are_what_counting_each_incident_for_each_day_gives(tell):
    """That is how they are defined; counted so, a record of a hundred thousand reports took minutes."""
    chance = Random(3)
    pairs = [(int(chance.expovariate(0.2)), chance.randrange(90)) for _ in range(400)]
    pairs = [(delay, back) for delay, back in pairs if delay <= back]
    found = delays([tell(LAST - timedelta(days=back), "أ", delay=delay) for delay, back in pairs], last=LAST)

    def known(days):
        return sum(delay <= days <= back for delay, back in pairs)

    assert found.longest == max(delay for delay, _ in pairs if known(delay) >= 20)
    shares = [1.0]
    for days in range(found.longest, 0, -1):
        shares.append(shares[-1] * (1 - sum(delay == days for delay, _ in pairs) / known(days)))
    assert found.shares == tuple(reversed(shares))
    assert found.raw == tuple(
        sum(delay <= days for delay, _ in pairs) / len(pairs) for days in range(found.longest + 1)
    )
