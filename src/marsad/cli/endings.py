"""The form of an output, by option or by what its name ends in."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import typer

from marsad.export.form import form_of

__all__ = ["form_asked", "is_table"]

_Form = TypeVar("_Form", bound=StrEnum)
_LINES = (".json", ".ndjson", ".jl")
"""What JSON Lines are called, too."""


def form_asked(form: _Form | None, output: Path | None, usual: _Form) -> _Form:
    """Return the form that the option names, else the name of the output; raises BadParameter for an unknown ending."""
    if form is not None or output is None:
        return form or usual
    found = form_of(output.name, type(usual))
    if found is None and output.suffix and output.suffix.lower() not in _LINES:
        known = ", ".join(f".{one}" for one in type(usual))
        told = f"{output} ends in {output.suffix}, which is no form. End it in one of: {known}; or name a --format."
        raise typer.BadParameter(told, param_hint="-o")
    return found or usual


def is_table(output: Path | None, *, as_json: bool) -> bool:
    """Say whether an output is a table: of a name that does not end in .json, without --json."""
    return output is not None and output.suffix.lower() != ".json" and not as_json
