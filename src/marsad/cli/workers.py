"""Worker processes that code reports in their order, and go on when one of them dies.

A process can be killed from outside, for want of memory or by a report that breaks a library. Whatever it worked on is
then coded again, one report at a time, so that a report that kills its process is found out: the second time that it
does, alone, it is set aside with an error in its record, and the others go on.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from marsad.cli.coding import Coded, Halt
from marsad.errors import MarsadError
from marsad.model.report import Report
from marsad.safely import as_worker, code_safely, failed
from marsad.settle import put_off, settle

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from marsad.pipeline import Coder

__all__ = ["Workers"]

_CHUNK = 16
_AHEAD = 4
"""Chunks a worker that wait for their turn at most: the memory of a run does not grow with its input."""
_DEATHS = 2

_coder: Coder | None = None  # one a worker process, made by its initialiser

T = TypeVar("T")
_Start = Callable[[Path | str | None, float], None]
_Answer = tuple[bytes, tuple[str, ...], tuple[tuple[str, str], ...]]
"""What a `Coded` holds beside its report: the report itself need not travel back."""


def _start(places: Path | str | None, minimum: float) -> None:
    from marsad.pipeline import Coder

    global _coder  # noqa: PLW0603 - a worker process has nowhere else to keep it
    as_worker()
    put_off()
    _coder = Coder(places=places, minimum=minimum)


def _code_chunk(reports: list[Report]) -> list[_Answer]:
    coder = _coder
    if coder is None:
        raise RuntimeError("The worker process was started without a coder.")
    name = coder.gazetteer.name if reports else ""
    coded = [Coded.of(report, code_safely(coder, report), name) for report in reports]
    if reports:
        settle()
    return [_answer(one) for one in coded]


def _answer(coded: Coded) -> _Answer:
    return coded.line, coded.events, coded.passed


class _Chunk(Generic[T]):
    """Items that go through the workers together, and what came of the reports among them."""

    __slots__ = ("coded", "future", "items")

    def __init__(self, items: list[Report | T], future: Future[list[_Answer]]) -> None:
        self.items, self.future = items, future
        self.coded: list[_Answer] | None = None

    @property
    def done(self) -> bool:
        """Say whether nothing needs to be waited for."""
        return self.coded is not None or self.future.done()

    @property
    def reports(self) -> list[Report]:
        """The reports among the items."""
        return [item for item in self.items if isinstance(item, Report)]

    @property
    def lost(self) -> bool:
        """Say whether a worker died before this chunk was done."""
        return self.future.done() and isinstance(self.future.exception(), BrokenProcessPool)

    def outcomes(self) -> Iterator[Coded | T]:
        """Yield the items in their order, reports with what was coded."""
        answers = iter(self.coded if self.coded is not None else self.future.result())
        for item in self.items:
            if isinstance(item, Report):
                line, events, passed = next(answers)
                yield Coded(report=item, line=line, events=events, passed=passed)
            else:
                yield item


class Workers(Generic[T]):
    """Some processes with a coder each; close them, or use them in a `with`. `start` is called in each of them."""

    def __init__(self, places: Path | str | None, minimum: float, jobs: int, start: _Start | None = None) -> None:
        self._settings = places, minimum
        self._begin = start or _start
        self._jobs = jobs
        self._pool = self._new()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start every process now, not when there is work for it."""
        with suppress(BrokenProcessPool):  # those that cannot live are mended, or given up, when they have work
            for _ in range(self._jobs):
                self._hand_over([])

    def close(self) -> None:
        """Let the processes end, and wait until they did; nothing that waits is begun any more."""
        # Python joins them at its exit anyway, and may find their pipe just closed: a traceback after the last line
        self._pool.shutdown(wait=True, cancel_futures=True)

    def code(self, items: Iterable[Report | T]) -> Iterator[Coded | T]:
        """Yield each report with what was coded from it, and whatever else comes as it is, in the order of the input.

        What is done is yielded when more is handed over; at a pause all is waited for.
        Raises MarsadError when no worker process can live.
        """
        waiting: deque[_Chunk[T]] = deque()
        for chunk in _chunks(items):
            waiting.append(self._submit(chunk, waiting))
            most = 0 if chunk[-1] is Halt.PAUSE else _AHEAD * self._jobs - 1
            while waiting and (waiting[0].done or len(waiting) > most):
                yield from self._first(waiting)
        while waiting:
            yield from self._first(waiting)

    def _submit(self, items: list[Report | T], waiting: Sequence[_Chunk[T]]) -> _Chunk[T]:
        reports = [item for item in items if isinstance(item, Report)]
        try:
            return _Chunk(items, self._hand_over(reports))
        except BrokenProcessPool:
            self._mend(waiting)
            return _Chunk(items, self._hand_over(reports))

    def _hand_over(self, reports: list[Report]) -> Future[list[_Answer]]:
        with _undisturbed():  # this may start a process
            return self._pool.submit(_code_chunk, reports)

    def _first(self, waiting: deque[_Chunk[T]]) -> Iterator[Coded | T]:
        if waiting[0].coded is None:
            waiting[0].future.exception()  # waits
            if waiting[0].lost:
                self._mend(waiting)
        yield from waiting.popleft().outcomes()

    def _mend(self, waiting: Sequence[_Chunk[T]]) -> None:
        """Start new processes, and code what the dead one may have had in hand, one report after the other."""
        for chunk in waiting:
            chunk.future.exception()  # a broken pool ends them all
        self._renew()
        for chunk in waiting:
            if chunk.coded is None and chunk.lost:
                chunk.coded = [self._alone(report) for report in chunk.reports]

    def _alone(self, report: Report) -> _Answer:
        for _ in range(_DEATHS):
            try:
                return self._hand_over([report]).result()[0]
            except BrokenProcessPool:
                self._renew()
        coded = failed(report, f"The worker process died {_DEATHS} times on this report, which was set aside.")
        return _answer(Coded.of(report, coded, ""))  # no event of it names the places

    def _renew(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new()
        try:
            self._hand_over([]).result()
        except BrokenProcessPool:
            raise MarsadError(
                "Worker processes die as soon as they start, perhaps for want of memory. Use fewer --jobs."
            ) from None

    def _new(self) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # A fresh process each: a fork would copy the progress bar's thread in the middle of a line.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=self._begin, initargs=self._settings)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C from processes that are started here, which would meet them half-made; it comes to this one later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _chunks(items: Iterable[Report | T]) -> Iterator[list[Report | T]]:
    chunk: list[Report | T] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == _CHUNK or isinstance(item, Halt):
            yield chunk
            chunk = []
    if chunk:
        yield chunk
