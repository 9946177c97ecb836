"""Coded reports told as they may be, here or in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from marsad import gazetteer
from marsad.errors import MarsadError
from marsad.export.jsonl import to_line
from marsad.redact.coarsen import coarsen_events, without_words
from marsad.redact.limits import Beyond
from marsad.redact.rules import Rules
from marsad.safely import as_worker

__all__ = ["Asked", "Tell", "Told", "tell_here", "telling"]

_AT_ONCE = 8
"""Reports that a process is given together."""


class Asked(NamedTuple):
    """A coded report with headline and text, and by what it is told."""

    whole: dict[str, Any]
    rules: Rules
    day: date
    beyond: Beyond


class Told(NamedTuple):
    """The line of a report, empty where nothing may be told; how many events it has, and their ids in the store."""

    line: bytes
    events: int
    ids: frozenset[str]


Tell = Callable[[Sequence[Asked]], Iterable[Told]]
"""Tells reports in their order."""


def tell_here(asked: Iterable[Asked]) -> Iterator[Told]:
    """Tell reports in this process."""
    return map(_told, asked)


@contextmanager
def telling(jobs: int) -> Iterator[Tell]:
    """Give what tells reports in so many processes; with one, in this. Raises MarsadError when a process dies."""
    if jobs == 1:
        yield tell_here
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=as_worker) as pool:
        try:
            yield lambda asked: pool.map(_told, asked, chunksize=_AT_ONCE)
        except BrokenProcessPool:
            problem = "A process that takes names out has died, perhaps for want of memory. Use fewer --jobs."
            raise MarsadError(problem) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _told(asked: Asked) -> Told:
    places = gazetteer.load(None)
    coarse = coarsen_events(asked.whole, asked.rules, places, today=asked.day, beyond=asked.beyond)
    ids = [event["event_id"] for event in coarse.record["events"]]
    return Told(to_line(without_words(coarse.public(places))) if ids else b"", len(ids), frozenset(ids))
