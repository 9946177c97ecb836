"""`marsad export`: events and incidents, in the forms that other tools and other projects read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import starmap
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from marsad.cli.days import moment_told
from marsad.cli.endings import form_asked
from marsad.cli.exits import Exit
from marsad.cli.options import Inputs, OfIncidents, Output, Rules, StoreName, Today, need_input
from marsad.cli.output import keep_inputs, stream_to
from marsad.cli.publish import Public, public_items
from marsad.cli.records import Lines, found_in, items_of, sift, some_of
from marsad.cli.said import said
from marsad.export.form import TEXT, Form

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.export.happening import Happening
    from marsad.export.write import Written

__all__ = ["export"]


class _Asked(NamedTuple):
    """What is written, and where; the worst precision of a point on a map, and the page that a feed leads to."""

    form: Form
    output: Path | None
    precision: int
    page: str | None


def export(
    inputs: Inputs = None,
    *,
    store: StoreName = None,
    incidents: OfIncidents = False,
    output: Output = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="Form of the output. Default: by the name of FILE, else jsonl.")
    ] = None,
    coded: Annotated[
        list[str] | None,
        typer.Option(help="The coded reports that incidents join, for what an incident does not repeat."),
    ] = None,
    point_precision: Annotated[
        int, typer.Option(min=1, max=3, help="Worst precision of a place that maps show as a point.")
    ] = 1,
    page: Annotated[str | None, typer.Option(metavar="URL", help="Page that the items of a feed lead to.")] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Names of private people taken out, places and days by the rules.")
    ] = False,
    rules: Rules = None,
    today: Today = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            parser=moment_told, metavar="TIME", help="Of a store: the record as it stood (2026-01-31T00:00Z)."
        ),
    ] = None,
) -> None:
    """Write events or incidents for spreadsheets, maps, feeds, calendars and the tables of other projects.

    From a store comes the newest coding of every report: with jsonl the same lines that `marsad code` wrote, or
    would have, in the same order. A line that cannot be read is named on standard error and costs nothing else.
    """
    form = form_asked(form, output, Form.jsonl)
    if output is None and form not in TEXT:
        raise typer.BadParameter(f"{form} is no text: name a file with -o.", param_hint="--format")
    need_input(inputs, store)
    keep_inputs((*(inputs or ()), *(coded or ())), output)
    if incidents and (inputs or public):
        problem = "A file says itself what it holds." if inputs else "Incidents hold words of reports as they were."
        raise typer.BadParameter(problem, param_hint="--incidents")
    if as_of is not None and inputs:
        raise typer.BadParameter("It goes with --store: a file holds what it holds.", param_hint="--as-of")
    publish = Public(rules, today) if public else None
    asked = _Asked(form, output, point_precision, page)
    if incidents:
        _export_incidents(str(store), as_of, asked)
        return
    if not inputs:
        _export_store(str(store), as_of, asked, publish)
        return
    problems: list[ReadError] = []
    items = items_of(inputs) if publish is None else public_items(items_of(inputs), publish)
    if form is Form.jsonl:
        lines = Lines(items)
        values = some_of(sift(lines, problems), lines, problems)
        with stream_to(output) as stream:
            _copy(values, stream)
    else:
        table, found = found_in(items, coded, problems)
        with stream_to(output) as stream:
            _write(asked, found, stream, table)
    if publish is not None:
        publish.tell()
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _export_store(store: str, as_of: datetime | None, asked: _Asked, publish: Public | None) -> None:
    import json

    from marsad.cli.then import coded_lines, point_asked
    from marsad.export.happening import EVENTS
    from marsad.export.jsonl import to_line
    from marsad.export.source import of_records
    from marsad.store import open_store

    with open_store(store) as opened:
        point = point_asked(opened, as_of)
        if publish is not None:
            publish.look_through(opened, point)
        lines = coded_lines(opened, point)
        with stream_to(asked.output) as stream:
            if asked.form is Form.jsonl and publish is None:
                for line, *_ in lines:
                    stream.write(line.encode("utf-8") + b"\n")
                stream.flush()
                return
            records = starmap(publish.of_store, lines) if publish else (json.loads(line) for line, *_ in lines)
            if asked.form is Form.jsonl:
                stream.writelines(map(to_line, records))
                stream.flush()
            else:
                _write(asked, of_records(records), stream, EVENTS)
    if publish is not None:
        publish.tell()


def _export_incidents(store: str, as_of: datetime | None, asked: _Asked) -> None:
    from marsad.cli.then import happened, incident_records, point_asked
    from marsad.export.happening import INCIDENTS
    from marsad.incidents.happenings import happenings
    from marsad.incidents.view import line, records
    from marsad.store import open_store
    from marsad.store.question import Question

    with open_store(store) as opened:
        point = point_asked(opened, as_of)
        with opened.reading() as connection, stream_to(asked.output) as stream:
            if asked.form is not Form.jsonl:
                found = happenings(connection) if point is None else happened(opened, connection, point)
                _write(asked, found, stream, INCIDENTS)
                return
            told = records(connection, Question()) if point is None else incident_records(connection, point)
            for record in told:
                stream.write(line(record).encode("utf-8") + b"\n")
            stream.flush()


def _copy(lines: Iterable[tuple[str, int, Mapping[str, Any]]], stream: IO[bytes]) -> None:
    from marsad.export.jsonl import to_line

    for _, _, value in lines:
        stream.write(to_line(dict(value)))
    stream.flush()


def _write(asked: _Asked, found: Iterable[Happening], stream: IO[bytes], table: str) -> None:
    from marsad.export.write import write

    written = write(asked.form, found, stream, table=table, precision=asked.precision, page=asked.page)
    stream.flush()
    _tell(written, table)


def _tell(written: Written, table: str) -> None:
    if written.pointless:
        said(f"{written.pointless:,} of {written.number:,} {table} have no exact place: area and radius, no point.")
    for reason, number in sorted(written.left_out.items()):
        said(f"left out: {number:,} {table if number != 1 else table.removesuffix('s')}: {reason}.")
