"""What stands around a number and leaves it open: "أكثر من 20", "نحو 20", "20 على الأقل"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from marsad.annotate.numbers.words import bounds, lookup
from marsad.lexicon.match import Hit
from marsad.model.quantity import Estimate
from marsad.model.report import Document

__all__ = ["Bound", "bound_after", "bounded", "bounds_before"]

_REACH = 5
"""How many words may part a number from the "على الأقل" behind it: "ستة من عناصر الفصيل على الأقل"."""
_AFTER = {"at-least-after": "at-least", "about-after": "about", "at-most-after": "at-most"}


class Bound(NamedTuple):
    """A bound whose words start at `first`; `role` is at-least, about or at-most."""

    first: int
    role: str


def bounds_before(words: Sequence[str], first: int, stop: int) -> dict[int, Bound]:
    """Return, by the word right after it, each bound that stands before a number."""
    found: dict[int, Bound] = {}
    for hit in bounds().find(words, first, stop):
        role = _role(hit)
        if role not in _AFTER:
            known = found.get(hit.stop)
            if known is None or hit.first < known.first:
                found[hit.stop] = Bound(hit.first, role)
            # "نحو الـ15", "بـ 15"
            if hit.stop < stop and words[hit.stop] in ("ال", "و"):
                found[hit.stop + 1] = Bound(hit.first, role)
    return found


def bound_after(document: Document, index: int, stop: int) -> str | None:
    """Return the role of a bound a few words behind a number, before any other number."""
    words = document.words
    end = min(index + _REACH + 2, stop)
    for at in range(index, end):
        word = words[at]
        if at - index > _REACH or word[0].isdigit() or lookup(word) is not None:
            return None
        if word in bounds():
            roles = [_role(hit) for hit in bounds().find(words, at, end) if hit.first == at]
            after = [_AFTER[role] for role in roles if role in _AFTER]
            if after:
                return after[0]
    return None


def _role(hit: Hit) -> str:
    return cast("tuple[str, str]", hit.payload)[0]


def bounded(value: int, role: str | None) -> Estimate:
    """Return the estimate of a number by the codebook's section 6.

    >>> bounded(20, "at-least")
    Estimate(low=20, best=20, high=None)
    >>> bounded(20, "about")
    Estimate(low=None, best=20, high=None)
    >>> bounded(20, "at-most")
    Estimate(low=None, best=20, high=20)
    """
    if role == "at-least":
        return Estimate(value, value, None)
    if role == "about":
        return Estimate(None, value, None)
    if role == "at-most":
        return Estimate(None, value, value)
    return Estimate.exactly(value)
