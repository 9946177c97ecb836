"""The part an actor plays by the grammar around its name: agent, patient, both sides of a clash, supporter.

"غارات للتحالف على مواقع داعش": لـ after the noun of an act makes the agent, على makes the patient. "حاجز لقوات
النظام": لـ after a thing that is held makes the holder, who is hit. These are the readings an analyst would
make; the learned choice of sides weighs them among its features.
"""

from __future__ import annotations

from marsad.frames.context import Context
from marsad.lexicon.role_words import accuses, plays, role_words
from marsad.model.frame import Frame
from marsad.model.what import TriggerMention
from marsad.model.who import ActorMention

__all__ = ["part_of"]

_VICTIM_NOUNS = frozenset(
    ["death", "injury", "arrest", "abduction", "assassination", "execution", "release", "surrender", "beating", "raid"]
)
_CLASHES = frozenset(("clash", "agreement", "mob"))


def part_of(context: Context, frame: Frame, mention: ActorMention) -> str:
    """Return agent, patient, first, second (of a clash), supporter, speaker, or none for a mention of the frame."""
    words = context.document.words
    if context.is_quoted(mention):
        return "speaker"
    if _is_accused(context, mention):
        return "agent"
    start = max(frame.first, mention.first - 5)
    before = list(words[start : mention.first])
    own = words[mention.first]
    last = before[-1] if before else ""
    last_two = " ".join(before[-2:])
    if role_words("support").intersection(before[-4:]):
        return "supporter"
    by = role_words("by")
    if last_two in role_words("hands") or last in by or last in role_words("by-means"):
        return "agent"
    if len(before) > 1 and before[-2] in by and plays(last, "arms"):
        return "agent"
    trigger = _governor(frame, mention)
    if trigger is not None and trigger.sense in _CLASHES:
        part = _clash_part(own, before, trigger, mention)
        if part:
            return part
    held = next(
        (index for index in range(len(before) - 1, max(-1, len(before) - 4), -1) if plays(before[index], "holding")),
        None,
    )
    if held is not None and not any(word in by for word in before[held:]):
        return "patient"
    leading = role_words("against")
    against = next((index for index in range(len(before) - 1, -1, -1) if before[index] in leading), None)
    if against is not None and (trigger is None or start + against >= trigger.first):
        verbal = before[against] in role_words("aim")
        # VSO: "استهدفت مدفعية تركية نقطة": the first name right after the verb acts, unless the verb is relative
        opener = words[start + against - 1]
        opens = start + against == frame.first or opener == "و" or opener in role_words("verb-opening")
        if not (verbal and opens and len(before) - against <= 3):
            return "patient"
        return "agent"
    toll = context.victim_of(mention.span)
    if toll is not None:
        return "patient"
    if trigger is None:
        return "agent" if frame.head.pos == "verb" and mention.stop >= frame.head.first - 3 else "none"
    if trigger.pos == "noun":
        if own.startswith("ل") and mention.first - trigger.stop <= 2:
            return "patient" if trigger.sense in _VICTIM_NOUNS else "agent"
        if mention.first - trigger.stop <= 2:
            return "patient" if trigger.sense in _VICTIM_NOUNS else "agent"
        if last in role_words("out-of"):
            return "patient" if trigger.sense in ("death", "injury", "arrest", "release", "surrender") else "none"
        return "none"
    between = words[trigger.stop : mention.first]
    earlier = any(
        other.armed and trigger.stop <= other.first < mention.first and not context.is_quoted(other)
        for other in context.annotations.actors
    )
    if last in role_words("no-agent", "who-suffers") or own.startswith(("بال", "لل")):
        return "patient" if last in role_words("who-suffers") and earlier else "none"
    if not earlier and len(between) <= 4:
        return "agent"
    return "patient" if earlier else "none"


def _is_accused(context: Context, mention: ActorMention) -> bool:
    """Say whether an actor stands right behind who accuses it: "اتهمت دمشق إسرائيل بقصف المطار"."""
    return any(source.stop == mention.first and accuses(source.verb) for source in context.annotations.sources)


def _governor(frame: Frame, mention: ActorMention) -> TriggerMention | None:
    """Return the last trigger before the mention, the head when several stand as near."""
    before = [trigger for trigger in frame.triggers if trigger.stop <= mention.first]
    return before[-1] if before else None


def _clash_part(own: str, before: list[str], trigger: TriggerMention, mention: ActorMention) -> str | None:
    between, again = role_words("between"), not role_words("and-between").isdisjoint(before)
    last = next((at for at in range(len(before) - 1, -1, -1) if before[at] in between), -1)
    if last >= 0 or again:
        joined = own.startswith("و") or any(word.startswith("و") for word in before[last + 1 :]) or again
        return "second" if joined else "first"
    facing = role_words("with-or-against")
    if before and (before[-1] in facing or before[-1] in role_words("and-between")):
        return "second"
    if len(before) > 1 and before[-2] in facing and (plays(before[-1], "arms") or plays(before[-1], "holding")):
        return "second"
    if trigger.pos == "verb" and mention.first - trigger.stop <= 1:
        return "first"
    return None
