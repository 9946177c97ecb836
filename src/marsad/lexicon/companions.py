"""Companions: words beside a form that it needs ("أطلق" needs "النار") or that silence it ("حادث سير").

>>> company = Company.of(("النار",), (), within=4, side="after")
>>> company.allows(("اطلق", "مسلحون", "النار"), 0, 3, 0, 1)
True
>>> company.allows(("اطلق", "مبادره"), 0, 2, 0, 1)
False
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.arabic.affixes import splits
from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold

__all__ = ["Company"]

_WITHIN = 12


@dataclass(frozen=True, slots=True)
class Company:
    """What the words around a form must and must not hold, with every ending of a noun and every clitic."""

    near: frozenset[str]
    not_near: frozenset[str]
    within: int
    side: str

    @classmethod
    def of(
        cls, near: Iterable[str] | None, not_near: Iterable[str] | None, within: int | None, side: str | None
    ) -> Company:
        """Return the company an entry asks for; what it leaves out asks for nothing."""
        return cls(_forms(near), _forms(not_near), within or _WITHIN, side or "around")

    def allows(self, words: Sequence[str], first: int, stop: int, hit_first: int, hit_stop: int) -> bool:
        """Say whether a form at `hit_first` to `hit_stop` may fire in the sentence `first` to `stop`."""
        if not self.near and not self.not_near:
            return True
        low, high = max(first, hit_first - self.within), min(stop, hit_stop + self.within)
        before, after = words[low:hit_first], words[hit_stop:high]
        if self.not_near and (_any(before, self.not_near) or _any(after, self.not_near)):
            return False
        if not self.near:
            return True
        return (self.side != "after" and _any(before, self.near)) or (self.side != "before" and _any(after, self.near))


def _forms(words: Iterable[str] | None) -> frozenset[str]:
    return frozenset(made for word in words or () for made in inflections(fold(word), "noun"))


def _any(words: Sequence[str], companions: frozenset[str]) -> bool:
    return any(rest in companions for word in words for _, rest in splits(word))
