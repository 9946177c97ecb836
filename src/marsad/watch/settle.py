"""What follows from an answer: reports written, then what was done noted, in an order that a kill cannot spoil."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from marsad.export.report_line import report_line
from marsad.fetch import Response
from marsad.fetch.polite import Clock
from marsad.model.report import Report
from marsad.sources import Source
from marsad.watch.reports import ReportsFile
from marsad.watch.state import FeedState, PageState, Pending, Record, State
from marsad.watch.tally import Tally
from marsad.watch.teaser import teaser_record
from marsad.watch.work import Job

if TYPE_CHECKING:
    from marsad.watch.answers import Found, Wanted

__all__ = ["Gone", "Keep", "Settle"]

Keep = Callable[[Sequence[Report], datetime, str], list[str]]
"""Takes reports, when they were fetched, and the id of their bytes in the archive; says what it would not take."""

Gone = Callable[[str, datetime, str], None]
"""Takes the address of a page that is there no more, when it was asked for, and the answer's id in the archive."""

_LOOKS = (3_600.0, 86_400.0, 7 * 86_400.0)
"""Seconds after which a page that a feed told of is looked at again, for edits and for its end."""

_GONE = frozenset({404, 410})
_ROUNDS = 5  # in which a page may stay away before its teaser stands for it
_FIRST_PAGES = 5  # of a channel that was never watched
_DEEPEST = 3  # sitemaps below sitemaps


class Settle:
    """Turns answers into reports and notes."""

    def __init__(
        self,
        state: State,
        reports: ReportsFile,
        clock: Clock,
        keep: Keep | None,
        gone: Gone | None,
    ) -> None:
        self._state, self._reports, self._clock, self._keep, self._gone = state, reports, clock, keep, gone

    def write(
        self,
        tally: Tally,
        source: Source,
        reports: Iterable[Report],
        fetched_at: datetime,
        item: str,
        after: Iterable[Record] = (),
    ) -> None:
        """Write the reports that are new, then note them and what comes `after` them."""
        came = {report.report_id: report for report in reports}
        new = {key: report for key, report in came.items() if key not in self._state.reports}
        if self._keep and came:  # all of them: a page that returns to its old words is a new version in a store
            tally.problems += self._keep(list(came.values()), fetched_at, item)
        beside = {"source_id": source.id, "fetched_at": fetched_at.isoformat(timespec="seconds"), "archive": item}
        notes = self._reports.add((key, report_line(report, beside)) for key, report in new.items())
        tally.reports += len(new)
        tally.edited += sum(key.rpartition("#")[0] in self._state.named for key in new)
        self._state.save([*notes, *after])

    def came(self, job: Job, response: Response, found: Found, item: str) -> list[Job]:
        """Settle a page or feed that was had; return what to ask for because of it."""
        job.tally.problems += [str(problem) for problem in found.problems]
        if job.role == "page":
            reports = found.reports or ((job.teaser,) if job.teaser else ())
            done = Pending(key=job.url, feed=job.key, done=True)
            after: tuple[Record, ...] = (self._page(job, response), done)
            self.write(job.tally, job.source, reports, response.fetched_at, item, after)
            return []
        further, newest, whole = self._further(job, found)
        news = [one for one in found.wanted if not one.is_feed and self._is_news(one)]
        job.tally.waiting += len(news[job.feed.most :])
        pages = news[: job.feed.most]
        notes: list[Record] = [
            Pending(key=one.url, feed=job.key, told=one.told, teaser=teaser_record(one.teaser)) for one in pages
        ]
        whole = whole and not found.problems and len(pages) == len(news)
        feed = FeedState(
            key=job.url,
            etag=response.header("ETag") if whole else None,
            last_modified=response.header("Last-Modified") if whole else None,
            newest=newest,
        )
        notes.append(replace(feed, key=job.feed.address) if job.role == "telegram" else feed)
        self.write(job.tally, job.source, found.reports, response.fetched_at, item, notes)
        asked = [replace(job, url=one.url, role="page", told=one.told, teaser=one.teaser, depth=0) for one in pages]
        return [*further, *asked]

    def answered(self, job: Job, response: Response, item: str) -> None:
        """Settle an answer without a page: nothing new, gone, or something else."""
        status = response.status
        known = self._state.pages.get(job.url) if job.role == "page" else None
        done = Pending(key=job.url, feed=job.key, done=True)
        if status == 304:
            job.tally.unchanged += 1
            self._state.save([self._again(known, job, known.status), done] if known else [])
        elif status in _GONE and known is not None:
            job.tally.gone += 1
            if self._gone is not None:
                self._gone(job.url, response.fetched_at, item)
            self._state.save([self._again(known, job, status), done])
        else:
            job.tally.problems.append(f"{job.url}: The site answered with status {status}. Look at it in a browser.")
            self.refused(job)

    def refused(self, job: Job) -> None:
        """Settle what will not be had: of a page that a feed told of, the teaser is all there is."""
        if job.url in self._state.pending:
            teaser = (job.teaser,) if job.teaser else ()
            done = Pending(key=job.url, feed=job.key, done=True)
            page = PageState(key=job.url, feed=job.key, status=0, told=job.told)
            self.write(job.tally, job.source, teaser, self._time(), "", [page, done])

    def silent(self, job: Job) -> None:
        """Settle what may be had another time; after some rounds the teaser stands for the page."""
        job.tally.waiting += 1
        pending = self._state.pending.get(job.url)
        if pending is None:
            return
        if pending.tries + 1 >= _ROUNDS:
            self.refused(job)
        else:
            self._state.save([replace(pending, tries=pending.tries + 1)])

    def _further(self, job: Job, found: Found) -> tuple[list[Job], int, bool]:
        """Return what else of a feed is needed, the newest post of a channel up to which all are had, and if it is all.

        A channel's page shows some twenty posts; older ones are asked for until the last round's are met.
        """
        if job.role == "sitemap":
            below = [one for one in found.wanted if one.is_feed] if job.depth < _DEEPEST else []
            return [replace(job, url=one.url, depth=job.depth + 1) for one in below], 0, not below
        if job.role != "telegram":
            return [], 0, True
        known = self._state.feeds.get(job.feed.address)
        had = known.newest if known else 0
        reach = max(job.reach, found.newest, had)
        most = job.feed.most if had else min(job.feed.most, _FIRST_PAGES)
        between = found.oldest > had + 1
        if between and job.depth + 1 < most:
            older = f"{urlsplit(job.feed.address)._replace(query='').geturl()}?before={found.oldest}"
            return [replace(job, url=older, depth=job.depth + 1, reach=reach)], had, False
        if between and had:
            gap = f"Posts {had + 1} to {found.oldest - 1} were not had: they lie further back than {most} pages."
            job.tally.problems.append(f"{job.feed.address}: {gap} Set most higher, or read an export of the channel.")
        return [], reach, job.depth == 0

    def _is_news(self, wanted: Wanted) -> bool:
        if wanted.url in self._state.pending:
            return False
        page = self._state.pages.get(wanted.url)
        return page is None or (bool(wanted.told) and page.told != wanted.told)

    def _page(self, job: Job, response: Response) -> PageState:
        known = self._state.pages.get(job.url)
        page = PageState(
            key=job.url,
            feed=job.key,
            etag=response.header("ETag"),
            last_modified=response.header("Last-Modified"),
            looks=known.looks if known else -1,
            told=known.told if known else job.told,
        )
        return self._again(page, job, response.status)

    def _again(self, page: PageState, job: Job, status: int) -> PageState:
        """Note a look at a page, and when the next one is due; a page that is a feed itself is asked every round.

        Where a feed tells it otherwise than before, looks begin anew, even if the page has not changed yet.
        """
        told = job.told or page.told
        looks = page.looks + 1 if told == page.told else 0
        due = looks < len(_LOOKS) and job.feed.kind not in ("page", "urls")
        next_look = self._clock.now() + _LOOKS[looks] if due else None
        return replace(page, status=status, looks=looks, next_look=next_look, told=told)

    def _time(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)
