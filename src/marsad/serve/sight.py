"""What a person sees of the store: the one place where that is decided, for pages and for everything else."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace

from sqlalchemy import Connection

from marsad.amend.use import as_at_start, use_words_of
from marsad.editions.prepare import Asking, here, prepare, waiting
from marsad.errors import MarsadError
from marsad.gazetteer import load
from marsad.serve.desk import bench_of
from marsad.serve.permissions import Permission, may
from marsad.store import Store
from marsad.store.access import hidden_from, kept_collections, may_hide
from marsad.store.accounts import User, kept_users
from marsad.store.blind import open_reading, to_code_blind
from marsad.store.editions import is_whole
from marsad.store.sight import Sight

__all__ = ["getting_ready", "is_blind", "keep_ready", "make_ready", "seen_by", "uncovered"]

_LOG = logging.getLogger("marsad.serve")
_AT_ONCE = 50
_PAUSE = 5.0


def seen_by(
    store: Store, user: User | None, connection: Connection, *, hiding: tuple[bool, bool] | None = None
) -> Store:
    """Return the store as somebody sees it and acts in it; `store` is one that sees everything, read by `connection`.

    `hiding` is what `may_hide` says, where that was asked already.

    What is read through `reading()` leaves out collections of other groups, reports that he is to code blind with all
    that was found in them, and, for a role without the permission PRIVATE, names of private people and places that the
    rules of the public edition make coarser.
    """
    collected, asked_blind = hiding if hiding is not None else may_hide(connection, user)
    hidden = hidden_from(connection, user) if collected else frozenset()
    blind = to_code_blind(connection, user, hidden=hidden) if user and asked_blind else frozenset()
    role = user.role if user else ""
    sight = Sight(hidden=hidden, blind=blind, private=may(role, Permission.PRIVATE))
    return replace(store, who=user.name if user else store.who, sight=sight)


def uncovered(store: Store) -> Store:
    """Return the store with the reports that somebody is to code blind: for the page on which he does so."""
    return replace(store, sight=replace(store.sight, blind=frozenset()))


def is_blind(store: Store, user: User, report_id: str) -> bool:
    """Say whether a report is hidden from somebody because he is to code it blind."""
    if not store.sight.blind:
        return False
    with uncovered(store).reading() as connection:
        return open_reading(connection, user.key, report_id) is not None


def getting_ready(store: Store, sight: Sight) -> bool:
    """Say whether what somebody may see is being made ready, at first or by other words: until then he is told less."""
    if sight.private:
        return False
    with store.glancing() as connection:
        return not is_whole(connection)


def make_ready(store: Store) -> None:
    """Make ready some of what came since the last time, for those who may not see all."""
    if waiting(store, load()):
        prepare(store, load(), most=_AT_ONCE, ask=_asking(store))


def keep_ready(store: Store, ended: threading.Event) -> None:
    """Go on making ready what comes, as long as there is anybody who may not see all, until `ended`."""
    while not ended.wait(_PAUSE):
        try:
            _keep_ready(store, ended)
        except MarsadError as error:  # a store that is busy, or a process that died, is asked again
            _LOG.warning("What is told to those who may not see all waits: %s", error)


def _keep_ready(store: Store, ended: threading.Event) -> None:
    with store.reading() as connection:
        needed = bool(kept_collections(connection)) or any(
            not may(user.role, Permission.PRIVATE) for user in kept_users(connection)
        )
    while needed and not ended.is_set() and waiting(store, load()):
        make_ready(store)


def _asking(store: Store) -> Asking:
    """Return what asks where the words of a store as they are now are read.

    Words once read stay in a process until it ends: when they changed since this one began, the coder's is asked.
    """
    use_words_of(store)
    if as_at_start():
        return here
    bench = bench_of(store)
    bench.coded_by()  # its words are read before a writer waits for it
    return bench.ask
