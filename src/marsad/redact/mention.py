"""A name in a text, what announces it and what else is told of it: what the cases of kinds are asked of."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.redact.evidence import Announcement
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["Mention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `stop` (excluded) name somebody; `said` announces the name, if anything does."""

    tokens: Tokens
    first: int
    stop: int
    said: Announcement | None
    age: float | None = None
    writes: bool = False

    @property
    def told(self) -> str | None:
        """Return the kind that the announcement tells; who is spoken of politely is nobody's kin: "العم قصي"."""
        if self.said is None:
            return None
        polite = self.said.person == "relative" and self.opening in listed("spoken-to")
        return "other" if polite else self.said.person

    @property
    def begin(self) -> int:
        """Return the first word of the announcement, else of the name."""
        return self.first if self.said is None else self.said.first

    @property
    def opening(self) -> str:
        """Return the first word of the announcement, else of the name, without "and"."""
        return self.tokens.words[self.begin].removeprefix("و")
