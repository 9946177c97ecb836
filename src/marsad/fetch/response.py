"""What came back, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Exchange", "Response"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer as they went over the wire; `address` is the IP address that answered.

    `received` is status line, headers and body with any chunking and packing left in: what an archive keeps.
    `headers` are in their order and spelling, bytes above 127 as Latin-1.
    """

    url: str
    address: str
    fetched_at: datetime
    http_version: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    sent: bytes
    received: bytes

    def header(self, name: str) -> str | None:
        """Return the first header of this name, whatever its case; None when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Exchange):
    """The last exchange of a fetch, and the redirects that led to it.

    `url` is the address asked for, `final_url` the one that answered. `raw_body` is the body as it came, without
    chunking; `body` is unpacked, too: its SHA-256 is the id of the page.
    """

    final_url: str
    redirects: tuple[Exchange, ...]
    raw_body: bytes
    body: bytes
