"""Who may stand on the other side of a fight, a capture or an agreement when no word of the report names them.

"دخلت قوات النظام حمورية أمس" : whoever fought in that governorate at that time may have held the town. They are
candidates for the side acted upon alone, and the weights take one only when much speaks for it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from marsad.frames.context import Context, nearness
from marsad.lexicon.fighters import fighters_at
from marsad.model.frame import Frame
from marsad.model.where import Place, PlaceMention

__all__ = ["TWO_SIDED", "foe_features", "unnamed_foes"]

TWO_SIDED = frozenset(
    (
        "Armed clash", "Government regains territory", "Non-state actor overtakes territory",
        "Non-violent transfer of territory", "Agreement",
    )
)  # fmt: skip
"""The types of act that take two sides."""

_AFTER = 40
"""A place told after the act counts as so many words farther off than one told before it."""
_FEW = 2
_ELSEWHERE = 2
"""The rank of what stands outside the sentence of a frame."""


def unnamed_foes(context: Context, frame: Frame, named: Container[str]) -> Iterator[str]:
    """Yield those who fight where a frame plays and have no name in the report; `named` are those who do."""
    place = _nearest(context, frame)
    if place is not None:
        for code in fighters_at(place.country, place.admin1, context.document.published_on):
            if code not in named:
                yield code


def foe_features(context: Context, frame: Frame, codes: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each who is not named with what describes it: who is in the sentence of the act, and the arms there."""
    inside = sorted(
        {
            mention.code
            for mention in context.annotations.actors
            if mention.code
            and mention.armed
            and frame.sentence_first <= mention.first < frame.sentence_stop
            and not context.is_quoted(mention)
        }
    )
    means = sorted({each.means for each in context.means_in(frame.sentence_first, frame.sentence_stop)})
    for code in codes:
        yield code, [
            "foe", f"foe={code}", f"foe|in={min(len(inside), _FEW)}", f"foe|{frame.head.sense}.{frame.head.pos}",
            *(f"foe={code}|with={other}" for other in inside),
            *(f"foe={code}|means={each}" for each in means),
            *(() if inside else (f"foe={code}|alone",)),
        ]  # fmt: skip


def _nearest(context: Context, frame: Frame) -> Place | None:
    """Return the place nearest to a frame's head, those of its stretch first, then those of its sentence."""

    def rank(mention: PlaceMention) -> tuple[float, int]:
        zone, away = nearness(frame, mention)
        vague = 1.5 if mention.place is not None and mention.place.admin1 is None else 0.0
        behind = _AFTER if zone == _ELSEWHERE and mention.first > frame.head.first else 0
        return zone + vague, away + behind

    known = (mention for mention in context.annotations.places if mention.place is not None)
    nearest = min(known, key=rank, default=None)
    return nearest.place if nearest is not None else None
