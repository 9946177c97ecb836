"""What all tests share: bounded, repeatable property tests, and the places that marsad brings along."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.pop("MARSAD_PLACES", None)
os.environ.pop("MARSAD_WORDS", None)
settings.register_profile("marsad", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("marsad")


@pytest.fixture(autouse=True)
def shipped_words() -> Iterator[None]:
    """Begin each test with the shipped words, whatever words the test before put to use."""
    yield
    os.environ.pop("MARSAD_WORDS", None)
