"""How many, with what the wording leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from marsad.frozen import dataclass
from marsad.model.span import Mention

__all__ = ["Estimate", "NumberMention"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A count by the codebook: "أكثر من 20" is (20, 20, None), "عدد من" is (2, None, None)."""

    low: int | None
    best: int | None
    high: int | None

    @classmethod
    def exactly(cls, count: int) -> Estimate:
        """Return the estimate of a count told without any doubt."""
        return cls(count, count, count)

    @classmethod
    def of(cls, told: Mapping[str, int | None] | None) -> Estimate | None:
        """Return the figure that a field of a record tells, None where it tells none."""
        return cls(told.get("low"), told.get("best"), told.get("high")) if told else None

    def plus(self, other: Estimate) -> Estimate:
        """Add two tolls ("قتيل و3 آخرون"); what one leaves open stays open."""

        def add(left: int | None, right: int | None) -> int | None:
            return None if left is None or right is None else left + right

        low = (self.low or 0) + (other.low or 0)
        return Estimate(low, add(self.best, other.best), add(self.high, other.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention(Mention):
    """A number as read: "نحو ستة عشر" has estimate (None, 16, None).

    `value` is the plain value where there is one (fractions included); `kind` is cardinal, ordinal,
    dual, vague or range; `counted` is the folded noun counted where the form itself carries it ("عنصران").
    """

    estimate: Estimate
    value: int | Fraction | None = None
    kind: str = "cardinal"
    counted: str | None = None
