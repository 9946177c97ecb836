"""Addresses that may be asked for."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from marsad.errors import FetchError
from marsad.fetch.address import Private, may_be_private
from marsad.fetch.limits import Limits

__all__ = ["Target", "follow", "target"]

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address in its parts: `url` without its fragment, `host` and `path` as they are sent."""

    url: str
    scheme: str
    host: str
    port: int
    path: bytes
    authority: bytes
    private: bool

    @property
    def origin(self) -> str:
        """Scheme, host and port, without a path."""
        return f"{self.scheme}://{self.authority.decode('ascii')}"


def target(url: str, *, limits: Limits, allow_private: Private) -> Target:
    """Return the parts of an address; "https://مثال.إختبار/خبر" becomes what a server understands.

    Raises FetchError for anything but http and https, a name and password inside it, and ports that are closed.
    """
    import httpx

    shown = url if len(url) <= 200 else f"{url[:200]}..."
    if len(url) > limits.url_length:
        raise _refused(f"The address is {len(url):,} characters long.", shown, "url")
    try:
        parsed = httpx.URL(url.strip())
        host, path, authority = parsed.raw_host.decode("ascii"), parsed.raw_path, parsed.netloc
        port = parsed.port or _PORTS.get(parsed.scheme, 0)
    except (httpx.InvalidURL, ValueError) as error:  # ValueError: names that IDNA does not know
        raise _refused(f"It is no address ({error}).", shown, "url") from None
    if parsed.scheme not in _PORTS:
        raise _refused(
            f"Only http and https are fetched, not {parsed.scheme or 'an address without either'}.", shown, "scheme"
        )
    if not host:
        raise _refused("The address names no host.", shown, "url")
    if parsed.userinfo:
        hidden = str(parsed.copy_with(userinfo=b""))
        raise _refused("The address holds a name and password.", hidden, "credentials")
    private = may_be_private(host, port, allow_private)
    if port not in limits.ports and not private:
        problem = f"Port {port} is not one that pages are fetched from."
        remedy = f"If the host is yours, allow it: marsad watch --allow-private {host}:{port}."
        raise FetchError(problem, url=shown, reason="port", remedy=remedy)
    return Target(
        url=str(parsed.copy_with(fragment=None)),
        scheme=parsed.scheme,
        host=host,
        port=port,
        path=path,
        authority=authority,
        private=private,
    )


def follow(base: Target, location: str) -> str:
    """Return where a Location header leads from an address.

    Headers come as Latin-1; a site that writes Arabic into one has sent UTF-8.
    """
    import httpx

    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return str(httpx.URL(base.url).join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise _refused(f"It redirects to what is no address ({error}).", base.url, "url") from None


def _refused(problem: str, url: str, reason: str) -> FetchError:
    return FetchError(problem, url=url, reason=reason, remedy="Give the address of a public page.")
