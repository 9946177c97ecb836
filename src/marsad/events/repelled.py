"""Who attacked in a fight told by those who beat the attack off: "أفشلت القوات محاولة تسلل للحوثيين".

The one who attacks acts, whoever tells it. "دارت مواجهات بين القوات والمتمردين إثر هجوم للمتمردين" names him, too,
and so does "قُتل مسلحان بعملية أمنية للشرطة".
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.frames.context import Context
from marsad.frozen import dataclass
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["Assault", "assault_told"]

_REACH = 13
"""Words behind "beat off" within which the attack is named."""
_OWNER = 6
"""Words behind the attack within which its doer is named."""
_GENITIVE = 2


@dataclass(frozen=True, slots=True)
class Assault:
    """An attack as a frame tells it: the code of who made it, and of who beat it off; None where nobody is named."""

    attacker: str | None
    defender: str | None


def assault_told(context: Context, lead: Frame, frames: Sequence[Frame]) -> Assault | None:
    """Return the first attack that frames tell as beaten off, or that the fighting came of in the leading frame."""
    for frame in (lead, *sorted(frames, key=lambda each: each.is_headline)):
        found = _repelled(context, frame)
        if found is not None:
            return found
    return _begun_by(context, lead)


def _repelled(context: Context, frame: Frame) -> Assault | None:
    words, armed = context.document.words, context.armed_in(frame)
    for index in range(frame.first, frame.stop):
        if words[index] not in role_words("repelling"):
            continue
        attack = _attack(words, index + 1, min(index + _REACH, frame.stop))
        if attack is None:
            continue
        near = [mention for mention in armed if index < mention.first < attack or mention.stop == index]
        defender = near[-1] if near else None
        return Assault(_doer(words, armed, attack), defender.code if defender else None)
    return None


def _begun_by(context: Context, frame: Frame) -> Assault | None:
    words, armed = context.document.words, context.armed_in(frame)
    for index in range(frame.first, frame.stop):
        led = index > frame.first and words[index - 1] in role_words("upon")
        attack = words[index] if led else words[index].removeprefix("ب")
        if attack in role_words("onslaught") and (led or attack != words[index]):
            doer = _doer(words, armed, index)
            if doer is not None:
                return Assault(doer, None)
    return None


def _attack(words: Sequence[str], first: int, stop: int) -> int | None:
    return next((index for index in range(first, stop) if words[index] in role_words("onslaught")), None)


def _doer(words: Sequence[str], armed: Sequence[ActorMention], attack: int) -> str | None:
    """Return whose attack it is: "هجوم الحوثيين", "تسلل لمجموعة من داعش", "هجوما عنيفا شنه المتمردون"; not "على"."""
    for mention in armed:
        if not attack < mention.first <= attack + _OWNER:
            continue
        between = words[attack + 1 : mention.first]
        if not role_words("against").isdisjoint(between):
            return None
        last = between[-1] if between else ""
        if len(between) < _GENITIVE or words[mention.first].startswith("ل") or last in role_words("out-of", "by"):
            return mention.code
    return None
