"""What an act hits, by the things and people named, and whether it is told that nobody was hurt.

Houses point to civilians, posts to who holds them, statues and pipelines to nobody, and so does "دون إصابات".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from marsad.frames.context import Context
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.model.frame import Frame

__all__ = ["target_features"]

_ROLES = ("target", "unhurt")


@cache
def _kinds() -> Matcher[str]:
    rows = [row for row in entries("role-words") if row["role"] in _ROLES]
    return Matcher((form, row.pos, row.entry_id) for row in rows for form in row.forms)


def target_features(context: Context, frame: Frame) -> Iterator[str]:
    """Describe what a frame names that can be hit, by itself and with the sense of the act.

    "قصف على منزل دون إصابات" gives "target.housing" and "unhurt.nobody"; that nobody was hurt may also be told in the
    rest of the sentence.
    """
    hits = _kinds().find(context.document.words, frame.first, frame.sentence_stop)
    named = {cast("str", hit.payload) for hit in hits if hit.stop <= frame.stop}
    for kind in sorted(named):
        yield kind
        yield f"{kind}.{frame.head.sense}"
    later = {cast("str", hit.payload) for hit in hits if hit.first >= frame.stop} - named
    for kind in sorted(later):
        if kind.startswith("unhurt."):
            yield f"later.{kind}"
