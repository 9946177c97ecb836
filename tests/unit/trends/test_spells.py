"""Spells and tempo of two actors."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.trends.spells import tempo

DAY = date(2024, 3, 1)
PAIR = ("sdf", "is")


def on(tell, *days, **fields):
    return [tell(DAY + timedelta(days=day), "أ", **fields) for day in days]


def test_long_quiet_parts_spells(tell):
    """Fourteen quiet days end none, fifteen do."""
    found = tempo(on(tell, 0, 3, 17, 40, 41), PAIR, last=DAY + timedelta(days=50))
    assert [(spell.first.day, spell.days, len(spell.ids)) for spell in found.spells] == [(1, 18, 3), (10, 2, 2)]
    assert (found.gap, found.since, found.lasts) == (3, 9, True)
    assert not tempo(on(tell, 0), PAIR, last=DAY + timedelta(days=15)).lasts


def test_who_acts_and_who_answers(tell):
    """IS acts three times, and two of these are followed by an act of the SDF within a week."""
    sdf = {"side1": ["sdf"], "side2": ["is"]}
    found = tempo(on(tell, 0, 10, 30) + on(tell, 2, 17, **sdf), PAIR, last=DAY + timedelta(days=30))
    assert found.answered == ((0, 2), (2, 3))
    assert [spell.by for spell in found.spells] == [(2, 3)]


def test_the_killed_of_a_spell_are_a_range(tell):
    """Low figures added, high figures added; who is not told of adds nothing."""
    told = on(tell, 0, figures={"killed": {"low": 2, "best": 3, "high": 5}}) + on(tell, 1)
    told += on(tell, 2, figures={"killed": {"low": 4, "best": 4, "high": None}})
    (spell,) = tempo(told, PAIR, last=DAY).spells
    assert spell.killed == (6, 9)


def test_vague_days_make_no_spell(tell):
    """Nor does nothing."""
    found = tempo(on(tell, 0, precision=2), PAIR, last=DAY)
    assert (found.spells, found.gap, found.since, found.lasts) == ((), None, None, False)


def test_an_answer_comes_within_seven_days_and_not_on_the_same(tell):
    """Seven days later is one, eight are none; of two acts of one day nobody knows which came first."""
    sdf = {"side1": ["sdf"], "side2": ["is"]}
    assert tempo(on(tell, 0) + on(tell, 7, **sdf), PAIR, last=DAY).answered[1] == (1, 1)
    assert tempo(on(tell, 0) + on(tell, 8, **sdf), PAIR, last=DAY).answered[1] == (0, 1)
    assert tempo(on(tell, 0) + on(tell, 0, **sdf), PAIR, last=DAY).answered == ((0, 1), (0, 1))


def test_a_short_spell_has_the_rate_of_a_week(tell):
    """Three incidents in two days are three a week; ten in twenty-one days are ten by three."""
    (short,) = tempo(on(tell, 0, 0, 1), PAIR, last=DAY).spells
    assert (short.days, short.a_week) == (2, 3)
    (long,) = tempo(on(tell, 0, *range(2, 18, 2), 20), PAIR, last=DAY).spells
    assert (long.days, long.a_week) == (21, 10 / 3)
