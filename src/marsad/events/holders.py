"""Whose the place of an act was: who is meant by "الفصائل" or "الحاجز", and who is hit where only a post is named.

"استهدف مجهولون الحاجز" in Afrin of 2019 hits the Syrian National Army. A place changes hands in acts, so its holders
some days before and after count apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from marsad.frames.context import Context, nearness
from marsad.lexicon.holders import holders_of
from marsad.model.frame import Frame
from marsad.model.where import Place

__all__ = ["Held", "held_by"]

_APART = timedelta(days=10)


class Held(NamedTuple):
    """Who held the place of an act before it and after it, the main holder first; empty where nobody is listed."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def holders(self) -> tuple[str, ...]:
        """Return all who held it, those before the act first."""
        return tuple(dict.fromkeys((*self.before, *self.after)))

    def describes(self, code: str) -> Iterator[str]:
        """Describe an actor by what it held: "held=mn" is the main holder before and nobody after."""
        if self.before or self.after:
            yield f"held={_rank(code, self.before)}{_rank(code, self.after)}"
            yield f"code={code}|held={(*self.before, '')[0]}"


def held_by(context: Context, frame: Frame) -> Held:
    """Return who held the place nearest to the head of a frame about the day of the report."""
    day = context.document.published_on
    place = _nearest(context, frame)
    if day is None or place is None:
        return Held()
    return Held(
        holders_of(place.admin3, place.admin2, day - _APART), holders_of(place.admin3, place.admin2, day + _APART)
    )


def _rank(code: str, holders: tuple[str, ...]) -> str:
    return "-" if not holders else "n" if code not in holders else "m" if holders[0] == code else "s"


def _nearest(context: Context, frame: Frame) -> Place | None:
    """Return the place of a district nearest to a frame's head, those of its stretch and sentence first."""
    known = (mention for mention in context.annotations.places if mention.place is not None and mention.place.admin2)
    nearest = min(known, key=lambda mention: nearness(frame, mention), default=None)
    return nearest.place if nearest is not None else None
