"""Whose standing says what ground taken is called: forces of any state regain it, an armed group overtakes it."""

from __future__ import annotations

from marsad.events.categories import category
from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame

__all__ = ["by_who_takes_it", "only_by_fire"]

_REGAINED, _OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"
_CLASH = "Armed clash"
_GROUPS = frozenset(("opp", "sdf", "asayish", "sna", "local-daraa", "druze", "rsf", "houthi", "regime-remnants"))
_RIVALS = frozenset(("gnu", "lna"))
"""Two who each call themselves the state."""


def only_by_fire(context: Context, frame: Frame, sub_event_type: Choice[str]) -> Choice[str]:
    """Return fighting for ground that a frame tells taken "by fire" alone: "سيطرت القوات ناريا على المطار"."""
    words = context.document.words[frame.first : frame.stop]
    if sub_event_type.value not in (_REGAINED, _OVERTAKEN) or role_words("by-fire").isdisjoint(words):
        return sub_event_type
    if sum(trigger.sense == "seize-place" for trigger in frame.triggers) > 1:
        return sub_event_type  # "غداة انتزاع الجبل، ليسيطر ناريا على الطريق"
    return sub_event_type._replace(value=_CLASH)


def by_who_takes_it(sub_event_type: Choice[str], taker: str) -> Choice[str]:
    """Return the type of ground taken that fits its taker's code; any other type, and any other taker, as it is.

    "تنظيم داعش يسيطر على القرية بعد انسحاب القوات الحكومية" is no government's gain, whatever the words around it.
    """
    if sub_event_type.value not in (_REGAINED, _OVERTAKEN) or taker in _RIVALS:
        return sub_event_type
    kind = category(taker)
    if kind in ("state", "foreign"):
        return sub_event_type._replace(value=_REGAINED)
    if kind in ("jihadi", "tribal") or taker in _GROUPS:
        return sub_event_type._replace(value=_OVERTAKEN)
    return sub_event_type
