"""Which report stands behind each key of the index of words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

__all__ = ["Searched"]


class Searched:
    """Reports by their keys in the index of words, in which those that a report had before stay.

    >>> searched = Searched()
    >>> for key, report in ((1, 7), (2, 9), (3, 7)):
    ...     searched.note(key, report)
    >>> list(searched.reports([1, 2, 3, 4])), searched.last
    ([9, 7], 3)
    """

    def __init__(self) -> None:
        self._reports, self._keys = array("q"), array("q")

    @property
    def last(self) -> int:
        """The greatest key."""
        return max(0, len(self._reports) - 1)

    def note(self, key: int, report: int) -> None:
        """Let a key stand for a report, in the place of the one that it had."""
        self._reports.extend([0] * (key + 1 - len(self._reports)))
        self._keys.extend([0] * (report + 1 - len(self._keys)))
        self._reports[self._keys[report]] = 0
        self._reports[key] = report
        self._keys[report] = key

    def forget(self, report: int) -> None:
        """Let no key stand for a report."""
        if report < len(self._keys):
            self._reports[self._keys[report]] = 0
            self._keys[report] = 0

    def reports(self, keys: Iterable[int]) -> Iterator[int]:
        """Yield the reports that some keys stand for now; those of others are passed over."""
        reports, size = self._reports, len(self._reports)
        yield from (report for key in keys if key < size and (report := reports[key]))
