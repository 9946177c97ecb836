"""The store as others use it: open it, keep things in it, ask it."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection, Engine

from marsad.model.report import Report
from marsad.store import incidents, judgements, log, read, schema, sources
from marsad.store.diff import Difference, differences
from marsad.store.engine import connect, glancing, is_sqlite, name_of, reading, writing
from marsad.store.facts import StoreFacts, facts
from marsad.store.filters import Filters
from marsad.store.gone import keep_gone, keep_posts_gone
from marsad.store.keep import keep
from marsad.store.model import CodedBy, Keeping, Kept, KeptCoding, KeptReport
from marsad.store.search import Hits, search
from marsad.store.sight import EVERYTHING, Sight, hide, limited

__all__ = ["Store", "open_store"]

_WAIT = 30.0


def open_store(store: str | Path | URL, *, who: str | None = None, wait: float = _WAIT, create: bool = False) -> Store:
    """Open a store: the name of a SQLite file, or "postgresql://USER@HOST/DATABASE".

    `who` is written into the log, the name of the user when left out; `wait` is how many seconds to wait for
    another program that writes. With `create` a store that is not there is made. Raises StoreError when there is none,
    when it is of another version of the schema (`marsad store init` brings it up to date), or cannot be reached.
    """
    engine = connect(store, wait=wait)
    opened = Store(engine=engine, who=who or getpass.getuser())
    try:
        if is_sqlite(engine) and not create and not Path(engine.url.database or "").exists():
            schema.refuse_missing(engine)
        if create and schema.revision(engine) is None:
            schema.upgrade(engine)
        schema.check(engine)
    except BaseException:
        engine.dispose()
        raise
    return opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """One store. Each method is one transaction: all of it is kept, or nothing.

    What is read is read as `sight` says; `engines` are those for who may not see all, made when first needed.
    """

    engine: Engine = field(repr=False)
    who: str
    sight: Sight = EVERYTHING
    engines: dict[bool, Engine] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The file, or the address without its password."""
        return name_of(self.engine.url)

    def close(self) -> None:
        """Let go of the file or the server."""
        for engine in (self.engine, *self.engines.values()):
            engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction for several of the functions of `marsad.store`; other writers wait until it ends."""
        with writing(self.engine) as connection:
            yield connection.execution_options(marsad_sight=self.sight)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One view of the store as it stands now, for several questions."""
        if not self.sight.limited:
            with reading(self.engine) as connection:
                yield connection
            return
        with reading(self._limited()) as connection:
            hide(connection, self.sight)
            yield connection.execution_options(marsad_public=not self.sight.private, marsad_limited=True)

    @contextmanager
    def glancing(self) -> Iterator[Connection]:
        """As `reading`, for a single question."""
        with self.reading() if self.sight.limited else glancing(self.engine) as connection:
            yield connection

    def _limited(self) -> Engine:
        private = self.sight.private
        if private not in self.engines:
            self.engines[private] = limited(connect(self.engine.url, wait=_WAIT), private=private)
        return self.engines[private]

    def keep(self, items: Sequence[Keeping], coded_by: CodedBy | None = None) -> list[Kept]:
        """Keep reports, with codings where they have a record; what is there already stays as it is."""
        with writing(self.engine) as connection:
            return keep(connection, items, coded_by, who=self.who)

    def keep_report(self, item: Keeping) -> Kept:
        """Keep one report without coding it."""
        return self.keep([item])[0]

    def keep_gone(self, report_id: str, *, retrieved: datetime, archive: str | None = None) -> bool:
        """Note that a report's page is no longer there; say whether that is news. What was published stays."""
        with writing(self.engine) as connection:
            return keep_gone(connection, report_id, retrieved=retrieved, archive=archive, who=self.who)

    def keep_posts_gone(self, address: str, gaps: Sequence[tuple[int, int]], *, retrieved: datetime) -> list[str]:
        """Note which posts of a channel are no longer there, by the numbers that it lacks; return their ids."""
        with writing(self.engine) as connection:
            return keep_posts_gone(connection, address, gaps, retrieved=retrieved, who=self.who)

    def coded_before(self, items: Sequence[Report], coded_by: CodedBy) -> tuple[dict[str, str], dict[str, str]]:
        """Return ids with the line kept for what this coder has coded, and ids with the reason why they are refused."""
        with self.reading() as connection:
            return read.coded_before(connection, items, coded_by)

    def versions(self, report_id: str) -> list[KeptReport]:
        """Return every version of a report, oldest first."""
        with self.reading() as connection:
            return read.versions(connection, report_id)

    def codings(self, report_id: str) -> list[KeptCoding]:
        """Return every coding of every version of a report, oldest first."""
        with self.reading() as connection:
            return read.codings_of(connection, report_id)

    def reports(self) -> Iterator[KeptReport]:
        """Yield the latest version of every report, in the order in which they were first kept."""
        with self.reading() as connection:
            yield from read.latest(connection)

    def uncoded(self, coded_by: CodedBy) -> Iterator[KeptReport]:
        """Yield the latest versions that a coder has not coded; what is kept meanwhile may come, too."""
        last = 0
        while True:
            with self.reading() as connection:  # one view for long would keep the log of SQLite growing
                some = read.uncoded(connection, coded_by, after=last)
            if not some:
                return
            for last, kept in some:  # noqa: B007
                yield kept

    def differences(self, coded_by: CodedBy) -> Iterator[Difference]:
        """Yield what a coder's codings differ in from those made before them, report by report."""
        with self.reading() as connection:
            for before, now in read.recoded(connection, coded_by):
                yield from differences(json.loads(before), json.loads(now))

    def lines(self) -> Iterator[str]:
        """Yield the newest coding of every report as the line of `marsad code`, less the line feed."""
        with self.reading() as connection:
            yield from read.current_lines(connection)

    def lines_with_words(self) -> Iterator[tuple[str, str, str]]:
        """Yield what `lines` does, each with headline and text of the report as they were coded."""
        with self.reading() as connection:
            yield from read.current_words(connection)

    def line(self, coding_key: int) -> str:
        """Return the record of a coding as the line of `marsad code`, less the line feed."""
        with self.reading() as connection:
            return read.line(connection, coding_key)

    def search(
        self, asked: str, filters: Filters | None = None, *, limit: int = 20, offset: int = 0, facets: bool = True
    ) -> Hits:
        """Return what is found for a question such as 'القوات "دير الزور" قصف* -مناورات', the newest first."""
        with self.reading() as connection:
            return search(connection, asked, filters or Filters(), limit=limit, offset=offset, facets=facets)

    def keep_source(self, source: sources.Source) -> int:
        """Add or change a source of the registry; return its key."""
        with writing(self.engine) as connection:
            return sources.keep_source(connection, source, who=self.who)

    def sources(self) -> list[sources.Source]:
        """Return the registry of sources, by outlet."""
        with self.reading() as connection:
            return list(sources.kept_sources(connection))

    def keep_incident(self, incident: incidents.Incident) -> bool:
        """Keep an incident as it is now; say whether anything changed."""
        with writing(self.engine) as connection:
            return incidents.keep_incident(connection, incident, who=self.who)

    def incident(self, incident_id: str) -> incidents.Incident | None:
        """Return an incident, also by an id it had before."""
        with self.reading() as connection:
            return incidents.incident(connection, incident_id)

    def judge(self, judgement: judgements.Judgement, *, supersedes: int | None = None) -> int:
        """Keep a judgement, in the place of an earlier one where it supersedes that; return its key."""
        with writing(self.engine) as connection:
            return judgements.judge(connection, judgement, who=self.who, supersedes=supersedes)

    def judgements(self, subject: str) -> list[judgements.Judgement]:
        """Return all judgements on something, oldest first."""
        with self.reading() as connection:
            return judgements.judgements_on(connection, subject)

    def note(self, acts: Sequence[log.Act]) -> None:
        """Write acts of others, such as fetching, into the log."""
        with writing(self.engine) as connection:
            log.write(connection, acts, who=self.who)

    def log(self, item: str | None = None) -> Iterator[log.LogEntry]:
        """Yield the log, oldest first; of one item ("report:r1") when one is named."""
        with self.reading() as connection:
            yield from log.entries(connection, item=item)

    def first_broken(self) -> int | None:
        """Return the number of the first entry of the log that was tampered with, None when none was."""
        with self.reading() as connection:
            return log.first_broken(connection)

    def told(self) -> StoreFacts:
        """Return what there is to say about the store as a whole."""
        with self.reading() as connection:
            return facts(connection)
