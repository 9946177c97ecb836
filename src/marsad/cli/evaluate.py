"""`marsad evaluate`: how well reports are coded, against records coded by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.curve import curve_json, print_curve

if TYPE_CHECKING:
    from marsad.evaluate.curve import Point
    from marsad.evaluate.errors import Disagreement
    from marsad.evaluate.places import SamePlace
    from marsad.evaluate.records import ReportRecord
    from marsad.evaluate.score import ReportScore, Scores

__all__ = ["By", "evaluate"]


class By(StrEnum):
    """What the reports can be parted by."""

    outlet = "outlet"
    year = "year"
    country = "country"
    type = "type"
    style = "style"


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Records coded by hand, JSONL.", exists=True, dir_okay=False)],
    predicted: Annotated[
        Path | None, typer.Argument(help="Coded records, JSONL. Without it the gold's own texts are coded now.")
    ] = None,
    places: Annotated[
        Path | None, typer.Option(help="A folder of gazetteer files to use beside the built-in places.")
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(help="A gazetteer CSV whose variant names count as one place. Default: the places in use."),
    ] = None,
    errors: Annotated[int, typer.Option(help="Print this many disagreements, commonest cause first.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
    by: Annotated[By | None, typer.Option(help="Print the figures by this, too.")] = None,
    curve: Annotated[
        bool, typer.Option("--curve", help="Print precision and recall by confidence, and how well it is kept.")
    ] = False,
    floors: Annotated[
        Path | None, typer.Option(help="A floors file: exit with 1 when a figure has sunk below its floor.")
    ] = None,
) -> None:
    """Score coded reports against GOLD: events found, fields right, quiet reports kept quiet."""
    from marsad.evaluate.curve import curve as draw
    from marsad.evaluate.gold import read_gold
    from marsad.evaluate.records import read_records
    from marsad.evaluate.score import score, summarise

    wanted = read_gold(gold)
    if predicted:
        coded = every = read_records(predicted)
    else:
        if all(record.text is None for record in wanted.values()):
            raise typer.BadParameter(
                "Its records hold no texts to code. Name the coded ones after it.", param_hint="GOLD"
            )
        coded, every = _code(wanted, places, all_drafts=curve)
    same_place = _same_place(names, places)
    reports = score(wanted, coded, same_place)
    scores = summarise(reports)
    points = draw(wanted, every, same_place) if curve else []
    if as_json:
        _print_json(scores, reports, by, points)
    else:
        _print_tables(scores, reports, by)
        if points:
            print_curve(points, reports)
    if errors:
        from marsad.evaluate.errors import disagreements

        found = disagreements(reports, same_place)
        _print_errors(found[:errors], to_stderr=as_json)
    if floors:
        _hold(scores, floors)


Coded = dict[str, "ReportRecord"]


def _code(gold: Mapping[str, ReportRecord], places: Path | None, *, all_drafts: bool) -> tuple[Coded, Coded]:
    """Return the records that marsad writes, and, where wanted, those with every event it thought of."""
    from marsad.evaluate.run import code_records
    from marsad.export.record import to_record
    from marsad.pipeline import Coder

    def code(coder: Coder) -> Coded:
        return code_records(gold.values(), lambda report: to_record(coder.code(report)))

    coded = code(Coder(places=places))
    return coded, code(Coder(places=places, minimum=0.0)) if all_drafts else coded


def _same_place(names: Path | None, places: Path | None) -> SamePlace:
    from marsad.evaluate.places import PlaceNames, listed_together

    if names:
        return PlaceNames.read(names).same_place
    from marsad import gazetteer

    return listed_together(gazetteer.load(places).named)


def _groups(reports: list[ReportScore], by: By) -> dict[str, Scores]:
    from marsad.evaluate.groups import grouped
    from marsad.evaluate.score import summarise

    return {name: summarise(group) for name, group in grouped(reports, by.value).items()}


def _print_json(scores: Scores, reports: list[ReportScore], by: By | None, points: list[Point]) -> None:
    from marsad.evaluate.bootstrap import intervals

    out: dict[str, Any] = scores.to_json()
    out["intervals"] = {name: [round(low, 4), round(high, 4)] for name, (low, high) in intervals(reports).items()}
    if by and by is not By.type:
        out["by"] = {by.value: {name: group.to_json() for name, group in _groups(reports, by).items()}}
    if points:
        out |= curve_json(points, reports)
    typer.echo(json.dumps(out, ensure_ascii=False))


def _print_tables(scores: Scores, reports: list[ReportScore], by: By | None) -> None:
    from rich.console import Console
    from rich.table import Table

    from marsad.evaluate.bootstrap import intervals

    console, spread = Console(), intervals(reports)

    def between(name: str) -> str:
        return "{:.3f} to {:.3f}".format(*spread[name]) if name in spread else ""

    console.print(
        f"{scores.reports} reports ({scores.missing_reports} not coded), "
        f"{scores.found.gold} gold events, {scores.found.predicted} predicted"
    )
    table = Table("measure", "precision", "recall", "F1", "95 % of F1")
    for name, rates in (("found", scores.found), ("strict", scores.strict)):
        table.add_row(name, f"{rates.precision:.3f}", f"{rates.recall:.3f}", f"{rates.f1:.3f}", between(name))
    console.print(table)
    table = Table("of all reports", "share", "95 %")
    table.add_row("perfect", f"{scores.perfect_reports:.3f}", between("perfect_reports"))
    quiet = scores.quiet_reports_kept_quiet
    table.add_row("quiet kept quiet", "" if quiet is None else f"{quiet:.3f}", between("quiet_reports_kept_quiet"))
    console.print(table)
    table = Table("field of found events", "right")
    for name, share in scores.fields.items():
        table.add_row(name, f"{share:.3f}")
    console.print(table)
    if by is By.type:
        table = Table("sub-event type", "precision", "recall", "F1", "gold", "predicted")
        for sub_event_type, rates in scores.by_type.items():
            figures = (f"{rates.precision:.3f}", f"{rates.recall:.3f}", f"{rates.f1:.3f}")
            table.add_row(str(sub_event_type), *figures, str(rates.gold), str(rates.predicted))
        console.print(table)
    elif by:
        table = Table(by.value, "reports", "gold", "predicted", "found F1", "strict F1", "perfect", "quiet")
        for name, group in _groups(reports, by).items():
            kept = group.quiet_reports_kept_quiet
            table.add_row(
                name,
                *map(str, (group.reports, group.found.gold, group.found.predicted)),
                *(f"{value:.3f}" for value in (group.found.f1, group.strict.f1, group.perfect_reports)),
                "" if kept is None else f"{kept:.3f}",
            )
        console.print(table)


def _print_errors(found: list[Disagreement], *, to_stderr: bool) -> None:
    from marsad.evaluate.errors import one_line

    cause = None
    for item in found:
        if item.cause != cause:
            cause = item.cause
            typer.echo(f"\n{cause}", err=to_stderr)
        typer.echo(f"  {item.report_id}", err=to_stderr)
        for label, event in (("gold", item.gold), ("coded", item.predicted)):
            if event is not None:
                typer.echo(f"    {label:5} {one_line(event)}", err=to_stderr)


def _hold(scores: Scores, floors: Path) -> None:
    from marsad.evaluate.gate import breaches, read_floors

    sunk = breaches(scores, read_floors(floors))
    for sentence in sunk:
        typer.echo(sentence, err=True)
    if sunk:
        raise typer.Exit(1)
