"""Incidents told by sources, as the tests of trends make them."""

from tests.unit.trends.conftest import record, tell, weekly

__all__ = ["record", "tell", "weekly"]
