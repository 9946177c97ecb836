"""`marsad link`: coded reports in, incidents out."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from marsad.cli.exits import Exit
from marsad.cli.link_store import link_in_store
from marsad.cli.options import Output, Places, Quiet
from marsad.cli.output import keep_inputs, stream_to
from marsad.cli.said import not_read, said
from marsad.cli.words import with_words_of

if TYPE_CHECKING:
    from marsad.link.index import Incident, Index
    from marsad.link.record import Reliability

__all__ = ["link"]


def link(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="CODED...", help="Coded reports, JSON Lines; - for standard input.")
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            callback=with_words_of,
            metavar="STORE",
            help="Link what this store holds, in place of files: a SQLite file, or postgresql://USER@HOST/DATABASE.",
        ),
    ] = None,
    output: Output = None,
    judgements: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="What people decided: codings that are the same act, or not."),
    ] = None,
    previous: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Incidents of an earlier run, so that their ids lead here."),
    ] = None,
    copies: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="Groups that marsad copies wrote. Without them the texts are compared."
        ),
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="A registry of sources, for how far outlets are relied on."),
    ] = None,
    places: Places = None,
    reasons: Annotated[bool, typer.Option(help="Write why each member was linked.")] = True,
    quiet: Quiet = False,
) -> None:
    """Join codings of one act across reports and days: one incident a line, with its figures and its reasons.

    A line that cannot be read is named on standard error and costs nothing else; the exit status is then 1.
    In a store, what is new or was coded anew is linked to what is there; with -o all its incidents are written.
    """
    if (store is None) == (not inputs):
        raise typer.BadParameter("Name coded files or a store with --store, one of the two.")
    if store is not None:
        _refuse_files(judgements=judgements, previous=previous, copies=copies, sources=sources)
        raise typer.Exit(link_in_store(store, places, output, reasons=reasons, quiet=quiet))
    assert inputs is not None
    from marsad.link.copied import copies_unknown, count_once
    from marsad.link.files import read_copies, read_judgements, read_previous
    from marsad.link.index import Index
    from marsad.link.judgements import ruling
    from marsad.link.redirect import redirect

    keep_inputs(inputs, output)
    started = time.monotonic()
    reliability = _reliability(sources) if sources else None
    decided = ruling(read_judgements(judgements) if judgements else ())
    earlier = read_previous(previous) if previous else {}
    index = Index(ruling=decided)
    known = read_copies(copies) if copies else None
    reports, problems, origins, unread = _enter(inputs, places, index, known)
    if unread and reports > 1:
        said(copies_unknown(unread))
    for judgement in decided.overruled:
        said(f"overruled: {judgement.verdict} {judgement.a} {judgement.b}: newer judgements contradict it.")
    incidents = sorted(index.incidents(), key=lambda incident: incident.codings[0].order)
    if earlier:
        incidents = redirect(incidents, earlier)
    incidents = count_once(incidents, origins)
    with stream_to(output) as stream:
        _write(incidents, index, stream, reasons=reasons, reliability=reliability)
    if not quiet:
        _summary(incidents, reports, len(index), time.monotonic() - started)
    raise typer.Exit(Exit.NOTHING_CODED if not reports else Exit.SOME_UNREAD if problems else Exit.OK)


def _refuse_files(**files: Path | None) -> None:
    """Raise BadParameter for a file of what a store keeps itself."""
    for name, file in files.items():
        if file is not None:
            problem = "A store keeps this itself: see marsad incident merge, split and grade, and marsad sources keep."
            raise typer.BadParameter(problem, param_hint=f"--{name}")


def _enter(
    inputs: list[str], places: Path | None, index: Index, origins: dict[str, str] | None
) -> tuple[int, int, dict[str, str], int]:
    """Enter every report of the inputs; return how many were entered, how many problems there were, and copies.

    `origins` are copies known beforehand; without them the texts are compared, and last comes how many have none.
    """
    from marsad import gazetteer
    from marsad.errors import MarsadError, ReadError
    from marsad.link.copied import Copied
    from marsad.link.files import records
    from marsad.link.read import codings_of

    known = gazetteer.load(places)
    copied = Copied(known) if origins is None else None
    seen: set[str] = set()
    problems = 0

    def refuse(problem: object) -> None:
        nonlocal problems
        problems += 1
        not_read(problem, problems)

    for name in inputs:
        for record in records(name):
            if isinstance(record, ReadError):
                refuse(record)
                continue
            number, value = record
            try:
                codings = list(codings_of(value, known))
            except MarsadError as error:
                refuse(f"{name}, line {number}: {error}")
                continue
            if value["id"] in seen:
                refuse(f"{name}, line {number}: The id {value['id']!r} was used before. Give each report its own.")
                continue
            seen.add(value["id"])
            if copied is not None:
                copied.add(value)
            for coding in codings:
                if isinstance(coding, MarsadError):
                    refuse(f"{name}, line {number}: {coding}")
            index.add(coding for coding in codings if not isinstance(coding, MarsadError))
    if copied is None:
        return len(seen), problems, origins or {}, 0
    return len(seen), problems, copied.origins(), copied.unread


def _reliability(file: Path) -> Reliability:
    from marsad.sources import read_sources

    registry = read_sources(file)

    def grade(outlet: str, day: date | None) -> str | None:
        source = registry.find(outlet)
        return None if source is None or day is None else str(source.grade(day))

    return grade


def _write(
    incidents: Iterable[Incident], index: Index, stream: IO[bytes], *, reasons: bool, reliability: Reliability | None
) -> None:
    from marsad.export.jsonl import to_line
    from marsad.link.record import to_record

    for incident in incidents:
        record = to_record(incident, index, reasons=reasons, reliability=reliability)
        stream.write(to_line(record))


def _summary(incidents: list[Incident], reports: int, codings: int, seconds: float) -> None:
    several = sum(len({coding.member.report_id for coding in incident.codings}) > 1 for incident in incidents)
    largest = max((len(incident.codings) for incident in incidents), default=0)
    said(f"Reports: {reports:,}; events: {codings:,}; incidents: {len(incidents):,} in {seconds:.1f} s.")
    said(f"Told by more than one report: {several:,}; the largest joins {largest:,} events.")
