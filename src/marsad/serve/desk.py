"""The coder that the workbench works with: a process with the words in use, another one when they change."""

from __future__ import annotations

import threading

from marsad.amend.bench import Bench
from marsad.amend.use import use_words_of
from marsad.lexicon.layers import own_words
from marsad.store import Store

__all__ = ["bench_of"]

_LOCK = threading.Lock()
_benches: list[Bench] = []


def bench_of(store: Store) -> Bench:
    """Return the coder with the words of a store as they are now."""
    use_words_of(store)
    with _LOCK:
        words = own_words()
        if _benches and (_benches[0].words != words or _benches[0].dead):
            _benches.pop().close()
        if not _benches:
            _benches.append(Bench(words))
        return _benches[0]
