"""What stands around a number and leaves it open: "أكثر من 20", "نحو 20", "20 على الأقل"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from marsad.annotate.numbers.words import lookup
from marsad.lexicon.match import Hit
from marsad.model.quantity import Estimate

__all__ = ["Bound", "bound_behind", "bounded", "bounds_after", "bounds_before", "role_of"]

_REACH = 5
"""How many words may part a number from the "على الأقل" behind it: "ستة من عناصر الفصيل على الأقل"."""
_BEFORE = ("at-least", "about", "at-most")
_AFTER = {"at-least-after": "at-least", "about-after": "about", "at-most-after": "at-most"}


class Bound(NamedTuple):
    """A bound whose words start at `first`; `role` is at-least, about or at-most."""

    first: int
    role: str


def bounds_before(hits: Sequence[Hit], words: Sequence[str]) -> dict[int, Bound]:
    """Return, by the word right after it, each bound among `hits` that stands before a number."""
    found: dict[int, Bound] = {}
    behind = {hit.first for hit in hits if role_of(hit) in _AFTER}
    for hit in hits:
        role = role_of(hit)
        if role in _BEFORE:
            known = found.get(hit.stop)
            if known is None or hit.first < known.first:
                found[hit.stop] = Bound(hit.first, role)
            if hit.stop < len(words) and words[hit.stop] == "و" and hit.first in behind:
                continue  # "85 مدنياً على الأقل و50 عنصراً"
            if hit.stop < len(words) and words[hit.stop] in ("ال", "و"):
                found[hit.stop + 1] = found[hit.stop]  # "نحو الـ15"
    return found


def bounds_after(hits: Sequence[Hit]) -> dict[int, str]:
    """Return, by its first word, the role of each bound among `hits` that stands behind a number."""
    return {hit.first: _AFTER[role_of(hit)] for hit in hits if role_of(hit) in _AFTER}


def bound_behind(words: Sequence[str], index: int, stop: int, after: dict[int, str]) -> str | None:
    """Return the role of a bound a few words behind a number, before any other number."""
    for at in range(index, min(index + _REACH + 1, stop)):
        word = words[at]
        if at in after:
            return after[at]
        if word[0].isdigit() or lookup(word) is not None:
            return None
    return None


def role_of(hit: Hit) -> str:
    """Return the role of the entry behind a hit of `signals()`."""
    return cast("tuple[str, int, str]", hit.payload)[0]


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
