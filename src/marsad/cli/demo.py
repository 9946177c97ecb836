"""`marsad demo`: the bundled reports, coded and shown."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.called import called

if TYPE_CHECKING:
    from rich.table import Table

    from marsad.model.report import Report
    from marsad.pipeline import Coder

__all__ = ["demo", "table_of"]

_SHOWN = 30
_LONGEST_WORD = {"date": 10, "place": 10, "type": 13, "who -> whom": 12, "killed / wounded": 8, "source": 10}
"""Signs that a column needs so that no word in it is cut."""


def demo(
    folder: Annotated[Path, typer.Option("-o", "--output", help="Folder to write the events to.")] = Path("out"),
    serve: Annotated[
        bool, typer.Option("--serve", help="Open the workbench on them: keep them in demo.db there.")
    ] = False,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the workbench.")] = 8000,
) -> None:
    """Code the reports that come with marsad, write out/events.jsonl and out/events.csv, and show the events.

    With --serve they are kept in a store and linked into incidents, which the workbench shows in lists and on its map.
    """
    from marsad.pipeline import Coder

    coder = Coder()
    reports, records = _coded(coder)
    _show(records, _written(records, folder))
    if not serve:
        print("Open them in the workbench:", f"{called()} demo --serve")
        return
    from marsad.cli.serve import open_workbench

    _keep(folder / "demo.db", coder, reports, records)
    open_workbench(str(folder / "demo.db"), host="127.0.0.1", port=port)


def _coded(coder: Coder) -> tuple[list[Report], list[dict[str, Any]]]:
    """Return the bundled reports, and what they tell; raises the error of one that cannot be read."""
    from marsad.export import to_record
    from marsad.lexicon.load import RESOURCES
    from marsad.read import ReadProblem, read
    from marsad.safely import code_safely

    reports: list[Report] = []
    records: list[dict[str, Any]] = []
    for report in read([RESOURCES / "samples"]):
        if isinstance(report, ReadProblem):
            raise report.error
        reports.append(report)
        records.append(to_record(code_safely(coder, report), report=report, gazetteer=coder.gazetteer.name))
    return reports, records


def _written(records: list[dict[str, Any]], folder: Path) -> list[Path]:
    """Write records in each form that the demo shows; return the files."""
    from marsad.export import Format, open_writer

    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"events.{form}" for form in (Format.jsonl, Format.csv)]
    for form, file in zip((Format.jsonl, Format.csv), files, strict=True):
        with file.open("wb") as stream:
            writer = open_writer(form, stream)
            for record in records:
                writer.write(record)
            writer.close()
    return files


def _show(records: list[dict[str, Any]], files: list[Path]) -> None:
    """Print the first events, and what to type next."""
    from rich.console import Console

    from marsad.lexicon.load import RESOURCES

    events = [event for record in records for event in record["events"]]
    Console().print(table_of(events[:_SHOWN]))
    if len(events) > _SHOWN:
        print(f"... and {len(events) - _SHOWN} more.")
    print(f"{len(events)} events in {len(records)} reports, written to {' and '.join(map(str, files))}.")
    telling = next((record["id"] for record in records if record["events"]), "")
    print("See why, word by word:", f"{called()} explain {quote(str(RESOURCES / 'samples'))} --id {telling}")
    print("Code reports of your own:", f"{called()} code FILE... -o events.csv")


def _keep(file: Path, coder: Coder, reports: list[Report], records: list[dict[str, Any]]) -> None:
    from marsad.cli.stores import coded_by
    from marsad.incidents.linker import Linker
    from marsad.store import Keeping, open_store

    items = [Keeping(report=report, record=record) for report, record in zip(reports, records, strict=True)]
    with open_store(file, create=True) as store:
        store.keep(items, coded_by(coder))
        Linker(store, coder.gazetteer).link()


def table_of(events: list[dict[str, Any]]) -> Table:
    """Return events as a table that a terminal of 80 signs shows without cutting a word."""
    from rich.table import Table
    from rich.text import Text

    from marsad.cli.show import shown

    table = Table(title="Events in the bundled reports", title_justify="left", row_styles=["", "dim"], box=None)
    for name in ("date", "place", "type", "who -> whom", "killed / wounded", "source"):
        table.add_column(name, overflow="fold", min_width=_LONGEST_WORD.get(name))
    for event in events:
        whom = shown(event, "side2")
        tolls = [shown(event, name) or "-" for name in ("killed", "wounded")]
        cells = (
            shown(event, "date"),
            shown(event, "place"),
            event["sub_event_type"].replace("/", "/ "),
            shown(event, "side1") + (f" -> {whom}" if whom else ""),
            "" if tolls == ["-", "-"] else " / ".join(tolls),
            shown(event, "sources"),
        )
        table.add_row(*map(Text, cells))
    return table
