"""What the first person would wait for, read before he comes: templates, places, actors, and incidents in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from marsad.amend.use import use_words_of
from marsad.analyse.kept import MOST_SIGHTS
from marsad.analyse.kept_voices import kept_voices
from marsad.errors import MarsadError
from marsad.explore import FACETS, index_of
from marsad.gazetteer import load
from marsad.gazetteer.world import world_names
from marsad.serve.compared import MOST
from marsad.serve.locale import LANGUAGES, Locale
from marsad.serve.lookup import find_actors, find_places
from marsad.serve.pages import read_templates
from marsad.serve.place_map import map_of
from marsad.serve.place_numbers import events_at
from marsad.serve.place_units import place_called
from marsad.serve.place_view import place_view
from marsad.serve.sight import seen_by
from marsad.settle import pass_over, put_off, resume
from marsad.store import Question, Store
from marsad.store.accounts import kept_users
from marsad.store.incident_list import count_incidents

__all__ = ["keep_warm", "read_ahead", "warm"]

_PAUSE = 5.0


def warm(store: Store) -> None:
    """Read all of it once. `store` is one that sees everything."""
    _count(store)  # what takes longest, while who comes first waits for nothing else
    for tag in LANGUAGES:
        read_templates(Locale(tag=tag).language)
    find_places(load(), "ا")
    world_names("0")
    place_called(load(), "a")
    if (view := place_view(load(), "SY")) is not None:
        map_of(view, "ar")
        with store.reading() as connection:
            events_at(store, connection, view.place)
    find_actors("ا")


def keep_warm(store: Store, ended: threading.Event, done: Callable[[], None]) -> None:
    """Read all of it, say when that is `done`, and take in what changes, until `ended`.

    So nobody waits for what others keep or link meanwhile.
    """
    ready = False
    while not ended.is_set():
        with suppress(MarsadError):  # a store that cannot be reached now is asked again
            if ready:
                use_words_of(store)  # another process may have changed them
                _count(store)
            else:
                _at_once(warm, store)
                ready = True
                done()
                _at_once(read_ahead, store)
        ended.wait(_PAUSE)


def _at_once(read: Callable[[Store], None], store: Store) -> None:
    """Read something with nobody looking for rubbish meanwhile, nor among what was read later: all of it stays.

    To look through it takes a tenth of a second, and many times while it grows a quarter of the time to read it.
    """
    put_off()
    try:
        read(store)
    finally:
        resume()
    pass_over()


def read_ahead(store: Store) -> None:
    """Read what incidents are counted and compared by, where there are not too many; pages are there meanwhile."""
    for seen in _sights(store)[:MOST_SIGHTS]:
        with seen.reading() as connection:
            if count_incidents(connection, Question(), most=MOST + 1) <= MOST:
                kept_voices(seen, connection)


def _count(store: Store) -> None:
    """Bring the incidents in memory up to date, for everybody who may see others of them for long, and what is counted
    of all of them.
    """
    for seen in _sights(store):
        with seen.reading() as connection, index_of(seen).at(connection) as index:
            for name in FACETS:
                index.counted(name, index.live)
            index.at_spots(index.live)


def _sights(store: Store) -> list[Store]:
    """Return the store as all see it who may see others of it for long, each kind of people once."""
    with store.reading() as connection:
        of_users = [seen_by(store, user, connection) for user in kept_users(connection) if user.ended_at is None]
    return list({one.sight: one for one in of_users if not one.sight.blind}.values())
