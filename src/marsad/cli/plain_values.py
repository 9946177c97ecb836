"""Values on the command line that need no reading: typer, from 0.29 on, loads pydantic to look at any, None included.

What is left out, text, the name of a file and a default are taken as they are. Whatever else was typed is read by
typer, which says what is wrong with it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, get_args, get_origin

import typer.core

__all__ = ["take_plain_values"]

_READER = "build_runtime_param"
"""What typer makes a reader of values with, for each option; it has none before 0.29."""
_UNCHECKED = {
    "parser": None,
    "exists": False,
    "file_okay": True,
    "dir_okay": True,
    "writable": False,
    "resolve_path": False,
    "path_type": None,
}


def take_plain_values() -> None:
    """Let typer read only what is not plain."""
    if getattr(typer.core, _READER, _Reader) is not _Reader:
        _Reader.of_typer = getattr(typer.core, _READER)
        setattr(typer.core, _READER, _Reader)


class _Reader:
    """Reads the values of one option: takes what is plain, and hands what is not to typer."""

    of_typer: Any

    def __init__(self, described: Any) -> None:
        self._described = described

    def coerce(self, value: Any, param: Any, ctx: typer.Context) -> Any:
        """Return the value as the command takes it."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        wanted = self._described.annotation
        if not several:
            if self._is_plain(value, wanted):
                return wanted(value)
        elif get_origin(wanted) is list and isinstance(value, list | tuple):
            (wanted,) = get_args(wanted)
            if all(self._is_plain(one, wanted) for one in value):
                return [wanted(one) for one in value]
        return _Reader.of_typer(self._described).coerce(value, param=param, ctx=ctx)

    def _is_plain(self, value: Any, wanted: Any) -> bool:
        told = self._described.parameter_info
        if any(getattr(told, name) != usual for name, usual in _UNCHECKED.items()):
            return False
        if wanted is Path:
            return isinstance(value, str | Path) and (os.access(value, os.R_OK) or not Path(value).exists())
        return wanted in (str, int, float) and type(value) is wanted
