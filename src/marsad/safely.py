"""One report coded so that nothing it holds can end a run, and processes that end when they should."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from marsad.errors import MarsadError
from marsad.model.event import CodedReport, Skipped
from marsad.model.report import Report

if TYPE_CHECKING:
    from marsad.gazetteer import Gazetteer

__all__ = ["FAILED", "Codes", "as_worker", "code_safely", "failed", "failure"]

FAILED = "failed"
"""The stage of what stands in a record for a report that could not be coded."""


class Codes(Protocol):
    """Whatever codes reports; `name` says which program and version it is, `minimum` how sure events are at least."""

    @property
    def name(self) -> str:
        """What records tell of who coded them."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places in use."""

    @property
    def minimum(self) -> float:
        """The least confidence of an event."""

    def code(self, report: Report) -> CodedReport:
        """Return the events of a report and what was skipped."""


def code_safely(coder: Codes, report: Report) -> CodedReport:
    """Code one report; should that fail, say so in its record and leave the run whole."""
    try:
        return coder.code(report)
    except MarsadError:  # a broken word list breaks every report alike
        raise
    except Exception as error:  # noqa: BLE001 - whatever one report does, the others are coded
        return failed(report, f"The coder failed: {type(error).__name__}: {error}")


def failed(report: Report, reason: str) -> CodedReport:
    """Return what stands for a report that could not be coded."""
    skipped = Skipped(report_id=report.report_id, stage=FAILED, reason=reason)
    return CodedReport(report_id=report.report_id, events=(), skipped=(skipped,))


def failure(coded: CodedReport) -> str | None:
    """Return why a report could not be coded, None when it was."""
    return next((skipped.reason for skipped in coded.skipped if skipped.stage == FAILED), None)


def as_worker() -> None:
    """Leave Ctrl-C to the process that started this one, and end when it does, however it does.

    A parent that is killed tells its workers nothing.
    """
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    import multiprocessing
    import os

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
