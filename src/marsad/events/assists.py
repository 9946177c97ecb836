"""Who supports a side: "بإسناد جوي من التحالف", "بدعم من الطيران الروسي", "بالتنسيق مع قسد"."""

from __future__ import annotations

from marsad.frames.context import Context
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["assisting"]

_CUES = frozenset(
    "بدعم بدعمها بدعمه بدعمهم بمسانده باسناد الاسناد اسناد بالتعاون بالتنسيق وبالتنسيق وبالتعاون بمشاركه تدعمها تدعمه المدعومه المدعوم المدعومين "
    "مدعومه مدعومين مدعوما بغطاء وبدعم وباسناد ومسانده وبمسانده تسانده تساندها يساندها رفقه برفقه "
    "والمليشيات والميليشيات بمؤازره بموازره مؤازره".split()
)
_REACH = 4


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
