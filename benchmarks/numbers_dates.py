"""Answer the public suites of numbers and dates with marsad: `--system benchmarks.numbers_dates:answer`.

Numbers, ranks, percentages and ranges go to `suite_numbers`, times and durations to `suite_dates`. Kinds that
marsad does not read (names, money, units) get no answer.
"""

from __future__ import annotations

from typing import Any

from benchmarks import suite_dates, suite_numbers

__all__ = ["answer"]


def answer(item: dict[str, Any]) -> dict[str, Any] | None:
    """Return the answer to one item of the suites, None when marsad finds nothing of its kind."""
    if item["kind"] in suite_numbers.KINDS:
        return suite_numbers.answer(item)
    if item["kind"] in ("time", "duration", "am_pm"):
        answered: dict[str, Any] | None = suite_dates.answer(item)
        return answered
    return None
