"""`marsad link --store`: what is new in a store, linked to what is there."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.cli.exits import Exit

if TYPE_CHECKING:
    from rich.console import Console

    from marsad.incidents.linker import Linked, Linker
    from marsad.store import Store

__all__ = ["Linking", "link_in_store"]

_SHOWN = 20


def link_in_store(store: str, places: Path | None, output: Path | None, *, reasons: bool, quiet: bool) -> Exit:
    """Link what waits in a store; with an output, write all its incidents there."""
    from rich.console import Console

    from marsad import gazetteer
    from marsad.cli.output import stream_to
    from marsad.incidents.linker import Linker
    from marsad.incidents.view import line, records
    from marsad.store import open_store
    from marsad.store.question import Question

    console = Console(stderr=True, highlight=False)
    started = time.monotonic()
    with open_store(store) as opened:
        done = _link_waiting(Linker(opened, gazetteer.load(places)), console, quiet=quiet)
        if not quiet:
            console.print(_summary(done, opened, time.monotonic() - started), markup=False, soft_wrap=True)
        if output is not None:
            with stream_to(output) as stream, opened.reading() as connection:
                for record in records(connection, Question(), reasons=reasons):
                    stream.write(line(record).encode("utf-8") + b"\n")
    for problem in done.problems[:_SHOWN]:
        console.print(f"not linked: {problem}", markup=False, soft_wrap=True)
    return Exit.SOME_UNREAD if done.problems else Exit.OK


def _link_waiting(linker: Linker, console: Console, *, quiet: bool) -> Linked:
    """Link what waits, with a bar where somebody looks on."""
    from rich.progress import Progress

    from marsad.store.links import count_waiting

    if quiet or not console.is_terminal:
        return linker.link()
    with linker.store.reading() as connection:
        waiting = count_waiting(connection)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("linking", total=waiting)
        return linker.link(lambda done: progress.update(task, completed=done.reports))


def _summary(done: Linked, store: Store, seconds: float) -> str:
    """Return what linking did in a sentence."""
    from marsad.store.incident_list import count_incidents
    from marsad.store.question import Question

    with store.reading() as connection:
        number = count_incidents(connection, Question())
    anew = " All was compared anew: words, weights or places are others than before." if done.anew else ""
    return (
        f"Reports linked: {done.reports:,}; events: {done.events:,}; incidents new or changed: {done.incidents:,}, "
        f"now {number:,}, in {seconds:.1f} s.{anew}"
    )


class Linking:
    """Codes and links what comes into a store, round after round."""

    def __init__(self, store: Store) -> None:
        from marsad import gazetteer
        from marsad.cli.stores import coded_by
        from marsad.incidents.linker import Linker
        from marsad.pipeline import Coder

        self._store = store
        self._coder = Coder()
        self._by = coded_by(self._coder)
        self._linker = Linker(store, gazetteer.load())

    def go_on(self) -> str:
        """Code and link what is new; return what that did in a sentence."""
        from marsad.cli.recode import recode_waiting

        started = time.monotonic()
        coded, _ = recode_waiting(self._store, self._coder, self._by, jobs=1)
        return f"Reports coded: {coded:,}. {_summary(self._linker.link(), self._store, time.monotonic() - started)}"
