"""What the commands share that work on a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.coding import CodedBefore
from marsad.cli.words import with_words_of
from marsad.errors import ReadError
from marsad.read import ReadProblem

if TYPE_CHECKING:
    from marsad.model.report import Report
    from marsad.read import Lacking
    from marsad.safely import Codes
    from marsad.store import CodedBy, Kept, Store

__all__ = ["Keeper", "StoreOption", "coded_by"]

StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="MARSAD_STORE",
        metavar="STORE",
        callback=with_words_of,
        help="A SQLite file, or postgresql://USER@HOST/DATABASE.",
    ),
]

_LOOKED_UP = 64
_KEPT_AT_ONCE = 100


def coded_by(coder: Codes) -> CodedBy:
    """Return what a coder codes by, as stores tell codings apart."""
    from marsad.lexicon.load import resources_version
    from marsad.store import CodedBy

    return CodedBy(
        coder_version=coder.name,
        resources_version=resources_version(),
        gazetteer=coder.gazetteer.name,
        gazetteer_version=coder.gazetteer.version,
        min_confidence=coder.minimum,
    )


def _refusal(reason: str, store: Store) -> ReadProblem:
    return ReadProblem(ReadError(reason, file=store.name, remedy="Give this report an id of its own; it was not kept."))


class Keeper:
    """Keeps coded reports in a store, some hundred in one transaction, and counts what that did.

    What is to be written elsewhere, too, is written once the store has it: whoever reads a line finds its report kept.
    """

    def __init__(self, store: Store, by: CodedBy) -> None:
        self._store = store
        self._by = by
        self._waiting: list[tuple[Report, dict[str, Any]]] = []
        self._then: list[Callable[[], None]] = []
        self.new = self.changed = self.coded = 0
        self.gone: list[str] = []
        self.problems: list[ReadProblem] = []

    def unkept(self, items: Iterable[Report | ReadProblem]) -> Iterator[Report | ReadProblem | CodedBefore]:
        """Yield reports that the store has no coding of; for the others their line, or why their id is refused."""
        source = iter(items)
        while some := list(islice(source, _LOOKED_UP)):
            reports = [item for item in some if not isinstance(item, ReadProblem)]
            lines, refused = self._store.coded_before(reports, self._by)
            for item in some:
                if isinstance(item, ReadProblem):
                    yield item
                elif item.report_id in refused:
                    yield _refusal(refused[item.report_id], self._store)
                elif item.report_id in lines:
                    yield CodedBefore(line=lines[item.report_id])
                else:
                    yield item

    def add(self, report: Report, record: dict[str, Any], then: Callable[[], None] | None = None) -> None:
        """Keep a report with its record, now or with those that follow, `then` do what is to be done."""
        self._waiting.append((report, record))
        if then is not None:
            self._then.append(then)
        if len(self._waiting) >= _KEPT_AT_ONCE:
            self.flush()

    def pass_on(self, then: Callable[[], None]) -> None:
        """Do what is to be done for a report that is kept already, in its turn."""
        self._then.append(then)
        if not self._waiting:
            self.flush()

    def flush(self) -> None:
        """Keep all that was added."""
        from marsad.store import Keeping

        items = [Keeping(report=report, record=record) for report, record in self._waiting]
        self._waiting.clear()
        for kept in self._store.keep(items, self._by) if items else ():
            self._count(kept)
        done, self._then = self._then, []
        for then in done:
            then()

    def take_down(self, lacking: Iterable[Lacking]) -> None:
        """Note of kept posts that the whole export of their channel lacks them."""
        from datetime import UTC, datetime

        for one in lacking:
            self.gone += self._store.keep_posts_gone(one.address, one.gaps, retrieved=datetime.now(UTC))

    def _count(self, kept: Kept) -> None:
        self.new += kept.new
        self.changed += kept.changed
        self.coded += kept.coded
        if kept.refused:
            self.problems.append(_refusal(kept.refused, self._store))
