"""What a store takes and gives: reports as kept, codings, and by what they were coded."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from marsad.export.jsonl import to_line
from marsad.model.report import Report
from marsad.store.whole import whole_coding

__all__ = ["CodedBy", "Keeping", "Kept", "KeptCoding", "KeptReport", "content_sha256", "record_text", "text_sha256"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedBy:
    """A coder with its words, its places and the confidence it asks for: the same gives the same coding."""

    coder_version: str
    resources_version: str
    gazetteer: str
    gazetteer_version: str = ""
    min_confidence: float = 0.5

    @property
    def coder(self) -> str:
        """What coded, as people are told: "marsad 0.1.0", or the name of another coder whose answers were taken."""
        return f"marsad {self.coder_version}" if self.by_marsad else self.coder_version

    @property
    def by_marsad(self) -> bool:
        """Say whether marsad coded, of which a version is told; any other coder's name begins with a letter."""
        return self.coder_version[:1].isdigit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """A report to keep: its coding, when it was fetched, and where the archive has its bytes, as far as known.

    `record` is the record of `marsad code`, ready for JSON. Versions are told apart by what was published. With
    `retrieved` a text that returns to what it was is a new version; without, it is a file read once more.
    """

    report: Report
    record: dict[str, Any] | None = None
    retrieved: datetime | None = None
    archive: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What keeping did: `version` counts from 1; `new` a report, `changed` its text, `coded` a coding added.

    `refused` says why nothing was kept: the id belongs to a report of another address or outlet.
    """

    report_id: str
    version: int
    new: bool = False
    changed: bool = False
    coded: bool = False
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A version of a report: the report as published, and what the store knows about it.

    `gone` is a page that was no longer there, with neither headline nor text.
    """

    report: Report
    version: int
    version_key: int
    kept_at: str
    retrieved_at: str | None
    archive: str | None
    source_key: int | None
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCoding:
    """One coding of one version of a report; `line` is the record as `marsad code` writes it, less the line feed.

    `user` is the name of the person who made it out of the coding `based_on`, None for what marsad coded.
    """

    report_id: str
    version: int
    coding_key: int
    coded_by: CodedBy
    coded_at: str
    line: str
    user: str | None = None
    based_on: int | None = None

    @property
    def record(self) -> dict[str, Any]:
        """The record as an object, with what its events lack as unknown."""
        return whole_coding(json.loads(self.line))


def content_sha256(report: Report) -> str:
    """Return what tells versions of a report apart: a hash of all that was published, and of nothing else."""
    moments = (report.published_on, report.published_at)
    content = json.dumps(
        [
            report.headline,
            report.text,
            *(moment.isoformat() if moment else None for moment in moments),
            report.outlet,
            report.url,
            report.edited,
            report.forwarded_from,
            report.reply_to,
            report.extent,
        ],
        ensure_ascii=True,
    )
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def text_sha256(text: str) -> str:
    """Return the hash of a kept text that the log tells."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record_text(record: dict[str, Any]) -> str:
    """Return the record as a store keeps it: the line that `marsad code` writes."""
    return to_line(record).decode("utf-8").rstrip("\n")
