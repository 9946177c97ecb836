"""What tests of releases share: stores of both kinds, reports with their records, and a clock that goes on."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from tests.unit.store.conftest import by, event, keeping, store, url

from marsad.release import make
from marsad.store import clock as store_clock

__all__ = ["by", "event", "keeping", "store", "url"]


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock that goes on by itself, and at once by as much as somebody wishes to sleep; all that was slept."""
    slept = []

    class Ahead(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(seconds=sum(slept))

    monkeypatch.setattr(make, "time", SimpleNamespace(time=lambda: time.time() + sum(slept), sleep=slept.append))
    monkeypatch.setattr(make, "datetime", Ahead)
    monkeypatch.setattr(store_clock, "datetime", Ahead)
    return slept


@pytest.fixture
def folder(tmp_path):
    """Where releases go."""
    return tmp_path / "releases"


@pytest.fixture
def rules(tmp_path):
    """Rules by which nothing is held back."""
    path = tmp_path / "rules.toml"
    path.write_text("rule = []\n", encoding="utf-8")
    return path


@pytest.fixture
def released(store, folder, rules):
    """Make a release of all that is kept."""
    return lambda **how: make.make_release(store, folder, **({"rules": rules} | how))
