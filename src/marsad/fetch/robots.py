"""What a site asks of robots, by RFC 9309.

Protego reads the file: unlike the standard library's parser it knows wildcards and lets the longest rule win, as
the standard asks and site owners expect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.errors import FetchError

if TYPE_CHECKING:
    from protego import Protego

    from marsad.fetch.response import Response

__all__ = ["Robots", "read_robots"]

_ROBOTS_NAME = "marsad"
"""The name that a robots.txt calls us by."""

_DAY = 86_400.0
_UNREACHABLE_FOR = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one site; `until` is when to ask for them again. Without rules, all is allowed or nothing is.

    Nothing is where `unreachable` says why they cannot be had.
    """

    rules: Protego | None
    until: float
    unreachable: str = ""

    def allows(self, url: str) -> bool:
        """Say whether a page may be fetched."""
        if self.rules is None:
            return not self.unreachable
        return bool(self.rules.can_fetch(url, _ROBOTS_NAME))

    @property
    def delay(self) -> float:
        """Seconds that the site asks for between two fetches, 0 when it does not say."""
        return float(self.rules.crawl_delay(_ROBOTS_NAME) or 0.0) if self.rules else 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Addresses of the site's sitemaps."""
        return tuple(self.rules.sitemaps) if self.rules else ()


def read_robots(answer: Response | FetchError, *, now: float) -> Robots:
    """Return the rules in a robots.txt, or what its absence means.

    A site that has none (4xx) allows everything; one whose robots.txt cannot be had (429, 5xx, no connection) is
    left alone for ten minutes.
    """
    if isinstance(answer, FetchError):
        return Robots(rules=None, until=now + _UNREACHABLE_FOR, unreachable=answer.problem.removesuffix("."))
    if answer.status == 429 or answer.status >= 500:
        return Robots(rules=None, until=now + _UNREACHABLE_FOR, unreachable=f"It answers {answer.status}")
    if not 200 <= answer.status < 300:
        return Robots(rules=None, until=now + _DAY)
    from protego import Protego

    rules = Protego.parse(answer.body.decode("utf-8-sig", "replace"))
    return Robots(rules=rules, until=now + _DAY)
