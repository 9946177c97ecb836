"""What a command says where a package is not installed: which, and how to get it."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from marsad.errors import SettingsError
from marsad.missing.loglinear import averaged
from marsad.trends import Spot, changes, hot_spots, rate_ratio, season
from marsad.trends.weeks import Weeks

YEARS = Weeks(last=date(2024, 6, 30), now=60, before=60)
SPOTS = [Spot(key="a", latitude=35.0, longitude=40.0, week=0), Spot(key="b", latitude=36.0, longitude=40.0, week=9)]


@pytest.mark.parametrize(
    ("package", "ask"),
    [
        ("scipy.special", lambda: rate_ratio([1], [1])),
        ("ruptures", lambda: changes([1] * 20)),
        ("statsmodels.genmod.families", lambda: season([1] * 120, YEARS)),
        ("numpy", lambda: hot_spots(SPOTS, weeks=10, recent=2)),
        ("scipy.special", lambda: averaged({(True, True, True): 1})),
    ],
)
def test_the_remedy_is_named(monkeypatch, package, ask):
    """Install marsad[trends]."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SettingsError, match=r"pip install 'marsad\[trends\]'"):
        ask()
