"""Acts that one sentence tells outright by its toll: "قُتل شخصان بنيران إسرائيلية جنوب لبنان", with no other act named.

A post of one sentence has no day, and no second telling, to be sure by; who died and by whose fire is enough, and so
is the act whose toll has risen: "ارتفاع عدد قتلى هجوم الحسكة إلى 11".
"""

from __future__ import annotations

from marsad.events.draft import Draft
from marsad.frames.context import Context
from marsad.lexicon.role_words import forms_of, role_words
from marsad.model.what import TriggerMention
from marsad.model.where import GeoPrecision
from marsad.model.who import ActorMention

__all__ = ["LIKELY", "told_outright"]

LIKELY = 0.6
"""How likely such an act is an event, at least."""

_HARM = ("death", "injury")
_ACTS = frozenset(("airstrike", "shelling", "strike", "assault", "attack", "suicide", "ied", "blast", "clash"))
_OPENING = 3
"""Words between "ارتفاع" and the act whose toll has risen: "ارتفاع عدد قتلى هجوم"."""
_BEHIND_VERB = 3
"""Words behind "شهدت" within which the place that saw an act is named."""
_NEAR = 4
"""Words behind "بنيران" within which the shooter is named."""


def told_outright(context: Context, draft: Draft) -> bool:
    """Say whether a report is one sentence that tells whom a named force's fire killed or wounded, or a toll risen.

    What a place saw on a day ("شهدت صيدا أمس ضربات") is told outright in any report.
    """
    frame = draft.lead.frame
    if _is_witnessed(context, draft):
        return True
    if not context.document.is_one_sentence or all(toll.value is None for toll in draft.tolls[:2]):
        return False
    if context.qualifiers_over(frame) or not _of_older_wounds().isdisjoint(context.document.words):
        return False
    if _has_risen(context, draft):
        return True
    triggers = context.annotations.triggers
    fire = next((one for one in triggers if one.sense == "shooting" and one.proclitics.endswith("ب")), None)
    if fire is None or not any(one.sense in _HARM and one.first < fire.first for one in triggers):
        return False
    only = all(one.sense in (*_HARM, "shooting") or one.weak for one in triggers)
    return only and _is_of_side(fire, draft.side1.mention)


def _is_witnessed(context: Context, draft: Draft) -> bool:
    """Say whether a frame opens with a place that saw an act on a day told: "شهدت مدينة صيدا فجر اليوم ضربات"."""
    frame, place, words = draft.lead.frame, draft.place, context.document.words
    head = frame.head
    if place is None or frame.is_headline or head.sense not in _ACTS or head.pos != "noun" or head.definite:
        return False
    if place.value.precision is GeoPrecision.REGION or draft.date.mention is None or draft.date.value.precision > 1:
        return False
    opening = words[frame.first].removeprefix("و")
    day = frame.first <= draft.date.mention.first < frame.stop
    near = frame.first < place.value.first <= frame.first + _BEHIND_VERB
    return opening in role_words("saw") and day and near and not context.qualifiers_over(frame)


def _has_risen(context: Context, draft: Draft) -> bool:
    """Say whether a sentence opens with the risen toll of its act at a place: "ارتفاع عدد قتلى هجوم الحسكة إلى 11".

    The rise may be told behind the act: "قتلى غارة الحديدة يرتفعون إلى ثمانية".
    """
    frame, words, rise = draft.lead.frame, context.document.words, forms_of("casualty-words", "rise")
    head, opening, of_act = frame.head, words[frame.sentence_first], forms_of("casualty-words", "dead-of")
    told = [toll.mention for toll in draft.tolls[:2] if toll.value is not None and toll.value.best is not None]
    if draft.place is None or frame.is_headline or not told or told[0] is None or told[0].first <= head.first:
        return False
    if opening not in rise:
        counted = opening in of_act or opening in forms_of("casualty-words", "count")
        if not counted or rise.isdisjoint(words[head.stop : told[0].first]):
            return False
    near = head.first - frame.sentence_first <= _OPENING
    return head.sense in _ACTS and near and words[head.first - 1] in of_act


def _of_older_wounds() -> frozenset[str]:
    """Return the words that say that somebody was hit some other day: "متأثراً بجروحه"."""
    return forms_of("casualty-words", "of-wounds")


def _is_of_side(fire: TriggerMention, shooter: object) -> bool:
    """Say whether a force is told with its fire or right behind it: "بنيران إسرائيلية", "بنيران القوات الإسرائيلية"."""
    if not isinstance(shooter, ActorMention):
        return False
    return shooter.first == fire.first or fire.stop <= shooter.first <= fire.stop + _NEAR
