"""One address to be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from marsad.model.report import Report
from marsad.sources import Feed, Source
from marsad.watch.tally import Tally

__all__ = ["Job", "Role"]

Role = Literal["rss", "sitemap", "list", "telegram", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An address, what is expected there, and in whose name it is asked for.

    `told` and `teaser` are what a feed said of a page; `depth` counts the pages of a channel gone back, or sitemaps
    gone down, and `reach` is the channel's newest post; `tries` counts how often it was asked for in this round.
    """

    url: str
    role: Role
    source: Source
    feed: Feed
    tally: Tally
    told: str = ""
    teaser: Report | None = None
    depth: int = 0
    reach: int = 0
    tries: int = 0

    @property
    def key(self) -> str:
        """What pages of this feed are noted under."""
        return f"{self.source.id} {self.feed.address}"
