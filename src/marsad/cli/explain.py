"""`marsad explain`: one report with the words behind every field."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.exits import Exit
from marsad.cli.options import Places

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from marsad.model.report import Report

__all__ = ["explain"]


def explain(
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    report_id: Annotated[str | None, typer.Option("--id", help="Id of the report. Default: the first one.")] = None,
    places: Places = None,
) -> None:
    """Show one report with the words behind each field marked in place, and a table of them for each event.

    Arabic is printed in the order it is read; terminals turn it to the right.
    """
    from rich.console import Console

    from marsad.export import to_record
    from marsad.pipeline import Coder

    report = _find(file, report_id)
    coder = Coder(places=places)
    coded = coder.code(report)
    record = to_record(coded, report=report, gazetteer=coder.gazetteer.name)
    _print(Console(), report, record)


def _find(file: str, report_id: str | None) -> Report:
    from marsad.read import ReadProblem, read

    seen = 0
    items = read([file])
    for item in items:
        if isinstance(item, ReadProblem):
            if item.lost:
                print(f"not read: {item.error}", file=sys.stderr)
        elif report_id is None or item.report_id == report_id:
            if report_id is None and any(not isinstance(other, ReadProblem) for other in items):
                print(f"This is the first report of {file}; --id ID shows another.", file=sys.stderr)
            return item
        else:
            seen += 1
    if report_id is not None and seen:
        raise typer.BadParameter(f"None of the {seen} reports of {file} has this id.", param_hint="--id")
    raise typer.Exit(Exit.NOTHING_CODED)


def _print(console: Console, report: Report, record: dict[str, Any]) -> None:
    from rich.text import Text

    origin = (report.published_on or "no date of publication", report.outlet, report.url)
    console.print(Text(f"Report {report.report_id}: {', '.join(str(part) for part in origin if part)}", style="bold"))
    console.print()
    console.print(_marked(report.source_text, record))
    console.print()
    for number, event in enumerate(record["events"], 1):
        console.print(_event(number, event))
        console.print()
    if not record["events"]:
        console.print("No event.")
    for part in _skipped(record):
        console.print(part)


def _marked(text: str, record: dict[str, Any]) -> Text:
    """Return the report with the words of each field in its style, and the legend of the styles used."""
    from rich.text import Text

    from marsad.cli.show import FIELDS, STYLES

    marked = Text(text)
    found = [
        (part["start"], part["end"], part["field"]) for event in record["events"] for part in event["evidence_fields"]
    ]
    for start, end, field in sorted(found, key=lambda part: part[0] - part[1]):  # short stretches over long ones
        marked.stylize(STYLES.get(field, "underline"), start, end)
    used = {field for _, _, field in found}
    if used:
        marked.append("\n\nMarked: ")
        legend = (Text(field, style=STYLES[field]) for field in FIELDS if field in used)
        marked.append_text(Text(", ").join(legend))
    return marked


def _event(number: int, event: dict[str, Any]) -> Table:
    from rich.markup import escape
    from rich.table import Table
    from rich.text import Text

    from marsad.cli.show import FIELDS, STYLES, shown

    title = f"Event {number}: {event['sub_event_type']} ({event['event_type']}), confidence {event['confidence']:.2f}"
    table = Table(title=escape(title), title_justify="left", title_style="bold", expand=False)
    for name in ("field", "value", "words", "rule", "entries and notes"):
        whole = name in ("field", "rule")
        table.add_column(name, overflow="ellipsis" if whole else "fold", no_wrap=whole)
    reasons: dict[str, list[dict[str, Any]]] = {}
    for part in event["evidence_fields"]:
        reasons.setdefault(part["field"], []).append(part)
    for field in (*FIELDS, *(name for name in reasons if name not in FIELDS)):
        value, sure = shown(event, field), event["confidence_fields"].get(field)
        if sure is not None:
            value = f"{value or 'none'} ({sure:.2f})"
        for index, part in enumerate(reasons.get(field) or ([{}] if value else [])):
            behind = "\n".join(filter(None, (", ".join(part.get("entry_ids", ())), part.get("note"))))
            cells: tuple[RenderableType, ...] = (
                Text("" if index else field, style=STYLES.get(field, "")),
                Text("" if index else value),
                Text(part.get("quote", "")),
                Text(part.get("rule_id", "")),
                Text(behind),
            )
            table.add_row(*cells)
    return table


def _skipped(record: dict[str, Any]) -> list[Text]:
    from rich.text import Text

    if not record["skipped"]:
        return []
    lines = [Text("Not coded:", style="bold")]
    for part in record["skipped"]:
        words = f"{part['quote']}: " if part["quote"] else ""
        lines.append(Text(f"  {words}{part['reason']} [{part['stage']}]"))
    return lines
