"""A phrase of victims: who, how many, and how they are told."""

from __future__ import annotations

from marsad.annotate.casualties.context import MANY
from marsad.annotate.casualties.people import Person
from marsad.annotate.casualties.words import listed
from marsad.frozen import dataclass
from marsad.model.quantity import Estimate

__all__ = ["Phrase", "is_generic", "same_side"]

_CIVIL = frozenset(("civilians", "children", "women", "unknown"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Victims in words `first` to `stop`; `head` is the folded noun, None for a bare number."""

    first: int
    stop: int
    estimate: Estimate
    head: str | None
    kind: str
    numbered: bool
    definite: bool
    others: bool = False
    entry_id: str | None = None
    person: Person | None = None

    @property
    def is_kin(self) -> bool:
        """Say whether they are told as somebody's own: "وابنه", "واثنان من مرافقيه"."""
        one = self.person
        return one is not None and (one.owned or one.entry_id == "people.kin" or one.noun in listed("daughter"))

    @property
    def is_somebody(self) -> bool:
        """Say whether it is one person not told of before: "امرأة"."""
        return self.person is not None and self.person.many == 1 and not self.definite


def same_side(left: str, right: str) -> bool:
    """Say whether two kinds of victims can be one count: women and children are civilians, "رجل" may be."""
    return left == right or {left, right} <= _CIVIL


def is_generic(phrase: Phrase) -> bool:
    """Say whether a phrase is the class, not a count: "مقتل المدنيين"."""
    return bool(
        not phrase.numbered and phrase.person is not None and phrase.estimate == MANY
        and phrase.person.proclitics.endswith(("ال", "لل"))
    )  # fmt: skip
