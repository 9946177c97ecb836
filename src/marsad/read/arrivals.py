"""What comes at its own pace, in batches of what has come: nobody waits long for the next report of a slow feed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from queue import Empty, Queue
from typing import TypeVar

__all__ = ["arrivals"]

T = TypeVar("T")

_MOST = 64
_PATIENCE = 0.2


def arrivals(items: Iterable[T], *, most: int = _MOST, patience: float = _PATIENCE) -> Iterator[list[T]]:
    """Yield items in batches: at most `most`, and no more than what came within `patience` seconds of the first.

    When nothing comes for so long after a batch, an empty one says so, once.
    A thread reads ahead, by `most` items and no further: whoever sends faster than batches are taken has to wait.
    What reading raises is raised when everything before it has been yielded.
    """
    come: Queue[list[T]] = Queue(most)
    raised: list[BaseException] = []

    def read() -> None:
        try:
            for item in items:
                come.put([item])
        except BaseException as error:  # noqa: BLE001 - raised again where the items are taken
            raised.append(error)
        come.put([])

    threading.Thread(target=read, daemon=True).start()
    ended = False
    wait: float | None = None
    while not ended:
        try:
            batch = come.get(timeout=wait)
        except Empty:
            yield []
            wait = None
            continue
        ended = not batch
        until = time.monotonic() + patience
        while len(batch) < most and not ended:
            try:
                more = come.get(timeout=max(until - time.monotonic(), 0))
            except Empty:
                break
            batch += more
            ended = not more
        if batch:
            yield batch
        wait = patience
    if raised:
        raise raised[0]
