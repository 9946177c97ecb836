"""What tests of releases share: stores of both kinds, reports with their records, and a clock that goes on."""

from __future__ import annotations

import pytest
from tests.unit.store.conftest import by, event, keeping, store, url

from marsad.release import make

__all__ = ["by", "event", "keeping", "store", "url"]


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
