"""`marsad claims`: reports in, their claims about the record out; with --check, against what is on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.exits import Exit
from marsad.cli.options import Output, Places, Quiet
from marsad.cli.output import keep_inputs, stream_to
from marsad.cli.said import not_read, said

if TYPE_CHECKING:
    from marsad.claims.facts import Facts
    from marsad.model.claim import Claim
    from marsad.model.report import Report
    from marsad.pipeline import Coder
    from marsad.read import ReadProblem

__all__ = ["claims"]


def claims(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REPORTS]...",
            help="Files, folders, patterns, or - for standard input; without any, the reports of a store in --check.",
        ),
    ] = None,
    output: Output = None,
    check: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RECORD",
            help="Check each claim against this: a store, incidents of marsad link, or coded reports of marsad code.",
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="Print the claims for people, not as JSON Lines.")] = False,
    places: Places = None,
    quiet: Quiet = False,
) -> None:  # fmt: skip
    """Read what reports say about the record itself: ranks, tallies, totals and trends, one report a line.

    A report that cannot be read is named on standard error and costs nothing else; the exit status is then 1.
    """
    from marsad.pipeline import Coder

    keep_inputs((*(inputs or ()), *(check or ())), output)
    told = _told(inputs, check)
    coder = Coder(places=places)
    facts, broken = _facts(check, coder) if check else (None, 0)
    read = claimed = problems = 0
    with stream_to(output) as stream:
        for found in _read(told, coder):
            if found is None:
                problems += 1
                continue
            report, claims_read = found
            read += 1
            claimed += len(claims_read)
            stream.write(_shown(report, claims_read, facts) if show else _line(report, claims_read, facts))
    if not quiet:
        said(f"Reports: {read:,}; claims about the record: {claimed:,}.")
    raise typer.Exit(Exit.NOTHING_CODED if not read else Exit.SOME_UNREAD if problems or broken else Exit.OK)


def _told(inputs: list[str] | None, check: list[str] | None) -> Iterator[Report | ReadProblem]:
    """Return the reports that files hold, those of the stores to check against where no file is named."""
    from marsad.claims.facts import is_store
    from marsad.read import read

    if inputs:
        return read(inputs)
    stores = [name for name in check or () if is_store(name)]
    if not stores:
        raise typer.BadParameter("Name reports, or with --check a store that holds them.", param_hint="REPORTS")
    return _of_stores(stores)


def _of_stores(stores: list[str]) -> Iterator[Report]:
    from marsad.store import open_store

    for name in stores:
        with open_store(name) as store:
            yield from (kept.report for kept in store.reports() if not kept.gone)


def _facts(files: list[str], coder: Coder) -> tuple[Facts, int]:
    """Return what is on record and how much of it could not be read; raises Exit where that is all of it."""
    from marsad.claims.facts import read_facts

    facts, problems = read_facts(files, coder.gazetteer)
    for number, problem in enumerate(problems, 1):
        not_read(problem, number)
    if not facts.facts:
        named = ", ".join(files)
        if problems:
            said(f"Nothing on record could be read from {named}: no claim can be checked against it.")
            raise typer.Exit(Exit.NOTHING_CODED)
        said(f"{named}: no incident is on record, so no claim can be told right or wrong.")
    return facts, len(problems)


def _read(told: Iterator[Report | ReadProblem], coder: Coder) -> Iterator[tuple[Report, tuple[Claim, ...]] | None]:
    """Yield each report with its claims, None for one that could not be read."""
    from marsad.claims.read import read_claims
    from marsad.errors import MarsadError
    from marsad.read import ReadProblem

    for report in told:
        if isinstance(report, ReadProblem):
            said(f"not read: {report.error}")
            yield None
            continue
        try:
            found = read_claims(report, coder)
        except MarsadError:  # a broken word list breaks every report alike
            raise
        except Exception as error:  # noqa: BLE001 - whatever one report does, the others are read
            said(f"not read: {report.report_id}: {type(error).__name__}: {error}")
            yield None
            continue
        yield report, found


def _line(report: Report, found: tuple[Claim, ...], facts: Facts | None) -> bytes:
    from marsad.claims.record import report_record
    from marsad.export.jsonl import to_line

    return to_line(report_record(report, found, facts))


def _shown(report: Report, found: tuple[Claim, ...], facts: Facts | None) -> bytes:
    from marsad.claims.record import report_record
    from marsad.claims.show import shown

    if not found:
        return b""
    return (shown(report, report_record(report, found, facts)["claims"]) + "\n\n").encode("utf-8", "backslashreplace")
