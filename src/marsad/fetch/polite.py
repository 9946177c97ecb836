"""A client that sites can live with: it obeys robots.txt, leaves pauses, and goes away when it is told to."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

from marsad.errors import FetchError
from marsad.fetch.address import Private
from marsad.fetch.limits import Limits
from marsad.fetch.request import fetch
from marsad.fetch.response import Response
from marsad.fetch.robots import Robots, read_robots
from marsad.fetch.url import target

__all__ = ["Clock", "PoliteClient", "SystemClock"]

_BUSY = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT = 86_400.0
_LONGEST_CRAWL_DELAY = 300.0


class Clock(Protocol):
    """Time as the client sees it; tests bring their own."""

    def now(self) -> float:
        """Return the seconds since 1970."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> float:
        """Return the seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


@dataclass(slots=True)
class _Host:
    ready_at: float = 0.0
    failures: int = 0


class PoliteClient:
    """Fetches pages one after another, each host at its own pace.

    `delay` is the least number of seconds between two fetches from one host, unless its robots.txt asks for more. A
    busy site (429, 5xx) is asked again at most `tries` times, after the time it names in Retry-After or after 5, 10,
    20 ... seconds; never within this call when that is longer than `patience`.
    """

    def __init__(
        self,
        *,
        agent: str | None = None,
        limits: Limits | None = None,
        allow_private: Private = False,
        delay: float = 2.0,
        tries: int = 3,
        patience: float = 60.0,
        clock: Clock | None = None,
    ) -> None:
        self._agent, self._limits, self._private = agent, limits or Limits(), allow_private
        self._delay, self._tries, self._patience = delay, tries, patience
        self._clock = clock or SystemClock()
        self._hosts: dict[str, _Host] = {}
        self._robots: dict[str, Robots] = {}

    def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Response:
        """Return what an address answers, as `marsad.fetch.fetch` does; the last answer of a site that stays busy.

        Raises FetchError for what cannot be fetched; with reason "robots" when the site asks robots to stay away,
        "unreachable" when its robots.txt cannot be had, and "busy" when it asked for a longer pause than `patience`
        and that is not over (see `ready_at`).
        """
        for attempt in range(1, self._tries + 1):
            at = target(url, limits=self._limits, allow_private=self._private)
            try:
                response = self._fetch(url, etag, last_modified, before=True)
            except FetchError as error:
                if error.reason in ("timeout", "slow", "connect", "cut"):
                    self._back_off(at.origin, None)
                raise
            if response.status not in _BUSY:
                self._host(at.origin).failures = 0
                return response
            wait = self._back_off(at.origin, response.header("Retry-After"))
            if attempt == self._tries or wait > self._patience:
                break
        return response

    def ready_at(self, url: str) -> float:
        """Return when the host of an address may be asked again, in seconds since 1970; 0 when it was never asked."""
        return self._host(target(url, limits=self._limits, allow_private=self._private).origin).ready_at

    def robots(self, url: str) -> Robots:
        """Return the rules of an address's site, asking for them when they are not known or a day old."""
        origin = target(url, limits=self._limits, allow_private=self._private).origin
        known = self._robots.get(origin)
        if known is None or known.until <= self._clock.now():
            answer: Response | FetchError
            try:
                answer = self._fetch(f"{origin}/robots.txt", None, None, before=False)
            except FetchError as error:
                answer = error
            known = self._robots[origin] = read_robots(answer, now=self._clock.now())
        return known

    def _fetch(self, url: str, etag: str | None, last_modified: str | None, *, before: bool) -> Response:
        return fetch(
            url,
            etag=etag,
            last_modified=last_modified,
            limits=self._limits if before else replace(self._limits, total_time=min(self._limits.total_time, 30.0)),
            allow_private=self._private,
            agent=self._agent,
            before=self._before if before else None,
        )

    def _before(self, url: str) -> None:
        """Ask the site's robots.txt and wait for the host's turn; every redirect passes here, too."""
        robots = self.robots(url)
        if not robots.allows(url):
            if robots.unreachable:
                problem = f"{robots.unreachable}: without the site's robots.txt nothing of it is fetched."
                raise FetchError(
                    problem,
                    url=url,
                    reason="unreachable",
                    remedy="Check the address and the network, or try again later.",
                )
            problem = "The site asks robots to stay away."
            raise FetchError(problem, url=url, reason="robots", remedy="Save the page by hand, or ask the site.")
        host = self._host(target(url, limits=self._limits, allow_private=self._private).origin)
        now = self._clock.now()
        wait = host.ready_at - now
        pause = max(self._delay, min(robots.delay, _LONGEST_CRAWL_DELAY))
        if wait > max(self._patience, pause):
            until = datetime.fromtimestamp(host.ready_at, UTC).isoformat(timespec="seconds")
            problem = f"The site asked to be left alone until {until}."
            raise FetchError(problem, url=url, reason="busy", remedy="Try again then.")
        if wait > 0:
            self._clock.sleep(wait)
        host.ready_at = self._clock.now() + pause

    def _host(self, origin: str) -> _Host:
        return self._hosts.setdefault(origin, _Host())

    def _back_off(self, origin: str, retry_after: str | None) -> float:
        host = self._host(origin)
        host.failures += 1
        asked = _seconds(retry_after, self._clock.now())
        wait = min(5.0 * 2 ** (host.failures - 1) if asked is None else max(asked, self._delay), _LONGEST_WAIT)
        host.ready_at = max(host.ready_at, self._clock.now() + wait)
        return wait


def _seconds(retry_after: str | None, now: float) -> float | None:
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after[:9])
    try:
        return max(parsedate_to_datetime(retry_after).timestamp() - now, 0.0)
    except (ValueError, TypeError, OverflowError):
        return None
