"""Who stands beside a side: supporters ("بإسناد جوي من التحالف") and names joined to one ("الجيش والحزب").

Forces named together act together: the first is the side, the others assist it.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.events.choose import Choice
from marsad.events.roles import part_of
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["assisting", "joined"]

_REACH = 4


def assisting(context: Context, frames: Sequence[Frame], sides: tuple[str, ...]) -> tuple[ActorMention, ...]:
    """Return the armed actors that a word of support leads into, in the frames that tell one act.

    "نفذ التحالف عملية وبالتنسيق مع قسد": when قسد is the side, the other who acts in the words supports it.
    Nobody supports a side that is not known: those words are of somebody else.
    """
    if sides and sides[0] in ("", "unidentified"):
        return ()
    words, cues = context.document.words, role_words("support")
    found: dict[str, ActorMention] = {}
    for frame in frames:
        supported = False
        acting: list[ActorMention] = []
        for mention in frame.inside(context.annotations.actors):
            if not mention.armed or not mention.code:
                continue
            led = bool(cues.intersection(words[max(frame.sentence_first, mention.first - _REACH) : mention.first]))
            supported |= led
            if mention.code in sides or mention.code == "unidentified":
                continue
            if led:
                found.setdefault(mention.code, mention)
            elif part_of(context, frame, mention) in ("agent", "none") and mention.first < frame.head.stop:
                acting.append(mention)
        if supported:
            for mention in acting:
                found.setdefault(mention.code or "", mention)
    return tuple(found.values())


def joined(context: Context, choice: Choice[str]) -> tuple[ActorMention, ...]:
    """Return the armed actors joined by و to the one chosen, when the two are not named as the two sides of a clash."""
    chosen = choice.mention
    if not isinstance(chosen, ActorMention) or not chosen.armed:
        return ()
    words = context.document.words
    if not role_words("between", "and-between").isdisjoint(words[max(0, chosen.first - 3) : chosen.first]):
        return ()
    found: list[ActorMention] = []
    stop = chosen.stop
    for mention in context.annotations.actors:
        if mention.first < stop or not mention.armed or not mention.code:
            continue
        if mention.first - stop > 1 or not _joins(words, stop, mention.first):
            break
        if mention.code not in (choice.value, "unidentified", *(other.code for other in found)):
            found.append(mention)
        stop = mention.stop
    return tuple(found)


def _joins(words: tuple[str, ...], stop: int, first: int) -> bool:
    """Say whether the word after a name opens with و: "الجيش والحزب", "الجيش وقوات الحزب"."""
    return words[stop].startswith("و") and len(words[stop]) > 2 and first - stop <= 1
