"""Who is told right beside a verb of taking to take a place: "وسيطرت الفصائل على القرية", whoever attacked before."""

from __future__ import annotations

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame
from marsad.model.what import TriggerMention
from marsad.model.who import ActorMention

__all__ = ["by_who_is_told_to_take"]

_TAKEN = ("Government regains territory", "Non-state actor overtakes territory")


def by_who_is_told_to_take(
    context: Context, frame: Frame, kind: str, side1: Choice[str], side2: Choice[str]
) -> tuple[Choice[str], Choice[str]]:
    """Return the sides of ground taken: the subject of its verb takes it, and is not the one it is taken from."""
    if kind not in _TAKEN:
        return side1, side2
    words, takes = context.document.words, role_words("takes")
    verb = next((one for one in frame.triggers if words[one.first].removeprefix("و") in takes), None)
    taker = _subject(context, verb) if verb is not None else None
    if taker is None or taker.code is None or taker.code == side1.value:
        return side1, side2
    lost = side1 if side2.value == taker.code else side2
    return Choice(taker.code, taker, side1.probability), lost


def _subject(context: Context, verb: TriggerMention) -> ActorMention | None:
    """Return the armed actor right behind a verb, with no particle of its own: "سيطرت الفصائل"."""
    for actor in context.annotations.actors:
        if actor.armed and actor.first == verb.stop and context.document.gap(actor.first) == " ":
            return None if context.document.words[actor.first].startswith(("ل", "ب")) else actor
    return None
