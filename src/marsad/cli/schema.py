"""`marsad schema`: the JSON Schema of a record, and what another coder is told."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["schema"]


def schema(
    for_coders: Annotated[
        bool,
        typer.Option(
            "--instructions", help="Print what a language model has to be told for marsad code --answers, instead."
        ),
    ] = False,
) -> None:
    """Print the JSON Schema of the records that `marsad code` writes."""
    if for_coders:
        from marsad.adopt import instructions

        print(instructions(), end="")
        return
    from marsad.lexicon.load import RESOURCES

    print((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8"), end="")
