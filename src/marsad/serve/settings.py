"""What a running workbench is told: where it is reached, and how much it takes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from marsad.errors import SettingsError

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`url` is the address that browsers use ("https://marsad.example.org"); by its name alone are requests taken.

    `largest_body` is in bytes; `longest_list` is how many reports a page of a queue shows; a program
    may make `requests_a_minute`, and an address without a good token `strangers_a_minute`. Raises SettingsError for an
    address that is none.
    """

    url: str = "http://127.0.0.1:8000"
    largest_body: int = 2_000_000
    longest_list: int = 25
    requests_a_minute: int = 600
    strangers_a_minute: int = 60

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
            raise SettingsError(f"{self.url!r} is no address of a site. Write it as https://marsad.example.org.")

    @property
    def https(self) -> bool:
        """Say whether browsers reach the workbench over an encrypted connection."""
        return urlsplit(self.url).scheme == "https"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which requests are taken: that of the address, and those of this machine."""
        return (urlsplit(self.url).hostname or "", "127.0.0.1", "localhost", "[::1]")
