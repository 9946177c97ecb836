"""Who is told right beside a verb of taking to take a place: "وسيطرت الفصائل على القرية", whoever attacked before."""

from __future__ import annotations

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["by_who_is_told_to_take", "managed_to_take", "taker_of"]

_TAKEN = ("Government regains territory", "Non-state actor overtakes territory")
_PRESENT = ("ي", "ت")
_SUBJECT = 6
"""Words between "تمكنت" and "من السيطرة": who it was, and when."""


def by_who_is_told_to_take(
    context: Context, frame: Frame, kind: str, side1: Choice[str], side2: Choice[str]
) -> tuple[Choice[str], Choice[str]]:
    """Return the sides of ground taken: the subject of its verb takes it, and is not the one it is taken from.

    Who is first named behind "تمكنت من السيطرة عليها بعد معارك مع" lost it.
    """
    if kind not in _TAKEN:
        return side1, side2
    words, takes = context.document.words, role_words("takes")
    verb = next((one.first for one in frame.triggers if words[one.first].removeprefix("و") in takes), None)
    taker = _subject(context, verb) if verb is not None else None
    if taker is None and verb is None and (managed := managed_to_take(context, frame)) is not None:
        taker = taker_of(context, frame, managed)
        if taker is None and _is_only_lost(frame, side1, side2, managed):
            return side2, side1
    if taker is None or taker.code is None or taker.code == side1.value:
        return side1, side2
    lost = side1 if side2.value == taker.code else side2
    return Choice(taker.code, taker, side1.probability), lost


def managed_to_take(context: Context, frame: Frame) -> int | None:
    """Return the word of a frame that tells a place named before taken: "تمكنت ... من السيطرة عليها", "وسيطرت عليها".

    "مدينة تسيطر عليها قسد" and "التي سيطرت عليها" only say whose it is.
    """
    words = context.document.words
    back = role_words("upon-it")
    for at in range(frame.first, frame.stop - 1):
        word = words[at].removeprefix("و").removeprefix("ف")
        joined = word != words[at] or at == frame.sentence_first
        if joined and word in role_words("takes") and not word.startswith(_PRESENT) and words[at + 1] in back:
            return at
        if word not in role_words("managed") or words[at - 1] in role_words("relative"):
            continue
        for behind in range(at + 1, min(at + 1 + _SUBJECT, frame.stop - 1)):
            taking = words[behind + 1]
            if words[behind] not in role_words("managed-to") or taking not in role_words("taking"):
                continue
            if not taking.startswith("ال") or not back.isdisjoint(words[behind + 2 : behind + 3]):
                return at
    return None


def taker_of(context: Context, frame: Frame, at: int) -> ActorMention | None:
    """Return the armed actor right behind a word of taking, or right before it: "الجيش الحر تمكن من"."""
    behind = _subject(context, at)
    if behind is not None or context.document.words[at].startswith("و"):
        return behind
    before = (actor for actor in context.annotations.actors if actor.armed and actor.stop == at)
    return next((actor for actor in before if actor.first >= frame.first), None)


def _subject(context: Context, at: int) -> ActorMention | None:
    """Return the armed actor right behind a verb, with no particle of its own: "سيطرت الفصائل"."""
    for actor in context.annotations.actors:
        if actor.armed and actor.first == at + 1 and context.document.gap(actor.first) == " ":
            return None if context.document.words[actor.first].startswith(("ل", "ب")) else actor
    return None


def _is_only_lost(frame: Frame, side1: Choice[str], side2: Choice[str], at: int) -> bool:
    """Say whether the one thought to take is only named behind the words of taking, and the other before them."""
    one, two = side1.mention, side2.mention
    if not isinstance(one, ActorMention) or not isinstance(two, ActorMention) or not two.armed:
        return False
    return at < one.first < frame.stop and two.first < at
