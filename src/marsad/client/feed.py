"""Following what changes."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.client.asking import Asking
from marsad.client.results import Change

__all__ = ["Feed"]


class Feed:
    """The changes after a cursor, as far as there are any. Go over it again later, and it goes on where it was.

    `cursor` is where it is: keep it, and begin with it the next time.
    """

    def __init__(self, asking: Asking, *, after: str | None, kind: str | None) -> None:
        self._asking, self._kind = asking, kind
        self.cursor = after

    def __iter__(self) -> Iterator[Change]:
        """Yield the changes that are there; the cursor moves on with every page that was gone through."""
        more = True
        while more:
            asked = {"after": self.cursor, "kind": self._kind, "limit": 200}
            told = self._asking.ask("GET", "/changes", asked=asked).json()
            yield from map(Change.of, told["items"])
            self.cursor, more = told["next"], told["more"]
