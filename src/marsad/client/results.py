"""What the interface answers, as values. Fields that a later version adds are passed over; records stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from marsad.model.report import Report

__all__ = [
    "Alert", "Change", "Coding", "Compared", "ComparedRow", "CountRow", "Counts", "Decided", "Difference", "Found",
    "Incident", "Kept", "Published",
    "Snapshot", "WordChange",
]  # fmt: skip

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The latest version of a report. `gone`: its page is no longer there; `coded`: a coding of it is in force."""

    report: Report
    version: int
    kept_at: str
    gone: bool
    coded: bool

    @classmethod
    def of(cls, told: Json) -> Published:
        """Read an answer."""
        report = Report(
            report_id=told["report_id"],
            headline=told["headline"],
            text=told["text"],
            outlet=told["outlet"],
            url=told["url"],
            published_on=date.fromisoformat(told["published"]) if told["published"] else None,
            published_at=datetime.fromisoformat(told["published_at"]) if told["published_at"] else None,
            edited=told["edited"],
            forwarded_from=told["forwarded_from"],
            reply_to=told["reply_to"],
            extent=told["extent"],
            sha256=told["sha256"],
        )
        names = ("version", "kept_at", "gone", "coded")
        return cls(report=report, **{name: told[name] for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """A coding; `record` is that of `marsad code`. `etag` names this state, to be sent with a correction of it."""

    report_id: str
    coding: int
    at: str
    by: str | None
    based_on: int | None
    status: str | None
    record: dict[str, Any]
    etag: str | None = None

    @classmethod
    def of(cls, told: Json, etag: str | None = None) -> Coding:
        """Read an answer."""
        names = ("report_id", "coding", "at", "by", "based_on", "status", "record")
        return cls(etag=etag, **{name: told[name] for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An incident; `record` is that of `marsad link`. `etag` names this state, to be sent with a decision on it."""

    incident_id: str
    record: dict[str, Any]
    etag: str | None = None

    @classmethod
    def of(cls, told: Json, etag: str | None = None) -> Incident:
        """Read an answer."""
        return cls(incident_id=told["incident_id"], record=dict(told), etag=etag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field that is another one now; `event` describes the event of a coding, None elsewhere."""

    event: str | None
    field: str
    before: Any
    after: Any

    @classmethod
    def of(cls, told: Json) -> Difference:
        """Read an answer."""
        return cls(**{name: told[name] for name in ("event", "field", "before", "after")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of a coding in force or of an incident: created, updated, merged (`into`), deleted."""

    change: int
    at: str
    who: str
    kind: str
    item: str
    act: str
    into: str | None
    reason: dict[str, Any]
    sha256: str | None
    seal: str
    difference: tuple[Difference, ...] | None

    @classmethod
    def of(cls, told: Json) -> Change:
        """Read an answer."""
        names = ("change", "at", "who", "kind", "item", "act", "into", "reason", "sha256", "seal")
        differs = told["difference"]
        difference = None if differs is None else tuple(map(Difference.of, differs))
        return cls(difference=difference, **{name: told[name] for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """A change of a word, an actor or a place: set, retired, or as shipped again (drop); `value` is the entry after it.

    Its number is the revision of the words, which `resources_version` of later codings names.
    """

    number: int
    at: str
    who: str
    kind: str
    entry_id: str
    act: str
    why: str
    value: dict[str, Any] | None
    difference: tuple[Difference, ...]

    @classmethod
    def of(cls, told: Json) -> WordChange:
        """Read an answer."""
        names = ("number", "at", "who", "kind", "entry_id", "act", "why", "value")
        return cls(difference=tuple(map(Difference.of, told["difference"])), **{name: told[name] for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A moment of the record: its seal, and how many codings and incidents stood then."""

    as_of: str
    change: int
    sha256: str
    codings: int
    incidents: int

    @classmethod
    def of(cls, told: Json) -> Snapshot:
        """Read an answer."""
        return cls(**{name: told[name] for name in ("as_of", "change", "sha256", "codings", "incidents")})


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """A row of counts: (value, note) for each dimension, how many, and people by kind of count."""

    key: tuple[tuple[str, str], ...]
    number: int
    people: dict[str, dict[str, int]]
    ids: tuple[str, ...] | None

    @classmethod
    def of(cls, told: Json) -> CountRow:
        """Read an answer."""
        key = tuple((value["value"], value["note"]) for value in told["key"])
        ids = tuple(told["ids"]) if told["ids"] is not None else None
        return cls(key=key, number=told["number"], people=told["people"], ids=ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A table of counts; in `total` every record is counted once. `beside` cannot be said to belong."""

    rows: tuple[CountRow, ...]
    total: CountRow
    beside: dict[str, CountRow]

    @classmethod
    def of(cls, told: Json) -> Counts:
        """Read an answer."""
        beside = {name: CountRow.of(row) for name, row in told["beside"].items()}
        return cls(rows=tuple(map(CountRow.of, told["rows"])), total=CountRow.of(told["total"]), beside=beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """A row of two periods: (value, note) for each dimension, incidents before and now, how many times as many a day.

    `ratio` and `high` are None where they have no end, and all three where there is nothing. `ids` are those before,
    and those now.
    """

    key: tuple[tuple[str, str], ...]
    before: int
    now: int
    ratio: float | None
    low: float | None
    high: float | None
    verdict: str
    why: tuple[str, ...]
    people: tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]
    ids: tuple[tuple[str, ...], tuple[str, ...]]

    @classmethod
    def of(cls, told: Json) -> ComparedRow:
        """Read an answer."""
        before, now, ratio = told["before"], told["now"], told["ratio"] or {}
        return cls(
            key=tuple((value["value"], value["note"]) for value in told["key"]), before=before["incidents"],
            now=now["incidents"], ratio=ratio.get("ratio"), low=ratio.get("low"), high=ratio.get("high"),
            verdict=told["verdict"], why=tuple(told["why"]), people=(before["people"], now["people"]),
            ids=(tuple(before["ids"]), tuple(now["ids"])),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two periods side by side, each (first day, last day); `about` says in sentences what the numbers rest on."""

    before: tuple[str, str]
    now: tuple[str, str]
    rows: tuple[ComparedRow, ...]
    total: ComparedRow
    sources: tuple[str, ...]
    left_out: dict[str, str]
    about: tuple[str, ...]

    @classmethod
    def of(cls, told: Json) -> Compared:
        """Read an answer."""
        before, now = ((told[name]["from"], told[name]["to"]) for name in ("before", "now"))
        return cls(
            before=before, now=now, rows=tuple(map(ComparedRow.of, told["rows"])), total=ComparedRow.of(told["total"]),
            sources=tuple(told["sources"]), left_out=told["left_out"], about=tuple(told["about"]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A saved search of somebody, maybe `shared` with all, looked at again.

    `why` says why it is no search of a trend, and `trend` is then None.
    `trend` is what `marsad alert --json` writes: verdict, headline, because, ratio, weeks with the ids counted.
    """

    name: str
    owner: str
    shared: bool
    address: str
    alert: bool
    why: str | None
    trend: dict[str, Any] | None

    @classmethod
    def of(cls, told: Json) -> Alert:
        """Read an answer."""
        return cls(**{name: told[name] for name in cls.__slots__})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report that was found: where the words asked for stand, (start, end), and which of its events fit."""

    published: Published
    highlights: tuple[tuple[int, int], ...]
    events: tuple[int, ...]

    @classmethod
    def of(cls, told: Json) -> Found:
        """Read an answer."""
        spans = tuple((span["start"], span["end"]) for span in told["highlights"])
        return cls(published=Published.of(told["report"]), highlights=spans, events=tuple(told["events"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a report that was sent; `refused` says why it was not kept."""

    report_id: str
    version: int
    new: bool
    changed: bool
    coded: bool
    refused: str | None

    @classmethod
    def of(cls, told: Json) -> Kept:
        """Read an answer."""
        names = ("report_id", "version", "new", "changed", "coded", "refused")
        return cls(**{name: told[name] for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What came of a decision: the number of the judgement, and the incidents as they are now."""

    judgement: int
    incidents: tuple[str, ...]

    @classmethod
    def of(cls, told: Json) -> Decided:
        """Read an answer."""
        return cls(judgement=told["judgement"], incidents=tuple(told["incidents"]))
