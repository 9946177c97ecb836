"""Whose standing says what ground taken is called: forces of any state regain it, an armed group overtakes it."""

from __future__ import annotations

from marsad.events.categories import category
from marsad.events.choose import Choice

__all__ = ["by_who_takes_it"]

_REGAINED, _OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"
_GROUPS = frozenset(("opp", "sdf", "asayish", "sna", "local-daraa", "druze", "rsf", "houthi", "regime-remnants"))
_RIVALS = frozenset(("gnu", "lna"))
"""Two who each call themselves the state."""


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
