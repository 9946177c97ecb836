"""Stretches of a report as published."""

from __future__ import annotations

from marsad.frozen import dataclass

__all__ = ["Mention", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report: code points into headline, line feed, text as published; `end` excluded."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two stretches share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a report that mean something: where they stand and which rule and entry read them.

    `first` and `stop` are word indexes of the document (`stop` excluded); `span` is the same stretch
    in code points of the report as published. `rule_id` names the rule, `entry_id` the lexicon entry
    behind it (None where a rule alone decides).
    """

    span: Span
    first: int
    stop: int
    rule_id: str
    entry_id: str | None = None
