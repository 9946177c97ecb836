"""Following what changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from marsad.client.asking import Asking

__all__ = ["Feed"]

_T = TypeVar("_T")


class Feed(Generic[_T]):
    """The changes after a cursor, as far as there are any. Go over it again later, and it goes on where it was.

    `cursor` is where it is: keep it, and begin with it the next time.
    """

    def __init__(
        self, asking: Asking, path: str, read: Callable[[dict[str, Any]], _T], *, after: str | None, **asked: Any
    ) -> None:
        self._asking, self._path, self._read, self._asked = asking, path, read, asked
        self.cursor = after

    def __iter__(self) -> Iterator[_T]:
        """Yield the changes that are there; the cursor moves on with every page that was gone through."""
        more = True
        while more:
            asked = {**self._asked, "after": self.cursor, "limit": 200}
            told = self._asking.ask("GET", self._path, asked=asked).json()
            yield from map(self._read, told["items"])
            self.cursor, more = told["next"], told["more"]
