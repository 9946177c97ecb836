"""Answers of sites, made without a network."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta

from marsad.fetch import Exchange, Response
from marsad.fetch.replay import replay

START = datetime(2024, 3, 20, 10, 0, tzinfo=UTC)


class Clock:
    """A second passes at every look."""

    def __init__(self, start: datetime = START) -> None:
        self.at = start

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def exchange(url: str, received: bytes) -> Exchange:
    answer = replay(received)
    return Exchange(
        url=url,
        address="192.0.2.7",
        fetched_at=START,
        http_version="HTTP/1.1",
        status=answer.status,
        reason="",
        headers=answer.headers,
        sent=b"GET / HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n",
        received=received,
    )


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def response(
    url: str, body: bytes = b"page", status: str = "200 OK", *headers: str, redirects: tuple[Exchange, ...] = ()
) -> Response:
    last = exchange(
        url, http(gzip.compress(body, mtime=0) if "Content-Encoding: gzip" in headers else body, status, *headers)
    )
    return Response(
        **{name: getattr(last, name) for name in Exchange.__dataclass_fields__ if name != "url"},
        url=redirects[0].url if redirects else url,
        final_url=url,
        redirects=redirects,
        raw_body=replay(last.received).raw_body,
        body=body,
    )
