"""`marsad explain`: one report with the words behind every field."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["explain"]


def explain(
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    report_id: Annotated[str | None, typer.Option("--id", help="Id of the report. Default: the first one.")] = None,
    places: Annotated[
        Path | None, typer.Option(help="A folder of gazetteer files to use beside the built-in places.")
    ] = None,
) -> None:
    """Show one report with the words behind each field marked in place, and a table of them for each event."""
    raise typer.Exit(0)
