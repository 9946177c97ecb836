"""Reports through the coder, in their order, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.model.event import CodedReport, Skipped
from marsad.read import ReadProblem

if TYPE_CHECKING:
    from concurrent.futures import Future

    from marsad.model.report import Report
    from marsad.pipeline import Coder

__all__ = ["code_all", "code_safely"]

Outcome = tuple["Report", CodedReport]

_CHUNK = 16
_coder: Coder | None = None  # one a worker process, made by its initialiser


def code_safely(coder: Coder, report: Report) -> CodedReport:
    """Code one report; should that fail, say so in its record and leave the run whole."""
    try:
        return coder.code(report)
    except Exception as error:  # noqa: BLE001 - whatever one report does, the others are coded
        reason = f"The coder failed: {type(error).__name__}: {error}"
        return CodedReport(
            report_id=report.report_id,
            events=(),
            skipped=(Skipped(report_id=report.report_id, stage="failed", reason=reason),),
        )


def code_all(
    items: Iterable[Report | ReadProblem], *, coder: Coder, places: Path | None, jobs: int
) -> Iterator[Outcome | ReadProblem]:
    """Yield each report with what was coded from it, and each problem, in the order of the input.

    At most some reports a worker are held at any time, so an input of any length fits in memory.
    """
    if jobs > 1:
        yield from _in_processes(items, places, jobs)
        return
    for item in items:
        yield item if isinstance(item, ReadProblem) else (item, code_safely(coder, item))


def _start(places: Path | None) -> None:
    import signal

    from marsad.pipeline import Coder

    global _coder  # noqa: PLW0603 - a worker process has nowhere else to keep it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _coder = Coder(places=places)


def _code_chunk(chunk: list[Report | ReadProblem]) -> list[Outcome | ReadProblem]:
    coder = _coder
    if coder is None:
        raise RuntimeError("The worker process was started without a coder.")
    return [item if isinstance(item, ReadProblem) else (item, code_safely(coder, item)) for item in chunk]


def _in_processes(
    items: Iterable[Report | ReadProblem], places: Path | None, jobs: int
) -> Iterator[Outcome | ReadProblem]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_start, initargs=(places,)
    )
    waiting: deque[Future[list[Outcome | ReadProblem]]] = deque()
    try:
        chunk: list[Report | ReadProblem] = []
        for item in items:
            chunk.append(item)
            if len(chunk) == _CHUNK:
                waiting.append(pool.submit(_code_chunk, chunk))
                chunk = []
            if len(waiting) >= 4 * jobs:
                yield from waiting.popleft().result()
        if chunk:
            waiting.append(pool.submit(_code_chunk, chunk))
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
