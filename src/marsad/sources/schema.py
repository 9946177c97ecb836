"""What a file of sources must say. Only such files are checked by it, never a report."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

__all__ = ["FEED_KINDS", "Feed", "FeedKind", "Grade", "Reliability", "Source", "SourceFile", "SourceKind"]

Grade = Literal["A", "B", "C", "D", "E", "F"]
"""Reliability of a source: A completely reliable to E unreliable, F cannot be judged."""

SourceKind = Literal[
    "site", "newspaper", "broadcaster", "agency", "feed", "telegram", "monitor", "party", "government", "organisation",
    "person", "other",
]  # fmt: skip

FeedKind = Literal["rss", "sitemap", "list", "page", "urls", "telegram", "folder", "mail"]

FEED_KINDS: tuple[FeedKind, ...] = ("rss", "sitemap", "list", "page", "urls", "telegram", "folder", "mail")

_WEB = ("rss", "sitemap", "list", "page")
_CHANNEL = re.compile(r"[A-Za-z]\w{3,31}")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reliability(_Strict):
    """A grade and the days on which it holds, both included; a missing day leaves that end open."""

    grade: Grade
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    def holds(self, day: date) -> bool:
        """Say whether the grade holds on a day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


class Feed(_Strict):
    """One way in which a source's reports come: exactly one of `FEED_KINDS` says which and where from.

    `match` is a regular expression that the address of a page must hold, needed for a list of links. `pages` says
    whether the page of an RSS entry is fetched: "missing" when the entry has no whole text, else "always" or "never".
    `newest_days` is how old a page of a sitemap may be, `most` how many pages are fetched at one go.
    """

    rss: str | None = None
    sitemap: str | None = None
    list: str | None = None
    page: str | None = None
    urls: str | None = None
    telegram: str | None = None
    folder: str | None = None
    mail: str | None = None
    match: str | None = None
    pages: Literal["missing", "always", "never"] = "missing"
    newest_days: Annotated[int, Field(ge=1)] = 7
    most: Annotated[int, Field(ge=1, le=10_000)] = 100

    @property
    def kind(self) -> FeedKind:
        """What the feed is."""
        return next(kind for kind in FEED_KINDS if getattr(self, kind) is not None)

    @property
    def address(self) -> str:
        """Where it is: an address of the web, or a path."""
        value = str(getattr(self, self.kind))
        return f"https://t.me/s/{value}" if self.kind == "telegram" and "://" not in value else value

    @field_validator(*_WEB)
    @classmethod
    def _is_web(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "")
        if value is not None and (parts.scheme not in ("http", "https") or not parts.netloc):
            raise ValueError("Write a whole address, such as https://outlet.example/feed")
        return value

    @field_validator("telegram")
    @classmethod
    def _is_channel(cls, value: str | None) -> str | None:
        if value is not None and "://" not in value and not _CHANNEL.fullmatch(value):
            raise ValueError("Write the channel's user name without @, such as alwadi_news")
        return value

    @field_validator("match")
    @classmethod
    def _is_pattern(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"Write a regular expression ({error})") from None
        return value

    @model_validator(mode="after")
    def _is_one(self) -> Feed:
        named = [kind for kind in FEED_KINDS if getattr(self, kind) is not None]
        if len(named) != 1:
            found = " and ".join(named) or "none"
            raise ValueError(f"A feed has exactly one of {', '.join(FEED_KINDS)}; here is {found}")
        if self.list is not None and not self.match:
            raise ValueError('A list needs match, which tells reports from menus, such as match = "/news/[0-9]+"')
        return self


class Source(_Strict):
    """An outlet, under every name that reports give it; `side` is the actor of the codebook that it speaks for."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
    names: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
    kind: SourceKind
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "ar"
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    timezone: str | None = None
    owner: str | None = None
    side: str | None = None
    note: str = ""
    reliability: tuple[Reliability, ...] = ()
    feed: tuple[Feed, ...] = ()

    @property
    def name(self) -> str:
        """The name that reports of this source get: the first."""
        return self.names[0]

    def grade(self, day: date) -> Grade:
        """Return how far the source is relied on, on a day; "F" when nobody said."""
        return next((one.grade for one in self.reliability if one.holds(day)), "F")

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, value: str | None) -> str | None:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(value or "UTC")
        except (KeyError, ValueError, OSError):  # unknown, malformed, or the name of a folder of zones
            raise ValueError("Write a zone of the IANA list, such as Asia/Damascus") from None
        return value

    @field_validator("reliability")
    @classmethod
    def _no_overlap(cls, value: tuple[Reliability, ...]) -> tuple[Reliability, ...]:
        spans = sorted((one.valid_from or date.min, one.valid_to or date.max) for one in value)
        if any(first > last for first, last in spans):
            raise ValueError("A grade ends before it begins: mend valid_from and valid_to")
        if any(one[1] >= other[0] for one, other in pairwise(spans)):
            raise ValueError("Two grades hold on the same day: end one, with valid_to, before the other begins")
        return value


class SourceFile(_Strict):
    """A whole file."""

    source: Annotated[tuple[Source, ...], Field(min_length=1)]
