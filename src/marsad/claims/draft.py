"""A claim before its place and actors are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.claims.periods import Period
from marsad.model.claim import Window
from marsad.model.report import Sentence

__all__ = ["Draft", "window_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim of words `first` to `stop`; `core` is the word around which its place is looked for."""

    kind: str
    what: str | None
    measure: str
    number: int | None
    direction: str | None
    sentence: Sentence
    first: int
    stop: int
    core: int
    period: Period | None
    rule_id: str
    carried: bool = False
    """Whether it goes on with the claim before it ("كما وثق ..."), whose place is its own when it names none."""


def window_of(period: Period | None) -> Window | None:
    """Return the days of a period, None where there are none."""
    if period is None or period.start is None or period.end is None or period.end < period.start:
        return None
    return Window(period.start, period.end)
