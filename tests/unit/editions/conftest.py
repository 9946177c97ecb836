"""What tests of editions share: the stores and reports of the tests of incidents."""

from __future__ import annotations

from tests.unit.incidents.conftest import (
    by,
    coded,
    event,
    linker,
    new_store,
    places,
    postgres,
    store,
    template,
    told,
    url,
)

__all__ = ["by", "coded", "event", "linker", "new_store", "places", "postgres", "store", "template", "told", "url"]
