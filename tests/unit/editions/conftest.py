"""What tests of editions share: the stores and reports of the tests of incidents."""

from __future__ import annotations

from tests.unit.incidents.conftest import (
    by,
    coded,
    event,
    linker,
    places,
    store,
    told,
    url,
)

__all__ = ["by", "coded", "event", "linker", "places", "store", "told", "url"]
