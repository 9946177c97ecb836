"""`marsad import`: a table that people corrected, taken back into records and stores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.exits import Exit
from marsad.cli.output import keep_inputs, stream_to
from marsad.cli.records import items_of, sift
from marsad.cli.said import said

if TYPE_CHECKING:
    from marsad.corrections import Change, TableRow
    from marsad.errors import ReadError

__all__ = ["import_table"]

_SHOWN = 40


def import_table(
    table: Annotated[Path, typer.Argument(help="CSV or Excel as marsad export writes it, corrected.", dir_okay=False)],
    *,
    into: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="The coded reports that the table came from.")
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(metavar="STORE", help="Or the store: a SQLite file, or postgresql://USER@HOST/DATABASE."),
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the corrected reports here.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    difference: Annotated[
        Path | None, typer.Option(help="Write every change here, JSON Lines, whether or not it is made.")
    ] = None,
    who: Annotated[str | None, typer.Option(envvar="MARSAD_WHO", help="Who corrected it, for the log.")] = None,
) -> None:
    """Take corrections back by event_id: every change is checked and shown, and made where it can be.

    Columns that the table lacks, and events that it does not name, stay as they are. A cell that is not usable is
    named with file, line and remedy and costs nothing else; the exit status is then 1.
    """
    from marsad.corrections import read_table

    if (into is None) == (store is None):
        raise typer.BadParameter("Name the reports with --into, or a store with --store.", param_hint="--into")
    if into is not None and output is None and not dry_run:
        raise typer.BadParameter("Name the file to write with -o, or look first with --dry-run.", param_hint="-o")
    keep_inputs([into] if into else [], output)
    unread: list[ReadError] = []
    rows = list(sift(read_table(table), unread))
    if into is not None:
        problems = _into_file(rows, into, None if dry_run else output, difference)
    else:
        problems = _into_store(rows, str(store), difference, who=who, dry_run=dry_run)
    raise typer.Exit(Exit.SOME_UNREAD if problems or unread else Exit.OK)


def _into_file(rows: list[TableRow], into: Path, output: Path | None, difference: Path | None) -> int:
    from marsad.corrections import corrected
    from marsad.export.jsonl import to_line

    unread: list[ReadError] = []
    records = [dict(value) for _, _, value in sift(items_of([str(into)]), unread)]
    found, problems = _compared(rows, records, str(into))
    _told(found, difference, made=output is not None)
    if output is not None:
        with stream_to(output) as stream:
            for record in records:
                here = [change for change in found if change.report_id == record.get("id")]
                stream.write(to_line(corrected(record, here) if here else record))
    return problems + len(unread)


def _into_store(rows: list[TableRow], store: str, difference: Path | None, *, who: str | None, dry_run: bool) -> int:
    from marsad.corrections.keep import keep_corrections
    from marsad.store import open_store

    wanted = {row.cells["event_id"] for row in rows}
    with open_store(store, who=who) as opened:
        records = []
        for line in opened.lines():
            record = json.loads(line)
            if any(event["event_id"] in wanted for event in record["events"]):
                records.append(record)
        found, problems = _compared(rows, records, store)
        if not dry_run:
            keep_corrections(opened, records, found)
        _told(found, difference, made=not dry_run)
    return problems


def _compared(rows: list[TableRow], records: list[dict[str, Any]], name: str) -> tuple[list[Change], int]:
    from marsad.corrections import Change, changes
    from marsad.errors import ReadError
    from marsad.export.happening import complete
    from marsad.export.table import rows as table_rows

    known: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for record in records:
        for row in table_rows(complete(record)):
            known.setdefault(row["event_id"], []).append((record["id"], row))
    found: list[Change] = []
    problems: list[ReadError] = []
    seen: set[str] = set()
    for told in rows:
        event_id = told.cells["event_id"] or ""
        where = {"file": told.file, "line": told.line}
        if len(known.get(event_id, ())) != 1 or event_id in seen:
            how = "stands twice" if event_id in seen or event_id in known else f"is not in {name}"
            remedy = "Take the table that was exported from these reports, with one row an event."
            problems.append(ReadError(f"The event {event_id!r} {how}.", **where, remedy=remedy))  # type: ignore[arg-type]
            continue
        seen.add(event_id)
        report_id, row = known[event_id][0]
        for one in changes(report_id, row, told.cells, **where):  # type: ignore[arg-type]
            found.append(one) if isinstance(one, Change) else problems.append(one)
    for problem in problems[:_SHOWN]:
        said(f"not taken: {problem}")
    if len(problems) > _SHOWN:
        said(f"not taken: {len(problems) - _SHOWN:,} more of the same kind.")
    return found, len(problems)


def _told(found: list[Change], difference: Path | None, *, made: bool) -> None:
    from dataclasses import asdict

    from marsad.export.jsonl import to_line

    if difference is not None:
        with stream_to(difference) as stream:
            for change in found:
                stream.write(to_line(asdict(change)))
    for change in found[:_SHOWN]:
        before, after = ("empty" if value is None else repr(value) for value in (change.before, change.after))
        print(f"{change.event_id}  {change.column}: {before} -> {after}")
    if len(found) > _SHOWN:
        print(f"... and {len(found) - _SHOWN:,} more; --difference FILE has them all.")
    events = len({(change.report_id, change.event_id) for change in found})
    said(f"{_number(len(found), 'change')} in {_number(events, 'event')}{'' if made else ' would be made'}.")


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
