"""A process that links what waits in a store, to be killed while it does."""

from __future__ import annotations

from multiprocessing.connection import Connection

from marsad import gazetteer
from marsad.incidents.linker import Linker
from marsad.store import open_store

__all__ = ["link_all"]


def link_all(url: str, at_once: int, told: Connection) -> None:
    """Link, some reports in one transaction, and tell after each how many are done."""
    with open_store(url, who="killed", wait=60) as store:
        Linker(store, gazetteer.load(), at_once=at_once).link(lambda done: told.send(done.reports))
