"""What an answer holds: reports, and pages to be had; nothing is fetched or written here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from marsad.errors import ReadError
from marsad.fetch import Response
from marsad.model.report import Report
from marsad.read import ReadProblem
from marsad.read.dispatch import read_page, stable_id
from marsad.read.feed import read_feed
from marsad.read.problem import Found as FoundOne
from marsad.read.telegram_page import read_telegram_page
from marsad.sources import Source
from marsad.watch.links import Link, links_of_page, links_of_sitemap
from marsad.watch.work import Job

__all__ = ["Found", "Wanted", "found_in"]

_TYPES = {"text/plain": "text", "text/html": "html", "application/xhtml+xml": "html", "": "html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page that a feed asks for: `told` changes when the feed tells news of it, `teaser` is its report till then."""

    url: str
    told: str = ""
    teaser: Report | None = None
    is_feed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Reports, pages wanted, and problems; `oldest` and `newest` are the numbers of a channel's posts."""

    reports: tuple[Report, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    problems: tuple[ReadError, ...] = ()
    oldest: int = 0
    newest: int = 0


def found_in(response: Response, job: Job, now: datetime) -> Found:
    """Return what a successful answer to a job holds."""
    try:
        match job.role:
            case "page":
                return _page(response, job)
            case "rss":
                return _feed(response, job)
            case "telegram":
                return _channel(response, job)
            case "sitemap":
                links = links_of_sitemap(response.body, response.final_url, job.feed.match)
                return _links([link for link in links if _new(link, job, now)], telling=True)
            case "list":
                charset = _type(response)[1]
                return _links(links_of_page(response.body, response.final_url, job.feed.match, charset), telling=False)
    except ReadError as error:
        return Found(problems=(error,))
    except Exception as error:  # noqa: BLE001 - whatever one page does to a parser, the others are read
        problem = f"The answer cannot be read ({type(error).__name__}: {error})."
        return Found(
            problems=(ReadError(problem, file=job.url, remedy="It is in the archive; tell who keeps marsad."),)
        )


def _links(links: list[Link], *, telling: bool) -> Found:
    return Found(
        wanted=tuple(
            Wanted(
                url=link.url,
                told=link.changed.isoformat() if telling and link.changed else "",
                is_feed=link.is_sitemap,
            )
            for link in links
        )
    )


def _new(link: Link, job: Job, now: datetime) -> bool:
    return link.changed is None or link.changed >= now - timedelta(days=job.feed.newest_days)


def _page(response: Response, job: Job) -> Found:
    content_type, charset = _type(response)
    kind = "feed" if content_type.endswith("xml") and "html" not in content_type else _TYPES.get(content_type)
    if kind is None:
        problem = f"The page is of a type that is not read ({content_type})."
        raise ReadError(problem, file=job.url, remedy="Leave it out.")
    reports, problems = _parted(read_page(response.body, job.url, url=job.url, kind=kind, charset=charset))
    if job.teaser is not None:
        reports = [_with_teaser(report, job.teaser) for report in reports]
    return _settled(reports, problems, job.source)


def _with_teaser(report: Report, teaser: Report) -> Report:
    """Fill in what a page does not say of itself from what its feed said."""
    return replace(
        report,
        headline=report.headline or teaser.headline,
        published_on=report.published_on or teaser.published_on,
        published_at=report.published_at or (teaser.published_at if not report.published_on else None),
    )


def _feed(response: Response, job: Job) -> Found:
    reports, problems = _parted(read_feed(response.body, job.url))
    whole, wanted = [], []
    for report in reports:
        own = replace(report, report_id=stable_id(report.url or report.report_id, report.source_text))
        pages = job.feed.pages
        if report.url and (pages == "always" or (pages == "missing" and report.extent == "summary")):
            teaser = _settled([own], [], job.source).reports[0]
            wanted.append(Wanted(url=report.url, told=report.sha256 or "", teaser=teaser))
        else:
            whole.append(own)
    return replace(_settled(whole, problems, job.source), wanted=tuple(wanted))


def _channel(response: Response, job: Job) -> Found:
    posts = list(read_telegram_page(response.body, job.url))
    reports, problems = _parted(iter(posts))
    names = (one.error.part or "" if isinstance(one, ReadProblem) else one[0].report_id for one in posts)
    numbers = [int(number) for name in names if (number := name.rpartition("/")[2]).isdecimal()]
    own = [replace(report, report_id=stable_id(report.report_id, report.source_text)) for report in reports]
    return replace(_settled(own, problems, job.source), oldest=min(numbers, default=0), newest=max(numbers, default=0))


def _parted(found: Iterator[FoundOne]) -> tuple[list[Report], list[ReadError]]:
    reports: list[Report] = []
    problems: list[ReadError] = []
    try:
        for one in found:
            if isinstance(one, ReadProblem):
                problems += [one.error] if one.lost else []
            else:
                reports.append(one[0])
    except ReadError as error:
        problems.append(error)
    return reports, problems


def _settled(reports: list[Report], problems: list[ReadError], source: Source) -> Found:
    return Found(reports=tuple(in_words_of(report, source) for report in reports), problems=tuple(problems))


def in_words_of(report: Report, source: Source) -> Report:
    """Return a report under the name of its source, its moment and day by the clock of that source's zone."""
    moment = report.published_at
    day: date | None = report.published_on
    if moment is not None and moment.tzinfo is not None and source.timezone:
        moment = moment.astimezone(ZoneInfo(source.timezone))
        day = moment.date()
    return replace(report, outlet=source.name, published_at=moment, published_on=day)


def _type(response: Response) -> tuple[str, str | None]:
    content_type, _, parameters = (response.header("Content-Type") or "").lower().partition(";")
    return content_type.strip(), parameters.partition("charset=")[2].strip(" \"'") or None
