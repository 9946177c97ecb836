"""Where commands write: a file, or standard output; and what they never write over."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import typer

__all__ = ["keep_inputs", "stream_to"]


def keep_inputs(inputs: Iterable[str | Path], output: Path | None) -> None:
    """Raise BadParameter where the output is one of the inputs: it would be emptied before it is read."""
    if output is not None and output.resolve() in {Path(name).resolve() for name in inputs}:
        raise typer.BadParameter(f"{output} is an input, too.", param_hint="-o")


@contextmanager
def stream_to(output: Path | None) -> Iterator[IO[bytes]]:
    """Open an output, standard output when none is named; what cannot be written is said as wrong usage."""
    if output is None:
        with _standard_output() as stream:
            yield stream
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        stream = output.open("wb")
    except OSError as error:
        problem = f"{output} cannot be written ({error.strerror}). Name another file."
        raise typer.BadParameter(problem, param_hint="-o") from None
    try:
        with stream:
            yield stream
    except OSError as error:
        error.filename = error.filename or str(output)  # a full disk does not tell whose
        raise


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    """Give standard output so that what is written arrives whole.

    Python without buffers (PYTHONUNBUFFERED) lets go of the rest of a line when a signal comes while it is written.
    """
    standard = sys.stdout.buffer
    if not isinstance(standard, io.RawIOBase):
        yield standard
        return
    stream = io.BufferedWriter(standard)
    try:
        yield stream
    finally:
        stream.detach()  # after what waits is written; standard output stays open
