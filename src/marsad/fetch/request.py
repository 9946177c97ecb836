"""One page from the network, safely."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from marsad import __version__
from marsad.errors import FetchError
from marsad.fetch.address import Private
from marsad.fetch.limits import Limits
from marsad.fetch.response import Exchange, Response
from marsad.fetch.unpack import unpack
from marsad.fetch.url import Target, follow, target

if TYPE_CHECKING:
    import ssl

    from marsad.fetch.network import Deadline

__all__ = ["fetch", "post", "user_agent"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LINE_BREAK = re.compile(rb"\r?\n\r?\n")
_Headers = list[tuple[bytes, bytes]]


def user_agent() -> str:
    """Return how marsad names itself to sites."""
    return f"marsad/{__version__}"


def fetch(
    url: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    limits: Limits | None = None,
    allow_private: Private = False,
    agent: str | None = None,
    before: Callable[[str], None] | None = None,
) -> Response:
    """Return what an address answers, after its redirects; any status is an answer, 304 and 404, too.

    `etag` and `last_modified`, as an earlier answer gave them, ask for the page only if it has changed.
    Every address on the way is checked before it is connected to, and `before` is called with it.
    Raises FetchError, and nothing else, for whatever a site does.
    """
    from marsad.fetch.network import Deadline

    limits = limits or Limits()
    deadline = Deadline(limits.total_time)
    headers = [
        (b"User-Agent", _printable(agent or user_agent())),
        (b"Accept", b"*/*"),
        (b"Accept-Encoding", b"gzip, deflate"),
    ]
    headers += [
        (name, _printable(value))
        for name, value in ((b"If-None-Match", etag), (b"If-Modified-Since", last_modified))
        if value
    ]
    redirects: list[Exchange] = []
    seen: set[str] = set()
    asked = at = target(url, limits=limits, allow_private=allow_private)
    while True:
        if at.url in seen or len(redirects) > limits.redirects:
            problem = f"It redirects in a circle, or more than {limits.redirects} times."
            raise FetchError(problem, url=asked.url, reason="redirects", remedy="Look at it in a browser.")
        seen.add(at.url)
        if before:
            before(at.url)
        exchange, raw_body = _exchange(at, "GET", headers, None, limits=limits, deadline=deadline)
        location = exchange.header("Location")
        if exchange.status not in _REDIRECTS or not location:
            return _response(asked.url, exchange, raw_body, redirects, limits)
        redirects.append(exchange)
        at = target(follow(at, location), limits=limits, allow_private=allow_private)


def post(
    url: str,
    content: bytes,
    *,
    content_type: str,
    limits: Limits | None = None,
    allow_private: Private = False,
) -> Response:
    """Send bytes to a service and return its answer; a redirect is not followed. Raises as `fetch` does."""
    from marsad.fetch.network import Deadline

    limits = limits or Limits()
    at = target(url, limits=limits, allow_private=allow_private)
    headers = [(b"User-Agent", _printable(user_agent())), (b"Content-Type", _printable(content_type))]
    exchange, raw_body = _exchange(at, "POST", headers, content, limits=limits, deadline=Deadline(limits.total_time))
    return _response(at.url, exchange, raw_body, [], limits)


def _printable(value: str) -> bytes:
    return "".join(sign for sign in value if sign.isprintable()).encode("latin-1", "ignore")


def _response(url: str, last: Exchange, raw_body: bytes, redirects: list[Exchange], limits: Limits) -> Response:
    packing = last.header("Content-Encoding") if raw_body else None
    facts = {field.name: getattr(last, field.name) for field in fields(Exchange)}
    facts["url"] = url
    return Response(
        **facts,
        final_url=last.url,
        redirects=tuple(redirects),
        raw_body=raw_body,
        body=unpack(raw_body, packing, url=last.url, limits=limits),
    )


@cache
def _tls() -> ssl.SSLContext:
    import httpcore

    return httpcore.default_ssl_context()


def _exchange(
    at: Target, method: str, headers: _Headers, content: bytes | None, *, limits: Limits, deadline: Deadline
) -> tuple[Exchange, bytes]:
    import ssl

    import httpcore

    from marsad.fetch.network import Network

    network = Network(url=at.url, limits=limits, deadline=deadline, private=at.private)
    all_headers = [(b"Host", at.authority), *headers, (b"Connection", b"close")]
    where = httpcore.URL(scheme=at.scheme.encode(), host=at.host.encode(), port=at.port, target=at.path)
    context = _tls() if at.scheme == "https" else None
    try:
        with (
            httpcore.ConnectionPool(ssl_context=context, network_backend=network) as pool,
            pool.stream(method, where, headers=all_headers, content=content) as answer,
        ):
            came = datetime.now(UTC)
            _check_headers(answer.headers, at.url, limits)
            body = b"".join(answer.iter_stream())
            _room(len(body), at.url, limits)
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
        raise _failed(error, at) from None
    return (
        Exchange(
            url=at.url,
            address=network.address,
            fetched_at=came,
            http_version=answer.extensions["http_version"].decode("ascii", "replace"),
            status=answer.status,
            reason=answer.extensions["reason_phrase"].decode("latin-1"),
            headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers),
            sent=bytes(network.sent),
            received=_own(bytes(network.received), answer.headers),
        ),
        body,
    )


def _check_headers(headers: _Headers, url: str, limits: Limits) -> None:
    size = sum(len(name) + len(value) + 4 for name, value in headers)
    if size > limits.header_size or len(headers) > limits.header_count:
        problem = f"It sent {len(headers):,} headers of {size:,} bytes."
        raise FetchError(problem, url=url, reason="headers", remedy="This is no honest page; leave it out.")


def _room(size: int, url: str, limits: Limits) -> None:
    if size > limits.size:
        problem = f"The answer is larger than {limits.size:,} bytes."
        raise FetchError(problem, url=url, reason="size", remedy="Allow a larger size if the page is wanted.")


def _own(received: bytes, headers: _Headers) -> bytes:
    """Return the answer without interim answers (1xx) before it or stray bytes after a body of known length."""
    start = 0
    while received[start + 8 : start + 10] == b" 1" and (blank := _LINE_BREAK.search(received, start)):
        start = blank.end()
    names = {name.lower(): value for name, value in headers}
    blank = _LINE_BREAK.search(received, start)
    if blank and b"transfer-encoding" not in names and names.get(b"content-length", b"").isdigit():
        return received[start : blank.end() + int(names[b"content-length"])]
    return received[start:]


def _failed(error: Exception, at: Target) -> FetchError:
    import httpcore

    said = str(error).strip().rstrip(".") or type(error).__name__
    if isinstance(error, httpcore.TimeoutException):
        return FetchError("The site did not answer in time.", url=at.url, reason="timeout", remedy="Try again later.")
    if "incomplete" in said or "without sending complete" in said:
        problem = f"The answer broke off ({said})."
        return FetchError(problem, url=at.url, reason="cut", remedy="Try again later.")
    if isinstance(error, httpcore.ProtocolError):
        problem = f"The site does not speak HTTP as it should ({said})."
        return FetchError(problem, url=at.url, reason="protocol", remedy="Look at it in a browser.")
    if "CERTIFICATE" in said.upper() or "SSL" in said.upper() or "TLS" in said.upper():
        problem = f"The site's certificate or encryption does not hold ({said})."
        return FetchError(problem, url=at.url, reason="tls", remedy="Check the address and the clock of this machine.")
    problem = f"The site cannot be reached ({said})."
    return FetchError(problem, url=at.url, reason="connect", remedy="Check the address and the connection.")
