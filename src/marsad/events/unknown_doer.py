"""Acts of which a report says that nobody knows who did them.

"فر ستة من محتجزي التنظيم، كما عثر على جثة لاجئ في المخيم دون معرفة القاتل": the organisation did not do it.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["done_by_nobody_known"]

_KNOWING = 4
"""Words behind "دون" or "لم" within which what is not known must be said."""
_WHO = 3
"""Words behind "معرفة" within which who did it must be named."""
_UNKNOWN = 7
"""Words behind "الجهة" within which she is called unknown: "الجهة التي تقف خلف مقتله مجهولة"."""


def done_by_nobody_known(context: Context, frames: Sequence[Frame], side: Choice[str]) -> bool:
    """Say whether frames tell an act whose doer nobody knows, and the actor taken for it is named elsewhere only."""
    if not isinstance(side.mention, ActorMention):
        return False
    told = [frame for frame in frames if not frame.is_headline]
    if any(frame.first <= side.mention.first < frame.stop for frame in told):
        return False
    return any(_is_unknown(context.document.words[frame.first : frame.stop]) for frame in told)


def _is_unknown(words: Sequence[str]) -> bool:
    """Say whether words tell that who did it is not known: "دون معرفة الفاعل", "ولم تتبن أي جهة", "الجهة مجهولة"."""
    knowing, doers, unknown = role_words("not-known"), role_words("doer"), role_words("unknown")
    for at, word in enumerate(words):
        if word in role_words("unknowing"):
            known = next((i for i in range(at + 1, min(at + 1 + _KNOWING, len(words))) if words[i] in knowing), None)
            if known is not None and not doers.isdisjoint(words[known + 1 : known + 1 + _WHO]):
                return True
        elif word in doers and word.startswith("ال") and not unknown.isdisjoint(words[at + 1 : at + 1 + _UNKNOWN]):
            return True
    return False
