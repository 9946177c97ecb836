"""Reports through the coder, in their order, in this process or in several."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.errors import MarsadError
from marsad.model.event import CodedReport
from marsad.model.report import Report
from marsad.read import ReadProblem
from marsad.safely import code_safely

if TYPE_CHECKING:
    from concurrent.futures import Future

    from marsad.pipeline import Coder

__all__ = ["CodedBefore", "code_all"]

Outcome = tuple[Report, CodedReport]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedBefore:
    """A report that a store holds, coded by this very version: the line of its record."""

    line: str

    @property
    def record(self) -> dict[str, Any]:
        """The record as an object."""
        value: dict[str, Any] = json.loads(self.line)
        return value


_Item = Report | ReadProblem | CodedBefore

_CHUNK = 16
_coder: Coder | None = None  # one a worker process, made by its initialiser
_warm = False


def code_all(items: Iterable[_Item], *, coder: Coder, jobs: int) -> Iterator[Outcome | ReadProblem | CodedBefore]:
    """Yield each report with what was coded from it, and whatever else comes as it is, in the order of the input.

    At most some reports a worker are held at any time, so an input of any length fits in memory.
    """
    if jobs > 1:
        yield from _in_processes(items, coder.places, coder.minimum, jobs)
        return
    warm = False
    for item in items:
        yield (item, code_safely(coder, item)) if isinstance(item, Report) else item
        warm = warm or _settled()


def _settled() -> bool:
    """Take the word lists and places, which stay for good, out of what the collector of garbage looks through."""
    import gc

    gc.collect()
    gc.freeze()
    return True


def _start(places: Path | None, minimum: float) -> None:
    import signal
    import threading

    from marsad.pipeline import Coder

    global _coder  # noqa: PLW0603 - a worker process has nowhere else to keep it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    _coder = Coder(places=places, minimum=minimum)


def _end_with_the_parent() -> None:
    """End this process when the parent does, however it does: a killed one tells its workers nothing."""
    import multiprocessing
    import os

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _code_chunk(reports: list[Report]) -> list[CodedReport]:
    global _warm  # noqa: PLW0603 - a worker process has nowhere else to keep it
    coder = _coder
    if coder is None:
        raise RuntimeError("The worker process was started without a coder.")
    coded = [code_safely(coder, report) for report in reports]
    _warm = _warm or _settled()
    return coded


def _in_processes(
    items: Iterable[_Item], places: Path | None, minimum: float, jobs: int
) -> Iterator[Outcome | ReadProblem | CodedBefore]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # A fresh process each: a fork would copy the progress bar's thread in the middle of a line.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(places, minimum))
    waiting: deque[tuple[list[_Item], Future[list[CodedReport]]]] = deque()

    def submit(chunk: list[_Item]) -> None:
        reports = [item for item in chunk if isinstance(item, Report)]
        waiting.append((chunk, pool.submit(_code_chunk, reports)))

    def first() -> Iterator[Outcome | ReadProblem | CodedBefore]:
        chunk, future = waiting.popleft()
        coded = iter(future.result())
        for item in chunk:
            yield (item, next(coded)) if isinstance(item, Report) else item

    try:
        chunk: list[_Item] = []
        for item in items:
            chunk.append(item)
            if len(chunk) == _CHUNK:
                submit(chunk)
                chunk = []
            if len(waiting) >= 4 * jobs:
                yield from first()
        submit(chunk)
        while waiting:
            yield from first()
    except BrokenProcessPool:
        raise MarsadError("A worker process died, perhaps for want of memory. Use fewer --jobs.") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
