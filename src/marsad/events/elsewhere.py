"""What the rest of a report says of an actor: the parts it plays in other frames, and whose land is named.

"وتجددت المواجهات غرب المدينة" names nobody: who fought in the lines before fights here. "سقط صاروخ قرب خميس
مشيط" hits the state whose town it is, though no word names that state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.annotate.actors.registry import state_of
from marsad.events.roles import part_of
from marsad.frames.context import Context
from marsad.model.frame import Frame

__all__ = ["parts_elsewhere", "states_of_land"]

_DOING = {"agent": "acts", "first": "acts", "patient": "suffers", "second": "suffers"}


def parts_elsewhere(context: Context, frame: Frame, code: str) -> Iterable[str]:
    """Describe what an actor does in the frames beside one, and in those whose head tells the same kind of act."""
    played = context.once(_played).get(code)
    return () if played is None else _parts(frame, played)


def _parts(frame: Frame, played: list[tuple[Frame, str]]) -> Iterator[str]:
    for other, doing in played:
        if other.index == frame.index:
            continue
        where = "H" if other.is_headline else "B" if other.index < frame.index else "A"
        if abs(other.index - frame.index) == 1:
            yield f"plays={doing}|{where}|next"
        if other.head.sense == frame.head.sense:
            yield f"plays={doing}|alike"
            yield f"plays={doing}|{where}|alike"


def _played(context: Context) -> dict[str, list[tuple[Frame, str]]]:
    """Return for each actor the frames where it acts or suffers."""
    played: dict[str, list[tuple[Frame, str]]] = {}
    frames = {frame.index: frame for frame in context.frames}
    for mention in context.annotations.actors:
        owner = frames.get(context.owner_of.get(mention.first, -1))
        if owner is None or not mention.code:
            continue
        doing = _DOING.get(part_of(context, owner, mention))
        if doing is not None:
            played.setdefault(mention.code, []).append((owner, doing))
    return played


def states_of_land(context: Context, frame: Frame) -> dict[str, str]:
    """Return the states whose land is named: "C" in the frame, "S" in its sentence, "R" where the report plays."""
    day = context.document.published_on
    found: dict[str, str] = {}
    home = state_of(context.annotations.country, day)
    if home is not None:
        found[home.actor.code] = "R"
    for mention in context.annotations.places:
        if not frame.sentence_first <= mention.first < frame.sentence_stop or mention.place is None:
            continue
        state = state_of(mention.place.country, day)
        if state is not None and found.get(state.actor.code) != "C":
            found[state.actor.code] = "C" if frame.first <= mention.first < frame.stop else "S"
    return found
