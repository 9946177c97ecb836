"""What all tests share: bounded, repeatable property tests, the places that marsad brings along, and less garbage."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.pop("MARSAD_PLACES", None)
os.environ.pop("MARSAD_WORDS", None)
settings.register_profile("marsad", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("marsad")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep the collector of garbage from tests and modules, which stay, and call it less often after that."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, *gc.get_threshold()[1:])
        gc.enable()


@pytest.fixture(autouse=True)
def shipped_words() -> Iterator[None]:
    """Begin each test with the shipped words, whatever words the test before put to use."""
    yield
    os.environ.pop("MARSAD_WORDS", None)
