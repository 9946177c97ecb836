"""`marsad code`: reports in, coded events out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from marsad.cli.endings import form_asked
from marsad.cli.exits import Exit
from marsad.cli.options import Output, Places
from marsad.cli.output import keep_inputs, stream_to
from marsad.cli.said import said
from marsad.cli.words import with_words_of
from marsad.export.choose import Format, RecordWriter, open_writer
from marsad.export.jsonl import JsonlWriter
from marsad.frozen import dataclass

if TYPE_CHECKING:
    from rich.console import Console

    from marsad.adopt import AnswerCoder
    from marsad.cli.coding import Coded, CodedBefore, Item, Passed
    from marsad.cli.stores import Keeper
    from marsad.cli.summary import Summary
    from marsad.cli.workers import Workers
    from marsad.model.report import Report
    from marsad.pipeline import Coder
    from marsad.read import Lacking, ReadProblem
    from marsad.safely import Codes

__all__ = ["code"]


def code(
    inputs: Annotated[
        list[str], typer.Argument(metavar="IN...", help="Files, folders, patterns, or - for standard input.")
    ],
    output: Output = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Form of the output. Default: by the name of FILE, else jsonl.")
    ] = None,
    places: Places = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD=COLUMN,...", help="Which columns hold which fields: so, or the name of a TOML file."
        ),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Write the events that are at least this likely.")
    ] = 0.5,
    answers: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="Take the events from this file, in which a language model or somebody else coded the reports, "
            "as far as the words of each report bear them out.",
        ),
    ] = None,
    coder_name: Annotated[
        str | None,
        typer.Option("--coder", metavar="NAME", help="Who answered, with the version; every record then says so."),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            callback=with_words_of,
            metavar="STORE",
            help="Keep reports and codings here: a SQLite file, or postgresql://USER@HOST/DATABASE. "
            "Without -o nothing is written elsewhere.",
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, max=64, help="Processes to code in.")] = 1,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no summary.")] = False,
) -> None:
    """Code reports, one record a report.

    Read are JSON Lines, JSON, CSV, text, web pages, feeds, Telegram exports, web archives and letters, plain or
    gzip. The order of the reports is kept. A report that cannot be read is named on standard error and costs
    nothing else; the exit status is then 1. What a store holds from this very version is not coded again.
    """
    written = store is None or output is not None or form is not None
    form = form_asked(form, output, Format.jsonl)
    if output is None and form is Format.parquet:
        raise typer.BadParameter("Parquet is no text: name a file with -o.", param_hint="--format")
    keep_inputs(inputs, output)
    if (answers is None) != (coder_name is None):
        raise typer.BadParameter("--answers and --coder go together: what was answered, and by whom.")
    from marsad.cli.coding import workers_of

    with ExitStack() as opened:
        workers = opened.enter_context(workers_of(1 if answers else jobs, places, min_confidence))
        # before the output is opened: what is wrong here leaves an old output as it was
        coder: Codes = _prepare(form, places, min_confidence)
        answered = _answered(answers, str(coder_name), coder) if answers else None
        coder = answered or coder
        lacking: list[Lacking] = []
        reports = _reports(inputs, columns, lacking.append)
        keeper = None if store is None else _keeper(opened, store, coder)
        stream = opened.enter_context(stream_to(output)) if written else None
        writer = open_writer(form, stream) if stream is not None else None
        places_written = [str(store)] if keeper else []
        places_written += [str(output or "standard output")] if writer else []
        run = _Run(
            coder=coder,
            writer=writer,
            stream=stream,
            keeper=keeper,
            lacking=lacking,
            written_to=" and ".join(places_written),
            quiet=quiet,
            live="-" in inputs,
        )
        status = run.code(reports, workers)
        if answered is not None:
            status = _tell_answers(answered, status)
    raise typer.Exit(status)


def _prepare(form: Format, places: Path | None, minimum: float) -> Coder:
    from marsad.settle import put_off

    put_off()
    from marsad.pipeline import Coder

    if form is Format.parquet:
        from marsad.export.parquet import load_pyarrow

        load_pyarrow()
    coder = Coder(places=places, minimum=minimum)
    _ = coder.gazetteer.name  # loads the places
    return coder


def _answered(answers: Path, name: str, coder: Codes) -> AnswerCoder:
    """Return what codes by a file of answers; lines that are none are named on standard error."""
    from marsad.adopt import AnswerCoder, read_answers

    if not name[:1].isalpha():
        raise typer.BadParameter("Name who answered, beginning with a letter: qwen 3, 2026-05.", param_hint="--coder")
    read = read_answers(answers)
    for problem in read.problems:
        said(f"not read: {problem}")
    return AnswerCoder(name=name, answers=read, gazetteer=coder.gazetteer, minimum=coder.minimum)


def _tell_answers(answered: AnswerCoder, status: Exit) -> Exit:
    """Say which answers are of no report, and what the status is with that."""
    left = [report_id for report_id in answered.answers.events if report_id not in answered.met]
    if left:
        said(f"Answers for reports that were not read: {len(left):,} (the first is {left[0]}).")
    return Exit.SOME_UNREAD if status is Exit.OK and (left or answered.answers.problems) else status


def _reports(
    inputs: list[str], columns: str | None, lacking: Callable[[Lacking], None]
) -> Iterator[Report | ReadProblem]:
    from marsad.read import read
    from marsad.read.columns import columns_of

    return read(inputs, columns=columns_of(columns) if columns else None, lacking=lacking)


def _keeper(opened: ExitStack, store: str, coder: Codes) -> Keeper:
    from marsad.cli.stores import Keeper, coded_by
    from marsad.store import open_store

    return Keeper(opened.enter_context(open_store(store, create=True)), coded_by(coder))


@contextmanager
def _progress(console: Console) -> Iterator[Callable[[int], None]]:
    """Show how many reports are done; what is given is called after each with the number of events."""
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} reports, {task.fields[events]:,} events"))
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("coding", total=None, events=0)
        yield lambda events: shown.update(task, advance=1, events=events)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A coder, and where its records go: a file, a store, or both.

    What comes by standard input may come at any pace: it is `live`, and nothing of it waits for what has not come yet.
    """

    coder: Codes
    writer: RecordWriter | None
    stream: IO[bytes] | None
    keeper: Keeper | None
    lacking: list[Lacking]
    written_to: str
    quiet: bool
    live: bool = False

    def code(self, reports: Iterator[Report | ReadProblem], workers: Workers[Passed] | None) -> Exit:
        from marsad.cli.summary import Summary

        summary = Summary(gazetteer=self.coder.gazetteer.name)
        shown = not self.quiet and summary.console.is_terminal
        with _progress(summary.console) if shown else nullcontext() as progress:
            try:
                for _ in self._outcomes(reports, workers, summary):
                    if progress is not None:
                        progress(summary.types.total())
            except KeyboardInterrupt:
                self._close(summary)
                summary.console.print(f"Stopped after {summary.reports:,} reports; what was written is whole.")
                return Exit.INTERRUPTED
        self._close(summary)
        if not self.quiet:
            summary.show(self.written_to)
            if self.keeper is not None and self.keeper.changed:
                summary.console.print(f"Changed since they were kept: {self.keeper.changed:,}; the old versions stay.")
            if self.keeper is not None and self.keeper.gone:
                gone = self.keeper.gone
                some = ", ".join(gone[:5]) + (" …" if len(gone) > 5 else "")
                told = f"Taken down by their channel: {len(gone):,} ({some}). That is noted; their words stay."
                summary.console.print(told, markup=False, highlight=False, soft_wrap=True)
        return summary.exit

    def _outcomes(
        self, reports: Iterator[Report | ReadProblem], workers: Workers[Passed] | None, summary: Summary
    ) -> Iterator[None]:
        """Write and count every report, yielding after each."""
        from marsad.cli.coding import CodedBefore, Halt, code_all
        from marsad.read import ReadProblem

        items = self._coming(reports) if self.live else self._unkept(reports)
        for outcome in code_all(items, coder=self.coder, workers=workers):
            if isinstance(outcome, Halt):
                self._hand_on()
                continue
            if isinstance(outcome, ReadProblem):
                summary.add_problem(outcome)
                continue
            write = partial(self._write, outcome)
            if isinstance(outcome, CodedBefore):
                summary.add_kept()
                if self.keeper is not None:
                    self.keeper.pass_on(write)
                yield
                continue
            if self.keeper is not None:
                self.keeper.add(outcome.report, outcome.record, write)
            else:
                write()
            summary.add(outcome)
            yield

    def _coming(self, reports: Iterator[Report | ReadProblem]) -> Iterator[Item]:
        """Yield what a feed brings, and where it halts."""
        from marsad.cli.coding import Halt
        from marsad.read.arrivals import arrivals

        for batch in arrivals(reports):
            yield from self._unkept(batch)
            yield Halt.BATCH if batch else Halt.PAUSE

    def _unkept(self, reports: Iterable[Report | ReadProblem]) -> Iterable[Item]:
        return self.keeper.unkept(reports) if self.keeper else reports

    def _write(self, outcome: Coded | CodedBefore) -> None:
        if isinstance(self.writer, JsonlWriter) and isinstance(outcome.line, bytes):
            self.writer.write_line(outcome.line)
        elif self.writer is not None:
            self.writer.write(outcome.record)

    def _hand_on(self) -> None:
        if self.keeper is not None:
            self.keeper.flush()
        if self.stream is not None:
            self.stream.flush()

    def _close(self, summary: Summary) -> None:
        if self.keeper is not None:
            self.keeper.flush()
            self.keeper.take_down(self.lacking)
            for problem in self.keeper.problems:
                summary.add_problem(problem)
        if self.writer is not None:
            self.writer.close()
