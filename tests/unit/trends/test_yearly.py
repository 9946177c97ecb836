"""What is left of a change when the season that earlier years show is taken out."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, log, pi

import pytest

from marsad.trends.growth import SWING
from marsad.trends.panel import Panel
from marsad.trends.rates import student
from marsad.trends.search import Search
from marsad.trends.seasons import angle
from marsad.trends.weeks import Weeks
from marsad.trends.yearly import Years, left_of, years_of

np = pytest.importorskip("numpy")
optimize = pytest.importorskip("scipy.optimize")
LAST = date(2024, 9, 29)
SEARCH = Search(name="x")


def panel(*, now=4, before=12, sources=("أ",)):
    return Panel(weeks=Weeks(last=LAST, now=now, before=before), sources=frozenset(sources))


def years(counts, number=1, now=16):
    weeks = Weeks(last=LAST, now=now, before=52 * number)
    return Years(panel=Panel(weeks=weeks, sources=frozenset(("أ",))), counts=tuple(counts))


def as_by_hand(counts, earlier, turn):
    """The same model by a general optimiser: Poisson weeks, a normal prior on the wave, errors scaled by Pearson's.

    Ramadan is left out: it lies in no week of one of both periods.
    """
    weeks = Weeks(last=LAST, now=len(counts) - earlier, before=earlier)
    angles = np.array([angle(weeks.start(number) + timedelta(days=3)) for number in range(len(counts))])
    level = np.minimum(np.arange(len(counts)) // 52, earlier // 52)
    columns = [np.arange(len(counts)) >= turn, np.sin(angles), np.cos(angles), *(level == one for one in set(level))]
    design, seen = np.column_stack(columns).astype(float), np.asarray(counts, float)
    prior = np.array([0, *[(log(SWING) / 2) ** -2] * 2, *[0] * (len(columns) - 3)])
    scale = 1.0
    for _ in range(20):

        def loss(point, by=scale):
            rates = design @ point
            return ((np.exp(rates) - seen * rates).sum()) / by + (prior * point**2).sum() / 2

        start = np.array([0, 0, 0, *[log(seen.mean())] * (len(columns) - 3)])
        point = optimize.minimize(loss, start, method="BFGS", options={"gtol": 1e-7}).x
        means = np.exp(design @ point)
        scale = max(1.0, float(((seen - means) ** 2 / means).sum()) / (len(counts) - len(columns)))
    told = (design.T * means) @ design / scale + np.diag(prior)
    spread = student(0.95, len(counts) - len(columns)) * float(np.sqrt(np.linalg.inv(told)[0, 0]))
    return exp(point[0]), exp(point[0] - spread), exp(point[0] + spread), scale


@pytest.mark.parametrize("wild", [0, 6])
def test_ratio_and_interval_are_those_of_the_model_that_is_told(wild):
    """Against a general optimiser, where weeks are as even as chance and where they jump."""
    chance = np.random.default_rng(5)
    wave = [20 * exp(0.3 * np.cos(2 * pi * week / 52)) for week in range(52 + 16)]
    counts = [int(chance.poisson(rate)) for rate in wave[:64]] + [int(chance.poisson(2 * rate)) for rate in wave[64:]]
    counts = [max(0, count + (-1) ** number * wild) for number, count in enumerate(counts)]
    found = left_of(years(counts), panel()).ratio
    ratio, low, high, scale = as_by_hand(counts, 52, 64)
    assert (found.ratio, found.low, found.high) == pytest.approx((ratio, low, high), rel=0.01)
    assert found.dispersion == pytest.approx((scale - 1) / (sum(counts) / len(counts)), abs=0.002)
    assert (found.dispersion > 0.03) == bool(wild)


def test_a_wave_that_came_last_year_too_is_taken_out():
    """Each autumn twice as many: nothing is left; a step beside it stays."""
    wave = [40 * exp(0.35 * np.cos(2 * pi * (week - 12) / 52)) for week in range(104 + 16)]
    even = [round(rate) for rate in wave]
    told = left_of(years(even, 2), panel())
    assert (told.years, told.sources) == (2, {"أ"})
    assert told.ratio.ratio == pytest.approx(1, abs=0.05)
    assert not told.ratio.shows
    doubled = [*even[:-4], *(2 * count for count in even[-4:])]
    assert left_of(years(doubled, 2), panel()).ratio.ratio == pytest.approx(2, rel=0.06)


def test_each_year_has_a_level_of_its_own():
    """A year of half as many is no reason to see a rise."""
    found = left_of(years([10] * 52 + [20] * 52 + [20] * 16, 2), panel()).ratio
    assert found.ratio == pytest.approx(1, abs=0.02)


def test_whole_years_before_are_counted_on_who_told_throughout(weekly):
    """One source has told for two years and a third; one for a year and a third, which the panel holds as well."""
    old = weekly([2] * (16 + 104), "أ")
    found = years_of(old, SEARCH, panel_on(old))
    assert (found.panel.weeks.before, found.panel.weeks.now, found.panel.sources) == (104, 16, {"أ"})
    assert found.counts == (2,) * 120
    both = old + weekly([1] * (16 + 52), "ب")
    told = years_of(both, SEARCH, panel_on(both))
    assert (told.panel.weeks.before, told.panel.sources) == (52, {"أ", "ب"})
    assert told.counts == (3,) * 68


def panel_on(record):
    """The panel of the last sixteen weeks of the shared record, which ends on its own last day."""
    last = max(one.happening.start for one in record)
    names = frozenset(voice.source for one in record for voice in one.voices)
    return Panel(weeks=Weeks(last=last, now=4, before=12), sources=names)


def test_too_little_in_the_years_before_shows_no_season(weekly):
    """Fifty-two incidents do, fifty-one do not; nor does an empty period, or no whole year."""
    enough = weekly([1] * 52 + [2] * 16, "أ")
    assert years_of(enough, SEARCH, panel_on(enough)) is not None
    few = weekly([0] + [1] * 51 + [2] * 16, "أ")
    assert years_of(few, SEARCH, panel_on(few)) is None
    silent = weekly([1] * 52 + [2] * 12 + [0] * 3 + [1], "أ")
    assert years_of(silent, Search(name="x", type=("Arrests",)), panel_on(silent)) is None
    short = weekly([3] * 51 + [3] * 16, "أ")
    assert years_of(short, SEARCH, panel_on(short)) is None


def test_half_years_that_tell_of_variation_are_those_with_something_in_them():
    """A silent half tells nothing."""
    found = years([1] * 26 + [0] * 26 + [5] * 16)
    assert found.halves == ((1,) * 26,)
