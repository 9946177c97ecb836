"""Rounds of a watch: every feed asked once, then the pages that feeds tell of, each host at its own pace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from marsad.archive import Writer
from marsad.errors import ArchiveError, FetchError, MarsadError, ReadError
from marsad.fetch import PoliteClient, Response
from marsad.fetch.polite import Clock, SystemClock
from marsad.model.report import Report
from marsad.read import ReadProblem, read
from marsad.read.dispatch import stable_id
from marsad.sources import Feed, Registry, Source
from marsad.watch.answers import found_in, in_words_of
from marsad.watch.links import links_of_list
from marsad.watch.local import changed_files
from marsad.watch.plan import Plan, origin
from marsad.watch.reports import ReportsFile
from marsad.watch.settle import Gone, Keep, Settle
from marsad.watch.state import HostState, State
from marsad.watch.tally import Tally
from marsad.watch.teaser import teaser_of
from marsad.watch.work import Job

__all__ = ["Watch"]

_BUSY = frozenset({429, 500, 502, 503, 504})
_SILENT = frozenset({"timeout", "slow", "connect", "dns", "cut", "tls", "protocol", "busy", "unreachable"})
_TRIES = 3


class Watch:
    """A watch over the sources of a registry, with its archive, its journal and its file of reports.

    Nothing is lost when it is killed: what was not noted as done is done again, and archive and reports keep the
    same words once. One process at a time watches into an archive. `who` stands in the archive's log, `keep` takes
    every report beside the file, `gone` each page that is there no more; `clock` is for tests. Raises MarsadError when
    another process is watching, or when archive or journal are broken.
    """

    def __init__(
        self,
        registry: Registry,
        archive: Path,
        *,
        out: Path | None = None,
        client: PoliteClient | None = None,
        clock: Clock | None = None,
        patience: float = 60.0,
        who: str = "marsad watch",
        keep: Keep | None = None,
        gone: Gone | None = None,
    ) -> None:
        from filelock import FileLock, Timeout

        folder = archive / "watch"
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(folder / "lock", timeout=0)
        try:
            self._lock.acquire()
        except Timeout:
            raise MarsadError(f"{archive}: Another process is watching into this archive. Stop it first.") from None
        self._registry = registry
        self._clock = clock or SystemClock()
        self._patience = patience
        self._client = client or PoliteClient(tries=1, patience=patience, clock=self._clock)
        self._writer = Writer(archive, who=who)
        self._state = State.open(folder / "state.jsonl")
        self._reports = ReportsFile(out or folder / "reports.jsonl", self._state)
        self._settle = Settle(self._state, self._reports, self._clock, keep, gone)

    def round(self, tallies: list[Tally], show: Callable[[Job], None] | None = None) -> None:
        """Ask every source once and add to `tallies` what came; a source that fails costs the others nothing.

        `show` is called before each address is asked for. Stopped in the middle, it leaves everything whole.
        """
        plan = Plan(self._client)
        for source in self._registry.sources:
            for feed in source.feed:
                tallies.append(Tally(source=source.id, kind=feed.kind, address=feed.address))
                try:
                    self._begin(plan, source, feed, tallies[-1])
                except (MarsadError, OSError, UnicodeDecodeError) as error:
                    tallies[-1].problems.append(_said(error, self._registry.path(feed)))
        while (job := plan.next()) is not None:
            if show:
                show(job)
            self._ask(plan, job)

    def close(self) -> None:
        """Let go of the files, so that another process may watch."""
        self._reports.close()
        self._state.close()
        self._lock.release()

    def _begin(self, plan: Plan, source: Source, feed: Feed, tally: Tally) -> None:
        """Plan what is due: the feed itself, its pages left from before, and those to look at again."""

        def page(url: str, told: str = "", teaser: Report | None = None) -> Job:
            return Job(url=url, role="page", source=source, feed=feed, tally=tally, told=told, teaser=teaser)

        if feed.kind == "folder" or feed.kind == "mail":  # noqa: PLR1714 - so that mypy sees what is left
            self._read_files(source, feed, tally)
            return
        if feed.kind == "page" or feed.kind == "urls":  # noqa: PLR1714
            listed = self._registry.path(feed).read_text(encoding="utf-8-sig") if feed.kind == "urls" else feed.address
            for link in links_of_list(listed):
                plan.add(page(link.url))
            return
        first = Job(url=feed.address, role=feed.kind, source=source, feed=feed, tally=tally)
        plan.add(first)
        for pending in list(self._state.pending.values()):
            if pending.feed == first.key:
                plan.add(page(pending.key, pending.told, teaser_of(pending.teaser)))
        now = self._clock.now()
        for known in list(self._state.pages.values()):
            if known.feed == first.key and known.next_look is not None and known.next_look <= now:
                plan.add(page(known.key, known.told))

    def _ask(self, plan: Plan, job: Job) -> None:
        host, now = origin(job.url), self._clock.now()
        left_alone = self._state.hosts.get(host)
        if left_alone is not None and left_alone.not_before > now:
            self._leave(plan, job, left_alone.not_before)
            return
        known = self._state.pages.get(job.url) if job.role == "page" else self._state.feeds.get(job.url)
        etag, last_modified = (known.etag, known.last_modified) if known else (None, None)
        try:
            response = self._client.get(job.url, etag=etag, last_modified=last_modified)
            job.tally.fetched += 1
            if response.status in _BUSY:
                self._busy(plan, job, response)
                return
            about = {"source": job.source.id, "feed": job.feed.address}
            kept = self._writer.add_response(response, details=about)
        except FetchError as error:
            job.tally.problems.append(str(error))
            if error.reason in _SILENT:
                plan.drop(host)
                self._settle.silent(job)
            else:
                self._settle.refused(job)
            return
        except ArchiveError as error:
            job.tally.problems.append(str(error))
            return
        if 200 <= response.status < 300:
            found = found_in(response, job, datetime.fromtimestamp(now, UTC))
            for further in self._settle.came(job, response, found, kept.item.id):
                plan.add(further)
        else:
            self._settle.answered(job, response, kept.item.id)

    def _busy(self, plan: Plan, job: Job, response: Response) -> None:
        """Ask again later: in this round when the site asks for little patience, else not before it allows."""
        ready_at = self._client.ready_at(job.url)
        if ready_at - self._clock.now() <= self._patience and job.tries + 1 < _TRIES:
            plan.add(replace(job, tries=job.tries + 1))
            return
        job.tally.problems.append(f"{job.url}: The site is busy (status {response.status}). It is asked again later.")
        self._state.save([HostState(key=origin(job.url), not_before=ready_at)])
        plan.drop(origin(job.url))
        self._settle.silent(job)

    def _leave(self, plan: Plan, job: Job, until: float) -> None:
        when = datetime.fromtimestamp(until, UTC).isoformat(timespec="seconds")
        job.tally.problems.append(f"{job.url}: The site asked to be left alone until {when}.")
        job.tally.waiting += 1
        plan.drop(origin(job.url))

    def _read_files(self, source: Source, feed: Feed, tally: Tally) -> None:
        folder = self._registry.path(feed)
        for changed in changed_files(folder, feed, self._state):
            if isinstance(changed, ReadError):
                tally.problems.append(str(changed))
                continue
            path, noted = changed
            name = f"{source.id}/{path.relative_to(folder).as_posix()}"
            try:
                kept = self._writer.add_file(path, name=name, details={"source": source.id})
            except ArchiveError as error:  # the files behind it are read all the same
                tally.problems.append(str(error))
                continue
            tally.fetched += 1
            reports = []
            for found in read([path]):
                if isinstance(found, ReadProblem):
                    tally.problems += [str(found.error)] if found.lost else []
                    continue
                own_id = stable_id(found.url or f"{name}:{found.report_id}", found.source_text)
                reports.append(in_words_of(replace(found, report_id=own_id), source))
                if len(reports) == 1000:
                    self._settle.write(tally, source, reports, datetime.now(UTC), kept.item.id)
                    reports.clear()
            self._settle.write(tally, source, reports, datetime.now(UTC), kept.item.id, after=[noted])


def _said(error: Exception, path: Path) -> str:
    if isinstance(error, MarsadError):
        return str(error)
    return f"{path}: It cannot be read ({error}). Check its name and your rights to it."
