"""Who stands beside a side: supporters ("بإسناد جوي من التحالف") and names joined to one ("الجيش والحزب").

Forces named together act together: the first is the side, the others assist it.
"""

from __future__ import annotations

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["assisting", "joined"]

_CUES = frozenset(
    "بدعم بدعمها بدعمه بدعمهم بمسانده باسناد الاسناد اسناد بالتعاون بالتنسيق وبالتنسيق وبالتعاون بمشاركه تدعمها تدعمه المدعومه "
    "المدعوم المدعومين مدعومه مدعومين مدعوما بغطاء وبدعم وباسناد ومسانده وبمسانده تسانده تساندها يساندها رفقه برفقه "
    "بمؤازره بموازره مؤازره".split()
)
_REACH = 4
_BETWEEN = frozenset(("بين", "وبين"))


def assisting(context: Context, frame: Frame, sides: tuple[str, ...]) -> tuple[ActorMention, ...]:
    """Return the armed actors of the frame's sentence that a word of support leads into."""
    words = context.document.words
    found: dict[str, ActorMention] = {}
    for mention in context.annotations.actors:
        if not (frame.sentence_first <= mention.first < frame.sentence_stop) or not mention.armed:
            continue
        if not mention.code or mention.code in sides or mention.code in found or mention.code == "unidentified":
            continue
        before = words[max(frame.sentence_first, mention.first - _REACH) : mention.first]
        if _CUES.intersection(before):
            found[mention.code] = mention
    return tuple(found.values())


def joined(context: Context, choice: Choice[str]) -> tuple[ActorMention, ...]:
    """Return the armed actors joined by و to the one chosen, when the two are not named as the two sides of a clash."""
    chosen = choice.mention
    if not isinstance(chosen, ActorMention) or not chosen.armed:
        return ()
    words = context.document.words
    if _BETWEEN.intersection(words[max(0, chosen.first - 3) : chosen.first]):
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
