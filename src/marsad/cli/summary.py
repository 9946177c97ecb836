"""What a run did, told on standard error."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from marsad.cli.coding import Coded
from marsad.cli.exits import Exit
from marsad.read import ReadProblem

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Summary"]

_SHOWN = 20
_FIGURES = re.compile(r"\s*\([^)]*\)")  # "(confidence 0.31)" differs from act to act


@dataclass(slots=True, kw_only=True)
class Summary:
    """Counts of a run, kept while it goes."""

    gazetteer: str
    started: float = field(default_factory=time.monotonic)
    reports: int = 0
    kept_before: int = 0
    with_events: int = 0
    unread: int = 0
    no_reports: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    types: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    _console: Console | None = None

    @property
    def console(self) -> Console:
        """Where things are said; a run that says nothing does without."""
        if self._console is None:
            from rich.console import Console

            self._console = Console(stderr=True)
        return self._console

    def add_problem(self, problem: ReadProblem) -> None:
        """Count an input that could not be read, and show the first ones as they come; count what is no report."""
        if not problem.lost:
            self.no_reports[_FIGURES.sub("", problem.error.problem)] += 1
            return
        self.unread += 1
        if self.unread <= _SHOWN:
            self.console.print(f"not read: {problem.error}", markup=False, highlight=False, soft_wrap=True)
        elif self.unread == _SHOWN + 1:
            self.console.print("not read: more of the same kind follow; they are counted below.")

    def add(self, coded: Coded) -> None:
        """Count a coded report."""
        self.reports += 1
        self.with_events += bool(coded.events)
        self.types.update(coded.events)
        if coded.failed is not None:
            self.failed += 1
            self.console.print(
                f"not coded: {coded.report.report_id}: {coded.failed}", markup=False, highlight=False, soft_wrap=True
            )
            return
        self.skipped.update(_FIGURES.sub("", reason) for _, reason in coded.passed)

    def add_kept(self) -> None:
        """Count a report that a store holds, coded by this very version."""
        self.kept_before += 1

    @property
    def exit(self) -> Exit:
        """What the exit status of the run is."""
        if not (self.reports or self.kept_before):
            return Exit.NOTHING_CODED
        return Exit.SOME_UNREAD if self.unread or self.failed else Exit.OK

    def show(self, written_to: str) -> None:
        """Print reports, events by type, what was passed over and why, and the gazetteer used."""
        seconds = time.monotonic() - self.started
        events = self.types.total()
        say = self.console.print
        rate = f"{self.reports / seconds:,.0f} a second" if seconds > 0 else ""
        say(f"Reports coded: {self.reports:,} in {seconds:.1f} s ({rate}); with events: {self.with_events:,}.")
        if self.types:
            from rich.table import Table

            table = Table(show_header=False, box=None, pad_edge=False)
            table.add_column(justify="right", min_width=6)
            table.add_column()
            for name, count in self.types.most_common():
                table.add_row(f"{count:,}", name)
            say(f"Events: {events:,}")
            say(table)
        if self.no_reports:
            say(f"No reports by their nature: {self.no_reports.total():,}")
            for reason, count in self.no_reports.most_common(8):
                say(f"{count:>6,}  {reason}", markup=False, highlight=False)
        if self.skipped:
            say(f"Passed over: {self.skipped.total():,}")
            for reason, count in self.skipped.most_common(8):
                say(f"{count:>6,}  {reason}", markup=False, highlight=False)
        if self.kept_before:
            say(f"In the store before, so not coded again: {self.kept_before:,}")
        if self.unread:
            say(f"Not read: {self.unread:,} (named above).")
        say(f"Places from: {self.gazetteer}. Written to {written_to}.", markup=False, highlight=False)
