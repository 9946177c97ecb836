"""Words of a template filled with what records tell."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.analyse.tally import Figure
from marsad.errors import ResourceError
from marsad.model.quantity import Estimate
from marsad.sitrep.template import Words
from marsad.wording import Tongue
from marsad.wording.nouns import Counted

__all__ = ["Speech"]

_JOINED = "\u00a0"
"""A space at which no line ends."""


class Speech:
    """Fills the words of one language."""

    def __init__(self, words: Words, tongue: Tongue) -> None:
        self.words, self.tongue = words, tongue

    def say(self, part: str, key: str, **values: Any) -> str:
        """Return the text of a part and key with its values; raises ResourceError for braces that mean nothing."""
        return self.fill(getattr(self.words, part)[key], f"{part}.{key}", **values)

    def fill(self, text: str, key: str, **values: Any) -> str:
        """Return a text with its values."""
        try:
            return text.format(**{name: self._inside(value) for name, value in values.items()})
        except (KeyError, IndexError, ValueError) as error:
            known = ", ".join(f"{{{name}}}" for name in values) or "nothing"
            raise ResourceError(
                f"{key}: {error} stands in braces and is not known.",
                file=f"words.{self.tongue.language}.toml",
                remedy=f"In braces may stand here: {known}.",
            ) from None

    def _inside(self, value: Any) -> Any:
        return self.tongue.inside(value) if isinstance(value, str) else value

    def count(self, number: int, noun: str = "incident") -> Counted:
        """Return a number that takes its noun as the sentence asks."""
        return Counted(number, self.words.nouns[noun], self.tongue)

    def number(self, value: int) -> str:
        """Return a number."""
        return self.tongue.number(value)

    def day(self, day: date) -> str:
        """Return a day."""
        return self.tongue.day(day)

    def range(self, figure: Figure) -> str:
        """Return the lowest and highest of figures that were added, in brackets; nothing where they are the best.

        Where they are the best and some of them a "more than", that alone is said.
        """
        if figure.low == figure.best == figure.high and not figure.open:
            return ""
        if figure.low == figure.high:
            return self.more
        key = "range_open" if figure.open else "range"
        return self.say("sentences", key, low=self.number(figure.low), high=self.number(figure.high))

    def estimate(self, told: Estimate) -> str:
        """Return the figure of one incident: "5 (4 – 9)"."""
        low, high = told.low, told.high
        best = told.best if told.best is not None else low
        if best is None:
            return f"≤ {self.number(high)}" if high is not None else "?"
        if low == best and high in (best, None):
            return self.number(best) + ("" if high is not None else self.more)
        ends = self.ends("?" if low is None else self.number(low), "…" if high is None else self.number(high))
        return f"{self.number(best)}{_JOINED}({ends})"

    @property
    def more(self) -> str:
        """What stands behind a figure that is a "more than"."""
        return self.say("sentences", "more").replace(" ", _JOINED)

    def ends(self, low: str, high: str) -> str:
        """Return the ends of a range, which no line parts."""
        return f"{low}{_JOINED}–{_JOINED}{high}"
