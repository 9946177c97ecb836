"""A process of its own that codes with given words: words once read stay in a process until it ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from marsad.errors import MarsadError
from marsad.lexicon.layers import VARIABLE
from marsad.lexicon.problems import Problem
from marsad.model.report import Report
from marsad.safely import as_worker, code_safely

if TYPE_CHECKING:
    from marsad.pipeline import Coder
    from marsad.store import CodedBy

__all__ = ["Bench"]

_coder: Coder | None = None  # one a process, made by its initialiser
_T = TypeVar("_T")


class Bench:
    """A coder with these folders of words over the shipped ones; close it, or use it in a `with`.

    What is asked of it by several threads is done one after the other. Raises MarsadError when the process dies.
    """

    def __init__(self, words: Sequence[Path]) -> None:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        self.words = tuple(words)
        self.dead = False
        self._pool = ProcessPoolExecutor(
            1,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(os.pathsep.join(map(str, words)),),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the process end; what it works on is finished first."""
        self._pool.shutdown(wait=False, cancel_futures=False)

    def check(self) -> list[Problem]:
        """Return everything wrong with the words."""
        return self.ask(_check)

    def coded_by(self) -> CodedBy:
        """Return by what this codes, as stores tell codings apart."""
        return self.ask(_coded_by)

    def code(self, reports: Sequence[Report]) -> list[dict[str, Any]]:
        """Return the records of reports, in their order."""
        return self.ask(_code, list(reports)) if reports else []

    def ask(self, work: Callable[..., _T], *given: object) -> _T:
        """Return what a function of a module gives in the process, with its words."""
        try:
            return self._pool.submit(work, *given).result()
        except BrokenProcessPool:
            self.dead = True
            raise MarsadError("The process that codes has died, perhaps for want of memory. Try once more.") from None


def _start(words: str) -> None:
    as_worker()
    os.environ[VARIABLE] = words


def _own_coder() -> Coder:
    global _coder  # noqa: PLW0603 - a process has nowhere else to keep it
    from marsad.pipeline import Coder

    _coder = _coder or Coder()
    return _coder


def _check() -> list[Problem]:
    from marsad.amend.check import check

    return check()


def _coded_by() -> CodedBy:
    from marsad.export.record import coder_version
    from marsad.lexicon.load import resources_version
    from marsad.store import CodedBy

    coder = _own_coder()
    return CodedBy(
        coder_version=coder_version(),
        resources_version=resources_version(),
        gazetteer=coder.gazetteer.name,
        gazetteer_version=coder.gazetteer.version,
        min_confidence=coder.minimum,
    )


def _code(reports: list[Report]) -> list[dict[str, Any]]:
    from marsad.export import to_record

    coder = _own_coder()
    name = coder.gazetteer.name
    return [to_record(code_safely(coder, report), report=report, gazetteer=name) for report in reports]
