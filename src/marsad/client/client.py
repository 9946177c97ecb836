"""The client: one method for each thing that the interface does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote
from uuid import uuid4

import httpx

from marsad.client.asking import Asking
from marsad.client.feed import Feed
from marsad.client.results import (
    Alert,
    Change,
    Coding,
    Compared,
    Counts,
    Decided,
    Found,
    Incident,
    Kept,
    Published,
    Snapshot,
    WordChange,
)
from marsad.errors import ApiError, SettingsError
from marsad.model.report import Report

__all__ = ["Client"]

_AT_ONCE = 100

Moment = str | datetime
Day = str | date


def _moment(as_of: Moment | None) -> str | None:
    return as_of.isoformat() if isinstance(as_of, datetime) else as_of


def _id(value: str) -> str:
    return quote(value, safe="")


class Client:
    """Asks a workbench by its address and a token; without them by MARSAD_URL and MARSAD_TOKEN.

    `tries` is how often it asks a server that is busy or does not answer; `timeout` is in seconds. Every method raises
    ApiError when the answer is no. Writes can be tried again without harm: each has a key of its own.
    """

    def __init__(
        self,
        url: str | None = None,
        token: str | None = None,
        *,
        timeout: float = 30.0,
        tries: int = 5,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        url, token = url or os.environ.get("MARSAD_URL"), token or os.environ.get("MARSAD_TOKEN")
        if not url or not token:
            raise SettingsError("Name the address and a token, or set MARSAD_URL and MARSAD_TOKEN.")
        self._asking = Asking(url, token, timeout=timeout, tries=tries, transport=transport)

    def close(self) -> None:
        """Let go of the connection."""
        self._asking.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def me(self) -> dict[str, Any]:
        """Return whose token this is, and what it may be used for."""
        told: dict[str, Any] = self._asking.ask("GET", "/me").json()
        return told

    def reports(
        self, *, outlet: str | None = None, published_from: Day | None = None, published_until: Day | None = None
    ) -> Iterator[Published]:
        """Yield reports, in the order in which they were first kept."""
        asked = {
            "outlet": outlet, "published_from": published_from, "published_until": published_until, "limit": _AT_ONCE,
        }  # fmt: skip
        yield from map(Published.of, self._asking.pages("/reports", asked))

    def report(self, report_id: str) -> Published:
        """Return the latest version of a report."""
        return Published.of(self._asking.ask("GET", f"/reports/{_id(report_id)}").json())

    def codings(
        self,
        *,
        sub_event_type: str | None = None,
        status: str | None = None,
        actor: str | None = None,
        area: str | None = None,
        outlet: str | None = None,
        happened_from: Day | None = None,
        happened_until: Day | None = None,
        as_of: Moment | None = None,
    ) -> Iterator[Coding]:
        """Yield the codings in force, or those that were at a moment; `as_of` takes no filters beside it."""
        asked = {
            "sub_event_type": sub_event_type, "status": status, "actor": actor, "area": area, "outlet": outlet,
            "happened_from": happened_from, "happened_until": happened_until, "as_of": _moment(as_of),
            "limit": _AT_ONCE,
        }  # fmt: skip
        yield from map(Coding.of, self._asking.pages("/codings", asked))

    def coding(self, report_id: str, *, as_of: Moment | None = None) -> Coding:
        """Return the coding in force of a report."""
        answer = self._asking.ask("GET", f"/codings/{_id(report_id)}", asked={"as_of": _moment(as_of)})
        return Coding.of(answer.json(), answer.headers["etag"])

    def incidents(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        place: str | None = None,
        actor: str | None = None,
        sub_event_type: str | None = None,
        sources: int | None = None,
        credibility: int | None = None,
        attribution: str | None = None,
        contested: bool = False,
        differing: bool = False,
        as_of: Moment | None = None,
    ) -> Iterator[Incident]:
        """Yield incidents, the latest day first, or as they stood at a moment; `as_of` takes no filters beside it."""
        asked = {
            "since": since, "until": until, "place": place, "actor": actor, "sub_event_type": sub_event_type,
            "sources": sources, "credibility": credibility, "attribution": attribution,
            "contested": True if contested else None, "differing": True if differing else None,
            "as_of": _moment(as_of), "limit": _AT_ONCE,
        }  # fmt: skip
        yield from map(Incident.of, self._asking.pages("/incidents", asked))

    def incident(self, incident_id: str, *, as_of: Moment | None = None) -> Incident:
        """Return an incident, by any id that it ever had."""
        answer = self._asking.ask("GET", f"/incidents/{_id(incident_id)}", asked={"as_of": _moment(as_of)})
        return Incident.of(answer.json(), answer.headers["etag"])

    def search(self, words: str, **filters: Any) -> Iterator[Found]:
        """Yield reports found by their words, the newest first; filters are those of codings."""
        yield from map(Found.of, self._asking.pages("/search", {"q": words, **filters, "limit": _AT_ONCE}))

    def counts(
        self,
        by: str = "month",
        *,
        of: str = "events",
        people: str = "killed",
        since: Day | None = None,
        until: Day | None = None,
        area: str | None = None,
        sub_event_type: str | None = None,
        panel: Sequence[str] | None = None,
        ids: bool = False,
    ) -> Counts:
        """Count events or incidents by dimensions parted by commas, as `marsad count` does."""
        asked = {
            "of": of, "by": by, "people": people, "since": since, "until": until, "area": area,
            "sub_event_type": sub_event_type, "panel": list(panel) if panel else None, "ids": ids,
        }  # fmt: skip
        return Counts.of(self._asking.ask("GET", "/counts", asked=asked).json())

    def compare(
        self,
        now: str | None = None,
        before: str | None = None,
        *,
        by: str = "admin1",
        people: str = "killed",
        area: str | None = None,
        actor: str | None = None,
        sub_event_type: str | None = None,
        panel: Sequence[str] | None = None,
    ) -> Compared:
        """Set two periods ("2024-03", "2023") side by side, as `marsad compare` does."""
        asked = {
            "now": now, "before": before, "by": by, "people": people, "area": area, "actor": actor,
            "sub_event_type": sub_event_type, "panel": list(panel) if panel else None,
        }  # fmt: skip
        return Compared.of(self._asking.ask("GET", "/compare", asked=asked).json())

    def alerts(self) -> list[Alert]:
        """Return the saved searches of the owner of the token and shared ones, looked at again; what rises first."""
        return [Alert.of(one) for one in self._asking.pages("/alerts", {})]

    def changes(self, after: str | None = None, *, kind: str | None = None) -> Feed[Change]:
        """Follow what is created, updated, merged and deleted, from a cursor on, or from the beginning."""
        return Feed(self._asking, "/changes", Change.of, after=after, kind=kind)

    def word_changes(self, after: str | None = None) -> Feed[WordChange]:
        """Follow what is changed in words, actors and places, from a cursor on, or from the beginning."""
        return Feed(self._asking, "/words/changes", WordChange.of, after=after)

    def snapshot(self, as_of: Moment) -> Snapshot:
        """Return the seal of a moment that has passed, and how much stood then."""
        return Snapshot.of(self._asking.ask("GET", "/snapshot", asked={"as_of": _moment(as_of)}).json())

    def post_reports(self, reports: Iterable[Report], *, code: str = "now") -> list[Kept]:
        """Send reports to be kept and coded, some at a time; with `code` "later" they are coded in the background."""
        waiting = [_sent(report) for report in reports]
        kept: list[Kept] = []
        for at in range(0, len(waiting), _AT_ONCE):
            told = self._write("POST", "/reports", {"reports": waiting[at : at + _AT_ONCE], "code": code})
            kept += map(Kept.of, told["reports"])
        return kept

    def correct(self, coding: Coding, events: Sequence[Mapping[str, Any]], *, comment: str = "") -> int:
        """Put other events in the place of a coding that was read; return the number of the new one.

        Raises ApiError of the kind "changed" when somebody else was faster.
        """
        body = {"events": list(events), "comment": comment}
        etag = coding.etag or _tag(coding, self.coding(coding.report_id))
        told = self._write("PUT", f"/codings/{_id(coding.report_id)}", body, etag)
        return int(told["coding"])

    def review(self, report_id: str, act: str, *, comment: str = "", assignee: str | None = None) -> str:
        """Accept, assign, comment, second, confirm, dispute, aside, reopen or undo; return where the report stands."""
        body = {"act": act, "comment": comment, "assignee": assignee}
        return str(self._write("POST", f"/reviews/{_id(report_id)}", body)["status"])

    def merge(self, incident: Incident, other: str, *, why: str = "") -> Decided:
        """Let another incident be one with one that was read."""
        return self._decide(incident, "merge", {"other": other, "why": why})

    def split(self, incident: Incident, reports: Sequence[str], *, why: str = "") -> Decided:
        """Let reports of an incident that was read tell one of their own, whose id comes first."""
        return self._decide(incident, "split", {"reports": list(reports), "why": why})

    def grade(self, incident: Incident, report: str, credibility: int, *, why: str = "") -> Decided:
        """Grade a report of an incident that was read, 1 confirmed to 6."""
        return self._decide(incident, "grade", {"report": report, "credibility": credibility, "why": why})

    def attribute(self, incident: Incident, attribution: str, *, why: str = "") -> Decided:
        """Say how sure it is who did it: high, medium, low, none or contested."""
        return self._decide(incident, "grade", {"attribution": attribution, "why": why})

    def take_back(self, judgement: int, *, why: str = "") -> Decided:
        """Take a judgement back: incidents are what they would be without it."""
        return Decided.of(self._write("POST", f"/judgements/{judgement}/take-back", {"why": why}))

    def _decide(self, incident: Incident, what: str, body: dict[str, Any]) -> Decided:
        path = f"/incidents/{_id(incident.incident_id)}/{what}"
        etag = incident.etag or _tag(incident, self.incident(incident.incident_id))
        return Decided.of(self._write("POST", path, body, etag))

    def _write(self, method: str, path: str, body: Any, etag: str | None = None) -> dict[str, Any]:
        headers = {"idempotency-key": str(uuid4())} | ({"if-match": etag} if etag else {})
        told: dict[str, Any] = self._asking.ask(method, path, body=body, headers=headers).json()
        return told


def _tag(read: Coding | Incident, now: Coding | Incident) -> str | None:
    """Return the tag of what was read in a list, which has none: that of now. Raises ApiError when it has changed."""
    if now.record != read.record:
        raise ApiError("It was changed since it was read. Read it again, then decide anew.", kind="changed", status=412)
    return now.etag


def _sent(report: Report) -> dict[str, Any]:
    return {
        "report_id": report.report_id,
        "headline": report.headline,
        "text": report.text,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published_on.isoformat() if report.published_on else None,
        "published_at": report.published_at.isoformat() if report.published_at else None,
    }
