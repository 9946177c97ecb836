"""What a command that takes long is doing, shown to whoever watches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["at_work"]


@contextmanager
def at_work(begins: str) -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is done now and for how long; what is given takes what is done next.

    Elsewhere nothing is shown. Standard output is left alone.
    """
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task(begins, total=None)
        yield lambda now: progress.update(task, description=now)
