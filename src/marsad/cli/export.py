"""`marsad export`: what a store holds, as `marsad code` writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.code import stream_to
from marsad.cli.stores import StoreOption
from marsad.export.choose import Format, format_of, open_writer

__all__ = ["export"]


def export(
    store: StoreOption,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here, not to standard output.")] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Form of the output. Default: by the name of FILE, else jsonl.")
    ] = None,
) -> None:
    """Write the newest coding of every report: the same as `marsad code` wrote, or would have, in the same order."""
    import json

    from marsad.store import open_store

    form = form or (format_of(output.name) if output else None) or Format.jsonl
    if output is None and form is Format.parquet:
        raise typer.BadParameter("Parquet is no text: name a file with -o.", param_hint="--format")
    with open_store(store) as opened, stream_to(output) as stream:
        if form is Format.jsonl:
            for line in opened.lines():
                stream.write(line.encode("utf-8") + b"\n")
            stream.flush()
            return
        writer = open_writer(form, stream)
        for line in opened.lines():
            writer.write(json.loads(line))
        writer.close()
